public import Intake
public import Register

/// How sure it is that a finding was read rightly, by how it was found. It says nothing of whether the promise is a good
/// one, nor of whether all of its row was read.
///
/// A finding from a known form begins at 0.95, and each `Doubt` takes from it: a sentence of running text 0.25; a table without header
/// 0.25, or 0.15 where it is read like another table; unknown columns 0.1; a date that means nothing 0.2; something in
/// print that cannot be so, words that begin in the midst of a sentence, and too few of them 0.3 each; a promise in a
/// list without owner and date 0.1. Pure: the same finding in the same paper has the same confidence.
public struct Confidence: Sendable, Hashable, Comparable {
    /// 0 to 100.
    public let hundredths: Int
    /// Why it is not higher, what weighs most first.
    public let doubts: [Doubt]

    /// 0 to 1, inclusive.
    public var value: Double { Double(hundredths) / 100 }

    /// What is as sure as reading can be, in hundredths.
    private static let most = 95

    /// - Parameters:
    ///   - finding: As read, or as put right.
    ///   - ground: How it was found.
    ///   - problems: What cannot be so where it stands.
    public init(_ finding: Finding, _ ground: Ground, problems: [Problem]) {
        let doubts = (Confidence.doubts(of: finding, ground) + problems.map(Doubt.problem))
        self.doubts = doubts.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element)
        hundredths = max(0, Confidence.most - doubts.reduce(0) { $0 + $1.weight })
    }

    /// The less sure first.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.hundredths < right.hundredths }

    private static func doubts(of finding: Finding, _ ground: Ground) -> [Doubt] {
        [doubt(of: finding.kind, ground), doubt(ofDateIn: finding), doubt(ofWordsIn: finding, ground)].compactMap { $0 }
    }

    /// Kinds whose words have a fixed form wherever they stand: names of bodies and people, "RESOLVED that …".
    private static let formal: Set<FindingKind> = [
        .meeting, .agendaItem, .attendance, .minute, .decision, .declaration, .scale, .consultee, .contact,
    ]

    /// Kinds that outside tables are single sentences of a paragraph, whether it is numbered or not.
    private static let sentences: Set<FindingKind> = [.undertaking, .saving]

    /// Kinds whose tables have two columns and seldom a header: a name and "Yes", a level and its meaning.
    private static let headless: Set<FindingKind> = [.consultee, .scale]

    private static func doubt(of kind: FindingKind, _ ground: Ground) -> Doubt? {
        switch ground {
        case .header(let known, let all): known * 2 <= all ? .unknownColumns : nil
        case .neighbour: .borrowedColumns
        case .contents: headless.contains(kind) ? nil : .guessedColumns
        case .labels: nil
        case .item: sentences.contains(kind) ? .runningText : nil
        case .prose: formal.contains(kind) ? nil : .runningText
        }
    }

    /// Words in the place of a date from which nothing was read; what the paper itself calls impossible is a problem.
    private static func doubt(ofDateIn finding: Finding) -> Doubt? {
        guard case .action(let action) = finding.content else { return nil }
        let timescales = [action.timescale, action.revised].compactMap { $0 }
        return timescales.first { !$0.saysWhen }.map { .unreadDate($0.words) }
    }

    /// Kinds that say what is to be done, in a sentence.
    private static let promises: Set<FindingKind> = [.action, .recommendation, .issue, .undertaking]

    private static func doubt(ofWordsIn finding: Finding, _ ground: Ground) -> Doubt? {
        guard promises.contains(finding.kind) else { return nil }
        let words = finding.text.split(whereSeparator: \.isWhitespace)
        if words.count < 3 { return .fewWords }
        if finding.kind != .undertaking, finding.text.first?.isLowercase ?? false, !finding.text.hasPrefix("that ") {
            return .cutWords
        }
        guard case .action(let action) = finding.content, ground == .item || ground == .prose else { return nil }
        return action.owners.isEmpty && action.timescale == nil ? .bare : nil
    }
}

extension Timescale {
    /// Whether anything was read from its words, were it that they name no day there is.
    fileprivate var saysWhen: Bool {
        if due != nil || start != nil || recurrence != nil || relation != nil || problem != nil { return true }
        return isOpenEnded || isCompleted
    }
}
