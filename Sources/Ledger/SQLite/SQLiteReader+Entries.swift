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
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.columns) FROM entry e WHERE e.partnership = ? AND e.sequence > ?
                ORDER BY e.sequence LIMIT ?
                """)
        return try Array(
            GRDB.Row.fetchCursor(statement, arguments: [key, sequence, limit]).map(SQLiteReader.entry))
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

    /// Reads one entry from the columns above. What cannot be read is left as no record could be: verify names it.
    static func entry(_ row: GRDB.Row) -> Entry {
        let (id, hash): (Data, Data) = (row[3], row[10])
        let prefix: String = row[4]
        return Entry(
            sequence: row[0], at: Timestamp(microseconds: row[1]), commit: row[2],
            id: RecordID(bytes: id) ?? RecordID(milliseconds: 0, chance: (0, 0)),
            reference: Reference(RecordKind(prefix: prefix) ?? .link, row[5]), version: row[6], actor: row[7],
            reason: row[8], body: row[9], hash: EntryHash(bytes: Array(hash)) ?? .none)
    }
}
