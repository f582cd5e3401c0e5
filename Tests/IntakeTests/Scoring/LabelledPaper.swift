import Foundation
import Intake
import Papers
import Register
import Testing

/// A paper with the labels that a careful reader gave it.
struct LabelledPaper: CustomTestStringConvertible, Sendable {
    var name: String
    var text: URL
    var labels: URL

    var testDescription: String { name }

    /// Layouts whose columns extraction lost or laid out with spaces: kept to show how far reading goes, not yet read.
    var isBeyondReach: Bool { ["climate-action-plan-columns-lost", "housing-regulator-plan-layout"].contains(name) }

    /// The invented papers in as many layouts beside these tests.
    static let layouts = papers(in: folder.appending(path: "Layouts"), labels: folder.appending(path: "Layouts"))

    /// Real papers beside the project, labelled or not, in the order of their names.
    static let realPapers: [LabelledPaper] = {
        let folder = sharedFolder.appending(path: "seeds")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
            LabelledPaper(name: name, text: folder.appending(path: name), labels: folder)
        }
    }()

    private static let sharedFolder =
        ProcessInfo.processInfo.environment["GOLDTHREAD_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? folder.appending(path: "../../../shared")

    /// Real papers with labels, where they are present beside the project.
    static let shared = papers(
        in: sharedFolder.appending(path: "seeds"), labels: sharedFolder.appending(path: "gold"))

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    private static func papers(in texts: URL, labels: URL) -> [LabelledPaper] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: labels.path)) ?? []
        return names.filter { $0.hasSuffix(".gold.jsonl") }.sorted().map { name in
            let stem = String(name.dropLast(".gold.jsonl".count))
            return LabelledPaper(
                name: stem, text: texts.appending(path: stem + ".txt"), labels: labels.appending(path: name))
        }
    }

    func findings() throws -> Intake {
        let bytes = [UInt8](try Data(contentsOf: text))
        return Importer(lexicon: try Lexicon.standard()).findings(in: try TextReader().read(bytes, name: name))
    }

    func score() throws -> [String: Scorer.Score] {
        let labels = try String(contentsOf: self.labels, encoding: .utf8).split(separator: "\n").compactMap {
            Scorer.Entry(String($0))
        }
        return Scorer.score(labels: labels, found: try findings().findings.compactMap { Scorer.Entry($0.contractLine) })
    }
}
