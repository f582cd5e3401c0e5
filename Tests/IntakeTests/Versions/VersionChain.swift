import Foundation
import Intake
import Papers
import Register

/// Versions of one invented plan, with what became of each of its records written beside them.
struct VersionChain: CustomStringConvertible {
    /// What became of a record from one version to the next, by the lines on which it stands.
    struct Truth {
        enum Relation: String { case same, missing, new, split, merged }
        var step: Int
        var relation: Relation
        /// The line in the earlier version; nil for what is new.
        var before: Int?
        /// The line in the later version; nil for what is missing.
        var after: Int?
        var words: String
    }

    var name: String
    var versions: [Intake]
    var truths: [Truth]
    var description: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Chains")

    static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    init(_ name: String) throws {
        self.name = name
        let folder = VersionChain.folder.appending(path: name)
        let importer = Importer(lexicon: try Lexicon.standard())
        versions = try (1...3).map { number in
            let bytes = try Data(contentsOf: folder.appending(path: "v\(number).txt"))
            return importer.findings(in: try TextReader().read([UInt8](bytes), name: "v\(number).txt"))
        }
        let table = try String(contentsOf: folder.appending(path: "pairs.tsv"), encoding: .utf8)
        truths = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 5, let step = Int(cells[0].prefix(1)),
                let relation = Truth.Relation(rawValue: cells[1])
            else { return nil }
            return Truth(step: step, relation: relation, before: Int(cells[2]), after: Int(cells[3]), words: cells[4])
        }
    }

    /// The records of a version that are compared, with the lines on which they stand.
    func items(_ version: Int) -> (items: [VersionItem], lines: [Int]) {
        let found = versions[version - 1].findings.compactMap { finding in
            VersionItem(finding.record).map { ($0, finding.source.line) }
        }
        return (found.map(\.0), found.map(\.1))
    }
}
