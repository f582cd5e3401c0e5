/// A local authority's financial year, 1 April to 31 March (Local Government Finance Act 1992, section 69).
public struct FinancialYear: Hashable, Comparable, Sendable {
    /// The year of its April: 2024 for 2024/25.
    public let startYear: Int

    /// The financial year that begins in April of this year; nil outside 1 to 9998.
    public init?(startYear: Int) {
        guard (1...9998).contains(startYear) else { return nil }
        self.startYear = startYear
    }

    /// The financial year that a day falls in.
    public init(containing day: Day) {
        startYear = min(max(day.month >= 4 ? day.year : day.year - 1, 1), 9998)
    }

    /// 1 April.
    public var first: Day { Day(firstOfMonth: 4, year: startYear) }

    /// 31 March.
    public var last: Day { Day(firstOfMonth: 4, year: startYear + 1).adding(days: -1) }

    /// The quarter of this number, 1 (April to June) to 4 (January to March); nil for any other.
    public func quarter(_ number: Int) -> Quarter? { Quarter(number, of: startYear, basis: .financial) }

    /// The first and last day of an accounting period: period *n* is the *n*th month from April.
    ///
    /// Period 13, in which the ledger takes its closing adjustments, is 31 March alone; nil outside 1 to 13.
    public func period(_ number: Int) -> (first: Day, last: Day)? {
        guard (1...13).contains(number) else { return nil }
        guard number < 13 else { return (last, last) }
        let first = Day(firstOfMonth: number + 3, year: startYear)
        return (first, first.lastOfMonth)
    }

    /// Whether this year comes before the other.
    public static func < (left: Self, right: Self) -> Bool { left.startYear < right.startYear }
}

extension FinancialYear: CustomStringConvertible {
    /// The year as councils print it: "2024/25".
    public var description: String {
        let end = (startYear + 1) % 100
        return "\(startYear)/\(end < 10 ? "0" : "")\(end)"
    }

    /// Reads a whole text as one financial year: "2024/25", "2024-25", "24/25", "2009/2010", "FY25".
    ///
    /// "FY25" is the year that *ends* in 2025. Nil where the two years do not follow one another, or for any other text.
    public init?(_ text: some StringProtocol) {
        let parser = PeriodParser(phrase: PhraseTokenizer.phrase(of: String(text)), reference: nil)
        guard let found = parser.period(at: 0), found.fault == nil, found.next == parser.phrase.count,
            found.period.unit == .financialYear, found.period.part == .whole, let year = found.period.year
        else { return nil }
        self.init(startYear: year)
    }
}
