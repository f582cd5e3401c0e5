/// An interest that somebody declared.
public struct Declaration: FindingContent {
    /// The interest declared.
    public var text: String
    /// Who declared it, as printed without "Councillor".
    public var person: String?
    /// Number of the minute whose item the interest is in.
    public var minute: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, person: String? = nil, minute: String? = nil) {
        self.text = text
        self.person = person
        self.minute = minute
    }

    var kind: FindingKind { .declaration }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.declaration

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("person", person)
        list.add("minute", minute)
    }
}
