import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// The ledger of one partnership in SQLite. Its key leads every statement, so no other partnership can be reached.
public struct SQLiteLedger: Ledger {
    let store: SQLiteStore
    /// Whose ledger it is.
    public let partnership: Partnership
    let key: Int64

    /// A number that is another wherever anybody has written to the file since.
    public func mark() throws(LedgerError) -> Int {
        do { return try store.changes.count() } catch { throw LedgerError(error, path: store.path) }
    }

    /// Asks several things of one state of the ledger.
    public func read<Answer: Sendable>(
        _ questions: @escaping @Sendable (any LedgerReader) throws -> Answer
    ) async throws(LedgerError) -> Answer {
        let key = key
        return try await store.read { try questions(SQLiteReader(database: $0, key: key)) }
    }
}
