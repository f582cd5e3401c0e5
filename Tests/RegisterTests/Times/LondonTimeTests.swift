import Register
import Testing

/// Clocks go forward at 01:00 UTC on the last Sunday of March and back at 01:00 UTC on the last Sunday of October.
@Suite struct LondonTimeTests {
    private static func moment(_ text: String) throws -> Timestamp {
        let day = try #require(Day(iso: text.prefix(10)))
        let parts = text.dropFirst(11).split(separator: ":").compactMap { Int($0) }
        return Timestamp(day: day, hour: parts[0], minute: parts[1], second: parts.count > 2 ? parts[2] : 0)
    }

    @Test(arguments: [
        ("2026-03-29 00:59:59", "2026-03-29 00:59"), ("2026-03-29 01:00", "2026-03-29 02:00"),
        ("2026-10-25 00:59:59", "2026-10-25 01:59"), ("2026-10-25 01:00", "2026-10-25 01:00"),
        ("2026-06-30 22:59", "2026-06-30 23:59"), ("2026-06-30 23:00", "2026-07-01 00:00"),
        ("2026-12-31 23:59", "2026-12-31 23:59"), ("2024-03-31 01:00", "2024-03-31 02:00"),
        ("2027-10-31 00:30", "2027-10-31 01:30"), ("2025-10-26 01:00", "2025-10-26 01:00"),
    ]) func `clocks show summer time from the last Sunday of March to that of October`(universal: String, shown: String)
        throws
    {
        let moment = try Self.moment(universal)
        #expect(LondonTime.text(moment) == shown)
        #expect(LondonTime.day(of: moment).description == String(shown.prefix(10)))
    }

    @Test(arguments: [
        ("2026-03-28", "2026-03-28 23:59:59"), ("2026-03-29", "2026-03-29 22:59:59"),
        ("2026-10-24", "2026-10-24 22:59:59"), ("2026-10-25", "2026-10-25 23:59:59"),
        ("2026-07-01", "2026-07-01 22:59:59"), ("2026-12-31", "2026-12-31 23:59:59"),
    ]) func `a day ends when clocks show midnight`(day: String, universal: String) throws {
        let end = LondonTime.end(of: try #require(Day(iso: day)))
        #expect(end.microseconds == (try Self.moment(universal)).microseconds + 999_999)
        #expect(LondonTime.day(of: end).description == day)
        let next = Timestamp(microseconds: end.microseconds + 1)
        #expect(LondonTime.day(of: next) == LondonTime.day(of: end).adding(days: 1))
    }

    @Test func `every day of thirty years ends where the next begins`() throws {
        var day = try #require(Day(iso: "2005-01-01"))
        let last = try #require(Day(iso: "2035-01-01"))
        while day < last {
            let end = LondonTime.end(of: day)
            #expect(LondonTime.day(of: end) == day)
            #expect(LondonTime.day(of: Timestamp(microseconds: end.microseconds + 1)) == day.adding(days: 1))
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [
        ("2026-03-29", 0, 30, "2026-03-29 00:30"), ("2026-03-29", 2, 30, "2026-03-29 01:30"),
        // Clocks never show this one: it is taken as if they had not gone forward yet.
        ("2026-03-29", 1, 30, "2026-03-29 01:30"),
        // Clocks show this one twice: the first is meant.
        ("2026-10-25", 1, 30, "2026-10-25 00:30"), ("2026-10-25", 2, 0, "2026-10-25 02:00"),
        ("2026-06-30", 0, 0, "2026-06-29 23:00"), ("2026-01-01", 0, 0, "2026-01-01 00:00"),
    ]) func `a time that clocks show is one moment`(day: String, hour: Int, minute: Int, universal: String) throws {
        let day = try #require(Day(iso: day))
        #expect(
            LondonTime.moment(day: day, hour: hour, minute: minute, second: 0) == (try Self.moment(universal)))
    }
}
