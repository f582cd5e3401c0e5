/// A shared service or project in a status table.
public struct Service: FindingContent {
    /// Name of the service or project.
    public var text: String
    /// Whether the table lists live services or projects.
    public var table: Table?
    /// Status as reported.
    public var status: String?

    /// The two tables that shared-services reports print.
    public enum Table: String, Sendable, Hashable, Codable { case live, project }

    /// What the paper fills in; all else is absent.
    public init(text: String, table: Table? = nil, status: String? = nil) {
        self.text = text
        self.table = table
        self.status = status
    }

    var kind: FindingKind { .service }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.service

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("table", table?.rawValue)
        list.add("status", status)
    }
}
