import Register
import Testing

@Suite struct ReviewThreadTests {
    private func recommendation(_ text: String, _ number: String, _ series: String, update: String? = nil) -> Finding {
        Finding(
            .recommendation(Recommendation(text: text, number: number, series: series, update: update)),
            at: Source(line: 1))
    }

    private func action(_ text: String, answers: String? = nil, issue: String? = nil, tags: [String] = []) -> Finding {
        Finding(.action(Action(text: text, issue: issue, recommendation: answers, tags: tags)), at: Source(line: 1))
    }

    private let earlier = "Recommendations 2022"
    private let later = "Recommendations 2025"

    @Test func `a later review that says the same in other words repeats the earlier one`() throws {
        let report = [
            recommendation("Give budget holders ownership of their financial forecasts", "1", earlier),
            recommendation("Settle who speaks for the council on the county board", "2", earlier),
            recommendation(
                "Budget holders must own their forecasts, and be trained in financial self-service", "1", later),
            recommendation("Open the riverside path to cyclists", "2", later),
        ]
        let thread = ReviewThread([report])
        #expect(thread.repeats.map(\.later.finding) == [2])
        #expect(thread.repeats.first?.earlier.finding == 0)
        #expect(try #require(thread.repeats.first).score > 0.3)
    }

    @Test func `actions answer by number in the plan that prints the recommendation, across papers by its words`() {
        let report = [
            recommendation("Reduce the number of priorities", "4", later),
            recommendation("Train all members", "5", later),
        ]
        let plan = [
            recommendation("Reduce the number of priorities", "4", "Action plan"),
            action("Hold a workshop", answers: "4"),
            action("Publish a shorter list", answers: "4"),
        ]
        let thread = ReviewThread([report, plan])
        #expect(thread.answers.values.reduce(0, +) == 2)
        #expect(thread.unanswered.map(\.finding) == [1])
    }

    @Test func `an action below another list of the paper answers the recommendation nearest to it`() {
        func at(_ line: Int, _ finding: Finding) -> Finding { Finding(finding.content, at: Source(line: line)) }
        let plan = [
            at(10, recommendation("Reduce the number of priorities", "1", earlier)),
            // The rows of one line may come in any order.
            at(30, action("Hold a workshop", answers: "1")),
            at(30, recommendation("Train all members", "1", "Further recommendations")),
        ]
        #expect(ReviewThread([plan]).unanswered.map(\.finding) == [0])
    }

    @Test func `a list without a year belongs to the first of the reviews that its paper prints`() {
        let report = [
            recommendation("Settle a joint financial plan", "1", "Headlines"),
            recommendation("Keep to a joint financial plan", "1", earlier),
            recommendation("Make the joint financial plan last", "1", later),
        ]
        #expect(ReviewThread([report]).repeats.map(\.later.finding) == [2])
    }

    @Test func `a tagged issue that quotes a recommendation answers it`() {
        let report = [recommendation("Be consistent in internal communications and make them two-way", "3", later)]
        let plan = [
            action("Run a survey", issue: "Be consistent in two-way internal communications (CPC)", tags: ["CPC"])
        ]
        #expect(ReviewThread([report, plan]).unanswered.isEmpty)
    }

    @Test func `progress told beside a recommendation answers it`() {
        #expect(
            ReviewThread([[recommendation("Train all members", "1", later, update: "All have been trained.")]])
                .unanswered.isEmpty)
    }

    @Test func `what a body is asked to decide is no recommendation of a review`() {
        let report = [
            recommendation("That the plan be endorsed", "2.1", "RECOMMENDATIONS"),
            recommendation("note the report", "a", "RECOMMENDATIONS"),
        ]
        #expect(ReviewThread([report]).recommendations.isEmpty)
    }
}
