import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// The way through a review: which plan the paper is, what is left when a list is done, and what the import did.
@Suite(.serialized) struct ReviewFlowTests {
    @Test func `the last of a list leads to what is left to do`() async throws {
        let review = try await ReviewedPlan(try await TestSite())
        let key = try await review.key("Sweep")
        let answer = try await review.officer.post(
            "\(review.address)/findings", ["key": key, "seen": "1", "decision": "accept", "show": "undecided"])
        #expect(answer.location == "\(review.address)?show=undecided#left")
        let page = try await review.page("?show=undecided&page=7")
        #expect(page.contains("id=\"left\"") && page.contains("No finding is undecided."))
        #expect(page.contains("href=\"#keep\"") && !page.contains("1 doubtful"), "nobody has to look at it twice")
        #expect(
            try await review.page("?page=7").contains("finding-words\">Sweep"), "there is no such page, so the last")
        let left = try await review.officer.get("\(review.address)?show=set-aside").text
        #expect(left.contains("No finding is set aside.") && !left.contains("1 undecided"))
    }

    @Test func `the reviewer chooses the plan, an own one or any that is kept`() async throws {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test)
        #expect(try await review.page().contains("By its title and records: PLN-1 Flood plan"))
        #expect(try await review.officer.post("\(review.address)/plan", ["plan": "new"]).status == .seeOther)
        let own = try await review.page()
        #expect(own.contains("1 plan") && !own.contains("Changes <a"))
        #expect(own.contains("<option value=\"new\" selected>"))

        let other = try await ReviewedPlan(test, title: "Works at the quay", rows: ["Paint the quay | 30 June 2027"])
        #expect(try await other.page().contains("1 plan"))
        _ = try await other.officer.post("\(other.address)/plan", ["plan": "PLN-1"])
        _ = try await other.keep()
        #expect(try await other.officer.get("/plans/PLN-1").text.contains("Paint the quay"))
    }

    @Test func `a plan that is not there, or is another council's, is refused at the field`() async throws {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test)
        let answer = try await review.officer.post("\(review.address)/plan", ["plan": "PLN-99"])
        #expect(answer.status == .badRequest && answer.text.contains("href=\"#plan\">There is no plan “PLN-99”"))
    }

    @Test func `a plan is chosen by whoever may bring papers in for its councils`() async throws {
        let test = try await TestSite()
        var ids = RecordIDs(milliseconds: { 1_763_000_900_000 })
        var plan = Record(Plan(title: "Plan of both"))
        plan.councils = [test.records.north, test.records.south]
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "More", changes: [Commit.Change(ids.next(), seen: 0, plan)]))
        let review = try await ReviewedPlan(test, grants: [Grant(.officer, at: test.records.south)])
        let answer = try await review.officer.post("\(review.address)/plan", ["plan": "PLN-2"])
        #expect(answer.status == .badRequest && answer.text.contains("PLN-2 is another council&#39;s"))
        let both = try await ReviewedPlan(test, grants: [Grant(.officer)])
        #expect(try await both.officer.post("\(both.address)/plan", ["plan": "PLN-2"]).status == .seeOther)
    }

    @Test func `an import says what it did, with ways to all of it`() async throws {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test)
        let page = try await review.officer.get(try await review.keep()).text
        #expect(page.contains("Plan: <a href=\"/plans/PLN-1\">PLN-1 Flood plan</a>"))
        #expect(page.contains("<summary>Added: 1 action</summary>") && page.contains("Paint the sluice"))
        #expect(page.contains("<summary>Reworded: 1 record</summary>") && page.contains("<ins>by hand</ins>"))
        #expect(page.contains("<summary>Put off: 2 records</summary>"))
        #expect(page.contains("<summary>Not printed any more: 1 record, still open</summary>"))
        #expect(page.contains("REC-1 Have one register of &lt;projects&gt;"))
        #expect(page.contains("<summary>Left undecided: 1 finding, not kept</summary>") && page.contains("Sweep"))
    }

    @Test func `what a reader may not see of an import is not named`() async throws {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test)
        let address = try await review.keep()
        let north = try await test.browser([Grant(.reader, at: test.records.north)])
        let page = try await north.get(address).text
        #expect(page.contains("What it did") && !page.contains("Clear the culvert"))
    }

    @Test func `lines that were not recognised say where they stand`() async throws {
        let officer = try await TestSite().browser([Grant(.officer)])
        let text = "# Report\n\n| Alder | Beech | Cedar |\n|---|---|---|\n| eleven | twelve | thirteen |\n"
        let address = try #require(try await officer.upload("report.txt", Array(text.utf8)).location)
        let page = try await officer.get("\(address)?show=unrecognised").text
        #expect(page.contains("eleven | twelve | thirteen<p class=\"meta\">line 5</p>"))
    }
}
