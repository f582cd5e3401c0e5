import ArgumentParser
import Ledger
import Register

/// Opens a promise again that was closed.
struct ReopenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Opens a promise again that was closed in error, or too early.",
        discussion: """
            It is open again as it was last reported. That it was closed stays in its history.

            Example:
              goldthread reopen ACT-104 --reason "The weir leaks"
            """)

    @Argument(help: "The reference, such as ACT-104.")
    var reference: String

    @Option(help: "Why it is opened again.")
    var reason: String

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            let record = try entry.record()
            let open = try session.applying(to: entry.reference) { () throws(RuleProblem) in
                try record.reopened(because: reason)
            }
            var changes = [Commit.Change(entry.id, seen: entry.version, open)]
            if let successor = record.progress.closure?.successor {
                changes += try await session.ledger.read {
                    try TakingBack.links(.supersedes, from: successor, to: entry.id, because: reason, in: $0)
                }
            }
            _ = try await session.append(changes, by: writing.actor, reason: "Opened again: \(reason)")
            Terminal.standardOutput.line("\(entry.reference) is open again: \(open.facts.status ?? "no status").")
        }
    }
}
