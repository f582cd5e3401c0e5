import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// A paper neither tells its reviewer of other councils' plans, nor is it kept in them.
@Suite(.serialized) struct LeaveToKeepTests {
    private static let actions = ["Close the depot at Millbrook", "Move the vehicles to Ashby"]
    private static let rows = ["\(actions[0]) | 31 March 2027", "\(actions[1]) by night | 30 June 2027"]

    /// A site that keeps a plan of some councils besides its own, PLN-2.
    /// - Parameter own: Whose its actions are; nil for the plan's councils.
    private func site(
        _ councils: (TestSite.Records) -> [RecordID], actions own: (TestSite.Records) -> [RecordID]? = { _ in nil }
    ) async throws -> TestSite {
        let test = try await TestSite()
        var ids = RecordIDs(milliseconds: { 1_763_000_900_000 })
        let id = ids.next()
        var plan = Record(Plan(title: "Depot closure plan"))
        plan.councils = councils(test.records)
        var changes = [Commit.Change(id, seen: 0, plan)]
        for (text, due) in zip(Self.actions, ["31 March 2027", "30 June 2027"]) {
            var record = Record(Action(text: text, timescale: Timescale(due, reference: TestSite.today)))
            (record.plan, record.councils) = (id, own(test.records) ?? plan.councils)
            changes.append(Commit.Change(ids.next(), seen: 0, record))
        }
        _ = try await test.ledger.append(Commit(actor: "test", reason: "More", changes: changes))
        return test
    }

    private func review(_ test: TestSite, _ grants: Set<Grant>, _ rows: [String] = rows) async throws -> ReviewedPlan {
        try await ReviewedPlan(test, title: "Depot closure plan", rows: rows, grants: grants)
    }

    @Test func `a paper is compared with no plan that its reviewer may not read, and kept as one of its own`()
        async throws
    {
        let test = try await site { [$0.north] }
        let whole = try await review(test, [Grant(.officer)])
        #expect(try await whole.page().contains("By its title and records: PLN-2 Depot closure plan"))

        let review = try await review(test, [Grant(.officer, at: test.records.south)])
        #expect(try await review.officer.get("/plans/PLN-2").status == .forbidden)
        let page = try await review.page()
        #expect(page.contains("By its title and records: a new one"))
        #expect(!page.contains("PLN-2") && !page.contains("unchanged") && !page.contains("Taken for it"))
        let before = try await test.ledger.head().sequence
        _ = try await review.keep()
        let made = try await test.ledger.entries(after: before, limit: 100)
        #expect(made.contains { $0.reference == Reference(.plan, 3) } && made.allSatisfy { $0.version == 1 })
        #expect(!(try await whole.officer.get("/plans/PLN-2").text.contains("by night")))
    }

    @Test func `a paper is not kept in a plan that is another council's, and says so`() async throws {
        let test = try await site { [$0.north, $0.south] }
        let review = try await review(
            test, [Grant(.officer, at: test.records.south)], Self.rows + ["Sell the land | 31 May 2027"])
        let page = try await review.page()
        #expect(page.contains("it adds to what is another council&#39;s (PLN-2 Depot closure plan)"))
        #expect(page.contains("Choose another plan for it") && page.contains("<button type=\"submit\" disabled>Keep"))
        let before = try await test.ledger.head().sequence
        let refused = try await review.officer.post("\(review.address)/keep", [:])
        #expect(refused.status == .forbidden && refused.text.contains("You cannot keep this paper"))
        #expect(try await test.ledger.head().sequence == before)

        _ = try await review.officer.post("\(review.address)/plan", ["plan": "new"])
        #expect(!(try await review.page().contains("You cannot keep this paper")))
        #expect(try await review.keep().contains("IMP-1"))
    }

    @Test func `records of one's own are not added to a plan that is another council's`() async throws {
        let test = try await site({ [$0.north, $0.south] }, actions: { [$0.south] })
        let review = try await review(
            test, [Grant(.officer, at: test.records.south)],
            ["\(Self.actions[0]) | 31 March 2027", "Sell it | May 2027"])
        let page = try await review.page()
        #expect(page.contains("You cannot keep this paper: it adds to what is another council&#39;s (PLN-2"))
        #expect(try await review.officer.post("\(review.address)/keep", [:]).status == .forbidden)
    }

    @Test func `what an import left undecided is taken up by whoever may bring in to its plan`() async throws {
        let test = try await site { [$0.north, $0.south] }
        let first = try await review(test, [Grant(.officer)], Self.rows + ["Sweep | soonish"])
        let kept = String(try await first.keep().prefix { $0 != "?" })
        #expect(try await first.officer.get(kept).text.contains("Review what was left undecided"))
        let south = try await test.browser([Grant(.officer, at: test.records.south)])
        let page = try await south.get(kept)
        #expect(page.status == .ok && !page.text.contains("Review what was left undecided"))
        #expect(try await south.post(kept + "/review", [:]).status == .forbidden)
        #expect(try await first.officer.post(kept + "/review", [:]).status == .seeOther)
    }

    @Test func `a meeting that may not be read is not the one that a paper prints`() async throws {
        let test = try await TestSite()
        let minutes = """
            MEETING OF THE JOINT PERFORMANCE BOARD

            MONDAY, 13TH JULY 2026 AT 6.30 P.M.

            PRESENT: Councillors
            """
        var ids = RecordIDs(milliseconds: { 1_763_000_900_000 })
        var meeting = Record(Meeting(text: "Joint Performance Board", date: Day(year: 2026, month: 7, day: 13)))
        meeting.councils = [test.records.north]
        let id = ids.next()
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "More", changes: [Commit.Change(id, seen: 0, meeting)]))
        for (grant, isSame) in [(Grant(.officer), true), (Grant(.officer, at: test.records.south), false)] {
            let officer = try await test.browser([grant])
            let text = minutes + (isSame ? " G. H. Stubbs and D. Ruddle\n" : " T. Brightwell and A. K. Vasanth\n")
            let address = try #require(try await officer.upload("minutes.txt", Array(text.utf8)).location)
            let before = try await test.ledger.head().sequence
            _ = try await ReviewedPlan(officer, address).keep()
            let made = try await test.ledger.entries(after: before, limit: 100).map { try $0.record() }
            #expect(made.contains { $0.parent == id } == isSame)
        }
    }
}
