/// What a project or service is to bring.
public struct Benefit: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.benefit
    /// The benefit in words.
    public var text: String
    /// When it is to show.
    public var timescale: Timescale?
    /// Status as reported.
    public var status: String?

    /// A benefit in words.
    public init(text: String, timescale: Timescale? = nil, status: String? = nil) {
        self.text = text
        self.timescale = timescale
        self.status = status
    }

    /// Lists when it is to show and how it stands.
    public func describe(into list: inout FieldList) {
        list.add("timescale", timescale?.words)
        list.add("due", timescale?.due)
        list.add("status", status)
    }

    /// Its date and status are indexed.
    public func index(into facts: inout Facts) { facts.note(timescale: timescale, status: status) }
}
