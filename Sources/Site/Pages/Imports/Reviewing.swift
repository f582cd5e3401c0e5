import Access
import Hummingbird
import Importing
import Ledger
import Markup
import Register

/// What a reviewer does with a paper: decides of all findings that are sure enough, keeps it, drops it.
enum Reviewing {
    static func acceptAll(_ visit: Visit) async throws -> Response {
        let reviewed = try await ReviewedDraft.read(visit)
        var review = try reviewed.ready()
        guard let hundredths = visit.form["threshold"].flatMap({ Int($0) }), (0...100).contains(hundredths) else {
            throw Refusal.bad("Choose how sure a finding has to be, from 0 to 100 per cent.")
        }
        review.acceptAll(atLeast: Double(hundredths) / 100)
        try await reviewed.keep(review.decisions)
        return back(visit)
    }

    /// Keeps the paper and all that was accepted, in one entry of the ledger's history.
    static func keep(_ visit: Visit) async throws -> Response {
        let visitor = try visit.signedIn()
        let reviewed = try await ReviewedDraft.read(visit)
        let seen = visit.form["seen"].flatMap { Int($0) }
        guard seen == nil || seen == reviewed.draft.version else {
            throw Refusal.bad(
                "Something was decided of this paper since you loaded the page. Look at it again before you keep it.")
        }
        let draft = try await reviewed.proposed()
        guard try await LeaveToKeep(draft.proposal, for: visit).refusal == nil else {
            // The page says why.
            return Pages.page(try await ReviewPage.read(visit, reviewed).html, status: .forbidden)
        }
        let entries = try await visit.ledger.append(draft.commit(by: visitor.name))
        // The ledger has it now; if this fails, the paper is merely offered for review once more, and refused as known.
        try? await visit.access.removeDraft(reviewed.draft.id, of: reviewed.draft.account)
        await visit.site.readings.forget(reviewed.draft.id)
        guard let made = entries.first(where: { $0.reference.kind == .import }) else { return Pages.go(.to(.imports)) }
        return Pages.go(.to(.record, made.reference.description, query: [("done", "1")]))
    }

    static func drop(_ visit: Visit) async throws -> Response {
        let reviewed = try await ReviewedDraft.read(visit, within: .zero)
        try await visit.access.removeDraft(reviewed.draft.id, of: reviewed.draft.account)
        await visit.site.readings.forget(reviewed.draft.id)
        return Pages.go(.to(.imports))
    }

    /// The page of the review as it was left, at a place of it.
    static func back(_ visit: Visit, to fragment: String? = nil) -> Response {
        Pages.go(
            .to(
                .review, visit.part("draft"),
                query: [("show", visit.form["show"]), ("page", visit.form["page"])], fragment: fragment))
    }
}
