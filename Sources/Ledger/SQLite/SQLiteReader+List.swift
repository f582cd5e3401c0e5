import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension SQLiteReader {
    static let rowColumns = """
        v.record, v.kind, v.number, v.version, v.sequence, v.title, v.printed, v.plan, v.theme, v.parent, v.status,
        v.finished, v.timing, v.due, v.original, v.slips, v.said, v.updates, v.owners, v.withdrawn
        """

    /// Records that a query asks for, with how many there are in all. One statement, and one more where some are left out.
    func list(_ query: Query) throws -> Page {
        var sql = try ListSQL(
            query, key: key, sequence: try bound(query.asAt), scope: try ReadableSQL(query.readable, in: self), in: self
        )
        let (counted, arguments) = (sql.source, sql.arguments)
        sql.cut(query)
        let statement = try database.cachedStatement(sql: "SELECT \(SQLiteReader.rowColumns) FROM \(sql.source)")
        let rows = try statement.all(sql.arguments, SQLiteReader.row)
        let isWhole = query.offset == 0 && rows.count < query.limit ?? Int.max
        if isWhole || !query.wantsTotal { return Page(rows: rows, total: rows.count) }
        let count = try database.cachedStatement(sql: "SELECT count(*) FROM \(counted)")
        return Page(rows: rows, total: try Int.fetchOne(count, arguments: arguments) ?? 0)
    }

    /// Rows of records by id, in no order.
    func rows(_ ids: Set<RecordID>, _ asAt: AsAt, readable: Readable) throws -> [RecordID: Row] {
        guard !ids.isEmpty else { return [:] }
        let sequence = try bound(asAt)
        let scope = try ReadableSQL(readable, in: self)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns) FROM version v WHERE v.partnership = ? AND v.record = ? AND v.sequence <= ?
                    AND v.until > ?\(scope.sql)
                ORDER BY v.sequence DESC LIMIT 1
                """)
        var found: [RecordID: Row] = [:]
        for id in ids {
            found[id] = try statement.first(
                [key, Data(id.bytes), sequence, sequence] + scope.arguments, SQLiteReader.row)
        }
        return found
    }

    /// Rows of records that go by a name.
    func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt, readable: Readable) throws -> [Row] {
        let sequence = try bound(asAt)
        let scope = try ReadableSQL(readable, in: self)
        let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns) FROM facet f
                CROSS JOIN version v ON v.partnership = f.partnership AND v.sequence = f.sequence
                WHERE f.partnership = ? AND f.name = 'name' AND f.value = ? AND v.sequence <= ? AND v.until > ?
                    AND v.withdrawn = 0 AND v.kind IN (\(marks))\(scope.sql)
                ORDER BY v.number
                """)
        let arguments: StatementArguments = [key, Data(name.lowercased().utf8), sequence, sequence]
        return try statement.all(
            arguments + StatementArguments(kinds.map(\.prefix)) + scope.arguments, SQLiteReader.row)
    }

    /// Whoever answers for something in a plan. One pass over the versions of the plan.
    func owners(in plan: RecordID, _ asAt: AsAt, readable: Readable) throws -> Set<RecordID> {
        let sequence = try bound(asAt)
        let scope = try ReadableSQL(readable, in: self)
        // What stands in a plan now has an index of its own.
        let stands = asAt == .now ? "v.until = \(SQLiteSchema.open)" : "+v.sequence <= ? AND +v.until > ?"
        let statement = try database.cachedStatement(
            sql: """
                SELECT DISTINCT v.owners FROM version v WHERE v.partnership = ? AND v.plan = ? AND \(stands)
                    AND v.withdrawn = 0 AND v.owners IS NOT NULL\(scope.sql)
                """)
        var arguments: StatementArguments = [key, Data(plan.bytes)]
        if asAt != .now { arguments += [sequence, sequence] }
        return Set(try statement.all(arguments + scope.arguments) { try $0.ids(0) }.joined())
    }

    /// Tags that records bear. One statement, and one for each tag.
    func tags(_ asAt: AsAt, readable: Readable) throws -> [String] {
        let sequence = try bound(asAt)
        let scope = try ReadableSQL(readable, in: self)
        let borne = try database.cachedStatement(
            sql: """
                SELECT v.sequence FROM facet f
                CROSS JOIN version v ON v.partnership = f.partnership AND v.sequence = f.sequence
                WHERE f.partnership = ? AND f.name = 'tag' AND f.value = ? AND v.sequence <= ? AND v.until > ?
                    AND v.withdrawn = 0\(scope.sql)
                ORDER BY f.sequence DESC LIMIT 1
                """)
        return try values(of: "tag") { Data(try $0.bytes(0)) }.compactMap { tag in
            let first = try borne.first([key, tag, sequence, sequence] + scope.arguments) { try $0.int(0) }
            return first.map { _ in String(decoding: tag, as: UTF8.self) }
        }
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
        return try ["from", "to"].flatMap { end in
            try statement.all([key, end, Data(id.bytes), sequence, sequence]) { row -> LinkRow? in
                guard let link = try? RecordCoding.record(try row.text(20)).content as? Link else { return nil }
                return LinkRow(row: try SQLiteReader.row(row), from: link.from, role: link.role, to: link.to)
            }
        }.compactMap(\.self)
    }

    /// Reads one row from the columns above.
    /// - Throws: `DamagedColumn` where one of them cannot be read.
    static func row(_ row: StoredRow) throws -> Row {
        guard let timing = Facts.Timing(rawValue: try row.text(12)) else { throw row.damage(12) }
        return Row(
            id: try row.id(0), reference: Reference(try row.kind(1), try row.int(2)), version: try row.int(3),
            sequence: try row.int(4), title: try row.text(5), printed: try row.textOrNil(6), plan: try row.idOrNil(7),
            theme: try row.idOrNil(8), parent: try row.idOrNil(9), status: try row.textOrNil(10),
            isFinished: try row.flag(11), timing: timing, due: try row.dayOrNil(13), originalDue: try row.dayOrNil(14),
            slips: try row.int(15), lastSaid: try row.dayOrNil(16), updates: try row.int(17), owners: try row.ids(18),
            isWithdrawn: try row.flag(19))
    }
}
