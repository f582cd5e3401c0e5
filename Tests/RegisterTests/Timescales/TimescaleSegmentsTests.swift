import Register
import Testing

@Suite struct TimescaleSegmentsTests {
    @Test(
        arguments: [
            ("Oct 2020 Oct 2020 Jan 2021", ["Oct 2020", "Oct 2020", "Jan 2021"]),
            ("Ongoing Dec 2020 Sept 2020 & ongoing", ["Ongoing", "Dec 2020", "Sept 2020 & ongoing"]),
            ("Nov 2020 and ongoing", ["Nov 2020 and ongoing"]), ("Aug – Dec 2020", ["Aug – Dec 2020"]),
            ("Aug/Sept 2020", ["Aug/Sept 2020"]),
            ("December 2018 November 2018", ["December 2018", "November 2018"]),
            ("September 2018 and ongoing", ["September 2018 and ongoing"]),
            ("Overdue (30 June 2024)", ["Overdue (30 June 2024)"]),
            ("1 May 2025 Ongoing Q2 2025/26", ["1 May 2025", "Ongoing", "Q2 2025/26"]),
            (
                "Oct 2020 Oct 2020 Jan 2021 Nov 2020 Dec 2020",
                ["Oct 2020", "Oct 2020", "Jan 2021", "Nov 2020", "Dec 2020"]
            ),
            ("Nov 2020\nNov 2020", ["Nov 2020", "Nov 2020"]), ("November\n2018", ["November\n2018"]),
            ("12 months Ongoing", ["12 months", "Ongoing"]),
            ("Completed Completed Dec 2020", ["Completed", "Completed Dec 2020"]),
            ("Completed Oct 2020", ["Completed Oct 2020"]),
            ("From Dec 2020 From Jan 2021", ["From Dec 2020", "From Jan 2021"]),
            ("Dec 2020 end Jan 2021", ["Dec 2020", "end Jan 2021"]),
            ("Quarterly from October 2024", ["Quarterly from October 2024"]),
            ("June 2025, then quarterly", ["June 2025, then quarterly"]),
            ("First meeting January 2024, monthly thereafter", ["First meeting January 2024, monthly thereafter"]),
            ("Review during 2021 for the next 3 years", ["Review during 2021 for the next 3 years"]),
            ("Weekly/Ongoing", ["Weekly/Ongoing"]),
            ("Moved from Q1 2024/25 to Q3 2024/25", ["Moved from Q1 2024/25 to Q3 2024/25"]),
            ("Sept, Oct & Nov 2025", ["Sept, Oct & Nov 2025"]),
            ("Oct 2020; Jan 2021", ["Oct 2020;", "Jan 2021"]), ("Oct 2020, Jan 2021", ["Oct 2020,", "Jan 2021"]),
            ("", []), (" \n ", []),
            ("Mar 21 Apr 21 Summer 2021", ["Mar 21", "Apr 21", "Summer 2021"]),
            ("2024/25 2025/26", ["2024/25", "2025/26"]),
            ("Due to be launched late Sept", ["Due to be launched late Sept"]), ("Q1-Q2 2024/25", ["Q1-Q2 2024/25"]),
            ("July 2025 (full Council) Ongoing", ["July 2025 (full Council)", "Ongoing"]),
            ("30/09/24 15.11.2024", ["30/09/24", "15.11.2024"]),
        ] as [(String, [String])])
    func `a cell is cut where one timescale ends and the next begins`(cell: String, pieces: [String]) {
        #expect(Timescale.segments(in: cell) == pieces)
    }

    @Test(arguments: Phrasing.all)
    func `the pieces of a cell hold all its words`(_ row: Phrasing) {
        let pieces = Timescale.segments(in: row.words).joined(separator: " ")
        #expect(
            pieces.filter { !$0.isWhitespace }.count == row.words.filter { !$0.isWhitespace }.count)
    }
}
