import ArgumentParser
import Foundation
import Intake
import Papers
import Register

/// Reads papers and shows what they promise.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Reads papers and shows every recommendation, action, owner, date, risk, minute and decision in them.",
        discussion: """
            Several papers are read as one set: a plan in one can answer a review in another.

            Examples:
              goldthread import --dry-run plan.txt                      what it holds and what is wrong with it
              goldthread import --dry-run report.txt plan.txt           both as one set
              goldthread import --dry-run --explain plan.txt            the paper, line by line, with what became of each
              goldthread import --dry-run --format jsonl plan.txt       one finding a line, for other programs
              pdftotext pack.pdf - | goldthread import --dry-run -

            Exit codes: 0 all papers were read; 1 one or more could not be; 2 nothing was kept, since there is no \
            ledger yet; 64 the command was not understood.
            """)

    @Argument(help: "Papers to read: text files; - reads standard input.")
    var files: [String]

    @Flag(name: .customLong("dry-run"), help: "Show what is found and keep nothing.")
    var isDryRun = false

    @Option(help: "How to print: summary for people, table with a line for each finding, jsonl for programs.")
    var format = Format.summary

    @Flag(name: .customLong("explain"), help: "Print the paper with what became of each line.")
    var explains = false

    @Option(help: "The day as at which promises are overdue, YYYY-MM-DD. Today where it is left out.")
    var today: String?

    @Option(help: "A file of your own words for headers and sections, added to the built-in ones (docs/lexicon.md).")
    var lexicon: String?

    enum Format: String, ExpressibleByArgument, CaseIterable { case summary, table, jsonl }

    func validate() throws {
        if files.isEmpty {
            throw ValidationError("Name at least one paper, such as: goldthread import --dry-run plan.txt")
        }
        if explains, format != .summary {
            throw ValidationError(
                "--explain prints a paper for people and has no other format. Leave out one of the two.")
        }
        if let today, Day(iso: today) == nil {
            throw ValidationError(
                "--today \(today) is not a day of the calendar. Write it as year-month-day, such as 2026-03-31.")
        }
    }

    func run() throws {
        guard isDryRun else {
            Terminal.complain(
                """
                Nothing was read and nothing is kept: Goldthread has no ledger yet to import into.
                Add --dry-run to see everything that the papers promise:
                  goldthread import --dry-run \(files.joined(separator: " "))
                """)
            throw ExitCode(2)
        }
        let importer = Importer(lexicon: try readLexicon())
        var intakes: [Intake] = []
        var failures = 0
        for file in files {
            do throws(PaperFile.Failure) {
                intakes.append(
                    try Progress.watch("Reading \(file)") { () throws(PaperFile.Failure) in
                        importer.findings(in: try PaperFile.read(file))
                    })
            } catch {
                Terminal.complain(error.description)
                failures += 1
            }
        }
        for intake in intakes where intake.findings.isEmpty {
            Terminal.complain(
                "\(intake.paper.name) is text, but nothing in it reads like a committee paper: no recommendation, action, "
                    + "minute, risk or other finding. See what was made of it with --explain.")
        }
        show(intakes)
        if failures > 0 { throw ExitCode(1) }
    }

    private func readLexicon() throws -> Lexicon {
        guard let lexicon else { return try Lexicon.standard() }
        guard let data = FileManager.default.contents(atPath: lexicon) else {
            Terminal.complain("The lexicon \(lexicon) cannot be opened: there is no such file, or it may not be read.")
            throw ExitCode(64)
        }
        do {
            return try Lexicon.extended(by: String(decoding: data, as: UTF8.self), name: lexicon)
        } catch {
            Terminal.complain(error.description)
            throw ExitCode(64)
        }
    }

    private func show(_ intakes: [Intake]) {
        guard !intakes.isEmpty else { return }
        defer { Terminal.standardOutput.flush() }
        if explains {
            for intake in intakes { Explanation.write(intake, to: Terminal.standardOutput) }
            return
        }
        switch format {
        case .jsonl:
            for intake in intakes {
                for finding in intake.findings { Terminal.standardOutput.line(finding.contractLine) }
            }
        case .table:
            FindingTable.write(intakes, to: Terminal.standardOutput)
        case .summary:
            guard let day = today.flatMap({ Day(iso: $0) }) ?? Terminal.today else { return }
            Terminal.standardOutput.line(SummaryText(Summary(intakes, today: day), width: Terminal.width).text)
        }
    }
}
