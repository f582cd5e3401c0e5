import ArgumentParser
import Ledger
import Register

/// Lists records of a kind.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists records of a kind, narrowed as you like, now or as at any past date.",
        discussion: """
            Examples:
              goldthread list action                                    by due day, the longest overdue first
              goldthread list action --standing overdue --owner KH
              goldthread list recommendation --standing unanswered
              goldthread list action --plan Recovery --theme Economy --as-at 2026-03-31
              goldthread list decision --text "shared service"
              goldthread list risk --format json

            Kinds: \(RecordKind.allCases.map(\.rawValue).joined(separator: ", ")).
            A » behind a due day says that it was re-programmed to a later one.
            """)

    @Argument(help: "The kind of record, such as action or recommendations.")
    var kind: KindArgument

    @OptionGroup var filter: FilterOptions
    @OptionGroup var reading: ReadingOptions

    @Option(help: "How many at most; 0 for all.")
    var limit = 50

    @Option(help: "How many to leave out at the beginning.")
    var offset = 0

    @Option(help: "How to print: table for people, json for programs.")
    var format = Format.table

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    func validate() throws {
        if limit < 0 || offset < 0 { throw ValidationError("--limit and --offset are 0 or more.") }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await reading.session()
            var query = try await filter.query([kind.kind], in: session)
            (query.limit, query.offset) = (limit == 0 ? nil : limit, offset)
            let page = try await session.ledger.list(query)
            let directory = try await RecordNames(for: page.rows, in: session)
            if format == .json {
                let facts = page.rows.map { RecordFacts($0, today: session.today, named: { directory[$0] }) }
                Terminal.standardOutput.line(try JSONText.of(facts))
                return
            }
            let table = RecordTable(rows: page.rows, directory: directory, today: session.today)
            table.lines(width: Terminal.isWatched ? Terminal.width : nil).forEach(Terminal.standardOutput.line)
            Terminal.standardOutput.line(try await footer(page, session))
        }
    }

    private func footer(_ page: Page, _ session: Session) async throws -> String {
        let name = kind.kind.name(count: page.total)
        let moment = try await session.moment()
        if page.rows.isEmpty {
            return offset > 0 && page.total > 0
                ? "No more: there are \(page.total) \(name)." : "No \(kind.kind.name(count: 2)) like that, \(moment)."
        }
        if page.rows.count < page.total {
            return
                "\(offset + 1) to \(offset + page.rows.count) of \(page.total) \(name), \(moment). Go on with --offset \(offset + page.rows.count), or see all with --limit 0."
        }
        return "\(page.total) \(name), \(moment)."
    }
}
