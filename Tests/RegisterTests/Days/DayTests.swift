import Foundation
import Register
import Testing

@Suite struct DayTests {
    @Test func `every day from 1999 to 2031 follows the one before`() throws {
        var day = try #require(Day(year: 1999, month: 12, day: 31))
        let end = try #require(Day(year: 2031, month: 1, day: 1))
        while day < end {
            let next = day.adding(days: 1)
            #expect(Day(year: next.year, month: next.month, day: next.day) == next)
            #expect(next.weekday == day.weekday % 7 + 1)
            #expect(day.days(until: next) == 1)
            #expect(next.day == day.day + 1 || next.day == 1 && day == day.lastOfMonth)
            day = next
        }
    }

    @Test(arguments: [
        ("2020-10-12", 1), ("2011-01-17", 1), ("2024-02-29", 4), ("2000-01-01", 6), ("1970-01-01", 4),
        ("2025-11-02", 7),
    ])
    func `weekdays count from Monday`(text: String, weekday: Int) {
        #expect(Day(iso: text)?.weekday == weekday)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-01", "25-01-01", "2025-01-011", " 2025-01-01", "",
        "２025-01-01", "0000-01-01",
    ])
    func `other text is no day`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [
        ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-03-31", -1, "2025-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-01-15", -1, "2024-12-15"), ("2020-02-29", 12, "2021-02-28"), ("2025-05-31", 0, "2025-05-31"),
    ])
    func `adding months stops at the end of a shorter one`(text: String, months: Int, expected: String) throws {
        #expect(try #require(Day(iso: text)).adding(months: months).description == expected)
    }

    @Test func `sums beyond the calendar stop at its ends`() throws {
        let day = try #require(Day(iso: "2025-01-01"))
        #expect(day.adding(days: .max).description == "9999-12-31")
        #expect(day.adding(days: .min).description == "0001-01-01")
        #expect(day.adding(months: .max).description == "9999-12-31")
        #expect(day.adding(months: .min).description == "0001-01-01")
    }

    @Test func `a day is coded as its text`() throws {
        let day = try #require(Day(iso: "2025-03-31"))
        let data = try JSONEncoder().encode([day])
        #expect(String(decoding: data, as: UTF8.self) == "[\"2025-03-31\"]")
        #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data("[\"2025-02-30\"]".utf8))
        }
    }

    @Test(
        arguments: [
            ("17TH JANUARY 2011", "2011-01-17", .day), ("Meeting of 12/10/2020 at 6.00 p.m.", "2020-10-12", .day),
            ("Tuesday, 6th October 2020", "2020-10-06", .day), ("the sixth day of October 2020", "2020-10-06", .day),
            ("CABINET 14 October 2020 (report dated July 2020)", "2020-10-14", .day),
            ("Peer Challenge Action Plan – July 2020", "2020-07-31", .month),
            ("Minutes, Jan 2011 and 15 Nov 2010", "2010-11-15", .day), ("Monday 17 January,\n2011", "2011-01-17", .day),
        ] as [(String, String, Timescale.Precision)])
    func `the date of a heading is found`(text: String, day: String, precision: Timescale.Precision) throws {
        let found = try #require(PrintedDate.first(in: text))
        #expect(found.day.description == day)
        #expect(found.precision == precision)
    }

    @Test(arguments: [
        "", "Overview and Scrutiny Board", "31 June 2025", "1st May", "Item 4.2, page 12", "2024/25", "May 223",
    ])
    func `text without a full date has none`(text: String) {
        #expect(PrintedDate.first(in: text) == nil)
    }
}
