/// A set of promises or recommendations that is followed as one: an action plan, a review, a register.
public struct Plan: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.plan
    /// What it is called.
    public var title: String
    /// The levels by which its owners report.
    public var scheme: StatusScheme
    /// What closing one of its promises takes.
    public var closing: ClosingRule
    /// After how many days without a word a promise is stale.
    public var staleAfter: Int
    /// The record of the same plan that stands for this one, where it was superseded.
    public var supersededBy: RecordID?
    /// The day since which anybody may read it on the public pages; nil for one that is not published.
    public var publishedOn: Day?

    /// A plan by its title and how it is followed.
    public init(
        title: String, scheme: StatusScheme = .sixLevel, closing: ClosingRule = ClosingRule(), staleAfter: Int = 92
    ) {
        self.title = title
        self.scheme = scheme
        self.closing = closing
        self.staleAfter = staleAfter
    }

    /// What closing takes; kept with the plan, since councils differ.
    public struct ClosingRule: Sendable, Hashable, Codable {
        /// Whether evidence has to be shown.
        public var needsEvidence: Bool
        /// Whether somebody else than the one who closes has to confirm.
        public var needsSecondPerson: Bool

        /// A rule; neither is needed where nothing is said.
        public init(needsEvidence: Bool = false, needsSecondPerson: Bool = false) {
            self.needsEvidence = needsEvidence
            self.needsSecondPerson = needsSecondPerson
        }
    }

    /// The title.
    public var text: String { title }

    /// Lists how the plan is followed.
    public func describe(into list: inout FieldList) {
        list.add("scheme", scheme.name)
        list.add("levels", scheme.levels.map(\.name))
        list.add("closingNeedsEvidence", closing.needsEvidence)
        list.add("closingNeedsSecondPerson", closing.needsSecondPerson)
        list.add("staleAfterDays", staleAfter)
        list.add("publishedOn", publishedOn)
    }

    /// A plan is found by its title.
    public func index(into facts: inout Facts) { facts.names = [title.lowercased()] }
}
