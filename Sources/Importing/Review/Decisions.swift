public import Intake

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

    /// Nothing decided yet.
    public init(paper: String) { self.paper = paper }

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

    /// What holds of a finding: what was decided of it, else what its confidence says.
    func decision(of key: FindingKey, _ confidence: Confidence) -> Decision {
        made[key] ?? (confidence.hundredths >= threshold ? .accepted : .undecided)
    }
}
