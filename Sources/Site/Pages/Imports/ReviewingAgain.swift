import Access
import Foundation
import Hummingbird
import Importing
import Ledger
import Register

/// Takes up what an import left undecided: the paper comes under review again, with those findings alone. What is accepted
/// then is another import of the same paper.
enum ReviewingAgain {
    static func begin(_ visit: Visit) async throws -> Response {
        let account = try visit.signedIn().account.id
        let (record, paper, bytes) = try await visit.read { reader in
            let (_, record) = try visit.record("reference", [.import], reader)
            guard record.withdrawal == nil, let content = record.content as? Import,
                let paper = try reader.entry(content.paper, .now)?.record().content as? KeptPaper,
                let bytes = try reader.paper(paper.hash)
            else { throw Refusal.notFound("This import was taken back, or its paper is not kept.") }
            guard try mayTakeUp(record, visit, reader) else { throw Refusal.forbidden }
            return (record, paper, bytes)
        }
        guard let content = record.content as? Import, content.undecided?.isEmpty == false else {
            throw Refusal.bad("This import left nothing undecided.")
        }
        let decisions = Decisions(paper: paper.hash, again: content, plan: record.plan)
        let text = String(decoding: try JSONEncoder().encode(decisions), as: UTF8.self)
        do {
            let draft = try await visit.access.makeDraft(
                of: account, name: paper.name, bytes: bytes, decisions: text)
            return Pages.go(.to(.review, "\(draft.id)", query: [("show", ReviewPage.Shown.undecided.rawValue)]))
        } catch {
            var page = try await ImportsPage.read(visit)
            page.problems = [("paper", "\(error)")]
            return Pages.page(page.html, status: .badRequest)
        }
    }

    /// Whether whoever asks may bring anything into the plan that an import took its paper for.
    static func mayTakeUp(_ imported: Record, _ visit: Visit, _ reader: any LedgerReader) throws -> Bool {
        guard let id = imported.plan else { return visit.rights.canImport }
        return try reader.entry(id, .now).map { visit.mayImport(try $0.record().councils) } ?? false
    }
}
