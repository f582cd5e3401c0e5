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

    func describe(into list: inout FieldList) {
        list.add("number", number)
        list.add("series", series)
        list.add("theme", theme)
        list.add("update", update)
        list.add("status", status)
        list.add("sameAs", sameAs)
    }
}
