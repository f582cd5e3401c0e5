/// A performance measure with what is printed of it.
public struct Measure: FindingContent {
    /// Description.
    public var text: String
    /// Reference as printed.
    public var ref: String?
    /// Theme.
    public var theme: String?
    /// Council, where a row serves several.
    public var council: String?
    /// Whether high or low is good, as printed.
    public var polarity: String?
    /// Baseline.
    public var baseline: String?
    /// Target.
    public var target: String?
    /// Actual or latest value.
    public var actual: String?
    /// Quarter 1.
    public var q1: String?
    /// Quarter 2.
    public var q2: String?
    /// Quarter 3.
    public var q3: String?
    /// Quarter 4.
    public var q4: String?
    /// Reported status.
    public var status: String?
    /// Direction of travel.
    public var trend: String?
    /// Period that the actual is for.
    public var period: String?
    /// Commentary.
    public var commentary: String?

    /// What the paper fills in; all else is absent.
    public init(
        text: String, ref: String? = nil, theme: String? = nil, council: String? = nil, polarity: String? = nil,
        baseline: String? = nil, target: String? = nil, actual: String? = nil, q1: String? = nil, q2: String? = nil,
        q3: String? = nil, q4: String? = nil, status: String? = nil, trend: String? = nil, period: String? = nil,
        commentary: String? = nil
    ) {
        self.text = text
        self.ref = ref
        self.theme = theme
        self.council = council
        self.polarity = polarity
        self.baseline = baseline
        self.target = target
        self.actual = actual
        self.q1 = q1
        self.q2 = q2
        self.q3 = q3
        self.q4 = q4
        self.status = status
        self.trend = trend
        self.period = period
        self.commentary = commentary
    }

    var kind: FindingKind { .measure }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.measure

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("ref", ref)
        list.add("theme", theme)
        list.add("council", council)
        list.add("polarity", polarity)
        list.add("baseline", baseline)
        list.add("target", target)
        list.add("actual", actual)
        list.add("q1", q1)
        list.add("q2", q2)
        list.add("q3", q3)
        list.add("q4", q4)
        list.add("status", status)
        list.add("trend", trend)
        list.add("period", period)
        list.add("commentary", commentary)
    }
}
