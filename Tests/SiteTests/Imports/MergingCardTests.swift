import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// Saying that a finding is a record: by its reference, by its words, or by one that is offered.
@Suite(.serialized) struct MergingCardTests {
    private static let typed = "Paint the old sluice"

    /// The card that came back, which has to hold what was typed.
    private func sentBack(_ review: ReviewedPlan, _ fields: KeyValuePairs<String, String>) async throws -> Substring {
        let all = [("decision", "merge"), ("text", Self.typed)] + fields.map { ($0.key, $0.value) }
        let answer = try await review.officer.post(
            "\(review.address)/findings", [("key", try await review.key("Paint the sluice")), ("seen", "1")] + all)
        #expect(answer.status == .badRequest)
        let card = try #require(ReviewedPlan.card("Paint the sluice", in: answer.text))
        #expect(card.contains("<details open>") && card.contains(">\(Self.typed)</textarea>"))
        #expect(answer.text.contains("There is a problem"))
        return card
    }

    @Test(arguments: [
        ("", "Nothing says which record it is."), ("ACT-999", "There is no record ACT-999."),
        ("REC-1", "REC-1 is a recommendation, and what was found is an action"),
        ("zebra crossing", "No action holds all of the words “zebra crossing”."),
    ]) func `what names no record comes back on the card, with all that was typed`(into: String, problem: String)
        async throws
    {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test)
        let card = try await sentBack(review, ["into": into])
        #expect(card.contains("<p class=\"problem\">\(problem)"))
        #expect(card.contains("name=\"into\" value=\"\(into)\""))
        let kept = try #require(ReviewedPlan.card("Paint the sluice", in: try await review.page()))
        #expect(kept.contains("accepted") && !kept.contains(Self.typed), "nothing was decided")
    }

    @Test func `a record is found by its words, chosen, and named on the card`() async throws {
        let review = try await ReviewedPlan(try await TestSite())
        let card = try await sentBack(review, ["into": "culvert"])
        #expect(card.contains("name=\"near\" value=\"ACT-2\"") && card.contains("ACT-2 Clear the culvert"))
        #expect(
            try await review.decide("Paint the sluice", ["decision": "merge", "near": "ACT-2"]).status == .seeOther)
        let merged = try #require(ReviewedPlan.card("Paint the sluice", in: try await review.page()))
        #expect(merged.contains("Merged into <a href=\"/records/ACT-2\">ACT-2 Clear the culvert</a>"))
    }

    @Test func `records of the plan that are alike are offered, the likest first`() async throws {
        let review = try await ReviewedPlan(
            try await TestSite(), rows: ["Mend the weir | 31 March 2026", "Clear culvert and weir | 30 June 2027"])
        let card = try #require(ReviewedPlan.card("Clear culvert and weir", in: try await review.page()))
        let offered = card.matches(of: /name="near" value="([^"]+)"/).map { String($0.1) }
        #expect(offered.contains("ACT-1") || offered.contains("ACT-2"))
        #expect(Set(offered).count == offered.count && offered.count <= 5)
    }

    @Test func `two findings cannot be one record, and what is wrong is said on the second card`() async throws {
        let review = try await ReviewedPlan(try await TestSite())
        _ = try await review.decide("Mend the weir", ["decision": "merge", "into": "ACT-2"])
        let answer = try await review.decide("Paint the sluice", ["decision": "merge", "into": "ACT-2"])
        #expect(answer.status == .badRequest)
        let card = try #require(ReviewedPlan.card("Paint the sluice", in: answer.text))
        #expect(card.contains("Two findings of the paper would be merged into ACT-2."))
    }

    @Test func `what was decided in another window is told on the card, and what was typed stays`() async throws {
        let review = try await ReviewedPlan(try await TestSite())
        let key = try await review.key("Paint the sluice")
        _ = try await review.decide("Mend the weir", ["decision": "set-aside"])
        let answer = try await review.officer.post(
            "\(review.address)/findings", ["key": key, "seen": "1", "decision": "accept", "text": Self.typed])
        let card = try #require(ReviewedPlan.card("Paint the sluice", in: answer.text))
        #expect(answer.status == .badRequest && card.contains("in another window"))
        #expect(card.contains(">\(Self.typed)</textarea>") && card.contains("name=\"seen\" value=\"2\""))
    }
}
