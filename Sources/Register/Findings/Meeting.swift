/// A meeting of a body, from a title block or heading.
public struct Meeting: FindingContent {
    /// Name of the body as printed.
    public var text: String
    /// The council, as printed.
    public var council: String?
    /// The day of the meeting.
    public var date: Day?
    /// Start, HH:MM on the 24-hour clock.
    public var time: String?
    /// Where, as printed.
    public var place: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, council: String? = nil, date: Day? = nil, time: String? = nil, place: String? = nil) {
        self.text = text
        self.council = council
        self.date = date
        self.time = time
        self.place = place
    }

    var kind: FindingKind { .meeting }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.meeting

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("council", council)
        list.add("date", date)
        list.add("time", time)
        list.add("place", place)
    }
}
