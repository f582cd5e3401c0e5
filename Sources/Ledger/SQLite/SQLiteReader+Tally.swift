import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension SQLiteReader {
    /// Counts of promises, and of recommendations, by plan and theme. One pass over the versions of the kinds counted.
    func tally(_ question: TallyQuestion) throws -> [Tally] {
        let sequence = try bound(question.asAt)
        let stale = try StaleSQL(
            on: question.on, plan: question.plan, sequence: sequence, in: self)
        let sql = TallySQL(
            question, key: key, sequence: sequence, scope: try ReadableSQL(question.readable, in: self), stale: stale)
        let statement = try database.cachedStatement(sql: sql.text)
        return try GRDB.Row.fetchAll(statement, arguments: sql.arguments).map { row in
            let (plan, theme): (Data?, Data?) = (try row.storedOrNil(1), try row.storedOrNil(2))
            var tally = Tally(kind: try row.storedKind(0))
            tally.plan = plan.flatMap { RecordID(bytes: $0) }
            tally.theme = theme.flatMap { RecordID(bytes: $0) }
            let counts: [Int] = try (3...11).map { try row.stored($0) }
            (tally.count, tally.finished, tally.overdue, tally.dueSoon) = (counts[0], counts[1], counts[2], counts[3])
            (tally.slipped, tally.stale, tally.noOwner, tally.noDate) = (counts[4], counts[5], counts[6], counts[7])
            tally.unanswered = counts[8]
            return tally
        }
    }
}

/// The one statement that counts.
struct TallySQL {
    let text: String
    let arguments: StatementArguments

    init(_ question: TallyQuestion, key: Int64, sequence: Int, scope: ReadableSQL, stale: StaleSQL) {
        let today = question.on.description
        let soon = question.on.adding(days: question.soon).description
        var arguments: StatementArguments = [today, today, soon]
        arguments += stale.arguments + [sequence, sequence, key]
        var conditions = "v.partnership = ?"
        switch question.asAt {
        // What stands in a plan now has an index of its own.
        case .now: conditions += " AND \(question.plan == nil ? "+" : "")v.until = \(SQLiteSchema.open)"
        case .entry, .moment:
            conditions += " AND +v.sequence <= ? AND +v.until > ?"
            arguments += [sequence, sequence]
        }
        if let plan = question.plan {
            conditions += " AND v.plan = ?"
            arguments += [Data(plan.bytes)]
        }
        conditions += scope.sql
        arguments += scope.arguments
        let kinds = RecordKind.allCases.filter(\.isTallied).map { "'\($0.prefix)'" }.joined(separator: ", ")
        text = """
            SELECT v.kind, v.plan, v.theme, count(*), sum(v.finished),
                sum(v.finished = 0 AND \(StandingSQL.dated) AND coalesce(v.due < ?, 0)),
                sum(v.finished = 0 AND \(StandingSQL.dated) AND coalesce(v.due >= ? AND v.due <= ?, 0)),
                sum(v.slips > 0), sum(\(stale.sql)), sum(v.finished = 0 AND v.owners IS NULL),
                sum(\(StandingSQL.noDate)), sum(\(StandingSQL.unanswered))
            FROM version v WHERE \(conditions) AND v.withdrawn = 0 AND v.kind IN (\(kinds))
            GROUP BY v.kind, v.plan, v.theme
            """
        self.arguments = arguments
    }
}
