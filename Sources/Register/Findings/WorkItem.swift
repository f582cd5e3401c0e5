/// An item planned for a meeting.
public struct WorkItem: FindingContent {
    /// Title of the item.
    public var text: String
    /// Period or meeting as printed.
    public var period: String?
    /// The month, where the period names one.
    public var month: Month?
    /// Text in brackets, such as why it was rolled forward.
    public var note: String?
    /// Whether it stands in the unallocated list.
    public var isUnallocated: Bool

    /// What the paper fills in; all else is absent.
    public init(
        text: String, period: String? = nil, month: Month? = nil, note: String? = nil, isUnallocated: Bool = false
    ) {
        self.text = text
        self.period = period
        self.month = month
        self.note = note
        self.isUnallocated = isUnallocated
    }

    var kind: FindingKind { .workItem }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.workItem

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("period", period)
        list.add("month", month?.description)
        list.add("note", note)
        list.add("unallocated", isUnallocated)
    }
}
