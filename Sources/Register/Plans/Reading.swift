/// The value of a measure for a period.
public struct Reading: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.reading
    /// The period as printed: "Q1", "2025/26", "April to June".
    public var period: String
    /// The value as printed.
    public var printed: String
    /// The value as an exact number, where the print is one.
    public var value: Quantity?
    /// Whether a later paper may still change it.
    public var isProvisional: Bool

    /// A value as printed for a period.
    public init(period: String, printed: String, isProvisional: Bool = false) {
        self.period = period
        self.printed = printed
        self.value = Quantity(printed: printed)
        self.isProvisional = isProvisional
    }

    /// "Q1: 93.4%".
    public var text: String { "\(period): \(printed)" }

    /// Lists the period and value.
    public func describe(into list: inout FieldList) {
        list.add("period", period)
        list.add("value", printed)
        list.add("provisional", isProvisional)
    }
}
