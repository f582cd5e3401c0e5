import Access
import Ledger
import Markup
import Register

/// The council that leads a new record: one that whoever asks may edit for, out of those of its plan.
struct CouncilField: Sendable {
    /// The plan's own councils, which the record concerns too: those that stand for them, each once.
    private let ofPlan: [RecordID]
    private let choices: [Row]
    /// Whether a record may be the whole partnership's, as its plan is.
    private let mayBeShared: Bool

    /// - Throws: `Refusal.forbidden` where there is nothing to choose from.
    init(_ visit: Visit, of plan: Record, in reader: any LedgerReader) throws {
        mayBeShared = plan.councils.isEmpty && visit.rights.canEdit(councils: [])
        var query = Query(kinds: [.council])
        (query.order, query.wantsTotal) = (.reference, false)
        let councils = try reader.list(query).rows
        let merged = Dictionary(
            councils.compactMap { row in row.mergedInto.map { (row.id, $0) } }, uniquingKeysWith: { $1 })
        let ofPlan = plan.councils.map { merged[$0] ?? $0 }
            .reduce(into: [RecordID]()) { if !$0.contains($1) { $0.append($1) } }
        choices = councils.filter { row in
            row.mergedInto == nil && visit.rights.canEdit(councils: [row.id])
                && (ofPlan.isEmpty || ofPlan.contains(row.id))
        }
        self.ofPlan = ofPlan
        guard mayBeShared || !choices.isEmpty else { throw Refusal.forbidden }
    }

    /// The councils of a new record, the one that leads first.
    func councils(_ form: Fields, _ problems: inout FormProblems) -> [RecordID] {
        if let lead = choices.count == 1 && !mayBeShared ? choices.first : named(form) {
            return [lead.id] + ofPlan.filter { $0 != lead.id }
        }
        if !mayBeShared { problems.add("council", "Choose the council that leads it") }
        return []
    }

    private func named(_ form: Fields) -> Row? { choices.first { $0.reference.description == form["council"] } }

    func write(to html: inout HTML, chosen: String?, problem: String?) {
        guard choices.count + (mayBeShared ? 1 : 0) > 1 else { return }
        html.select(
            "council", "Council",
            hint: "The one that leads it. Its officers change it, and its readers see it.",
            [("", mayBeShared ? "The whole partnership" : "Choose a council")]
                + choices.map { ($0.reference.description, $0.title) }, chosen: chosen, problem: problem)
    }
}
