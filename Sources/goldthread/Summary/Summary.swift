import Intake
import Papers
import Register

/// What a person wants to know first about a set of papers.
struct Summary {
    /// A name with how many promises stand under it, and how many of those are overdue.
    struct Share {
        var name: String
        var count: Int
        var overdue: Int
    }

    /// A promise with its place, to be shown as an example.
    struct Example {
        var text: String
        var detail: String
        var paper: Int
        var line: Int
        var due: Day?
    }

    var papers: [PaperProfile]
    var today: Day
    var kinds: [(kind: FindingKind, count: Int)]
    var promises: Int
    var themes: [Share]
    var owners: [Share]
    var months: [Share]
    var standings: [Standing: [Example]]
    var withoutOwner: [Example]
    var withoutDate: [Example]
    var issues: [Example]
    var problems: [(paper: Int, problem: Problem)]
    var reviewed: Int
    var unanswered: [Example]
    var answered: Int
    var repeats: [(later: Example, earlier: Example, score: Double)]
    var fates: [Fate: Double]

    init(_ intakes: [Intake], today: Day) {
        self.today = today
        papers = intakes.map(PaperProfile.init)
        let findings = intakes.map(\.findings)
        kinds = FindingKind.allCases.compactMap { kind in
            let count = findings.reduce(0) { $0 + $1.count { $0.kind == kind } }
            return count > 0 ? (kind, count) : nil
        }
        var (themes, owners, months) = (Tally(), Tally(), Tally())
        (standings, withoutOwner, withoutDate, issues, promises) = ([:], [], [], [], 0)
        for (paper, list) in findings.enumerated() {
            for finding in list {
                switch finding.content {
                case .action(let action):
                    promises += 1
                    let standing = Summary.standing(of: action, on: today)
                    let example = Example(
                        text: action.text, detail: action.timescale?.words ?? "", paper: paper,
                        line: finding.source.line, due: Summary.due(action))
                    standings[standing, default: []].append(example)
                    if action.owners.isEmpty, standing != .finished { withoutOwner.append(example) }
                    if standing == .noDate || standing == .undated { withoutDate.append(example) }
                    let late = standing == .overdue
                    themes.add(action.theme ?? "(no theme printed)", overdue: late)
                    for owner in action.owners { owners.add(owner, overdue: late) }
                    if let due = Summary.due(action) { months.add(String(due.description.prefix(7)), overdue: late) }
                case .issue(let issue):
                    issues.append(Example(text: issue.text, detail: "", paper: paper, line: finding.source.line))
                default: continue
                }
            }
        }
        // The longest overdue first.
        standings[.overdue]?.sort { ($0.due ?? today, $0.paper, $0.line) < ($1.due ?? today, $1.paper, $1.line) }
        self.themes = themes.inOrder
        self.owners = owners.byCount
        self.months = months.byName
        problems = intakes.enumerated().flatMap { paper, intake in intake.problems.map { (paper, $0) } }
        let thread = ReviewThread(findings)
        func example(_ place: ReviewThread.Place) -> Example {
            let finding = findings[place.paper][place.finding]
            var number = ""
            if case .recommendation(let found) = finding.content {
                number = [found.series, found.number].compactMap { $0 }.joined(separator: " ")
            }
            return Example(text: finding.text, detail: number, paper: place.paper, line: finding.source.line)
        }
        reviewed = thread.recommendations.count
        unanswered = thread.unanswered.map(example)
        answered = thread.answers.count
        repeats = thread.repeats.map { (example($0.later), example($0.earlier), $0.score) }
        fates = Summary.shares(intakes)
    }

    /// A revised date counts in place of the original one.
    private static func due(_ action: Action) -> Day? { action.revised?.due ?? action.timescale?.due }

    /// What is reported as finished is not overdue, whatever its date; a revised date counts in place of the original.
    private static func standing(of action: Action, on today: Day) -> Standing {
        if let status = action.status, StatusScheme.isFinished(status) { return .finished }
        return Standing(of: action.revised?.due == nil ? action.timescale : action.revised, on: today)
    }

    /// Shares of the papers' lines, by what became of them; together they are 1.
    private static func shares(_ intakes: [Intake]) -> [Fate: Double] {
        var counts: [Fate: Int] = [:]
        for intake in intakes { for case .some(let fate) in intake.fates { counts[fate, default: 0] += 1 } }
        let whole = max(1, counts.values.reduce(0, +))
        return counts.mapValues { Double($0) / Double(whole) }
    }
}

/// Counts by name.
private struct Tally {
    private var shares: [String: Summary.Share] = [:]
    private var order: [String] = []

    mutating func add(_ name: String, overdue: Bool) {
        if shares[name] == nil { order.append(name) }
        shares[name, default: Summary.Share(name: name, count: 0, overdue: 0)].count += 1
        if overdue { shares[name]?.overdue += 1 }
    }

    var inOrder: [Summary.Share] { order.compactMap { shares[$0] } }
    var byCount: [Summary.Share] { inOrder.sorted { ($1.count, $0.name) < ($0.count, $1.name) } }
    var byName: [Summary.Share] { inOrder.sorted { $0.name < $1.name } }
}
