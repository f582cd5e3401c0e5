import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension SQLiteReader {
    private static let columns =
        "e.sequence, e.at, e.first, e.record, e.kind, e.number, e.version, e.actor, e.reason, e.body, e.hash"

    /// The version of a record that stood at a moment.
    func entry(_ id: RecordID, _ asAt: AsAt) throws -> Entry? {
        try entry(where: "v.record = ?", [Data(id.bytes)], asAt)
    }

    /// The version of the record with a reference that stood at a moment.
    func entry(_ reference: Reference, _ asAt: AsAt) throws -> Entry? {
        try entry(where: "v.kind = ? AND v.number = ?", [reference.kind.prefix, reference.number], asAt)
    }

    private func entry(
        where condition: String, _ values: [any DatabaseValueConvertible & Sendable], _ asAt: AsAt
    ) throws -> Entry? {
        let sequence = try bound(asAt)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.columns) FROM version v
                JOIN entry e ON e.partnership = v.partnership AND e.sequence = v.sequence
                WHERE v.partnership = ? AND \(condition) AND v.sequence <= ? ORDER BY v.sequence DESC LIMIT 1
                """)
        let arguments = StatementArguments([key]) + StatementArguments(values) + [sequence]
        return try statement.first(arguments, SQLiteReader.entry)
    }

    /// All versions of a record that had been made at a moment, first to last.
    func history(_ id: RecordID, _ asAt: AsAt) throws -> [Entry] {
        let sequence = try bound(asAt)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.columns) FROM version v
                JOIN entry e ON e.partnership = v.partnership AND e.sequence = v.sequence
                WHERE v.partnership = ? AND v.record = ? AND v.sequence <= ? ORDER BY v.sequence
                """)
        return try statement.all([key, Data(id.bytes), sequence], SQLiteReader.entry)
    }

    /// Entries in order, so many after a sequence.
    func entries(after sequence: Int, limit: Int) throws -> [Entry] {
        try entriesStatement().all([key, sequence, limit], SQLiteReader.entry)
    }

    /// Entries whose commit began with a sequence.
    func entries(ofCommit first: Int) throws -> [Entry] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.columns) FROM entry e
                WHERE e.partnership = ? AND e.sequence >= ? AND e.first = ?
                    AND e.sequence < coalesce((SELECT min(n.sequence) FROM entry n
                        WHERE n.partnership = e.partnership AND n.sequence > ? AND n.first > ?), \(SQLiteSchema.open))
                ORDER BY e.sequence
                """)
        return try statement.all([key, first, first, first, first], SQLiteReader.entry)
    }

    /// Entries as far as they can be read, for `verify`, which names the one that cannot.
    func readableEntries(after sequence: Int, limit: Int) throws -> [Result<Entry, DamagedColumn>] {
        try entriesStatement().all([key, sequence, limit]) { row in
            do {
                return .success(try SQLiteReader.entry(row))
            } catch let damage as DamagedColumn {
                return .failure(damage)
            }
        }
    }

    private func entriesStatement() throws -> Statement {
        try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.columns) FROM entry e WHERE e.partnership = ? AND e.sequence > ?
                ORDER BY e.sequence LIMIT ?
                """)
    }

    /// Reads one entry from the columns above.
    /// - Throws: `DamagedColumn` where one of them cannot be read.
    static func entry(_ row: StoredRow) throws -> Entry {
        guard let hash = EntryHash(bytes: Array(try row.bytes(10))) else { throw row.damage(10) }
        return Entry(
            sequence: try row.int(0), at: Timestamp(microseconds: try row.int(1)), commit: try row.int(2),
            id: try row.id(3), reference: Reference(try row.kind(4), try row.int(5)), version: try row.int(6),
            actor: try row.text(7), reason: try row.text(8), body: try row.text(9), hash: hash)
    }
}
