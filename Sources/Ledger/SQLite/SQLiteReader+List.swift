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
        let isWhole = query.offset == 0 && rows.count < query.limit ?? Int.max
        if isWhole || !query.wantsTotal { return Page(rows: rows, total: rows.count) }
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
            if let row { found[id] = try SQLiteReader.row(row) }
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
                let body: String = try row.stored(20)
                guard let link = try? RecordCoding.record(body).content as? Link else { continue }
                links.append(LinkRow(row: try SQLiteReader.row(row), from: link.from, role: link.role, to: link.to))
            }
        }
        return links
    }

    /// Reads one row from the columns above.
    /// - Throws: `DamagedColumn` where one of them cannot be read.
    static func row(_ row: GRDB.Row) throws -> Row {
        func id(_ column: Int) throws -> RecordID? {
            guard let bytes: Data = try row.storedOrNil(column) else { return nil }
            guard let id = RecordID(bytes: bytes) else { throw row.damage(column) }
            return id
        }
        func day(_ column: Int) throws -> Day? {
            guard let text: String = try row.storedOrNil(column) else { return nil }
            guard let day = Day(iso: text) else { throw row.damage(column) }
            return day
        }
        guard let record = try id(0) else { throw row.damage(0) }
        guard let timing = Facts.Timing(rawValue: try row.stored(12)) else { throw row.damage(12) }
        let bytes = Array(try row.storedOrNil(18) ?? Data())
        return Row(
            id: record, reference: Reference(try row.storedKind(1), try row.stored(2)), version: try row.stored(3),
            sequence: try row.stored(4), title: try row.stored(5), printed: try row.storedOrNil(6), plan: try id(7),
            theme: try id(8), parent: try id(9), status: try row.storedOrNil(10), isFinished: try row.stored(11),
            timing: timing, due: try day(13), originalDue: try day(14), slips: try row.stored(15),
            lastSaid: try day(16), updates: try row.stored(17),
            owners: stride(from: 0, to: bytes.count, by: 16).compactMap { start in
                RecordID(bytes: bytes[start..<min(start + 16, bytes.count)])
            },
            isWithdrawn: try row.stored(19))
    }
}
