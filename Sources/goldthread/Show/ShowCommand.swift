import ArgumentParser
import Ledger
import Register

/// Shows one record with its thread.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a record: its thread up to the paper and down to the evidence, its updates, its history.",
        discussion: """
            Examples:
              goldthread show ACT-104
              goldthread show REC-12 --as-at 2026-03-31
              goldthread show ACT-104 --format json
            """)

    @Argument(help: "The reference, such as ACT-104.")
    var reference: String

    @OptionGroup var reading: ReadingOptions

    @Option(help: "How to print: text for people, json for programs.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await reading.session()
            let (entry, asAt) = (try await session.entry(reference), session.asAt)
            let thread = try await session.ledger.read { try RecordThread(of: entry, in: $0, asAt) }
            let papers = try await PaperNames(thread, in: session)
            if format == .json {
                Terminal.standardOutput.line(try JSONText.of(ThreadFacts(thread, papers, today: session.today)))
                return
            }
            let text = try await ThreadText(thread, papers: papers, session: session, width: Terminal.width)
            text.lines.forEach(Terminal.standardOutput.line)
        }
    }
}
