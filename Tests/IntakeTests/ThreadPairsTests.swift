import Intake
import Register
import Testing

/// How well answers and repeats are found in two real papers, against pairs that a careful reader labelled.
///
/// A review of 2020 prints its own ten recommendations and the 22 of 2018; a plan tags those of its actions that answer
/// it. The pairs name recommendations by their numbers alone.
@Suite(
    .enabled(
        if: LabelledPaper.realPapers.count >= 2, "skipped: the folder of shared papers is not beside the project"))
struct ThreadPairsTests {
    private typealias Pair = (later: String, earlier: String)

    /// Repeats of which the reader was sure.
    private let sure: [Pair] = [("1", "1"), ("5", "21"), ("7", "14"), ("9", "14")]
    /// Repeats that the reader thought likely; 2018's first list has no numbers.
    private let likely: [Pair] = [
        ("1", "6"), ("2", "4"), ("3", "7"), ("5", "20"), ("5", "22"), ("8", "15"), ("8", ""), ("9", "3"),
    ]

    private func thread() throws -> (ReviewThread, [[Finding]]) {
        let findings = try LabelledPaper.realPapers.prefix(2).map { try $0.findings().findings }
        return (ReviewThread(findings), findings)
    }

    @Test func `every sure repeat is found, and five in six of those found are sure or likely`() throws {
        let (thread, findings) = try thread()
        func number(_ place: ReviewThread.Place) -> String {
            guard case .recommendation(let found) = findings[place.paper][place.finding].content else { return "" }
            return found.number ?? ""
        }
        let found = thread.repeats.map { Pair(number($0.later), number($0.earlier)) }
        for pair in sure { #expect(found.contains { $0 == pair }, "\(pair)") }
        let right = found.count { pair in (sure + likely).contains { $0 == pair } }
        #expect(right * 6 >= found.count * 5, "\(right) of \(found.count): \(found)")
    }

    @Test func `the ten tagged answers reach the ten recommendations that they answer`() throws {
        let (thread, findings) = try thread()
        let answered = thread.answers.keys.compactMap { place -> String? in
            guard case .recommendation(let found) = findings[place.paper][place.finding].content else { return nil }
            return found.number
        }
        #expect(Set(answered) == Set((1...10).map(String.init)))
        #expect(thread.answers.count == 10)
    }
}
