/// An item on an agenda.
public struct AgendaItem: FindingContent {
    /// Title of the item.
    public var text: String
    /// Number as printed, without list punctuation.
    public var number: String?
    /// Printed page range, such as "7 - 24".
    public var pages: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, number: String? = nil, pages: String? = nil) {
        self.text = text
        self.number = number
        self.pages = pages
    }

    var kind: FindingKind { .agendaItem }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.agendaItem

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("number", number)
        list.add("pages", pages)
    }
}
