import ArgumentParser
import Ledger
import Register

/// Takes back an update that was made in error.
struct TakeBackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-back",
        abstract: "Takes back an update that was made in error, or a record that was added by hand.",
        discussion: """
            The promise stands then as it was reported without the update. Both stay in the ledger, with the reason. \
            An import is taken back by undo, a link by link --remove.

            Example:
              goldthread take-back UPD-7 --reason "It was about another promise"
            """)

    @Argument(help: "The reference, such as UPD-7.")
    var reference: String

    @Option(help: "Why it is taken back.")
    var reason: String

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            let record = try entry.record()
            guard record.mayBeTakenBack else {
                throw CommandFailure(
                    record.withdrawal.map { "\(entry.reference) was taken back already: \($0.reason)" }
                        ?? "\(entry.reference) was found in a paper, or is neither an update nor a promise, so it is not taken back by itself. Close it with its reason, or undo the import of its paper.",
                    .declined)
            }
            if let problem = Record.reasonProblems(reason).first {
                throw CommandFailure("\(entry.reference): \(problem)")
            }
            let changes = try await session.ledger.read { try TakingBack(entry, because: reason, in: $0).changes }
            _ = try await session.append(changes, by: writing.actor, reason: "Taken back: \(reason)")
            Terminal.standardOutput.line("\(entry.reference) is taken back.")
        }
    }
}
