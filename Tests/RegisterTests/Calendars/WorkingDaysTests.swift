import Register
import Testing

@Suite struct WorkingDaysTests {
    let days = WorkingDays.englandAndWales

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test(arguments: Array(BankHolidays.years))
    func `the table agrees with the rules`(year: Int) throws {
        #expect(Set(try #require(BankHolidays.holidays(in: year)).map(\.day)) == Self.computed(year))
    }

    /// The holidays of a year by rule: schedule 1 to the Act of 1971, the May Day of 1978, and the proclamations.
    private static func computed(_ year: Int) -> Set<Day> {
        func day(_ month: Int, _ day: Int) -> Day? { Day(year: year, month: month, day: day) }
        func monday(onOrAfter start: Day?) -> Day? { start.map { $0.adding(days: (8 - $0.weekday) % 7) } }
        func monday(onOrBefore end: Day?) -> Day? { end.map { $0.adding(days: 1 - $0.weekday) } }
        var found: Set<Day?> = [
            Easter.sunday(of: year).adding(days: -2), Easter.sunday(of: year).adding(days: 1),
            monday(onOrBefore: day(8, 31)),
        ]
        found.insert(year == 2020 ? day(5, 8) : monday(onOrAfter: day(5, 1)))
        found.insert(year == 2012 ? day(6, 4) : year == 2022 ? day(6, 2) : monday(onOrBefore: day(5, 31)))
        for fixed in [day(1, 1), day(12, 25), day(12, 26)] {
            var substitute = fixed
            while let candidate = substitute, candidate.weekday > 5 || found.contains(candidate) {
                substitute = candidate.adding(days: 1)
            }
            found.insert(substitute)
        }
        // Boxing Day keeps a Monday of its own when Christmas is on Sunday; the days off are the same two.
        switch year {
        case 2011: found.insert(day(4, 29))
        case 2012: found.insert(day(6, 5))
        case 2022: found.formUnion([day(6, 3), day(9, 19)])
        case 2023: found.insert(day(5, 8))
        default: break
        }
        return Set(found.compactMap { $0 })
    }

    @Test(arguments: [
        "2011-04-29", "2012-06-04", "2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08",
        "2010-12-27", "2010-12-28",
        "2011-01-03", "2022-12-27", "2025-04-18", "2025-04-21",
    ])
    func `proclaimed and substitute days are holidays`(text: String) throws {
        #expect(try !days.isWorkingDay(day(text)))
    }

    @Test(arguments: ["2020-05-04", "2022-05-30", "2012-05-28", "2025-04-22", "2024-02-29"])
    func `moved holidays leave a working day behind`(text: String) throws {
        #expect(try days.isWorkingDay(day(text)))
    }

    @Test func `papers of 6 October for 12 October 2020 give three clear days`() throws {
        #expect(try days.clearDays(from: day("2020-10-06"), to: day("2020-10-12")) == 3)
        #expect(try days.lastPublication(for: day("2020-10-12")).description == "2020-10-02")
        #expect(try days.clearDays(from: day("2020-10-12"), to: day("2020-10-12")) == 0)
    }

    @Test func `working days pass over Easter`() throws {
        #expect(try days.adding(workingDays: 5, to: day("2025-04-16")).description == "2025-04-25")
        #expect(try days.adding(workingDays: -1, to: day("2025-04-22")).description == "2025-04-17")
        #expect(try days.workingDays(between: day("2025-04-16"), and: day("2025-04-25")) == 5)
        #expect(try days.workingDays(between: day("2025-04-25"), and: day("2025-04-16")) == -5)
    }

    @Test func `years beyond the table are refused, not guessed`() throws {
        let error = try #require(throws: WorkingDays.BeyondTable.self) { try days.isWorkingDay(day("2031-01-02")) }
        #expect(
            error.description == "The bank holidays of 2031 are not known, so its working days cannot be counted. "
                + "Ask about 2010 to 2030, or add the year to the table of holidays.")
        #expect(throws: WorkingDays.BeyondTable.self) { try days.adding(workingDays: 5, to: day("2030-12-31")) }
        #expect(BankHolidays.holidays(in: 2009) == nil)
    }

    @Test(arguments: [
        (2010, "2010-04-04"), (2016, "2016-03-27"), (2024, "2024-03-31"), (2025, "2025-04-20"), (2030, "2030-04-21"),
    ])
    func `Easter falls where the tables of the Act put it`(year: Int, sunday: String) {
        #expect(Easter.sunday(of: year).description == sunday)
    }
}
