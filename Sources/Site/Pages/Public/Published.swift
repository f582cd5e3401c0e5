import Ledger
import Register

/// The plans that anybody may read: those that are published now, whatever they were before.
struct Published: Sendable {
    /// Kinds of record that public pages show.
    static let kinds = PlanPage.kinds

    /// Published plans with the days since which they are, in the order in which they were first kept.
    private(set) var plans: [(row: Row, plan: Plan, since: Day)] = []
    private var byID: [RecordID: Row] = [:]

    /// One statement, and one for each plan.
    init(in reader: any LedgerReader) throws {
        var query = Query(kinds: [.plan])
        (query.order, query.wantsTotal) = (.reference, false)
        for row in try reader.list(query).rows {
            guard let plan = try reader.entry(row.id, .now)?.record().content as? Plan, let since = plan.publishedOn
            else { continue }
            plans.append((row, plan, since))
            byID[row.id] = row
        }
    }

    /// The plan of a record that anybody may read; nil for any other record.
    func plan(of row: Row) -> Row? {
        guard Published.kinds.contains(row.reference.kind), !row.isWithdrawn else { return nil }
        return row.plan.flatMap { byID[$0] }
    }

    /// A published plan by its reference.
    /// - Throws: `Refusal.notFound`, in the same words whether there is such a plan or not.
    func plan(_ text: String) throws(Refusal) -> (row: Row, plan: Plan, since: Day) {
        let reference = Reference(text)
        guard let plan = plans.first(where: { $0.row.reference == reference }) else {
            throw .notFound("There is no published plan “\(text)”.")
        }
        return plan
    }

    /// The day on which something of a published plan was last changed; nil where nothing is in it. Two statements.
    static func updated(_ plan: Row, _ reader: any LedgerReader) throws -> Day? {
        var query = Query(kinds: kinds)
        (query.plan, query.order, query.limit, query.wantsTotal) = (plan.id, .changed, 1, false)
        return try reader.list(query).rows.first.flatMap { try reader.entry($0.id, .now) }.map {
            LondonTime.day(of: $0.at)
        }
    }
}
