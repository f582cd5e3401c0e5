public import Ledger
public import Register

/// Papers that a ledger does not keep yet, with those that it does.
public struct SiftedPapers: Sendable {
    /// Papers that are not kept, each once, in the order given.
    public let fresh: [BroughtIn]
    /// Papers that are kept already, byte for byte.
    public let known: [Known]
    /// The last entry that there was when the ledger was asked; 0 where there is no ledger yet.
    public let head: Int

    /// A paper that is kept.
    public struct Known: Sendable, Hashable {
        /// The file's name, as it was given now.
        public var name: String
        /// The record that keeps it.
        public var reference: Reference
    }

    /// Asks a ledger which of some papers it keeps, all of one state of it; without a ledger it keeps none.
    /// - Throws: `ImportProblem.ledger`.
    public init(_ papers: [BroughtIn], in ledger: (any Ledger)?) async throws(ImportProblem) {
        var hashes = Set<String>()
        let once = papers.filter { hashes.insert($0.hash).inserted }
        guard let ledger else {
            (fresh, known, head) = (once, [], 0)
            return
        }
        let asked = once.map(\.hash)
        let answer = try await ImportProblem.asking { () async throws(LedgerError) in
            try await ledger.read { reader in
                let kept = try asked.map { try reader.named("sha256:" + $0, kinds: [.paper], .now).first?.reference }
                return (kept, try reader.head().sequence)
            }
        }
        fresh = zip(once, answer.0).filter { $0.1 == nil }.map(\.0)
        known = zip(once, answer.0).compactMap { paper, kept in
            kept.map { Known(name: paper.name, reference: $0) }
        }
        head = answer.1
    }
}
