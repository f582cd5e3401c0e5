/// A season as councils mean it: three whole months.
public enum Season: String, Hashable, Sendable, Codable, CaseIterable {
    /// 1 March to 31 May.
    case spring
    /// 1 June to 31 August.
    case summer
    /// 1 September to 30 November.
    case autumn
    /// 1 December to the end of February; it bears the year of its December.
    case winter

    /// The month in which the season begins, 3 for spring to 12 for winter.
    public var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }

    /// The first day of the season that bears this year.
    public func first(in year: Int) -> Day { Day(firstOfMonth: firstMonth, year: year) }

    /// The last day of the season that bears this year; for winter, in February of the next.
    public func last(in year: Int) -> Day { Day(firstOfMonth: firstMonth + 3, year: year).adding(days: -1) }
}
