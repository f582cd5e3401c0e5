import Foundation
internal import GRDB
import Register

/// The ledger of one partnership in SQLite. Its key leads every statement, so no other partnership can be reached.
public struct SQLiteLedger: Ledger {
    let store: SQLiteStore
    /// Whose ledger it is.
    public let partnership: Partnership
    let key: Int64

    /// Where the ledger ends.
    public func head() async throws(LedgerError) -> Head {
        let key = key
        return try await store.read { try SQLiteLedger.head($0, key) }
    }

    static func head(_ database: Database, _ key: Int64) throws -> Head {
        let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT sequence, hash, at FROM partnership WHERE key = ?", arguments: [key])
        guard let row else { return Head(sequence: 0, hash: .none, at: Timestamp(microseconds: 0)) }
        let (sequence, bytes): (Int, Data) = (try row.stored(0), try row.stored(1))
        // No ledger gets anywhere near the greatest number; one that says so would have no number left for an entry.
        guard (0..<Int.max).contains(sequence) else { throw row.damage(0) }
        guard let hash = EntryHash(bytes: Array(bytes)) else { throw row.damage(1) }
        return Head(sequence: sequence, hash: hash, at: Timestamp(microseconds: try row.stored(2)))
    }

    /// The last entry that had been made at a moment; 0 before the first.
    public func sequence(_ asAt: AsAt) async throws(LedgerError) -> Int {
        let key = key
        return try await store.read { try SQLiteLedger.sequence($0, key, asAt) }
    }

    static func sequence(_ database: Database, _ key: Int64, _ asAt: AsAt) throws -> Int {
        switch asAt {
        case .now: return try head(database, key).sequence
        case .entry(let sequence):
            let head = try head(database, key).sequence
            guard sequence <= head else { throw LedgerError.beyondHead(asked: sequence, head: head) }
            return sequence
        case .moment(let moment):
            let statement = try database.cachedStatement(
                sql:
                    "SELECT sequence FROM entry WHERE partnership = ? AND at <= ? ORDER BY at DESC, sequence DESC LIMIT 1"
            )
            return try Int.fetchOne(statement, arguments: [key, moment.microseconds]) ?? 0
        }
    }

    /// The bytes of a kept paper.
    public func paper(_ hash: String) async throws(LedgerError) -> [UInt8]? {
        let key = key
        guard let hash = EntryHash(hash) else { return nil }
        return try await store.read { database in
            try Data.fetchOne(
                database, sql: "SELECT bytes FROM paper WHERE partnership = ? AND hash = ?",
                arguments: [key, Data(hash.bytes)]
            ).map(Array.init)
        }
    }
}
