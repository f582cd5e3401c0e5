public import Intake
import Papers
public import Register

/// A paper's findings with what a reviewer decides of each: what is shown before anything is kept.
///
/// A value: every page of a review makes it anew from the paper and the decisions so far, and gets the same.
public struct Review: Sendable {
    /// The paper as read.
    public let paper: BroughtIn
    /// What was decided so far.
    public private(set) var decisions: Decisions
    /// Each finding with what holds of it, in reading order.
    public private(set) var items: [Item] = []
    /// Decisions of which the finding is not there any more, since a newer program or lexicon reads the paper otherwise.
    /// They are kept, and do nothing.
    public private(set) var strays: [FindingKey] = []

    private let keys: [FindingKey]
    private let places: [FindingKey: Int]

    /// A finding with what holds of it.
    public struct Item: Sendable {
        /// Names it in decisions, forms and addresses.
        public let key: FindingKey
        /// What was read.
        public let found: Finding
        /// What would be kept: what was read, put right.
        public let finding: Finding
        /// How sure the reading is, of what would be kept.
        public let confidence: Confidence
        /// What was decided, or follows from the confidence.
        public let decision: Decision
        /// Whether somebody decided it for this finding by itself.
        public let isDecidedByHand: Bool
    }

    /// A review of a paper.
    /// - Parameter decisions: What was decided earlier; nil to begin.
    /// - Throws: `ReviewProblem.otherPaper`, or what `decide` throws.
    /// - Complexity: Linear in the words of the findings.
    public init(_ paper: BroughtIn, decisions: Decisions? = nil) throws(ReviewProblem) {
        let decisions = decisions ?? Decisions(paper: paper.hash)
        guard decisions.paper == paper.hash else { throw .otherPaper(name: paper.name) }
        (self.paper, self.decisions) = (paper, decisions)
        keys = FindingKey.keys(of: paper.intake)
        places = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
        strays = decisions.made.keys.filter { [places] in places[$0] == nil }.sorted()
        for (key, decision) in decisions.made where places[key] != nil { try Review.check(decision, of: key) }
        makeItems()
    }

    /// Decides of one finding; nil leaves it to its confidence again.
    /// - Throws: `ReviewProblem` where there is no such finding, or the decision cannot be carried out; then nothing is
    ///   decided.
    public mutating func decide(_ decision: Decision?, of key: FindingKey) throws(ReviewProblem) {
        guard places[key] != nil else { throw .noFinding(key) }
        if let decision { try Review.check(decision, of: key) }
        decisions[key] = decision
        makeItems()
    }

    /// Says which plan the paper is taken for; nil leaves it to the paper's title and records.
    public mutating func take(for plan: PlanChoice?) { decisions.plan = plan }

    /// Accepts all that are at least so sure, and leaves the others undecided. See `Decisions.acceptAll(atLeast:)`.
    public mutating func acceptAll(atLeast confidence: Double) {
        decisions.acceptAll(atLeast: confidence)
        makeItems()
    }

    /// The finding with a key; nil where there is none.
    public subscript(key: FindingKey) -> Item? { places[key].map { items[$0] } }

    /// How many findings are in each state.
    public var counts: [Decision.State: Int] {
        items.reduce(into: [:]) { $0[$1.decision.state, default: 0] += 1 }
    }

    private static func check(_ decision: Decision, of key: FindingKey) throws(ReviewProblem) {
        if let edits = decision.edits {
            for field in edits.fields where !EditableField.of(key.kind).contains(field) {
                throw .notEditable(field, key.kind)
            }
            if let text = edits.text, text.allSatisfy(\.isWhitespace) { throw .noWords(key) }
        }
        if case .merged = decision, !key.kind.isMergeable { throw .notMergeable(key.kind) }
    }

    private mutating func makeItems() {
        let intake = paper.intake
        let edited = ReviewedFindings(intake, keys.map { decisions[$0]?.edits }).findings
        let problems = Dictionary(grouping: intake.problems, by: \.line)
        items = keys.indices.map { place in
            let (key, found, finding) = (keys[place], intake.findings[place], edited[place])
            let confidence = Confidence(
                finding, intake.grounds[place], problems: finding.problems(among: problems[key.line] ?? []))
            return Item(
                key: key, found: found, finding: finding, confidence: confidence,
                decision: decisions.decision(of: key, confidence), isDecidedByHand: decisions[key] != nil)
        }
    }
}

extension FindingKind {
    /// Whether a finding of the kind can be a record that is kept: promises, and what plans and reports print again.
    public var isMergeable: Bool {
        switch self {
        case .recommendation, .action, .issue, .risk, .measure, .service, .saving, .objective, .workItem, .undertaking:
            true
        case .meeting, .agendaItem, .attendance, .minute, .decision, .declaration, .scale, .consultee, .contact: false
        }
    }
}

extension Finding {
    /// What cannot be so of it, among the problems of its line: dates only of its own, since a row may have several.
    fileprivate func problems(among all: [Problem]) -> [Problem] {
        var problems = all.filter { $0.kind != .impossibleDate && $0.kind != .wrongWeekday }
        if case .action(let action) = content {
            for problem in [action.timescale?.problem, action.revised?.problem].compactMap({ $0 }) {
                let kind = problem.kind == .weekday ? Problem.Kind.wrongWeekday : .impossibleDate
                problems.append(Problem(kind: kind, line: source.line, message: problem.message))
            }
        }
        return problems
    }
}
