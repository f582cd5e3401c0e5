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
}
