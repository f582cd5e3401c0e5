/// A minute's heading.
public struct Minute: FindingContent {
    /// The heading.
    public var text: String
    /// Number as printed, such as 38/10.
    public var number: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, number: String? = nil) {
        self.text = text
        self.number = number
    }

    var kind: FindingKind { .minute }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.minute

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("number", number)
    }
}
