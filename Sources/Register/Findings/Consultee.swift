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

    func describe(into list: inout FieldList) {
        list.add("consulted", consulted)
    }
}
