import Register
import Testing

@Suite struct CalendarTests {
    @Test(arguments: [
        "2024/25", "2024-25", "24/25", "2024/2025", "2024–25", "FY25", "FY 2024/25", "financial year 2024/25",
        " 2024/25 ",
    ])
    func `a financial year is read however it is printed`(text: String) throws {
        let year = try #require(FinancialYear(text))
        #expect(year.startYear == 2024)
        #expect(year.description == "2024/25")
        #expect(year.first.description == "2024-04-01")
        #expect(year.last.description == "2025-03-31")
    }

    @Test(arguments: ["2009/2010", "09/10"])
    func `figures below ten keep their nought`(text: String) {
        #expect(FinancialYear(text)?.description == "2009/10")
    }

    @Test(arguments: [
        "", "2024", "2024/26", "2024/23", "25/24", "20010/2011", "Q1 2024/25", "municipal year 2024/25",
        "end of 2024/25",
    ])
    func `other text is no financial year`(text: String) {
        #expect(FinancialYear(text) == nil)
    }

    @Test(arguments: [(1, "2009-04-30"), (6, "2009-09-30"), (11, "2010-02-28"), (12, "2010-03-31"), (13, "2010-03-31")])
    func `accounting periods count from April and the thirteenth closes the year`(number: Int, last: String) throws {
        let year = try #require(FinancialYear(startYear: 2009))
        #expect(year.period(number)?.last.description == last)
        #expect(year.period(0) == nil && year.period(14) == nil)
    }

    @Test(arguments: [
        (1, "2024-04-01", "2024-06-30"), (2, "2024-07-01", "2024-09-30"), (3, "2024-10-01", "2024-12-31"),
        (4, "2025-01-01", "2025-03-31"),
    ])
    func `financial quarters run from April`(number: Int, first: String, last: String) throws {
        let quarter = try #require(FinancialYear(startYear: 2024)?.quarter(number))
        #expect(quarter.first.description == first)
        #expect(quarter.last.description == last)
    }

    @Test func `calendar quarters run from January`() throws {
        let quarter = try #require(Quarter(2, of: 2005, basis: .calendar))
        #expect(quarter.first.description == "2005-04-01")
        #expect(quarter.last.description == "2005-06-30")
        #expect(Quarter(5, of: 2005, basis: .calendar) == nil)
    }

    @Test func `the financial year changes on 1 April`() throws {
        #expect(FinancialYear(containing: try #require(Day(iso: "2025-03-31"))).startYear == 2024)
        #expect(FinancialYear(containing: try #require(Day(iso: "2025-04-01"))).startYear == 2025)
    }

    @Test(arguments: [
        (Season.spring, "2025-05-31"), (.summer, "2025-08-31"), (.autumn, "2025-11-30"), (.winter, "2026-02-28"),
    ])
    func `a season is three months and winter bears the year of its December`(season: Season, last: String) {
        #expect(season.last(in: 2025).description == last)
        #expect(season.first(in: 2025).month == season.firstMonth)
    }

    @Test func `the annual meeting opens the municipal year`() throws {
        let meeting = try #require(Day(iso: "2024-05-15"))
        #expect(MunicipalYear(containing: meeting, annualMeeting: meeting).description == "2024/25")
        #expect(MunicipalYear(containing: meeting.adding(days: -1), annualMeeting: meeting).description == "2023/24")
        let year = try #require(MunicipalYear(startYear: 2024))
        #expect(year.earliestStart.description == "2024-05-01")
        #expect(year.latestEnd.description == "2025-05-31")
    }
}
