import Access
import Foundation
import Importing
import Intake
import Ledger
import Papers
import Register

/// A paper under review, read, with what was decided of it so far.
struct ReviewedDraft: Sendable {
    let visit: Visit
    let draft: Draft
    /// Nil while the paper is still being read.
    var review: Review?
    /// Why the paper cannot be read.
    var failure: String?

    static func read(_ visit: Visit, within time: Duration = .milliseconds(1500)) async throws -> ReviewedDraft {
        let account = try visit.signedIn().account.id
        guard let id = DraftID(visit.part("draft")) else {
            throw Refusal.notFound("There is no such import under review.")
        }
        let (draft, text) = try await draft(id, of: account, visit)
        var reviewed = ReviewedDraft(visit: visit, draft: draft)
        do {
            let paper = try await visit.site.readings.paper(id, name: draft.name, within: time) {
                try await visit.access.paper(ofDraft: id, of: account)
            }
            guard let paper else { return reviewed }
            let decisions = text == "{}" ? nil : try JSONDecoder().decode(Decisions.self, from: Data(text.utf8))
            reviewed.review = try Review(paper, decisions: decisions)
        } catch let error as PaperError {
            reviewed.failure = "\(error)"
        }
        return reviewed
    }

    /// The draft of an account with what was decided of it.
    static func draft(
        _ id: DraftID, of account: AccountID, _ visit: Visit
    ) async throws(Refusal) -> (Draft, String) {
        do {
            return try await visit.access.draft(id, of: account)
        } catch {
            throw Refusal.notFound(
                "There is no such import under review. It may be kept or dropped already, or it is somebody else's.")
        }
    }

    /// The review of a paper that has been read.
    /// - Throws: `Refusal.bad`.
    func ready() throws(Refusal) -> Review {
        if let failure { throw .bad(failure) }
        guard let review else { throw .bad("The paper is still being read. Wait a moment and try again.") }
        return review
    }

    /// Keeps what was decided.
    func keep(_ decisions: Decisions) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(decisions), as: UTF8.self)
        let seen = visit.form["seen"].flatMap { Int($0) } ?? draft.version
        try await update(seen: seen, decisions: text)
    }

    private func update(seen: Int, decisions: String) async throws(Refusal) {
        do {
            _ = try await visit.access.updateDraft(draft.id, of: draft.account, seen: seen, decisions: decisions)
        } catch {
            if case .draftMovedOn = error {
                throw .bad(
                    "You decided something of this paper in another window meanwhile. Nothing was changed: load the page again."
                )
            }
            throw .bad("\(error)")
        }
    }

    /// What the paper would add and change, as it is decided now.
    func proposed() async throws -> ImportDraft {
        let review = try ready()
        let choice = review.decisions.plan ?? .byRecords
        let terms = ImportTerms(
            lexicon: visit.site.lexicon, today: visit.today, choice: choice, readable: visit.readable,
            ids: visit.site.ids())
        let draft: ImportDraft
        do {
            draft = try await ImportDraft(of: [review], to: visit.ledger, terms: terms)
        } catch {
            throw Refusal.bad("\(error)")
        }
        if case .plan(let id) = choice, try await visit.read({ try $0.rows([id], .now)[id]?.isWithdrawn ?? true }) {
            throw Refusal.bad("The plan that you chose for this paper is not kept any more. Choose another.")
        }
        return draft
    }
}
