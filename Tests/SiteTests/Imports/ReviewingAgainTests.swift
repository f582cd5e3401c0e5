import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What an import left undecided can be taken up later, and nothing else of the paper with it.
@Suite(.serialized) struct ReviewingAgainTests {
    @Test func `what was left undecided is reviewed again, and added by another import of the same paper`() async throws
    {
        let test = try await TestSite()
        let first = try await ReviewedPlan(test)
        let kept = try await first.keep()
        #expect(try await first.officer.get(kept).text.contains("Review what was left undecided"))
        let before = try await first.officer.get("/records/ACT-1").text

        let begun = try await first.officer.post(kept.prefix { $0 != "?" } + "/review", [:])
        let address = String(try #require(begun.location).prefix { $0 != "?" })
        let again = ReviewedPlan(first.officer, address)
        let page = try await again.page()
        #expect(page.contains("What was left undecided") && page.contains("finding-words\">Sweep"))
        #expect(page.split(separator: "<section class=\"finding ").count == 2)
        #expect(
            try await again.decide("Sweep", ["decision": "accept", "text": "Sweep the towpath"]).status == .seeOther)
        let added = try await again.officer.get(try await again.keep()).text
        #expect(added.contains("<summary>Added: 1 action</summary>") && added.contains("Sweep the towpath"))
        #expect(added.contains("PLN-1 Flood plan") && !added.contains("Reworded:"))

        // One paper, one plan; what was kept before is as it was.
        #expect(try await test.ledger.list(Query(kinds: [.paper])).total == 1)
        #expect(try await test.ledger.list(Query(kinds: [.plan])).total == 1)
        #expect(try await first.officer.get("/records/ACT-1").text == before)
        let earlier = try await first.officer.get(kept).text
        #expect(earlier.contains("taken up again by <a href=\"/records/IMP-2\">IMP-2</a>"))
        #expect(!earlier.contains("Review what was left undecided"))
        #expect(try await test.ledger.verify(against: nil, progress: { _ in }).fault == nil)

        // The first is not taken back before it.
        let blocked = try await again.officer.get("/records/IMP-1/undo").text
        #expect(
            blocked.contains("It cannot be taken back yet") && blocked.contains("<a href=\"/records/IMP-2\">IMP-2</a>"))
        #expect(!blocked.contains("Take it back</button>"))
        let head = try await test.ledger.head().sequence
        #expect(try await again.officer.post("/records/IMP-1/undo", ["anyway": "1"]).status == .conflict)
        #expect(try await test.ledger.head().sequence == head)

        // It is taken back by itself.
        let undo = try await again.officer.get("/records/IMP-2/undo").text
        #expect(undo.contains("IMP-2 · flood.txt"))
        _ = try await again.officer.post("/records/IMP-2/undo", [:])
        #expect(!(try await again.officer.get("/lists/action").text.contains("Sweep the towpath")))
        #expect(try await again.officer.get("/lists/action").text.contains("Paint the sluice"))
        #expect(try await again.officer.get("/records/IMP-1/undo").text.contains("Take it back</button>"))
    }

    @Test func `an import that left nothing, or was taken back, is not reviewed again`() async throws {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test, rows: Array(ReviewedPlan.rows.prefix(2)))
        let kept = String(try await review.keep().prefix { $0 != "?" })
        #expect(!(try await review.officer.get(kept).text.contains("Review what was left")))
        #expect(try await review.officer.post(kept + "/review", [:]).status == .badRequest)

        let other = try await ReviewedPlan(
            test, title: "Works at the quay", rows: ["Sweep | soonish", "Paint it red | May 2027"])
        let address = String(try await other.keep().prefix { $0 != "?" })
        let begun = try #require(try await other.officer.post(address + "/review", [:]).location)
        _ = try await other.officer.post(address + "/undo", [:])
        #expect(try await other.officer.post(address + "/review", [:]).status == .notFound)
        #expect(try await other.officer.get(begun).text.contains("was taken back meanwhile"))
    }
}
