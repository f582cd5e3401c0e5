import ArgumentParser
import Foundation
import Importing
import Intake
import Papers
import Register

/// Reads papers and keeps what they promise.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Reads papers and keeps every recommendation, action, owner, date, risk, minute and decision in them.",
        discussion: """
            Reads PDF, Word, OpenDocument, Excel, CSV, RTF, web pages and plain text; what a file is, its content says. \
            Shows what it would add, asks, and adds all of it at once; undo takes it back. Several papers are read as \
            one set: a plan in one can answer a review in another. A paper that the ledger keeps already is left out.

            The next version of a plan that is kept changes the plan's records: what is reworded, moved, renumbered, \
            re-dated, new or missing is shown word by word. Nothing is closed because it is missing.

            Examples:
              goldthread import plan.pdf                                shows, asks, keeps
              goldthread import --yes report.txt plan.pdf               both as one set, without asking
              goldthread import --dry-run plan.pdf                      what it holds and what is wrong with it
              goldthread import --plan PLN-2 plan-q2.txt                the next version of PLN-2, whatever it is called
              goldthread import --dry-run --explain plan.pdf            the paper, line by line, with what became of each
              goldthread import --dry-run --format jsonl plan.pdf       one finding a line, for other programs
              pdftotext pack.pdf - | goldthread import --dry-run -

            Exit codes: 0 all papers were read; 1 one or more could not be; 2 nothing was kept, because nobody agreed; \
            3 the ledger changed meanwhile; 4 the ledger cannot be used; 64 the command was not understood.
            """)

    @Argument(help: "Papers to read: files of any kind, zip archives or folders of them; - reads standard input.")
    var files: [String]

    @Flag(name: .customLong("dry-run"), help: "Show what is found and keep nothing.")
    var isDryRun = false

    @Flag(help: "Keep what is found without asking.")
    var yes = false

    @Flag(help: "Keep papers too in which nothing was found.")
    var anyway = false

    @Option(help: "The plan of which the paper is the next version, such as PLN-2, where it is not recognised.")
    var plan: String?

    @Flag(name: .customLong("new-plan"), help: "Take the paper for a plan of its own, whatever it looks like.")
    var isNewPlan = false

    @Flag(name: .customLong("all"), help: "Show lists of what changed whole.")
    var showsAll = false

    @Option(
        help: ArgumentHelp(
            "How to print with --dry-run.",
            discussion: """
                summary for people; table with a line for each finding; jsonl with a finding a line, for programs; \
                text: the paper written down as text, whose lines all line numbers count; grids: its tables, a line of \
                JSON for each sheet's; json for how it compares with the plans that are kept.
                """)
    )
    var format = Format.summary

    @Flag(name: .customLong("explain"), help: "With --dry-run: print the paper with what became of each line.")
    var explains = false

    @Option(help: "The day as at which promises are overdue, YYYY-MM-DD. Today where it is left out.")
    var today: Day?

    @Option(help: "A file of your own words for headers and sections, added to the built-in ones (docs/lexicon.md).")
    var lexicon: String?

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "Who imports; else GOLDTHREAD_USER, else your name on this computer.")
    var by: String?

    enum Format: String, ExpressibleByArgument, CaseIterable { case summary, table, jsonl, json, text, grids }

    func validate() throws {
        if files.isEmpty {
            throw ValidationError("Name at least one paper, such as: goldthread import plan.txt")
        }
        if plan != nil, isNewPlan {
            throw ValidationError("--plan and --new-plan say opposite things. Leave out one of the two.")
        }
        if explains, format != .summary {
            throw ValidationError(
                "--explain prints a paper for people and has no other format. Leave out one of the two.")
        }
        if !isDryRun, explains || format != .summary {
            throw ValidationError("--explain and --format show what was found and keep nothing: add --dry-run.")
        }
    }

    func run() async throws {
        Memory.shareOneHeap()
        try await CommandFailure.reported {
            if isDryRun, format == .text || format == .grids {
                let (papers, failures) = await readPapers(keepsBytes: false)
                for paper in papers { try show(asRead: paper) }
                if failures > 0 { throw ExitCode(1) }
                return
            }
            let lexicon = try readLexicon()
            let importer = Importer(lexicon: lexicon)
            let (read, failures) = await readPapers()
            let papers = read.map { BroughtIn(intake: importer.findings(in: $0.paper), bytes: $0.bytes) }
            for paper in papers where paper.intake.findings.isEmpty {
                Terminal.complain(
                    "\(paper.intake.paper.name) was read, but nothing in it reads like a committee paper: no recommendation, action, "
                        + "minute, risk or other finding. See what was made of it with --dry-run --explain.")
            }
            if isDryRun {
                try await show(papers, lexicon)
            } else if !papers.isEmpty {
                // What promises nothing is more likely a slip than a paper.
                let holding = anyway ? papers : papers.filter { !$0.intake.findings.isEmpty }
                guard !holding.isEmpty else {
                    throw CommandFailure("Nothing was kept. Add --anyway to keep it all the same.", .declined)
                }
                try await keeping(lexicon).keep(holding)
            }
            if failures > 0 { throw ExitCode(1) }
        }
    }

    /// Reads all files, and tells what is to be known of them and which of them could not be read.
    private func readPapers(keepsBytes: Bool = true) async -> (papers: [PaperFile.Read], failures: Int) {
        var papers: [PaperFile.Read] = []
        var failures = 0
        for file in files {
            func tell(_ failure: PaperFile.Failure) {
                Terminal.complain(failure.description)
                failures += 1
            }
            do throws(PaperFile.Failure) {
                papers += try await Waiting.watch("Reading \(file)") { () async throws(PaperFile.Failure) in
                    try await PaperFile.read(file, keepsBytes: keepsBytes, telling: tell)
                }
            } catch {
                tell(error)
            }
        }
        for paper in papers.map(\.paper) {
            for notice in paper.notices { Terminal.complain("\(paper.name): \(notice.message)") }
        }
        return (papers, failures)
    }

    /// Prints a paper as it was read; nothing is looked for in it.
    private func show(asRead read: PaperFile.Read) throws {
        if format == .grids { return try PaperGrids.write(read.paper, to: Terminal.standardOutput) }
        for line in PrintedLines.of(read.paper.transcript ?? read.bytes) { Terminal.standardOutput.line(line) }
    }

    private func readLexicon() throws -> Lexicon {
        guard let lexicon else { return try Lexicon.standard() }
        guard let data = FileManager.default.contents(atPath: lexicon) else {
            throw CommandFailure(
                "The lexicon \(lexicon) cannot be opened: there is no such file, or it may not be read.", .usage)
        }
        do {
            return try Lexicon.extended(by: String(decoding: data, as: UTF8.self), name: lexicon)
        } catch {
            throw CommandFailure(error.description, .usage)
        }
    }

    private func keeping(_ lexicon: Lexicon) -> ImportKeeping {
        ImportKeeping(
            options: ledger, actor: Actor.name(by), lexicon: lexicon, today: today ?? Clock.today, asks: !yes,
            plan: plan, isNewPlan: isNewPlan, showsAll: showsAll)
    }

    private func show(_ papers: [BroughtIn], _ lexicon: Lexicon) async throws {
        let intakes = papers.map(\.intake)
        guard !intakes.isEmpty else { return }
        if explains {
            for intake in intakes { Explanation.write(intake, to: Terminal.standardOutput) }
            return
        }
        switch format {
        case .jsonl:
            for intake in intakes {
                for finding in intake.findings { Terminal.standardOutput.line(finding.contractLine) }
            }
        case .text, .grids: break
        case .table:
            FindingTable.write(intakes, to: Terminal.standardOutput)
        case .summary:
            let summary = Summary(intakes, today: today ?? Clock.today)
            Terminal.standardOutput.line(SummaryText(summary, width: Terminal.width).text)
            for text in try await keeping(lexicon).comparisonTexts(papers) { Terminal.standardOutput.line("\n" + text) }
        case .json:
            let papers = try await keeping(lexicon).comparisons(papers)
            Terminal.standardOutput.line(try JSONText.of(ComparisonJSON(papers: papers)))
        }
    }
}
