/// A promise made in the narrative of a minute.
public struct Undertaking: FindingContent {
    /// The whole sentence.
    public var text: String
    /// Who promised: a person, or a post without "The".
    public var person: String?
    /// Number of the minute it stands under.
    public var minute: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, person: String? = nil, minute: String? = nil) {
        self.text = text
        self.person = person
        self.minute = minute
    }

    var kind: FindingKind { .undertaking }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.undertaking

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("person", person)
        list.add("minute", minute)
    }
}
