import Register
import Testing

@Suite struct TimescaleProblemTests {
    @Test(
        arguments: [
            ("March 20201", .year, "March 20201"), ("Sept 20244", .year, "Sept 20244"), ("May 223", .year, "May 223"),
            ("Feb 2O25", .year, "Feb 2O25"),
            ("20010/2011", .year, "20010/2011"), ("2024/23", .year, "2024/23"), ("30/09/20244", .year, "30/09/20244"),
            ("March 2205", .year, "March 2205"),
            ("31 June 2025", .day, "31 June 2025"), ("30/02/2025", .day, "30/02/2025"),
            ("29 February 2025", .day, "29 February 2025"),
            ("32 March 2025", .day, "32 March 2025"), ("by 31 June 2025 at the latest", .day, "31 June 2025"),
            ("2025-02-30", .day, "2025-02-30"),
            ("31/13/2025", .month, "31/13/2025"), ("12/31/2024", .month, "12/31/2024"),
            ("Q6 2024/25", .quarter, "Q6 2024/25"),
            ("Q0 2024/25", .quarter, "Q0 2024/25"), ("H3 2025/26", .half, "H3 2025/26"),
            ("Period 14 2024/25", .period, "Period 14 2024/25"),
            ("Dec 2020 – Aug 2020", .order, "Dec 2020 – Aug 2020"),
            ("1 May 2025 to 30 April 2025", .order, "1 May 2025 to 30 April 2025"),
        ] as [(String, Timescale.Problem.Kind, String)])
    func `an impossible date is kept and flagged, not guessed`(
        words: String, kind: Timescale.Problem.Kind, found: String
    ) {
        let timescale = Timescale(words, reference: Day(iso: "2025-01-14"))
        #expect(timescale.words == words)
        #expect(timescale.problem == Timescale.Problem(kind: kind, found: found))
        #expect(timescale.start == nil && timescale.due == nil)
    }

    @Test func `a wrong weekday is flagged and the date kept`() {
        let timescale = Timescale("Tuesday 31 March 2026, then Friday", reference: nil)
        #expect(timescale.problem == nil)
        let wrong = Timescale("Monday 31 March 2026", reference: nil)
        #expect(wrong.problem?.kind == .weekday)
        #expect(wrong.due == Day(iso: "2026-03-31"))
    }

    @Test(
        arguments: [
            (
                .day,
                "“31 June 2025” names a day that its month does not have. Print a day that exists, such as 30 June 2025."
            ),
            (
                .month,
                "“31 June 2025” names a month after December or before January. Print day, month and year, such as 30/06/2025."
            ),
            (
                .year,
                "“31 June 2025” does not name a year that can be meant. Print the year in four figures, such as March 2021 or 2024/25."
            ),
            (
                .quarter,
                "“31 June 2025” names a quarter that no year has. Print Q1, Q2, Q3 or Q4 and the year, such as Q2 2025/26."
            ),
            (.half, "“31 June 2025” names a half that no year has. Print H1 or H2 and the year, such as H1 2025/26."),
            (
                .period,
                "“31 June 2025” names an accounting period that no year has. Print a period from 1 to 13, such as Period 6 2025/26."
            ),
            (
                .order,
                "“31 June 2025” ends before it starts. Print the earlier date first, such as Aug 2020 – Dec 2020."
            ),
            (
                .weekday,
                "“31 June 2025” falls on another day of the week. Print the weekday that the date has, or leave it out."
            ),
        ] as [(Timescale.Problem.Kind, String)])
    func `a problem says what was found, why it matters and what is accepted`(
        kind: Timescale.Problem.Kind, message: String
    ) {
        #expect(Timescale.Problem(kind: kind, found: "31 June 2025").message == message)
    }
}
