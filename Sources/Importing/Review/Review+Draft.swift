public import Intake
public import Ledger
public import Register

extension Review {
    /// The paper as a proposal is made from it: findings put right, with what becomes of each.
    public var read: ReadPaper {
        var read = paper.read
        read.kept = decisions.again?.paper
        var edited: [Int: Finding] = [:]
        for (place, item) in items.enumerated() {
            if item.finding != item.found { edited[place] = item.finding }
            switch item.decision {
            case .accepted, .edited: continue
            case .undecided, .setAside: read.rulings[place] = .leave
            case .known: read.rulings[place] = .known
            case .merged(let record, _): read.rulings[place] = .record(record)
            }
        }
        read.intake = read.intake.replacing(edited)
        return read
    }

    /// The records that the review speaks of: those that findings are merged into, and the paper's own where it is kept.
    public var named: Set<RecordID> {
        let merged = items.compactMap { item in
            if case .merged(let record, _) = item.decision { record } else { nil }
        }
        return Set(merged + [decisions.again?.paper].compactMap { $0 })
    }

    /// What the reviewed paper would add to a ledger and change in it.
    /// - Parameter holdings: What the ledger holds, read with `named` among what is named.
    /// - Throws: `ReviewProblem` where a finding cannot be the record that it is merged into.
    public func proposal(for holdings: Holdings, terms: ImportTerms) throws(ReviewProblem) -> Proposal {
        try Review.proposal(of: [self], for: holdings, terms: terms)
    }

    static func proposal(
        of reviews: [Review], for holdings: Holdings, terms: ImportTerms
    ) throws(ReviewProblem) -> Proposal {
        let kept = Dictionary(holdings.named.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for review in reviews {
            if let paper = review.decisions.again?.paper, kept[paper].map({ $0.record.withdrawal != nil }) ?? true {
                throw .takenBack(name: review.paper.name)
            }
            try review.checkMerges(among: kept)
        }
        var proposer = Proposer(
            lexicon: terms.lexicon, holdings: holdings, today: terms.today, choice: terms.choice, ids: terms.ids)
        var proposal = proposer.propose(reviews.map(\.read))
        for paper in proposal.papers {
            let review = reviews[paper.index]
            guard let change = proposal.changes.firstIndex(where: { $0.id == paper.import }) else { continue }
            proposal.changes[change].reason = review.remark
            guard var content = proposal.changes[change].record.content as? Import else { continue }
            content.undecided = review.undecided
            proposal.changes[change].record.content = content
        }
        return proposal
    }

    private func checkMerges(among kept: [RecordID: Holdings.Kept]) throws(ReviewProblem) {
        for item in items {
            guard case .merged(let id, _) = item.decision else { continue }
            guard let record = kept[id] else { throw .noRecord(id) }
            try requireMergeable(item, into: record)
        }
    }

    /// Whether a finding can be a record that is kept, whatever was decided of it so far.
    /// - Throws: `ReviewProblem.notMergeable`, `noRecord`, `otherKind`, or `mergedTwice` where another finding is that record.
    public func requireMergeable(_ item: Item, into kept: Holdings.Kept) throws(ReviewProblem) {
        guard item.key.kind.isMergeable else { throw .notMergeable(item.key.kind) }
        guard kept.record.withdrawal == nil else { throw .noRecord(kept.id) }
        guard kept.record.kind == item.recordKind else {
            throw .otherKind(kept.reference, item.key.kind)
        }
        let isTaken = items.contains { other in
            if case .merged(kept.id, _) = other.decision { other.key != item.key } else { false }
        }
        guard !isTaken else { throw .mergedTwice(kept.reference) }
    }

    // MARK: What is left out

    /// Findings that are named one by one on record, before the rest are only counted.
    private static let mostNamed = 40

    /// What was not kept of the paper, with where it stands and why; nil where all of it was. It goes on record with the
    /// import, so that nothing is lost unseen.
    public var remark: String? {
        let parts = [
            left(.setAside, "set aside"), left(.undecided, "left undecided"),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : "Import of \(paper.name). " + parts.joined(separator: " ")
    }

    /// What nobody has decided of, for the record of the import; nil where all was decided.
    fileprivate var undecided: [Import.Undecided]? {
        let left = items.filter { $0.decision.state == .undecided }.map {
            Import.Undecided(key: "\($0.key)", kind: $0.key.kind, source: $0.found.source, text: $0.finding.text)
        }
        return left.isEmpty ? nil : left
    }

    private func left(_ state: Decision.State, _ words: String) -> String? {
        let left = items.filter { $0.decision.state == state }
        guard !left.isEmpty else { return nil }
        let named = left.prefix(Review.mostNamed).map { item in
            var words = "\(item.key.kind.name(count: 1)), line \(item.key.line)"
            if case .setAside(let reason?) = item.decision, !reason.isEmpty { words += " (\(reason))" }
            return words
        }
        let more = left.count - named.count
        return "\(left.count) \(words): " + named.joined(separator: "; ") + (more > 0 ? "; and \(more) more." : ".")
    }
}

extension ImportDraft {
    /// Works out what reviewed papers would add to a ledger, as one set. Nothing is written; what is not kept stands in
    /// the reason of the import's entry.
    /// - Throws: `ReviewProblem.known` where the ledger keeps one of the papers already and the review is not of what was left
    ///   of it, or another of its cases.
    public init(
        of reviews: [Review], to ledger: (any Ledger)?, terms: ImportTerms
    ) async throws(ReviewProblem) {
        let (sifted, holdings): (SiftedPapers, Holdings)
        do throws(ImportProblem) {
            sifted = try await SiftedPapers(reviews.filter { $0.decisions.again == nil }.map(\.paper), in: ledger)
            holdings = try await ImportHoldings.read(
                ledger, for: reviews.map(\.read), terms,
                naming: reviews.reduce(into: []) { $0.formUnion($1.named) })
        } catch {
            throw .importing(error)
        }
        if let known = sifted.known.first { throw .known(name: known.name, known.reference) }
        let fresh = sifted.fresh.compactMap { paper in reviews.first { $0.paper.hash == paper.hash } }
        let all = fresh + reviews.filter { $0.decisions.again != nil }
        self.init(
            papers: all.map(\.paper), proposal: try Review.proposal(of: all, for: holdings, terms: terms),
            head: sifted.head)
    }
}
