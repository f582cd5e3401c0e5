import Foundation
import Importing
import Intake
import Testing

/// A key names one finding of a paper, and the same one whenever the same bytes are read.
@Suite struct FindingKeyTests {
    private static let papers = [
        "board-pack.txt", "end-of-year-progress-report.txt", "peer-challenge-action-plan.txt",
        "peer-challenge-report.txt", "recovery-plan.txt", "savings-and-measures.txt",
    ]

    @Test(arguments: papers) func `the same bytes twice give the same keys, each once`(name: String) throws {
        let first = FindingKey.keys(of: try Desk.example(name).intake)
        let second = FindingKey.keys(of: try Desk.example(name).intake)
        #expect(first == second)
        #expect(!first.isEmpty)
        #expect(Set(first).count == first.count)
        #expect(first.map { FindingKey("\($0)") } == first)
    }

    @Test func `several of a kind on one line are told apart, and other words are another finding`() throws {
        let row = "| Theme | Action | By when |\n|---|---|---|\n| Water | Mend the weir | May 2027 |\n"
        let found = try Desk.paper("Canal Action Plan\n\n" + row).intake
        let other = try Desk.paper("Canal Action Plan\n\n" + row.replacing("weir", with: "wall")).intake
        let (key, changed) = (try #require(FindingKey.keys(of: found).first), FindingKey.keys(of: other).first)
        #expect("\(key)".hasPrefix("action-5-1-"))
        #expect(changed?.line == 5)
        #expect(changed != key)
        let finding = try #require(found.findings.first)
        #expect(FindingKey(finding, ordinal: 2) != key)
        #expect(key < FindingKey(finding, ordinal: 2))
    }

    @Test(arguments: ["", "action", "action-5-1", "motion-5-1-0a1b2c3d", "action-05-1-0a1b2c3d", "action-5-1-a1b2c3d"])
    func `other texts are no keys`(text: String) {
        #expect(FindingKey(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([FindingKey].self, from: Data("[\"\(text)\"]".utf8))
        }
    }
}
