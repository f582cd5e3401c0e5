import ArgumentParser
import Foundation
import Ledger
import Register

/// Proves that nobody rewrote history.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Proves that nothing was altered, removed, reordered or inserted, and prints the ledger's head.",
        discussion: """
            Keep the head that it prints somewhere else: in the minutes, or with the auditor. Whoever could write the \
            whole ledger anew cannot make it end in the same head.

            Examples:
              goldthread verify
              goldthread verify --against 1204:5f2c…          the head that was printed at entry 1204

            Exit codes: 0 nothing is wrong; 5 something is, and it says what; 4 the ledger cannot be opened.
            """)

    @Option(help: "A head kept elsewhere: a hash, or the entry, a colon and the hash.")
    var against: String?

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if let against, KnownHead(against) == nil {
            throw ValidationError(
                "--against \(against) is not a head. Heads look like 1204:5f2c… with 64 digits behind the colon, as verify prints them."
            )
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let store = try ledger.openToRead()
            let kept = try await store.ledger(named: ledger.partnership)
            let isWatched = isatty(STDERR_FILENO) == 1
            let verdict = try await kept.verify(against: against.flatMap { KnownHead($0) }) { entries in
                if isWatched, entries % 100_000 == 0 {
                    FileHandle.standardError.write(Data("\r\(entries) entries … ".utf8))
                }
            }
            if let fault = verdict.fault {
                throw CommandFailure(
                    "The ledger of \(kept.partnership.name) is not as it was written.\n\(fault)", .fault)
            }
            let out = Terminal.standardOutput
            out.line(
                "\(kept.partnership.name): \(verdict.entries) entries and \(verdict.papers) papers are as they were written."
            )
            if against != nil { out.line("The head kept elsewhere is in it.") }
            out.line("head \(verdict.head.sequence):\(verdict.head.hash)")
        }
    }
}
