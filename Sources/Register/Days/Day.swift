/// A civil date without a time or a zone, in the Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// Stored as a count of days, so that comparing and subtracting cost one instruction.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    let serial: Int32

    /// The day with this serial number, held to the years 1 to 9999.
    init(serial: Int) {
        self.serial = Int32(min(max(serial, Self.firstSerial), Self.lastSerial))
    }

    /// The day of this year, month (1 to 12) and day of the month; nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.lengthOfMonth(month, year: year)
        else { return nil }
        self.init(serial: Self.serial(year: year, month: month, day: day))
    }

    /// The first day of a month counted from January of `year`; months outside 1 to 12 carry into other years.
    init(firstOfMonth month: Int, year: Int) {
        let index = year * 12 + month - 1
        let carried = index >= 0 ? index / 12 : (index - 11) / 12
        self.init(serial: Self.serial(year: carried, month: index - carried * 12 + 1, day: 1))
    }

    /// The year, 1 to 9999.
    public var year: Int { civil.year }

    /// The month, 1 for January to 12 for December.
    public var month: Int { civil.month }

    /// The day of the month, from 1.
    public var day: Int { civil.day }

    /// The day of the week by ISO 8601: 1 for Monday to 7 for Sunday.
    public var weekday: Int {
        let shifted = (Int(serial) + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

    /// The last day of this day's month.
    public var lastOfMonth: Day {
        let (year, month, _) = civil
        return Day(serial: Self.serial(year: year, month: month, day: Self.lengthOfMonth(month, year: year)))
    }

    /// The first day of this day's month.
    public var firstOfMonth: Day { Day(serial: Int(serial) - day + 1) }

    /// The day so many days later, or earlier where `days` is negative; held at the ends of the calendar.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = Int(serial).addingReportingOverflow(days)
        return Day(serial: overflow ? (days < 0 ? Int.min : Int.max) : sum)
    }

    /// The same day of the month so many months later, or the last of that month where it is shorter.
    ///
    /// 31 January and one month is 28 or 29 February (the corresponding date rule: Dodds v Walker [1981] 1 WLR 1027).
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + min(max(months, -200_000), 200_000)
        guard index >= 12 else { return Day(serial: Self.firstSerial) }
        guard index < 10_000 * 12 else { return Day(serial: Self.lastSerial) }
        let length = Self.lengthOfMonth(index % 12 + 1, year: index / 12)
        return Day(serial: Self.serial(year: index / 12, month: index % 12 + 1, day: min(day, length)))
    }

    /// The number of days from this one to `other`: 1 to tomorrow, negative to a day before.
    public func days(until other: Day) -> Int { Int(other.serial) - Int(serial) }

    /// Whether this day comes before the other.
    public static func < (left: Day, right: Day) -> Bool { left.serial < right.serial }

    /// The number of days in a month (1 to 12) of a year.
    static func lengthOfMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static let firstSerial = serial(year: 1, month: 1, day: 1)
    private static let lastSerial = serial(year: 9999, month: 12, day: 31)

    // Years are counted from March, so that the leap day falls last and the lengths of months follow one line.
    private static func serial(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(serial) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
