/// A saving stated in a sentence or proposed in a table.
public struct Saving: FindingContent {
    /// The sentence, or the proposal's words.
    public var text: String
    /// Exact amount in pounds.
    public var amount: Pounds?
    /// Council that saves, where named.
    public var council: String?
    /// Year as printed.
    public var year: String?

    /// What the paper fills in; all else is absent.
    public init(text: String, amount: Pounds? = nil, council: String? = nil, year: String? = nil) {
        self.text = text
        self.amount = amount
        self.council = council
        self.year = year
    }

    var kind: FindingKind { .saving }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.saving

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("amount", amount)
        list.add("council", council)
        list.add("year", year)
    }
}
