import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// One state of a partnership's ledger in SQLite: a connection within a transaction.
struct SQLiteReader: LedgerReader {
    let database: Database
    let key: Int64

    func head() throws -> Head {
        let statement = try database.cachedStatement(sql: "SELECT sequence, hash, at FROM partnership WHERE key = ?")
        guard let row = try GRDB.Row.fetchOne(statement, arguments: [key]) else {
            return Head(sequence: 0, hash: .none, at: Timestamp(microseconds: 0))
        }
        let (sequence, bytes): (Int, Data) = (try row.stored(0), try row.stored(1))
        // No ledger gets anywhere near the greatest number; one that says so would have no number left for an entry.
        guard (0..<Int.max).contains(sequence) else { throw row.damage(0) }
        guard let hash = EntryHash(bytes: Array(bytes)) else { throw row.damage(1) }
        return Head(sequence: sequence, hash: hash, at: Timestamp(microseconds: try row.stored(2)))
    }

    func sequence(_ asAt: AsAt) throws -> Int {
        switch asAt {
        case .now: return try head().sequence
        case .entry(let sequence):
            let head = try head().sequence
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

    /// The entry that intervals are compared with: for now one that no version's end comes up to.
    func bound(_ asAt: AsAt) throws -> Int {
        if case .now = asAt { return Int(SQLiteSchema.open) - 1 }
        return try sequence(asAt)
    }

    func paper(_ hash: String) throws -> [UInt8]? {
        guard let hash = EntryHash(hash) else { return nil }
        return try Data.fetchOne(
            database, sql: "SELECT bytes FROM paper WHERE partnership = ? AND hash = ?",
            arguments: [key, Data(hash.bytes)]
        ).map(Array.init)
    }
}
