import Access
import Hummingbird
import Importing
import Intake
import Ledger
import Markup
import Register

/// Which plan a paper under review is taken for, and the form by which its reviewer says otherwise.
struct PlanOfPaper {
    let proposal: Proposal?
    /// What the reviewer has said.
    let chosen: PlanChoice?
    let plans: [Row]
    let draft: String
    let hidden: (inout HTML) -> Void

    /// The field that names the plan, and what it says for one that is not kept yet.
    private static let (field, new) = ("plan", "new")
    /// The most plans that are offered.
    private static let most = 300

    /// Plans that are kept and that whoever reviews may read.
    static func plans(_ visit: Visit) async throws -> [Row] {
        var query = Query(kinds: [.plan])
        (query.order, query.limit, query.wantsTotal) = (.reference, most, false)
        let asked = query
        return try await visit.read { try $0.list(asked).rows }
    }

    func write(to html: inout HTML) {
        let paper = proposal?.papers.first
        guard paper?.plan != nil || paper?.comparisons.isEmpty == false || chosen != nil else { return }
        html(.div, .class("buttons")) { html in
            html(.form, .class("inline"), .method(.post), .action(.to(.choosePlan, draft))) { html in
                hidden(&html)
                html(.label, .for(Self.field), text: "Its plan")
                html(.select, .id(Self.field), .name(Self.field)) { options(&$0) }
                html(.button, .class("quiet"), .type("submit"), text: "Use this plan")
            }
        }
    }

    private func options(_ html: inout HTML) {
        html(.option, .value(""), .selected(chosen == nil), text: "By its title and records: \(found)")
        html(.option, .value(Self.new), .selected(chosen == .new), text: "A plan of its own")
        for row in plans {
            html(
                .option, .value("\(row.reference)"), .selected(chosen == .plan(row.id)),
                text: "\(row.reference) \(row.title.clipped(to: 70))")
        }
    }

    /// The plan that the paper is taken for where nobody says so; what it would be is not known once somebody does.
    private var found: String {
        guard chosen == nil, let plan = proposal?.papers.first?.plan else { return "found anew" }
        if let held = proposal?.papers.first?.comparisons.first(where: { $0.plan == plan }) {
            return [held.reference?.description, held.title.clipped(to: 50)].compactMap { $0 }.joined(separator: " ")
        }
        let title = proposal?.changes.first { $0.id == plan }?.record.text
        return "a new one" + (title.map { ", \($0.clipped(to: 50))" } ?? "")
    }

    // MARK: Choosing

    /// Takes the paper for the plan that was chosen.
    static func choose(_ visit: Visit) async throws -> Response {
        let reviewed = try await ReviewedDraft.read(visit)
        var review = try reviewed.ready()
        do {
            review.take(for: try await choice(visit))
            try await reviewed.keep(review.decisions)
        } catch let refusal as Refusal where refusal.isOfSending {
            var page = try await ReviewPage.read(visit, try await ReviewedDraft.read(visit))
            page.problems = [(field, refusal.words)]
            return Pages.page(page.html, status: .badRequest)
        }
        return Reviewing.back(visit)
    }

    private static func choice(_ visit: Visit) async throws -> PlanChoice? {
        guard let words = visit.form[field] else { return nil }
        if words == new { return .new }
        guard let reference = Reference(words), reference.kind == .plan,
            let entry = try await visit.read({ try $0.entry(reference, .now) }),
            case let plan = try entry.record(), plan.withdrawal == nil
        else { throw Refusal.bad("There is no plan “\(words)”. Choose one of the list.") }
        guard visit.mayImport(plan.councils) else {
            throw Refusal.bad(
                "\(reference) is another council's, and your account may bring nothing in there. Choose another plan, or ask an administrator for the role."
            )
        }
        return .plan(entry.id)
    }
}
