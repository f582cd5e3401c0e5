import Foundation
internal import GRDB
import Register

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
        return try GRDB.Row.fetchOne(statement, arguments: arguments).map(SQLiteReader.entry)
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
        return try Array(
            GRDB.Row.fetchCursor(statement, arguments: [key, Data(id.bytes), sequence]).map(SQLiteReader.entry))
    }

    /// Entries in order, so many after a sequence.
    func entries(after sequence: Int, limit: Int) throws -> [Entry] {
        return try Array(
            GRDB.Row.fetchCursor(try entriesStatement(), arguments: [key, sequence, limit]).map(SQLiteReader.entry))
    }

    /// Entries whose commit began with a sequence.
    func entries(ofCommit first: Int) throws -> [Entry] {
        try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT \(SQLiteReader.columns) FROM entry e
                WHERE e.partnership = ? AND e.sequence >= ? AND e.first = ?
                    AND e.sequence < coalesce((SELECT min(n.sequence) FROM entry n
                        WHERE n.partnership = e.partnership AND n.sequence > ? AND n.first > ?), \(SQLiteSchema.open))
                ORDER BY e.sequence
                """, arguments: [key, first, first, first, first]
        ).map(SQLiteReader.entry)
    }

    /// Entries as stored, for `verify`, which names the one that cannot be read.
    func entryRows(after sequence: Int, limit: Int) throws -> [GRDB.Row] {
        try GRDB.Row.fetchAll(try entriesStatement(), arguments: [key, sequence, limit])
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
    static func entry(_ row: GRDB.Row) throws -> Entry {
        let (id, hash): (Data, Data) = (try row.stored(3), try row.stored(10))
        guard let record = RecordID(bytes: id) else { throw row.damage(3) }
        guard let hash = EntryHash(bytes: Array(hash)) else { throw row.damage(10) }
        return Entry(
            sequence: try row.stored(0), at: Timestamp(microseconds: try row.stored(1)), commit: try row.stored(2),
            id: record, reference: Reference(try row.storedKind(4), try row.stored(5)), version: try row.stored(6),
            actor: try row.stored(7), reason: try row.stored(8), body: try row.stored(9), hash: hash)
    }
}
