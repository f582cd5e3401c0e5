import ArgumentParser
import Foundation
import Ledger
import Register

/// Looks after the ledger's file.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Looks at the ledger's file, its disk, the clock and the programs that read PDFs, and says what to mend.",
        discussion: """
            Examples:
              goldthread doctor
              goldthread doctor --rebuild        makes lists and search anew from the entries, where verify says so

            Exit codes: 0 all is well; 5 something is not, and it says what; 4 the ledger cannot be opened.
            """)

    @Flag(help: "Make lists, counts and search anew from the entries. The entries are not touched.")
    var rebuild = false

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await CommandFailure.reported {
            let store = try ledger.open(.existing)
            let condition = try await store.condition()
            let out = Terminal.standardOutput
            var complaints: [String] = []
            out.line("\(store.path)")
            out.line(
                "  \(condition.engine), \(DoctorCommand.size(condition.bytes)), \(DoctorCommand.size(condition.freeBytes)) free on its disk"
            )
            if condition.journal != "wal" {
                complaints.append(
                    "The file does not write ahead (\(condition.journal)): its disk may not allow it. Keep the ledger on a local disk."
                )
            }
            if condition.freeBytes < max(100_000_000, condition.bytes / 5) {
                complaints.append("Its disk is nearly full. Make room before the next import.")
            }
            complaints += condition.damage.map {
                "The file is damaged: \($0). Restore a backup: goldthread restore BACKUP"
            }
            for partnership in try await store.partnerships() {
                let kept = try await store.ledger(named: partnership.name)
                if rebuild {
                    try await kept.rebuild()
                    out.line("  \(partnership.name): lists and search are made anew. Start a server of it again.")
                }
                let head = try await kept.head()
                out.line("  \(partnership.name): \(head.sequence) entries, the last on \(LondonTime.text(head.at))")
                if head.at > Clock.now() {
                    complaints.append(
                        "The last entry of \(partnership.name) is dated \(LondonTime.text(head.at)), and this computer's clock says \(LondonTime.text(Clock.now())). Set the clock: until then new entries bear the time of the last one."
                    )
                }
            }
            for note in ToolNotes.lines() { out.line("  " + note) }
            guard !complaints.isEmpty else {
                out.line("All is well. To prove that nothing was altered: goldthread verify")
                return
            }
            throw CommandFailure(complaints.joined(separator: "\n"), .fault)
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000_000
            ? "\(bytes / 100_000_000 / 10).\(bytes / 100_000_000 % 10) GB" : "\(max(1, bytes / 1_000_000)) MB"
    }
}
