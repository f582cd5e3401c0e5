import ArgumentParser
import Ledger
import Papers
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
              goldthread show ACT-104 --page act-104.png

            --page draws the sheet of the PDF on which the record was found, its row marked, as a PNG picture. A record
            that goes on over several sheets is marked on its first. Other files have no pages until they are printed:
            of these, "found in" names the worksheet and cell, the table and row, or the line.
            """)

    @Argument(help: "The reference, such as ACT-104.")
    var reference: String

    @OptionGroup var reading: ReadingOptions

    @Option(help: "How to print: text for people, json for programs.")
    var format = Format.text

    @Option(help: "Also draw the page on which it was found, its row marked, into this .png file.")
    var page: String?

    @Option(help: "How finely --page draws, in dots an inch: 30 to 300.")
    var dpi = SheetPicture.usualResolution

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        if let page, !page.lowercased().hasSuffix(".png") {
            throw ValidationError("--page \(page): the picture is a PNG file, and its name has to end in .png.")
        }
        guard SheetPicture.resolutions.contains(dpi) else {
            let (least, most) = (SheetPicture.resolutions.lowerBound, SheetPicture.resolutions.upperBound)
            throw ValidationError("--dpi \(dpi): pages are drawn with \(least) to \(most) dots an inch.")
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await reading.session()
            let (entry, asAt) = (try await session.entry(reference), session.asAt)
            let thread = try await session.ledger.read { try RecordThread(of: entry, in: $0, asAt) }
            let papers = try await PaperNames(thread, in: session)
            var drawn: String?
            if let page {
                drawn = try await MarkedPage(thread, papers).draw(into: page, resolution: dpi, in: session)
            }
            if format == .json {
                Terminal.standardOutput.line(try JSONText.of(ThreadFacts(thread, papers, today: session.today)))
                return
            }
            let text = try await ThreadText(thread, papers: papers, session: session, width: Terminal.width)
            text.lines.forEach(Terminal.standardOutput.line)
            if let drawn {
                Terminal.standardOutput.line("")
                drawn.wrapped(to: Terminal.width, lead: "").forEach(Terminal.standardOutput.line)
            }
        }
    }
}
