public import Intake
public import Ledger
import Register

/// An import that is worked out, and that nobody has agreed to yet: what is shown of it is what is kept.
public struct ImportDraft: Sendable {
    /// The papers, in the order in which the proposal counts them.
    public let papers: [BroughtIn]
    /// What they would add and change.
    public let proposal: Proposal
    /// The entry of the ledger up to which it holds; 0 for a ledger that is yet to be made.
    public let head: Int
    init(papers: [BroughtIn], proposal: Proposal, head: Int) {
        (self.papers, self.proposal, self.head) = (papers, proposal, head)
    }

    /// Works out what papers that are not kept yet would add to a ledger, as one set. Nothing is written.
    /// - Throws: `ImportProblem.ledger`.
    public init(
        _ sifted: SiftedPapers, to ledger: (any Ledger)?, terms: ImportTerms
    ) async throws(ImportProblem) {
        self.init(
            papers: sifted.fresh, proposal: try await ImportDraft.proposal(of: sifted.fresh, to: ledger, terms: terms),
            head: sifted.head)
    }

    /// What papers would add to a ledger, whether it keeps them already or not: how they compare with it.
    /// - Throws: `ImportProblem.ledger`.
    public static func proposal(
        of papers: [BroughtIn], to ledger: (any Ledger)?, terms: ImportTerms
    ) async throws(ImportProblem) -> Proposal {
        let read = papers.map(\.read)
        let holdings = try await ImportHoldings.read(ledger, for: read, terms)
        var proposer = Proposer(
            lexicon: terms.lexicon, holdings: holdings, today: terms.today, choice: terms.choice, ids: terms.ids)
        return proposer.propose(read)
    }

    /// All of it as one commit, with the papers' bytes. The ledger refuses it where others have added anything since
    /// (`LedgerError.movedOn`): then it has to be worked out again.
    public func commit(by actor: String) -> Commit {
        // A paper of which something was left is kept already.
        let new = Set(proposal.changes.map(\.id))
        var commit = Commit(
            actor: actor, reason: "Import of \(papers.map(\.name).joined(separator: ", "))",
            changes: proposal.changes.map { Commit.Change($0.id, seen: $0.seen, $0.record, reason: $0.reason) },
            papers: proposal.papers.filter { new.contains($0.paper) }.map { papers[$0.index].kept(as: $0.paper) })
        commit.head = head
        return commit
    }
}
