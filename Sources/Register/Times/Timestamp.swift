/// A moment, to the microsecond, in universal time.
public struct Timestamp: Sendable, Hashable, Comparable, Codable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public var microseconds: Int

    /// A moment by its microseconds since 1970-01-01T00:00:00Z.
    public init(microseconds: Int) { self.microseconds = microseconds }

    /// A moment by its day and time of day in universal time.
    public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let seconds = Timestamp.epoch.days(until: day) * 86_400 + hour * 3600 + minute * 60 + second
        microseconds = seconds * 1_000_000
    }

    /// The earlier moment first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    static let epoch = Day(serial: 0)

    /// The day in universal time, and the second within it.
    fileprivate var parts: (day: Day, second: Int) {
        let seconds = Timestamp.floor(microseconds, 1_000_000)
        let days = Timestamp.floor(seconds, 86_400)
        return (Timestamp.epoch.adding(days: days), seconds - days * 86_400)
    }

    fileprivate static func floor(_ value: Int, _ unit: Int) -> Int {
        value / unit - (value % unit < 0 ? 1 : 0)
    }
}

extension Timestamp: CustomStringConvertible {
    /// "2026-11-21T09:30:05Z", seconds and above.
    public var description: String { "\(parts.day)T\(Timestamp.clock(parts.second))Z" }

    fileprivate static func clock(_ second: Int) -> String {
        [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

/// The clocks of the United Kingdom: universal time, and an hour ahead of it from 01:00 UTC on the last Sunday of March
/// to 01:00 UTC on the last Sunday of October (Summer Time Act 1972, as amended by SI 2002/262).
public enum LondonTime {
    /// The day that calendars in the United Kingdom show at a moment.
    public static func day(of moment: Timestamp) -> Day { local(moment).parts.day }

    /// "2026-06-30 14:05", as clocks in the United Kingdom show it.
    public static func text(_ moment: Timestamp) -> String {
        let parts = local(moment).parts
        return "\(parts.day) \(Timestamp.clock(parts.second).prefix(5))"
    }

    /// The last moment of a day, as the United Kingdom counts days.
    public static func end(of day: Day) -> Timestamp {
        Timestamp(microseconds: moment(day: day.adding(days: 1), hour: 0, minute: 0, second: 0).microseconds - 1)
    }

    /// The moment at which clocks show a time; of the hour that comes twice in October, the first.
    public static func moment(day: Day, hour: Int, minute: Int, second: Int) -> Timestamp {
        let shown = Timestamp(day: day, hour: hour, minute: minute, second: second)
        let summer = Timestamp(microseconds: shown.microseconds - hourLength)
        return isSummer(summer) ? summer : shown
    }

    private static let hourLength = 3_600_000_000

    private static func local(_ moment: Timestamp) -> Timestamp {
        Timestamp(microseconds: moment.microseconds + (isSummer(moment) ? hourLength : 0))
    }

    private static func isSummer(_ moment: Timestamp) -> Bool {
        let year = moment.parts.day.year
        guard let march = lastSunday(of: 3, year: year), let october = lastSunday(of: 10, year: year) else {
            return false
        }
        return moment >= Timestamp(day: march, hour: 1) && moment < Timestamp(day: october, hour: 1)
    }

    private static func lastSunday(of month: Int, year: Int) -> Day? {
        guard let last = Day(year: year, month: month, day: 31) else { return nil }
        return last.adding(days: -(last.weekday % 7))
    }
}
