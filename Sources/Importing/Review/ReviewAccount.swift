import Intake
import Papers
public import Register

/// What a review makes of each line of its paper: what is kept, what is not, and what held nothing add up to the whole.
public struct ReviewAccount: Sendable {
    /// What becomes of a line.
    public enum Fate: String, Sendable, Hashable, CaseIterable {
        /// Part of a finding that is kept.
        case kept
        /// Part only of findings of which nobody has decided.
        case undecided
        /// Part only of findings that were set aside, and of none that is undecided.
        case setAside = "set aside"
        /// Printed for the page's sake.
        case furniture
        /// Running text that promises nothing.
        case narrative
        /// Looks as if it should hold findings, yet none was read from it.
        case unrecognised
    }

    /// A line of the paper with its words.
    public struct Line: Sendable, Hashable {
        /// Where it stands.
        public var source: Source
        /// Its words as they were read.
        public var words: String

        /// Counted from 1.
        public var number: Int { source.line }
    }

    /// What becomes of each line; nil for a blank one.
    public let fates: [Fate?]
    private let words: [String]
    private let paper: Paper

    /// How many lines that are not blank have a fate.
    public func count(_ fate: Fate) -> Int { fates.count { $0 == fate } }

    /// The lines that have a fate, in order.
    public func lines(_ fate: Fate) -> [Line] {
        let pages = ReviewAccount.pages(of: paper)
        return fates.indices.filter { fates[$0] == fate }.map { index in
            let place = paper.place(ofLine: index + 1)
            var source = Source(line: index + 1, page: pages[index + 1] ?? place.printedPage ?? place.sheet)
            (source.sheet, source.worksheet) = (place.sheet, place.worksheet)
            return Line(source: source, words: words[index])
        }
    }

    /// For each line the page that the paper prints on its sheet, where it prints one.
    private static func pages(of paper: Paper) -> [Int: Int] {
        var pages: [Int: Int] = [:]
        for block in paper.blocks { for line in block.lines { pages[line.line] = block.page } }
        for row in paper.tables.lazy.flatMap({ $0.header + $0.rows }) { pages[row.line] = row.page }
        return pages
    }

    /// Accounts for every line of a reviewed paper. Linear in its lines.
    public init(_ review: Review) {
        let intake = review.paper.intake
        let rows = ReviewAccount.rows(of: intake)
        var below: [Int: Set<Decision.State>] = [:]
        for item in review.items {
            let line = item.found.source.line
            below[line, default: []].insert(item.decision.state)
            if let row = rows[line], row != line { below[row, default: []].insert(item.decision.state) }
        }
        (words, paper) = (intake.lines, intake.paper)
        // What was read above the first finding goes with it.
        var last = review.items.first.flatMap { below[$0.found.source.line] } ?? []
        fates = intake.fates.enumerated().map { index, fate in
            // What a recogniser has read goes with the finding that begins there, in the same row, or above.
            let own = below[index + 1]
            if let own { last = own }
            guard let fate else { return nil }
            switch fate {
            case .finding: return ReviewAccount.fate(own ?? rows[index + 1].flatMap { below[$0] } ?? last)
            case .furniture: return .furniture
            case .narrative: return .narrative
            case .unrecognised: return .unrecognised
            }
        }
    }

    private static func fate(_ states: Set<Decision.State>) -> Fate {
        if states.isEmpty || !states.isDisjoint(with: [.known, .accepted, .edited, .merged]) { return .kept }
        return states.contains(.undecided) ? .undecided : .setAside
    }

    /// For each line of a table's row, the line of the row.
    private static func rows(of intake: Intake) -> [Int: Int] {
        var rows: [Int: Int] = [:]
        for row in intake.paper.tables.lazy.flatMap({ $0.header + $0.rows }) {
            for part in row.cells.lazy.flatMap(\.parts) { rows[part.line] = row.line }
        }
        return rows
    }
}

extension Review {
    /// What becomes of each line of the paper.
    public var account: ReviewAccount { ReviewAccount(self) }
}
