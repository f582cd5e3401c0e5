import ArgumentParser
import Ledger
import Register

/// Writes records for spreadsheets and other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes all records of a kind as CSV or JSON.",
        discussion: """
            Examples:
              goldthread export action > actions.csv
              goldthread export recommendation --standing unanswered --format json
              goldthread export action --as-at 2026-03-31 --output actions-at-year-end.csv

            CSV is UTF-8 with a line of headings. A cell that a spreadsheet would take for a formula has ' before it.
            """)

    @Argument(help: "The kind of record, such as action.")
    var kind: KindArgument

    @OptionGroup var filter: FilterOptions
    @OptionGroup var reading: ReadingOptions

    @Option(help: "csv or json.")
    var format = Format.csv

    @Option(name: .shortAndLong, help: "The file to write; the terminal where it is left out.")
    var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await reading.session()
            let page = try await session.ledger.list(try await filter.query([kind.kind], in: session))
            let directory = try await Directory(for: page.rows, in: session)
            let facts = page.rows.map { RecordFacts($0, directory, today: session.today) }
            let text = try format == .csv ? CSVText.of(facts) : JSONText.of(facts) + "\n"
            guard let output else {
                Terminal.standardOutput.write(text)
                return
            }
            try OutputFile.write(Array(text.utf8), to: output)
            Terminal.standardOutput.line("\(facts.count) \(kind.kind.name(count: facts.count)) in \(output).")
        }
    }
}

/// Records as CSV (RFC 4180).
enum CSVText {
    static func of(_ facts: [RecordFacts]) -> String {
        let titles = RecordFacts.titles
        var text = titles.map(cell).joined(separator: ",") + "\r\n"
        for fact in facts { text += fact.cells.map(cell).joined(separator: ",") + "\r\n" }
        return text
    }

    /// In quotes where it has to be; with ' before what a spreadsheet would work out (OWASP, CSV injection).
    static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { "\",\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
