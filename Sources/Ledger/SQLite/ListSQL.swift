import Foundation
internal import GRDB
import Register

/// A query in SQL: what stands behind FROM, and its arguments.
struct ListSQL {
    private(set) var source: String
    private(set) var arguments: StatementArguments

    /// - Parameter reader: Asked what plans allow, where what is stale is listed.
    init(_ query: Query, key: Int64, sequence: Int, scope: ReadableSQL, in reader: SQLiteReader) throws {
        var conditions = ["v.partnership = ?"]
        arguments = [key]
        var arguments: StatementArguments = [key]
        func condition(_ sql: String, _ values: any DatabaseValueConvertible...) {
            conditions.append(sql)
            arguments += StatementArguments(values)
        }
        func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
        func ids(_ ids: [RecordID]) -> [Data] { ids.map { Data($0.bytes) } }

        var source = "version v"
        if let owners = query.owners {
            // Owners have few records each, so the search begins with them; a record that two of them share is one.
            source = """
                (SELECT DISTINCT partnership, sequence FROM facet
                    WHERE partnership = ? AND name = 'owner' AND value IN (\(marks(owners.count)))) f
                CROSS JOIN version v ON v.partnership = f.partnership AND v.sequence = f.sequence
                """
            arguments = [key] + StatementArguments(ids(owners)) + arguments
        } else if query.standing?.kind == .awaitsClosing {
            // The few that wait are found by their facet.
            source = """
                (SELECT sequence FROM facet WHERE partnership = ? AND name = 'awaits') f
                CROSS JOIN version v ON v.sequence = f.sequence
                """
            arguments = [key] + arguments
        }
        // A sign before a column keeps the planner from beginning with it: what hangs under one record, or belongs to one
        // person, is fewer than all of a kind; and an interval that most versions lie in narrows nothing.
        let isByFacet = query.owners != nil || query.standing?.kind == .awaitsClosing
        let kind = query.parent == nil && !isByFacet ? "v.kind" : "+v.kind"
        if query.kinds.count == 1, let only = query.kinds.first {
            condition("\(kind) = ?", only.prefix)
        } else if query.kinds.count < RecordKind.allCases.count {
            conditions.append("\(kind) IN (\(marks(query.kinds.count)))")
            arguments += StatementArguments(query.kinds.map(\.prefix))
        }
        switch query.asAt {
        case .now where query.isPlanInOrder: conditions.append("v.until = \(SQLiteSchema.open)")
        case .now: conditions.append("+v.until = \(SQLiteSchema.open)")
        case .entry, .moment: condition("+v.sequence <= ? AND +v.until > ?", sequence, sequence)
        }
        if !query.includesWithdrawn { conditions.append("v.withdrawn = 0") }
        if let plan = query.plan { condition("v.plan = ?", Data(plan.bytes)) }
        if let themes = query.themes {
            conditions.append("v.theme IN (\(marks(themes.count)))")
            arguments += StatementArguments(ids(themes))
        }
        if let parent = query.parent { condition("v.parent = ?", Data(parent.bytes)) }
        for (name, values) in [
            ("council", query.councils.map(ids)), ("tag", query.tag.map { [Data($0.lowercased().utf8)] }),
        ] {
            guard let values else { continue }
            conditions.append(
                """
                EXISTS (SELECT 1 FROM facet x WHERE x.partnership = v.partnership AND x.name = ?
                    AND x.value IN (\(marks(values.count))) AND x.sequence = v.sequence)
                """)
            arguments += [name] + StatementArguments(values)
        }
        // SQLite's own "lower" knows English letters only, and plans are written in Welsh too.
        if let status = query.status { condition("swiftLowercaseString(v.status) = ?", status.lowercased()) }
        if let day = query.dueBefore { condition("v.due <= ?", day.description) }
        if let standing = query.standing {
            let test = try StandingSQL(standing, plan: query.plan, sequence: sequence, in: reader)
            conditions.append(test.sql)
            arguments += test.arguments
        }
        if let text = query.text {
            condition(
                """
                v.record IN (SELECT p.record FROM words w CROSS JOIN passage p ON p.key = w.rowid WHERE w.words MATCH ?
                    AND p.partnership = ? AND p.line IS NULL AND p.sequence <= ? AND p.until > ?)
                """, text.fullText, key, sequence, sequence)
        }
        self.source = source + " WHERE " + conditions.joined(separator: " AND ") + scope.sql
        self.arguments = arguments + scope.arguments
    }

    /// Puts the records in order and cuts out what is to be shown.
    mutating func cut(_ query: Query) {
        let down = query.isDescending ? " DESC" : ""
        let order =
            switch query.order {
            case .due: "v.due\(down) NULLS LAST, v.number, v.kind"
            case .reference:
                // What hangs under a record, or stood in a plan, is sorted; going through all references in order would be
                // longer. What stands in a plan now has an index in this order.
                query.parent == nil && query.owners == nil && (query.plan == nil || query.isPlanInOrder)
                    ? "v.kind\(down), v.number\(down)" : "+v.kind\(down), v.number\(down)"
            case .changed: query.isDescending ? "v.sequence" : "v.sequence DESC"
            case .title: "lower(v.title)\(down), v.number, v.kind"
            case .status: "lower(v.status)\(down) NULLS LAST, v.number, v.kind"
            case .original: "v.original\(down) NULLS LAST, v.number, v.kind"
            case .said: "v.said\(down) NULLS LAST, v.number, v.kind"
            case .updates: "v.updates\(down), v.number, v.kind"
            }
        source += " ORDER BY \(order)"
        if query.limit != nil || query.offset > 0 {
            source += " LIMIT ? OFFSET ?"
            arguments += [query.limit ?? -1, query.offset]
        }
    }
}

extension Query {
    /// Whether it goes through what stands in a plan in the order of the references.
    fileprivate var isPlanInOrder: Bool {
        plan != nil && asAt == .now && order == .reference && parent == nil && owners == nil
    }
}

/// A standing in SQL, over the columns of `v`; the same rules as `Standing(of:on:)`.
struct StandingSQL {
    let sql: String
    let arguments: StatementArguments

    init(_ filter: StandingFilter, plan: RecordID?, sequence: Int, in reader: SQLiteReader) throws {
        let today = filter.on.description
        let soon = filter.on.adding(days: filter.soon).description
        switch filter.kind {
        case .overdue: (sql, arguments) = ("v.finished = 0 AND \(StandingSQL.dated) AND v.due < ?", [today])
        case .dueSoon:
            (sql, arguments) = ("v.finished = 0 AND \(StandingSQL.dated) AND v.due >= ? AND v.due <= ?", [today, soon])
        case .inTime: (sql, arguments) = ("v.finished = 0 AND \(StandingSQL.dated) AND v.due > ?", [soon])
        case .slipped: (sql, arguments) = ("v.slips > 0", [])
        case .stale:
            let stale = try StaleSQL(
                on: filter.on, plan: plan, sequence: sequence, in: reader)
            (sql, arguments) = (stale.sql, stale.arguments)
        case .noOwner: (sql, arguments) = ("v.finished = 0 AND v.owners IS NULL", [])
        case .noDate: (sql, arguments) = (StandingSQL.noDate, [])
        case .ongoing: (sql, arguments) = ("v.finished = 0 AND v.timing IN ('openEnded', 'recurring')", [])
        case .unanswered: (sql, arguments) = (StandingSQL.unanswered, [sequence, sequence])
        case .awaitsClosing: (sql, arguments) = (StandingSQL.awaitsClosing, [])
        case .open: (sql, arguments) = ("v.finished = 0", [])
        case .finished: (sql, arguments) = ("v.finished = 1", [])
        }
    }

    static let dated = "v.timing IN ('dated', 'none')"
    static let noDate =
        "v.finished = 0 AND (v.timing IN ('undated', 'impossible') OR v.timing IN ('dated', 'none') AND v.due IS NULL)"
    static let awaitsClosing = """
        EXISTS (SELECT 1 FROM facet w WHERE w.partnership = v.partnership AND w.name = 'awaits' AND w.value = CAST('closing' AS BLOB)
            AND w.sequence = v.sequence)
        """
    /// Takes the sequence twice.
    static let unanswered = """
        v.asks = 1 AND v.finished = 0 AND v.updates = 0 AND NOT EXISTS (
            SELECT 1 FROM facet a JOIN version l ON l.partnership = a.partnership AND l.sequence = a.sequence
            WHERE a.partnership = v.partnership AND a.name = 'answers to' AND a.value = v.record
                AND l.sequence <= ? AND l.until > ? AND l.withdrawn = 0)
        """
}
