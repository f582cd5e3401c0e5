internal import GRDB
import Register
import SQLiteFiles

extension GRDB.Row {
    /// A kind by its prefix, exactly as the program writes it.
    func storedKind(_ column: Int) throws -> RecordKind {
        let prefix: String = try stored(column)
        guard let kind = RecordKind(prefix: prefix), kind.prefix == prefix else { throw damage(column) }
        return kind
    }
}
