import Intake
import Papers
import Register
import Testing

@testable import goldthread

@Suite struct SummaryTextTests {
    @Test func `a promise past its day is counted as overdue`() throws {
        let text = "| Action | By when | Owner |\n|---|---|---|\n| Publish the plan | March 2026 | KH |\n"
        let paper = try TextReader().read(Array(text.utf8), name: "plan.txt")
        let intake = Importer(lexicon: try Lexicon.standard()).findings(in: paper)
        let today = try #require(Day(iso: "2026-04-01"))
        #expect(SummaryText(Summary([intake], today: today), width: 80).text.contains("1  overdue"))
    }

    @Test func `what is reported as done is not overdue, and a revised date counts in place of the first`() throws {
        let text = """
            | Action | By when | Revised date | Owner | Status |
            |---|---|---|---|---|
            | Publish the plan | March 2026 | | KH | Completed March 2026 |
            | Paint the hall | March 2026 | May 2026 | KH | On track |
            | Mend the roof | March 2026 | | KH | On track |

            """
        let paper = try TextReader().read(Array(text.utf8), name: "plan.txt")
        let intake = Importer(lexicon: try Lexicon.standard()).findings(in: paper)
        let today = try #require(Day(iso: "2026-04-01"))
        let summary = SummaryText(Summary([intake], today: today), width: 80).text
        #expect(summary.contains("3 promises · 1 overdue as of 1 April 2026 · 1 reported as done"))
    }
}
