/// A municipal (civic) year: from one annual meeting to the next (Local Government Act 1972, schedule 12, paragraph 1).
///
/// Printed like a financial year, but it is another stretch of time.
public struct MunicipalYear: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year of the annual meeting that opens it: 2024 for 2024/25.
    public let startYear: Int

    /// The municipal year that opens in this year; nil outside 1 to 9998.
    public init?(startYear: Int) {
        guard (1...9998).contains(startYear) else { return nil }
        self.startYear = startYear
    }

    /// The municipal year that a day falls in, given the annual meeting of that day's calendar year.
    ///
    /// The day of the meeting belongs to the year that it opens.
    public init(containing day: Day, annualMeeting: Day) {
        startYear = min(max(day >= annualMeeting ? annualMeeting.year : annualMeeting.year - 1, 1), 9998)
    }

    /// The earliest day it can open on when no annual meeting is known: 1 May.
    public var earliestStart: Day { Day(firstOfMonth: 5, year: startYear) }

    /// The latest day it can run to when no annual meeting is known: 31 May.
    public var latestEnd: Day { Day(firstOfMonth: 6, year: startYear + 1).adding(days: -1) }

    /// The year as councils print it: "2024/25".
    public var description: String {
        let end = (startYear + 1) % 100
        return "\(startYear)/\(end < 10 ? "0" : "")\(end)"
    }

    /// Whether this year comes before the other.
    public static func < (left: Self, right: Self) -> Bool { left.startYear < right.startYear }
}
