import ArgumentParser
import Importing
import Ledger
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
            let asAt = session.asAt
            let found = try await session.ledger.read { try FoundWords.of(hits, wanted, in: $0, asAt) }
            let directory = try await RecordNames(for: hits.map(\.row), in: session)
            if format == .json {
                let facts = found.map { found in
                    HitFacts(
                        reference: found.hit.row.reference.description, kind: found.hit.row.reference.kind.rawValue,
                        line: found.hit.line, text: found.text, beside: found.beside,
                        about: directory[found.hit.row.parent]?.reference.description)
                }
                Terminal.standardOutput.line(try JSONText.of(facts))
                return
            }
            guard !hits.isEmpty else {
                Terminal.standardOutput.line("Nothing holds all of these words, \(try await session.moment()).")
                return
            }
            for found in found {
                let hit = found.hit
                let about = directory[hit.row.parent]
                let lead =
                    hit.line.map { "\(hit.row.reference) line \($0)" }
                    ?? (hit.row.reference.kind == .update
                        ? "\(hit.row.reference) on \(about?.reference.description ?? "")" : "\(hit.row.reference)")
                for (place, text) in [found.text, found.beside].compactMap(\.self).enumerated() {
                    let shown = wanted.excerpt(of: text, room: 2 * (Terminal.width - 20)) { $0.clipped(to: $1) }
                    let lead = place == 0 ? lead.padded(to: 18) + " " : "".padded(to: 19)
                    for line in shown.wrapped(to: Terminal.width, lead: lead, indent: 19) {
                        Terminal.standardOutput.line(line)
                    }
                }
            }
        }
    }

    private struct HitFacts: Encodable {
        var reference: String
        var kind: String
        var line: Int?
        var text: String
        /// Other words of a record, where the text does not say why it was found.
        var beside: String?
        var about: String?
    }
}
