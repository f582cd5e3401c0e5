import Papers
import Register

/// What became of a line of a paper.
public enum Fate: String, Sendable, Hashable, CaseIterable {
    /// Part of a finding, or of the words by which one was understood.
    case finding
    /// Printed for the page's sake: running head, page number, repeated table header.
    case furniture
    /// Running text that promises nothing.
    case narrative
    /// Looks as if it should hold findings, yet none was read from it.
    case unrecognised
}

/// Something about a paper that a person should look at.
public struct Problem: Sendable, Hashable {
    /// What is wrong.
    public var kind: Kind
    /// Line where it stands.
    public var line: Int
    /// For people: what was found and why it is a problem.
    public var message: String

    /// Something that is wrong at a line.
    public init(kind: Kind, line: Int, message: String) {
        self.kind = kind
        self.line = line
        self.message = message
    }

    /// Kinds of problem.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case impossibleDate, wrongWeekday, dateWithoutAction, progressWithoutAction, inconsistentScore
    }
}

/// What recognisers gather from one paper.
struct Harvest {
    private(set) var findings: [Finding] = []
    private(set) var problems: [Problem] = []
    /// Blocks that a recogniser has read; others leave them alone.
    private(set) var taken: Set<Int> = []
    private(set) var usedLines: Set<Int> = []
    private(set) var furnitureLines: Set<Int> = []

    mutating func add(_ content: Finding.Content, at source: Source) {
        findings.append(Finding(content, at: source))
        usedLines.insert(source.line)
        if case .action(let action) = content, let problem = action.timescale?.problem {
            // A date on the wrong weekday is kept; any other fault leaves the promise without one.
            let kind = problem.kind == .weekday ? Problem.Kind.wrongWeekday : .impossibleDate
            problems.append(Problem(kind: kind, line: source.line, message: problem.message))
        }
    }

    mutating func add(_ problem: Problem) { problems.append(problem) }

    /// Marks a block as read.
    mutating func take(_ index: Int, of reading: Reading) {
        taken.insert(index)
        for line in reading.blocks[index].lines { usedLines.insert(line.line) }
    }

    mutating func use(line: Int) { usedLines.insert(line) }

    mutating func setAside(furniture line: Int) { furnitureLines.insert(line) }

    func isTaken(_ index: Int) -> Bool { taken.contains(index) }
}

/// Reads one family of findings from a paper.
protocol Recogniser: Sendable {
    func recognise(_ reading: Reading, into harvest: inout Harvest)
}
