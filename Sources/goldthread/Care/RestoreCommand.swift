import ArgumentParser
import Foundation
import Ledger
import Register

/// Brings a backup back.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Brings a backup back, once it is verified; a ledger that is there is kept under another name.",
        discussion: """
            Examples:
              goldthread restore /mnt/backups/goldthread-2026-11-21.db
              goldthread restore old.db --replace             the ledger that is there is kept beside it
            """)

    @Argument(help: "The backup.")
    var file: String

    @Flag(help: "Put it in the place of the ledger that is there.")
    var replace = false

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await CommandFailure.reported {
            if sameFile(file, ledger.path) { throw CommandFailure("\(file) is the ledger itself. Name a backup.") }
            let backup = try await VerifiedFile.check(
                file, done: "verified", refusal: "The backup \(file) is not good, so nothing was restored")
            let path = ledger.path
            if FileManager.default.fileExists(atPath: path) {
                guard replace else {
                    throw CommandFailure(
                        "There is a ledger at \(path) already. Name another place with --ledger, or add --replace: the one that is there is then kept under another name."
                    )
                }
                try setAside(path)
            }
            try backup.backup(to: path)
            Terminal.standardOutput.line("Restored to \(path).")
        }
    }

    /// Keeps the ledger that is there, with its log, under a name that says when it was replaced.
    private func setAside(_ path: String) throws {
        let stamp = Clock.now().description.filter { $0.isNumber }
        var kept = "\(path).replaced-\(stamp)"
        while FileManager.default.fileExists(atPath: kept) { kept += "+" }
        do {
            for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
                try FileManager.default.moveItem(atPath: path + suffix, toPath: kept + suffix)
            }
        } catch {
            throw CommandFailure(
                "\(path) could not be set aside: \(error.localizedDescription). Nothing was restored.", .ledger)
        }
        Terminal.standardOutput.line("The ledger that was there is kept as \(kept).")
    }
}
