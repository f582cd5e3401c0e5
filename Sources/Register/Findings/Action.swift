/// What will be done: the promise itself.
public struct Action: FindingContent {
    /// What will be done, as printed.
    public var text: String
    /// Reference as printed, without list punctuation; a row of several actions gives its own to each.
    public var ref: String?
    /// Strategic purpose or section.
    public var theme: String?
    /// Original commitment.
    public var commitment: String?
    /// Issue that the action meets.
    public var issue: String?
    /// Number, else text, of the recommendation that it answers.
    public var recommendation: String?
    /// When, in the paper's words and as they are understood.
    public var timescale: Timescale?
    /// The date that a column of revised dates prints beside the original one.
    public var revised: Timescale?
    /// Owners as printed.
    public var owners: [String]
    /// Tags printed in brackets, such as CPC.
    public var tags: [String]
    /// Text of the action that this one hangs under.
    public var parent: String?
    /// What the row points to where it says "As 19 above".
    public var sameAs: String?
    /// Status as reported by the owner.
    public var status: String?
    /// Progress text in the same row.
    public var update: String?

    /// An action with what the paper says of it; all else is absent.
    public init(
        text: String, theme: String? = nil, commitment: String? = nil, issue: String? = nil,
        recommendation: String? = nil, timescale: Timescale? = nil, owners: [String] = [], tags: [String] = [],
        parent: String? = nil, sameAs: String? = nil, status: String? = nil
    ) {
        self.text = text
        self.theme = theme
        self.commitment = commitment
        self.issue = issue
        self.recommendation = recommendation
        self.timescale = timescale
        self.owners = owners
        self.tags = tags
        self.parent = parent
        self.sameAs = sameAs
        self.status = status
    }

    var kind: FindingKind { .action }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.action

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("ref", ref)
        list.add("theme", theme)
        list.add("commitment", commitment)
        list.add("issue", issue)
        list.add("recommendation", recommendation)
        list.add("timescale", timescale?.words)
        list.add("start", timescale?.start)
        list.add("due", timescale?.due)
        list.add("openEnded", timescale?.isOpenEnded ?? false)
        list.add("recurring", timescale?.recurrence?.rawValue)
        list.add("completed", timescale?.isCompleted ?? false)
        list.add("owners", owners)
        list.add("tags", tags)
        list.add("parent", parent)
        list.add("sameAs", sameAs)
        list.add("status", status)
        list.add("update", update)
    }
}
