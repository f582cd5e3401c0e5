import ArgumentParser
import Foundation
import Importing
import Ledger

/// Takes an import back.
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes an import back by new entries: what it added is in no list any more, and stays on record.",
        discussion: """
            Papers that were brought in together are taken back together. What others have changed since stops it, \
            unless you say --anyway.

            Examples:
              goldthread list import
              goldthread undo IMP-3
            """)

    @Argument(help: "The import, such as IMP-3.")
    var reference: String

    @Flag(help: "Take back records too that were changed since.")
    var anyway = false

    @Flag(help: "Do it without asking.")
    var yes = false

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            let undoing = try await ImportUndoing(entry, in: session.ledger)
            let commit = try undoing.commit(by: writing.actor, anyway: anyway)
            Terminal.standardOutput.line(
                "\(entry.reference) added \(undoing.changes.count) records from \(undoing.papers.joined(separator: ", "))."
            )
            guard try agreed() else { throw CommandFailure("Nothing was taken back.", .declined) }
            _ = try await session.ledger.append(commit)
            Terminal.standardOutput.line(
                "Taken back: \(undoing.changes.count) records are in no list any more, and stay on record.")
        }
    }

    private func agreed() throws -> Bool {
        guard !yes else { return true }
        Terminal.standardOutput.flush()
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure("Nothing was taken back: there is nobody to ask. Add --yes.", .declined)
        }
        FileHandle.standardOutput.write(Data("Take all of it back? [y/N] ".utf8))
        return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
    }
}
