import Register
import Testing

@Suite struct StandingTests {
    private static let paper = Day(iso: "2025-07-14")

    @Test(arguments: [
        ("March 2026", "2026-04-01", Standing.overdue), ("March 2026", "2026-03-31", .dueSoon),
        ("March 2026", "2026-03-01", .dueSoon),
        ("March 2026", "2026-02-28", .inTime), ("Completed", "2026-04-01", .finished),
        ("Ongoing", "2026-04-01", .openEndedWithoutReview),
        ("Nov 2025 and ongoing", "2026-04-01", .overdue), ("Quarterly", "2026-04-01", .recurring),
        ("From April 2026", "2026-05-01", .recurring),
        ("March 20261", "2026-04-01", .impossibleDate), ("12 months", "2026-04-01", .undated),
        ("TBC", "2026-04-01", .undated),
    ]) func `the dates say how a promise stands on a day`(words: String, today: String, standing: Standing) throws {
        let day = try #require(Day(iso: today))
        #expect(Standing(of: Timescale(words, reference: Self.paper), on: day) == standing)
    }

    @Test func `nothing printed is no date`() throws {
        #expect(Standing(of: nil, on: try #require(Self.paper)) == .noDate)
    }
}
