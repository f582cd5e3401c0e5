/// A post that was or was not consulted.
public struct Consultee: FindingContent {
    /// Post.
    public var text: String
    /// Answer as printed.
    public var consulted: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, consulted: String? = nil) {
        self.text = text
        self.consulted = consulted
    }

    var kind: FindingKind { .consultee }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.consultee

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("consulted", consulted)
    }
}
