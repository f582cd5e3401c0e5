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
            let directory = try await RecordNames(for: page.rows, in: session)
            let facts = page.rows.map { RecordFacts($0, today: session.today, named: { directory[$0] }) }
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
