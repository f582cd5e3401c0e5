import Foundation
import Importing
import Register
import Testing

/// Confidence against the labelled layouts: what it doubts is wrong more often than what it accepts.
@Suite struct CalibrationTests {
    private struct Label: Decodable {
        var kind: String
        var text: String
    }

    /// How many findings there are, and of how many no label has the kind and nearly the words.
    private struct Share {
        var all = 0
        var wrong = 0
        var value: Double { Double(wrong) / Double(max(all, 1)) }
    }

    @Test func `of findings that are accepted fewer than one in a hundred is wrong, of the others thrice as many`()
        throws
    {
        var (accepted, doubted) = (Share(), Share())
        for name in try Self.papers() {
            var labels = try Self.labels(name)
            for item in try Review(try Desk.paper(Self.text(name), name: name)).items {
                let words = Self.words(item.found.text)
                let right = labels.indices.filter { labels[$0].kind == item.key.kind.rawValue }
                    .map { (place: $0, likeness: Self.likeness(Self.words(labels[$0].text), words)) }
                    .max { $0.likeness < $1.likeness }.flatMap { $0.likeness >= 0.8 ? $0.place : nil }
                let isWrong = right == nil
                if let right { labels.remove(at: right) }
                if item.decision == .accepted {
                    (accepted.all, accepted.wrong) = (accepted.all + 1, accepted.wrong + (isWrong ? 1 : 0))
                } else {
                    (doubted.all, doubted.wrong) = (doubted.all + 1, doubted.wrong + (isWrong ? 1 : 0))
                }
            }
        }
        #expect(accepted.all > 1000 && doubted.all > 50, "\(accepted), \(doubted)")
        #expect(accepted.value < 0.01, "\(accepted)")
        #expect(doubted.value >= 3 * accepted.value, "\(accepted), \(doubted)")
    }

    private static let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../IntakeTests/Layouts")
        .standardizedFileURL

    private static func papers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private static func labels(_ name: String) throws -> [Label] {
        try text(name.replacing(".txt", with: ".gold.jsonl")).split(separator: "\n").map {
            try JSONDecoder().decode(Label.self, from: Data($0.utf8))
        }
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "£" || $0 == "%") }
    }

    /// Twice the words in common by all words, 0 to 1.
    private static func likeness(_ left: [Substring], _ right: [Substring]) -> Double {
        var rest = right.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let shared = left.count { word in
            guard let count = rest[word], count > 0 else { return false }
            rest[word] = count - 1
            return true
        }
        return 2 * Double(shared) / Double(max(left.count + right.count, 1))
    }
}
