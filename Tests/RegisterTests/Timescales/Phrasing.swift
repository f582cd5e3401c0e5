import Foundation
import Register
import Testing

/// One row of phrasings.tsv: a phrase and what finding contract, rule 3, makes of it.
struct Phrasing: Sendable, CustomTestStringConvertible {
    let words: String
    let start: Day?
    let due: Day?
    let isOpenEnded: Bool
    let recurrence: String?
    let isCompleted: Bool
    let reference: Day?

    var testDescription: String { "\(words) (\(reference?.description ?? "no date"))" }

    static let all: [Phrasing] = {
        guard let url = Bundle.module.url(forResource: "phrasings", withExtension: "tsv"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: true).dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Phrasing(
                // A line break inside a cell is written so that a row stays a line.
                words: fields[0].replacingOccurrences(of: "⏎", with: "\n"), start: Day(iso: fields[1]),
                due: Day(iso: fields[2]),
                isOpenEnded: fields[3] == "true", recurrence: fields[4].isEmpty ? nil : fields[4],
                isCompleted: fields[5] == "true", reference: Day(iso: fields[6]))
        }
    }()
}
