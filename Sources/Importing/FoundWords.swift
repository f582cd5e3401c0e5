public import Ledger
import Papers
import Register

/// The words by which something was found.
public struct FoundWords: Sendable {
    /// What was found.
    public let hit: Hit
    /// Of a place in a paper its words, of a record its title.
    public let text: String
    /// Where the title holds nothing that was looked for, other words of the record that do.
    public let beside: String?

    /// Looks up the words of hits, in their order. One entry for each paper, and for each record whose title does not say why
    /// it was found.
    public static func of(
        _ hits: [Hit], _ words: SearchWords, in reader: any LedgerReader, _ asAt: AsAt
    ) throws -> [FoundWords] {
        var papers: [RecordID: [Int: String]] = [:]
        for id in Set(hits.filter { $0.line != nil }.map(\.row.id)) { papers[id] = try places(in: id, reader, asAt) }
        return try hits.map { hit in
            if let line = hit.line {
                return FoundWords(hit: hit, text: papers[hit.row.id]?[line] ?? hit.row.title, beside: nil)
            }
            let isShown = words.occur(in: hit.row.title)
            return FoundWords(
                hit: hit, text: hit.row.title, beside: isShown ? nil : try beside(hit.row.id, words, reader, asAt))
        }
    }

    /// The words of a paper's places, by the lines on which they begin.
    private static func places(in paper: RecordID, _ reader: any LedgerReader, _ asAt: AsAt) throws -> [Int: String] {
        guard let paper = try reader.entry(paper, asAt)?.record().content as? KeptPaper,
            let bytes = try reader.paper(paper.transcript ?? paper.hash),
            let read = try? TextReader().read(bytes, name: paper.name)
        else { return [:] }
        return Dictionary(read.passages.map { ($0.line, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    private static func beside(
        _ id: RecordID, _ words: SearchWords, _ reader: any LedgerReader, _ asAt: AsAt
    ) throws -> String? {
        try reader.entry(id, asAt)?.record().facts.words.first { words.occur(in: $0) }
    }
}
