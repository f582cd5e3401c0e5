public import Intake
public import Register

/// What a reviewer has decided of the findings of one paper: all that has to be kept between two looks at it.
///
/// As JSON: `{"paper": "9f86…", "threshold": 80, "made": {"action-42-1-0a1b2c3d": {"state": "set-aside", "reason": "…"}},
/// "plan": "new"}`.
public struct Decisions: Sendable, Hashable, Codable {
    /// Findings at least so sure are accepted where nobody decides, in hundredths: what reads cleanly from a table under a
    /// known header, or from a numbered list.
    public static let usualThreshold = 80

    /// SHA-256 of the paper's bytes, in small hexadecimal digits.
    public let paper: String
    /// From which confidence on findings are accepted where nobody has decided otherwise, in hundredths.
    public private(set) var threshold = Decisions.usualThreshold
    /// What was decided of findings one by one.
    public private(set) var made: [FindingKey: Decision] = [:]
    /// Which plan the paper is taken for, where the reviewer says so.
    public var plan: PlanChoice?
    /// Where the paper is kept already: what of it is under review again.
    public let again: Again?

    /// What an earlier import left undecided, to be taken up by another one.
    public struct Again: Sendable, Hashable, Codable {
        /// The record of the paper.
        public let paper: RecordID
        /// The findings that nobody had decided of.
        public let offered: Set<FindingKey>
    }

    /// Nothing decided yet.
    public init(paper: String) { (self.paper, again) = (paper, nil) }

    /// Nothing decided yet of what an import left undecided.
    /// - Parameters:
    ///   - paper: SHA-256 of the paper's bytes.
    ///   - earlier: The import.
    ///   - plan: The plan that it took the paper for.
    public init(paper: String, again earlier: Import, plan: RecordID?) {
        let offered = Set((earlier.undecided ?? []).compactMap { FindingKey($0.key) })
        (self.paper, again, self.plan) = (paper, Again(paper: earlier.paper, offered: offered), plan.map { .plan($0) })
    }

    /// What was decided of a finding by itself; nil where its confidence decides.
    public subscript(key: FindingKey) -> Decision? {
        get { made[key] }
        set { made[key] = newValue }
    }

    /// Accepts all findings that are at least so sure, and leaves the others undecided. What was set aside, put right or
    /// merged stays so.
    /// - Parameter confidence: 0 to 1, inclusive, to the nearest hundredth.
    public mutating func acceptAll(atLeast confidence: Double) {
        threshold = Int((min(max(confidence, 0), 1) * 100).rounded())
        made = made.filter { $0.value.state != .accepted && $0.value.state != .undecided }
    }

    /// What holds of a finding: what was decided of it, else what its confidence says. What was under review before and is
    /// not any more stays as it is.
    func decision(of key: FindingKey, _ confidence: Confidence) -> Decision {
        if let again, !again.offered.contains(key) { return .known }
        return made[key] ?? (confidence.hundredths >= threshold ? .accepted : .undecided)
    }
}
