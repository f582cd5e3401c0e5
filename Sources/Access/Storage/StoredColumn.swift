import Foundation
internal import GRDB
import Register

/// A column that holds what the program never writes: somebody altered the file by hand, or it is damaged.
struct DamagedColumn: Error, CustomStringConvertible {
    var name: String

    /// For people, behind "is damaged".
    var description: String { "the column \(name) holds what Goldthread never writes there" }
}

extension GRDB.Row {
    /// The value of a column, which GRDB's own subscript would stop the program for where it is of another type.
    func stored<Value: DatabaseValueConvertible>(_ column: Int) throws -> Value {
        let value: DatabaseValue = self[column]
        guard let found = Value.fromDatabaseValue(value) else { throw damage(column) }
        return found
    }

    /// The value of a column that may be empty.
    func storedOrNil<Value: DatabaseValueConvertible>(_ column: Int) throws -> Value? {
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : try stored(column)
    }

    func storedMoment(_ column: Int) throws -> Timestamp { Timestamp(microseconds: try stored(column)) }

    func storedRecordID(_ column: Int) throws -> RecordID? {
        guard let bytes: Data = try storedOrNil(column) else { return nil }
        guard let id = RecordID(bytes: bytes) else { throw damage(column) }
        return id
    }

    func damage(_ column: Int) -> DamagedColumn {
        DamagedColumn(name: columnNames.dropFirst(column).first.map { "\"\($0)\"" } ?? "\(column + 1)")
    }
}
