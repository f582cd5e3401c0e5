/// What was said about a record on a day: narrative, status, who.
public struct Update: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.update
    /// What was said.
    public var narrative: String
    /// The status reported; nil where only words were said.
    public var status: String?
    /// The day that it speaks for.
    public var on: Day
    /// Who said it: a name, or the paper it stands in.
    public var by: String
    /// Why it is not on course, where the status asks for it.
    public var cause: String?
    /// What will be done about it.
    public var correctiveAction: String?
    /// How much is done, 0 to 100.
    public var percentage: Int?
    /// What shows it.
    public var evidence: [Evidence]

    /// What was said on a day.
    public init(
        narrative: String, status: String? = nil, on: Day, by: String, cause: String? = nil,
        correctiveAction: String? = nil, percentage: Int? = nil, evidence: [Evidence] = []
    ) {
        self.narrative = narrative
        self.status = status
        self.on = on
        self.by = by
        self.cause = cause
        self.correctiveAction = correctiveAction
        self.percentage = percentage
        self.evidence = evidence
    }

    /// The narrative.
    public var text: String { narrative }

    /// Lists what was said.
    public func describe(into list: inout FieldList) {
        list.add("status", status)
        list.add("on", on)
        list.add("by", by)
        list.add("cause", cause)
        list.add("correctiveAction", correctiveAction)
        list.add("percentage", percentage)
        list.add("evidence", evidence.map(\.text))
    }

    /// Its status and day are indexed, and search finds cause and corrective action.
    public func index(into facts: inout Facts) {
        facts.status = status
        facts.due = on
        facts.words = [cause, correctiveAction].compactMap { $0 } + evidence.map(\.text)
    }
}
