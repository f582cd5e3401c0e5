import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension GRDB.Row {
    func storedMoment(_ column: Int) throws -> Timestamp { Timestamp(microseconds: try stored(column)) }

    func storedRecordID(_ column: Int) throws -> RecordID? {
        guard let bytes: Data = try storedOrNil(column) else { return nil }
        guard let id = RecordID(bytes: bytes) else { throw damage(column) }
        return id
    }
}
