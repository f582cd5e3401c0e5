/// A promise, or another record of a plan, that somebody adds by hand: no paper holds it.
public struct Addition: Sendable, Hashable {
    /// What it is; one of `kinds`.
    public var kind: RecordKind
    /// Its words, or its name.
    public var words: String
    /// Its number in the plan, where it has one.
    public var number: String?
    /// When it is due, as people write it; nil where no date is set.
    public var due: String?
    /// Where it comes from.
    public var reason: String

    /// Kinds that can be added by hand.
    public static let kinds: [RecordKind] = [.action, .recommendation, .issue, .risk, .project, .benefit]
    /// Those of them that a date belongs to.
    public static let datedKinds: [RecordKind] = [.action, .project, .benefit]

    /// What is added, and where it comes from.
    public init(kind: RecordKind, words: String, number: String? = nil, due: String? = nil, reason: String) {
        (self.kind, self.words, self.number, self.due, self.reason) = (kind, words, number, due, reason)
    }

    /// All that keeps it from being added.
    public func problems(on day: Day) -> [RuleProblem] {
        var problems: [RuleProblem] = []
        if !words.contains(where: \.isLetter) { problems.append(.noWords) }
        problems += Record.tooLong(words, .words, Amendment.longestWords)
        problems += Record.tooLong(number, .number, Record.longestPhrase)
        problems += Record.tooLong(due, .due, Record.longestPhrase)
        if let due {
            if !Addition.datedKinds.contains(kind) { problems.append(.noDateOfKind(kind)) }
            // "Ongoing" and "Quarterly" say when; words that say nothing of time are a slip of the pen.
            let timing = Facts.Timing(Timescale(due, reference: day))
            if [.undated, .impossible, .done].contains(timing) { problems.append(.dateNotUnderstood(words: due)) }
        }
        return problems + Record.reasonProblems(reason)
    }

    /// The record; where it belongs is for the caller to say.
    /// - Throws: `RuleProblem` where words, the date or the reason will not do.
    public func record(on day: Day) throws(RuleProblem) -> Record {
        if let problem = problems(on: day).first { throw problem }
        let timescale = due.map { Timescale($0, reference: day) }
        switch kind {
        case .recommendation: return Record(Recommendation(text: words, number: number))
        case .issue: return Record(Issue(text: words))
        case .risk:
            var risk = Risk(text: words)
            risk.ref = number
            return Record(risk)
        case .project: return Record(Project(name: words, timescale: timescale))
        case .benefit: return Record(Benefit(text: words, timescale: timescale))
        default:
            var action = Action(text: words, timescale: timescale)
            action.ref = number
            return Record(action)
        }
    }
}
