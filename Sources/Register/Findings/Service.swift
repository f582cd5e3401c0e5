/// A shared service or project in a status table.
public struct Service: FindingContent {
    /// Name of the service or project.
    public var text: String
    /// Whether the table lists live services or projects.
    public var table: Table?
    /// Status as reported.
    public var status: String?

    /// The two tables that shared-services reports print.
    public enum Table: String, Sendable, Hashable { case live, project }

    /// What the paper fills in; all else is absent.
    public init(text: String, table: Table? = nil, status: String? = nil) {
        self.text = text
        self.table = table
        self.status = status
    }

    var kind: FindingKind { .service }

    func describe(into list: inout FieldList) {
        list.add("table", table?.rawValue)
        list.add("status", status)
    }
}
