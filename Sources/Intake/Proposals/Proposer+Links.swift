import Register

// How what was read hangs together with what is kept.
extension Proposer {
    mutating func link(_ papers: [ReadPaper]) {
        // What the ledger holds stands as one more paper before those that are read now.
        let held = holdings.promises.compactMap { kept -> (RecordID, Finding)? in
            let source = kept.record.place?.source ?? Source(line: 1)
            if let found = kept.record.content as? Recommendation {
                return (kept.id, Finding(.recommendation(found), at: source))
            }
            return (kept.record.content as? Action).map { (kept.id, Finding(.action($0), at: source)) }
        }
        let sets = [held.map(\.1)] + papers.map(\.intake.findings)
        let records = [held.map { Optional($0.0) }] + kept
        func id(_ place: ReviewThread.Place) -> RecordID? { records[place.paper][place.finding] }
        // What is said of two records that are held already was said when the second of them came.
        let known = Set(held.map(\.0))
        func isNews(_ from: RecordID, _ to: RecordID) -> Bool {
            from != to && !(known.contains(from) && known.contains(to))
        }
        let thread = ReviewThread(sets)
        for answer in thread.answering {
            guard let from = id(answer.action), let to = id(answer.recommendation), isNews(from, to) else { continue }
            let paper = max(answer.action.paper, answer.recommendation.paper) - 1
            switch answer.ground {
            case .number: add(Link(from: from, role: .answers, to: to, ground: "by number"), paper)
            case .words: add(Link(from: from, role: .answers, to: to, ground: "by words"), paper)
            case .quotation where answer.score >= Proposer.sure:
                add(Link(from: from, role: .answers, to: to, ground: "by words"), paper)
            case .quotation: offer(from, .answers, to, answer.score, paper)
            }
        }
        for again in thread.repeats {
            guard let from = id(again.later), let to = id(again.earlier), isNews(from, to) else { continue }
            offer(from, .repeats, to, again.score, max(again.later.paper, again.earlier.paper) - 1)
        }
    }

    /// From here on two texts say the same: only endings, order and small words differ.
    private static let sure = 0.8

    mutating func add(_ link: Link, _ paper: Int) {
        shelf.add(ids.next(), Record(link), for: proposal.papers[paper].paper)
    }

    mutating func offer(_ from: RecordID, _ role: Link.Role, _ to: RecordID, _ score: Double, _ paper: Int) {
        let offer = Import.Offer(from: from, role: role, to: to, likeness: Int((score * 100).rounded()))
        proposal.papers[paper].offers.append(offer)
    }
}
