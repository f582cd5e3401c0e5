/// A recommendation to a council or a body.
public struct Recommendation: FindingContent {
    /// The recommendation.
    public var text: String
    /// Number as printed, without list punctuation.
    public var number: String?
    /// The nearest heading above, without its number.
    public var series: String?
    /// The theme that the row or section stands under.
    public var theme: String?
    /// Progress text in the same row.
    public var update: String?
    /// Status as reported.
    public var status: String?
    /// What the row points to where it says "As 19 above".
    public var sameAs: String?

    /// What the paper fills in; all else is absent.
    public init(
        text: String, number: String? = nil, series: String? = nil, theme: String? = nil, update: String? = nil,
        status: String? = nil, sameAs: String? = nil
    ) {
        self.text = text
        self.number = number
        self.series = series
        self.theme = theme
        self.update = update
        self.status = status
        self.sameAs = sameAs
    }

    var kind: FindingKind { .recommendation }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.recommendation

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("number", number)
        list.add("series", series)
        list.add("theme", theme)
        list.add("update", update)
        list.add("status", status)
        list.add("sameAs", sameAs)
    }

    /// Whether a body is asked to agree to it: such a one is decided in the meeting, not answered by a plan.
    public var isForDecision: Bool {
        if let number {
            let isPlain =
                number.utf8.allSatisfy { $0 &- 48 < 10 }
                || number.utf8.count > 1 && number.utf8.first == UInt8(ascii: "R")
            let isReference = number.contains("/") || number.utf8.contains(UInt8(ascii: "-"))
            if !isPlain && !isReference { return true }
        }
        let words = text.lowercased()
        return [
            "that ", "to note", "notes ", "to approve", "to agree", "the board", "the committee", "the cabinet",
            "the panel", "members ",
        ].contains { words.hasPrefix($0) }
    }
}
