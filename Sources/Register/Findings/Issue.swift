/// An issue or commitment with no action of its own.
public struct Issue: FindingContent {
    /// The issue.
    public var text: String
    /// Strategic purpose or section.
    public var theme: String?
    /// Original commitment.
    public var commitment: String?
    /// Owners as printed.
    public var owners: [String]
    /// Timescale, verbatim.
    public var timescale: String?

    /// What the paper fills in; all else is absent.
    public init(
        text: String, theme: String? = nil, commitment: String? = nil, owners: [String] = [],
        timescale: String? = nil
    ) {
        self.text = text
        self.theme = theme
        self.commitment = commitment
        self.owners = owners
        self.timescale = timescale
    }

    var kind: FindingKind { .issue }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.issue

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("theme", theme)
        list.add("commitment", commitment)
        list.add("owners", owners)
        list.add("timescale", timescale)
    }
}
