import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// A condition on `v` that holds for what is stale: not finished, and nothing said of it for longer than its plan allows.
///
/// Few plans allow other than the usual time, and few such times there are: the plans of each are listed.
struct StaleSQL {
    let sql: String
    let arguments: StatementArguments

    /// What a plan allows that says nothing of it, and what is in no plan: a quarter.
    static let usual = 92

    /// - Parameters:
    ///   - plan: The only plan that the question is about.
    ///   - reader: Is asked what each plan allows.
    init(on day: Day, plan: RecordID?, sequence: Int, in reader: SQLiteReader) throws {
        // No plan waits for more than a century; a number that would not fit a day stops nothing.
        func before(_ days: Int) -> String { day.adding(days: -min(max(days, 0), 36_525)).description }
        var cases = ""
        var arguments = StatementArguments()
        for (allowed, plans) in try reader.unusualPeriods(plan: plan, sequence: sequence) {
            let marks = Array(repeating: "?", count: plans.count).joined(separator: ", ")
            cases += " WHEN v.plan IN (\(marks)) THEN ?"
            arguments += StatementArguments(plans.map { Data($0.bytes) }) + [before(allowed)]
        }
        let limit = cases.isEmpty ? "?" : "CASE\(cases) ELSE ? END"
        sql = "v.finished = 0 AND coalesce(v.said, '') < \(limit)"
        self.arguments = arguments + [before(StaleSQL.usual)]
    }
}

extension SQLiteReader {
    /// Times without a word that plans allow and that are not the usual one, with the plans that allow them. One statement
    /// over the plans.
    fileprivate func unusualPeriods(plan: RecordID?, sequence: Int) throws -> [(days: Int, plans: [RecordID])] {
        // What cannot be read as JSON is for `verify` to name. A sign keeps the planner from the entries, of which nearly all
        // lie before the one asked about.
        let statement = try database.cachedStatement(
            sql: """
                SELECT v.record, CASE WHEN json_valid(e.body) THEN json_extract(e.body, '$.content.staleAfter') END AS days
                FROM version v JOIN entry e ON e.partnership = v.partnership AND e.sequence = v.sequence
                WHERE v.partnership = ? AND v.kind = 'PLN' AND +v.sequence <= ? AND +v.until > ?
                    AND (? IS NULL OR v.record = ?) AND typeof(days) = 'integer' AND days <> \(StaleSQL.usual)
                ORDER BY v.number
                """)
        let only = plan.map { Data($0.bytes) }
        let found = try statement.all([key, sequence, sequence, only, only]) { row in
            (plan: try row.id(0), days: try row.int(1))
        }
        return Dictionary(grouping: found, by: \.days).sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(\.plan)) }
    }
}
