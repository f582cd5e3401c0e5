import Foundation
internal import GRDB
import Register

extension SQLiteReader {
    static let rowColumns = """
        v.record, v.kind, v.number, v.version, v.sequence, v.title, v.printed, v.plan, v.theme, v.parent, v.status,
        v.finished, v.timing, v.due, v.original, v.slips, v.said, v.updates, v.owners, v.withdrawn
        """

    /// Records that a query asks for, with how many there are in all. One statement, and one more where some are left out.
    func list(_ query: Query) throws -> Page {
        var sql = ListSQL(query, key: key, sequence: try bound(query.asAt))
        let (counted, arguments) = (sql.source, sql.arguments)
        sql.cut(query)
        let statement = try database.cachedStatement(sql: "SELECT \(SQLiteReader.rowColumns) FROM \(sql.source)")
        let rows = try Array(GRDB.Row.fetchCursor(statement, arguments: sql.arguments).map(SQLiteReader.row))
        if query.offset == 0, rows.count < query.limit ?? Int.max { return Page(rows: rows, total: rows.count) }
        let count = try database.cachedStatement(sql: "SELECT count(*) FROM \(counted)")
        return Page(rows: rows, total: try Int.fetchOne(count, arguments: arguments) ?? 0)
    }

    /// Rows of records by id, in no order.
    func rows(_ ids: Set<RecordID>, _ asAt: AsAt) throws -> [RecordID: Row] {
        guard !ids.isEmpty else { return [:] }
        let sequence = try bound(asAt)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns) FROM version v WHERE v.partnership = ? AND v.record = ? AND v.sequence <= ?
                ORDER BY v.sequence DESC LIMIT 1
                """)
        var found: [RecordID: Row] = [:]
        for id in ids {
            let row = try GRDB.Row.fetchOne(statement, arguments: [key, Data(id.bytes), sequence])
            if let row { found[id] = SQLiteReader.row(row) }
        }
        return found
    }

    /// Rows of records that go by a name.
    func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt) throws -> [Row] {
        let sequence = try bound(asAt)
        let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns) FROM facet f
                CROSS JOIN version v ON v.partnership = f.partnership AND v.sequence = f.sequence
                WHERE f.partnership = ? AND f.name = 'name' AND f.value = ? AND v.sequence <= ? AND v.until > ?
                    AND v.withdrawn = 0 AND v.kind IN (\(marks))
                ORDER BY v.number
                """)
        let arguments: StatementArguments = [key, Data(name.lowercased().utf8), sequence, sequence]
        return try Array(
            GRDB.Row.fetchCursor(statement, arguments: arguments + StatementArguments(kinds.map(\.prefix)))
                .map(SQLiteReader.row))
    }

    /// Links that begin or end at a record. Two ranges of an index.
    func links(_ id: RecordID, _ asAt: AsAt) throws -> [LinkRow] {
        let sequence = try bound(asAt)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns), e.body FROM facet f
                CROSS JOIN version v ON v.partnership = f.partnership AND v.sequence = f.sequence
                JOIN entry e ON e.partnership = f.partnership AND e.sequence = f.sequence
                WHERE f.partnership = ? AND f.name = ? AND f.value = ? AND v.sequence <= ? AND v.until > ?
                    AND v.withdrawn = 0
                ORDER BY v.number
                """)
        var links: [LinkRow] = []
        for end in ["from", "to"] {
            let rows = try GRDB.Row.fetchAll(statement, arguments: [key, end, Data(id.bytes), sequence, sequence])
            for row in rows {
                let body: String = row[20]
                guard let link = try? RecordCoding.record(body).content as? Link else { continue }
                links.append(LinkRow(row: SQLiteReader.row(row), from: link.from, role: link.role, to: link.to))
            }
        }
        return links
    }

    /// Reads one row from the columns above.
    static func row(_ row: GRDB.Row) -> Row {
        func id(_ column: Int) -> RecordID? {
            try? row.withUnsafeData(atIndex: column) { data in data.flatMap { RecordID(bytes: $0) } }
        }
        func day(_ column: Int) -> Day? { (row[column] as String?).flatMap { Day(iso: $0) } }
        let prefix: String = row[1]
        let owners = try? row.withUnsafeData(atIndex: 18) { data -> [RecordID] in
            guard let data else { return [] }
            return stride(from: data.startIndex, to: data.endIndex, by: 16).compactMap {
                RecordID(bytes: data[$0..<min($0 + 16, data.endIndex)])
            }
        }
        return Row(
            id: id(0) ?? RecordID(milliseconds: 0, chance: (0, 0)),
            reference: Reference(RecordKind(prefix: prefix) ?? .link, row[2]), version: row[3], sequence: row[4],
            title: row[5], printed: row[6], plan: id(7), theme: id(8), parent: id(9), status: row[10],
            isFinished: row[11], timing: Facts.Timing(rawValue: row[12]) ?? .none, due: day(13), originalDue: day(14),
            slips: row[15], lastSaid: day(16), updates: row[17],
            owners: owners ?? [],
            isWithdrawn: row[19])
    }
}
