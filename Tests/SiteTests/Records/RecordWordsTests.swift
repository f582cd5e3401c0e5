import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// Records as people read them: days in words, what was said without a status, days that the ledger does not know.
@Suite(.serialized) struct RecordWordsTests {
    @Test func `words without a status are no silence`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        #expect(try await officer.get("/recommendations").text.contains("nothing reported"))
        _ = try await officer.post(
            "/records/REC-1/update", ["seen": "1", "narrative": "The register is drawn up.", "on": "2026-11-05"])
        for path in ["/recommendations", "/plans/PLN-1?kind=recommendation"] {
            let text = try await officer.get(path).text
            #expect(!text.contains("nothing reported") && text.contains("no status"), "\(path)")
            #expect(text.contains("<time datetime=\"2026-11-05\">5 Nov 2026</time>"), "\(path)")
        }
        #expect(try await officer.get("/records/REC-1").text.contains("no status"))
    }

    @Test func `a day before the ledger begins leads to the day on which it does`() async throws {
        let test = try await TestSite()
        let reader = try await test.browser([Grant(.reader)])
        for path in ["/records/ACT-1", "/plans/PLN-1", "/lists/action", "/"] {
            let text = try await reader.get("\(path)?as-at=2026-01-05").text
            #expect(text.contains("It begins on <a href=\"\(path)?as-at=2026-11-21\">21 November 2026</a>"), "\(path)")
        }
        #expect(try await reader.get("/records/ACT-1?as-at=2026-01-05").status == .notFound)
    }

    @Test func `a day after the ledger begins says nothing of its beginning`() async throws {
        let test = try await TestSite(filled: TestSite.today.adding(days: -30))
        let reader = try await test.browser([Grant(.reader)])
        let text = try await reader.get("/plans/PLN-1?as-at=2026-11-05").text
        #expect(text.contains("as it stood at the end of") && !text.contains("It begins on"))
    }

    @Test func `a day that has not come is said to show today`() async throws {
        let test = try await TestSite()
        let reader = try await test.browser([Grant(.reader)])
        let text = try await reader.get("/plans/PLN-1?as-at=2030-03-05&sort=due").text
        #expect(text.contains("5 March 2030 has not come yet") && text.contains("/plans/PLN-1?sort=due"))
        #expect(!(try await reader.get("/plans/PLN-1?as-at=2026-11-21").text.contains("has not come yet")))
    }
}
