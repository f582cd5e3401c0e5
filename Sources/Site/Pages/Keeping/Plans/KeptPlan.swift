import Access
import Ledger
import Markup
import Register

/// A plan as it stands, if the visitor may keep it, with the statuses that its records report.
struct KeptPlan: Sendable {
    let row: Row
    let record: Record
    let plan: Plan
    let actor: String

    /// Reads the plan that the path names.
    /// - Throws: `Refusal.notFound` or `.forbidden`.
    init(for visit: Visit, in reader: any LedgerReader) throws {
        let text = visit.part("plan")
        guard let reference = Reference(text), let entry = try reader.entry(reference, .now),
            let row = try reader.rows([entry.id], .now)[entry.id]
        else { throw Refusal.notFound("There is no plan “\(text)”.") }
        let record = try entry.record()
        guard let plan = record.content as? Plan, record.withdrawal == nil else {
            throw Refusal.notFound("\(reference) is no plan.")
        }
        guard visit.rights.canAdminister(councils: record.councils) else { throw Refusal.forbidden }
        (self.row, self.record, self.plan, actor) = (row, record, plan, entry.actor)
    }

    /// Statuses that records of the plan report, with how many do. One statement.
    func statuses(in reader: any LedgerReader) throws -> [String: Int] {
        var query = Query(kinds: RecordKind.allCases.filter(\.isTracked))
        (query.plan, query.wantsTotal) = (row.id, false)
        return try reader.list(query).rows.reduce(into: [:]) { counts, row in
            if let status = row.status { counts[status, default: 0] += 1 }
        }
    }

    /// The change to another version of the plan.
    func change(to plan: Plan) -> Commit.Change {
        var record = record
        record.content = plan
        return Commit.Change(row.id, seen: row.version, record)
    }

    /// The way back from a page about the plan.
    var crumbs: [(words: String, address: Address)] {
        [
            ("Administration", .to(.keeping)), ("Plans and their statuses", .to(.keptPlans)),
        ]
    }
}
