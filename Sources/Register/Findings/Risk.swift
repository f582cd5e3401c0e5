/// A risk as a register, card or sentence states it.
public struct Risk: FindingContent {
    /// Description.
    public var text: String
    /// Reference as printed, without list punctuation.
    public var ref: String?
    /// Short title, where one is printed beside the description.
    public var title: String?
    /// Theme or section.
    public var theme: String?
    /// Current or residual rating: with today's controls.
    public var current = Rating()
    /// Inherent or gross rating: before controls.
    public var inherent = Rating()
    /// Target rating: what the partnership would accept.
    public var target = Rating()
    /// Direction of travel as printed.
    public var trend: String?
    /// Owners as printed.
    public var owners: [String] = []
    /// Existing controls.
    public var mitigation: String?

    /// Likelihood, impact and score as printed; any may be missing.
    public struct Rating: Sendable, Hashable, Codable {
        /// Likelihood on the paper's scale.
        public var likelihood: Int?
        /// Impact on the paper's scale.
        public var impact: Int?
        /// Score as printed, never computed.
        public var score: Int?

        /// A rating with nothing printed.
        public init() {}

        /// Whether a printed score equals likelihood times impact; true where one of the three is missing.
        public var isConsistent: Bool {
            guard let likelihood, let impact, let score else { return true }
            return likelihood.multipliedReportingOverflow(by: impact) == (score, false)
        }
    }

    /// A risk by its description.
    public init(text: String) { self.text = text }

    var kind: FindingKind { .risk }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.risk

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("ref", ref)
        list.add("title", title)
        list.add("theme", theme)
        list.add("likelihood", current.likelihood)
        list.add("impact", current.impact)
        list.add("score", current.score)
        list.add("inherentLikelihood", inherent.likelihood)
        list.add("inherentImpact", inherent.impact)
        list.add("inherentScore", inherent.score)
        list.add("targetLikelihood", target.likelihood)
        list.add("targetImpact", target.impact)
        list.add("targetScore", target.score)
        list.add("trend", trend)
        list.add("owners", owners)
        list.add("mitigation", mitigation)
    }
}
