/// Counts working days: Monday to Friday, less the holidays it is given.
public struct WorkingDays: Hashable, Sendable {
    /// The days off besides Saturdays and Sundays (Local Government Act 1972, section 243(4)).
    public let holidays: Set<Day>
    /// The years whose holidays are known; a question about any other is refused (Local Government Act 1972, section 243).
    public let years: ClosedRange<Int>

    /// The question reaches a year whose holidays are not known (Banking and Financial Dealings Act 1971, section 1(3)).
    public struct BeyondTable: Error, Hashable, Sendable, CustomStringConvertible {
        /// The year that was asked about (Banking and Financial Dealings Act 1971, section 1(3)).
        public let year: Int
        /// The years that are known (Banking and Financial Dealings Act 1971, section 1(3)).
        public let known: ClosedRange<Int>

        /// What was asked, why it cannot be answered and what can.
        public var description: String {
            "The bank holidays of \(year) are not known, so its working days cannot be counted. "
                + "Ask about \(known.lowerBound) to \(known.upperBound), or add the year to the table of holidays."
        }
    }

    /// Working days with these holidays, known for these years (Local Government Act 1972, section 243(4)).
    public init(holidays: Set<Day>, years: ClosedRange<Int>) {
        self.holidays = holidays
        self.years = years
    }

    /// The working days of England and Wales (Banking and Financial Dealings Act 1971, schedule 1).
    public static let englandAndWales = WorkingDays(holidays: BankHolidays.days, years: BankHolidays.years)

    /// Whether offices are open on a day; throws `BeyondTable` where its year is not known (Local Government Act 1972, section 243(4)).
    public func isWorkingDay(_ day: Day) throws(BeyondTable) -> Bool {
        let year = day.year
        guard years.contains(year) else { throw BeyondTable(year: year, known: years) }
        return day.weekday <= 5 && !holidays.contains(day)
    }

    /// The day so many working days after `day`, or before it where negative; `day` itself is not counted.
    ///
    /// 0 gives `day` itself, whatever it is. Throws `BeyondTable` where the count leaves the known years. O(*n*) in the days passed.
    public func adding(workingDays count: Int, to day: Day) throws(BeyondTable) -> Day {
        var (day, left) = (day, count.magnitude)
        let step = count < 0 ? -1 : 1
        while left > 0 {
            day = day.adding(days: step)
            if try isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The working days after `start` up to and including `end`; negative where `end` is earlier.
    ///
    /// Throws `BeyondTable` where the days between leave the known years. O(*n*) in the days passed.
    public func workingDays(between start: Day, and end: Day) throws(BeyondTable) -> Int {
        guard start <= end else { return -(try workingDays(between: end, and: start)) }
        var (day, count) = (start, 0)
        while day < end {
            day = day.adding(days: 1)
            if try isWorkingDay(day) { count += 1 }
        }
        return count
    }

    /// The clear working days between publication and meeting, neither of which counts (Local Government Act 1972, section 100B;
    /// SI 2012/2089, regulation 6).
    ///
    /// Throws `BeyondTable` where the days between leave the known years.
    public func clearDays(from publication: Day, to meeting: Day) throws(BeyondTable) -> Int {
        guard publication < meeting else { return 0 }
        return try workingDays(between: publication, and: meeting.adding(days: -1))
    }

    /// The last day on which papers may be published so that a meeting has so many clear days, five by law.
    ///
    /// Throws `BeyondTable` where the count leaves the known years.
    public func lastPublication(for meeting: Day, clearDays: Int = 5) throws(BeyondTable) -> Day {
        // Papers are put up on a working day, as many clear ones before the meeting as the law asks.
        try adding(workingDays: -(max(clearDays, 0) + 1), to: meeting)
    }
}
