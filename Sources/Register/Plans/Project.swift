/// A piece of work with an end that delivers promises.
public struct Project: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.project
    /// Its name.
    public var name: String
    /// When it is to be done.
    public var timescale: Timescale?
    /// Status as reported in the paper.
    public var status: String?

    /// A project by its name.
    public init(name: String, timescale: Timescale? = nil, status: String? = nil) {
        self.name = name
        self.timescale = timescale
        self.status = status
    }

    /// Its name.
    public var text: String { name }

    /// Lists when it is to be done and how it stands.
    public func describe(into list: inout FieldList) {
        list.add("timescale", timescale?.words)
        list.add("due", timescale?.due)
        list.add("status", status)
    }

    /// Its date and status are indexed.
    public func index(into facts: inout Facts) { facts.note(timescale: timescale, status: status) }
}
