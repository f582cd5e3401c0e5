import ArgumentParser
import Ledger
import Papers
import Register

/// Finds records, updates and places in papers by their words.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds records, updates and places in papers by their words.",
        discussion: """
            All words have to be there, in any form: "recommend" finds "recommendations". "Quoted words" are found in \
            that order, word* finds longer ones, -word leaves out what has it.

            Examples:
              goldthread search shared service
              goldthread search '"medium term financial plan"' -draft
              goldthread search homeless* --as-at 2026-03-31
            """)

    @Argument(parsing: .allUnrecognized, help: "The words.")
    var words: [String]

    @OptionGroup var reading: ReadingOptions

    @Option(help: "How many at most.")
    var limit = 20

    @Option(help: "How to print: text for people, json for programs.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is 1 or more.") }
    }

    func run() async throws {
        try await CommandFailure.reported {
            guard let wanted = SearchWords(words.joined(separator: " ")) else {
                throw CommandFailure("Nothing to look for: name a word, such as goldthread search homelessness", .usage)
            }
            let session = try await reading.session()
            let hits = try await session.ledger.search(wanted, session.asAt, limit: limit)
            let places = try await places(hits, session)
            let directory = try await RecordNames(for: hits.map(\.row), in: session)
            if format == .json {
                let facts = zip(hits, places).map { hit, text in
                    HitFacts(
                        reference: hit.row.reference.description, kind: hit.row.reference.kind.rawValue, line: hit.line,
                        text: text ?? hit.row.title, about: directory[hit.row.parent]?.reference.description)
                }
                Terminal.standardOutput.line(try JSONText.of(facts))
                return
            }
            guard !hits.isEmpty else {
                Terminal.standardOutput.line("Nothing holds all of these words, \(try await session.moment()).")
                return
            }
            for (hit, text) in zip(hits, places) {
                let about = directory[hit.row.parent]
                let lead =
                    hit.line.map { "\(hit.row.reference) line \($0)" }
                    ?? (hit.row.reference.kind == .update
                        ? "\(hit.row.reference) on \(about?.reference.description ?? "")" : "\(hit.row.reference)")
                for line in wanted.excerpt(
                    of: text ?? hit.row.title, room: 2 * (Terminal.width - 20), cut: { $0.clipped(to: $1) }
                ).wrapped(to: Terminal.width, lead: lead.padded(to: 18) + " ", indent: 19) {
                    Terminal.standardOutput.line(line)
                }
            }
        }
    }

    /// The words of places in papers; nil for records.
    private func places(_ hits: [Hit], _ session: Session) async throws -> [String?] {
        var texts: [RecordID: [Int: String]] = [:]
        for id in Set(hits.filter { $0.line != nil }.map(\.row.id)) {
            guard let paper = try await session.ledger.entry(id, session.asAt)?.record().content as? KeptPaper,
                let bytes = try await session.ledger.paper(paper.transcript ?? paper.hash),
                let read = try? TextReader().read(bytes, name: paper.name)
            else { continue }
            texts[id] = Dictionary(read.passages.map { ($0.line, $0.text) }, uniquingKeysWith: { first, _ in first })
        }
        return hits.map { hit in hit.line.map { texts[hit.row.id]?[$0] ?? "" } }
    }

    private struct HitFacts: Encodable {
        var reference: String
        var kind: String
        var line: Int?
        var text: String
        var about: String?
    }
}
