import ArgumentParser
import Foundation
import Ledger
import Register

/// Copies the ledger to a file.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the ledger to one file while others go on working, and verifies the copy.",
        discussion: """
            Examples:
              goldthread backup /mnt/backups/goldthread-2026-11-21.db
            """)

    @Argument(help: "The file to make.")
    var file: String

    @Flag(help: "Replace a file that is there.")
    var replace = false

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await CommandFailure.reported {
            if FileManager.default.fileExists(atPath: file), !replace {
                throw CommandFailure("\(file) is there already. Name another file, or add --replace.")
            }
            let store = try ledger.open(.existing)
            if sameFile(file, ledger.path) { throw CommandFailure("\(file) is the ledger itself. Name another file.") }
            try store.backup(to: file)
            _ = try await VerifiedFile.check(
                file, done: "copied to \(file) and verified", refusal: "The copy \(file) is not good")
        }
    }
}
