import ArgumentParser
import Ledger
import Register

/// Gives a promise a new date.
struct ReprogramCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprogram",
        abstract: "Gives a promise a new date; the first one stays on record, and the slip shows.",
        discussion: """
            Examples:
              goldthread reprogram ACT-104 --to "March 2027" --reason "The grant came late" --approved-by "Kate Hall"
              goldthread reprogram ACT-104 --to "Q2 2027/28" --reason "Rephased with the budget" --approved-by DEC-12
            """)

    @Argument(help: "The reference, such as ACT-104.")
    var reference: String

    @Option(help: "The new date as papers write it: 2027-03-31, March 2027, Q2 2027/28, Summer 2027.")
    var to: String

    @Option(help: "Why.")
    var reason: String

    @Option(name: .customLong("approved-by"), help: "Who approved it: a person, or the decision of a body (DEC-12).")
    var approvedBy: String

    @Option(name: .customLong("seen"), help: "The version that you looked at; a newer one is then not overwritten.")
    var seen: Int?

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            let record = try entry.record()
            let approver = try await approver(in: session)
            let changed = try session.applying(to: entry.reference) { () throws(RuleProblem) in
                try record.reprogrammed(to: to, reason: reason, approver: approver, on: session.today)
            }
            var changes = [Commit.Change(entry.id, seen: seen ?? entry.version, changed)]
            if let decision = approver.record, Reference(approvedBy)?.kind == .decision {
                var ids = Clock.ids()
                let link = Link(from: entry.id, role: .decidedBy, to: decision, ground: "approved a new date")
                changes.append(Commit.Change(ids.next(), seen: 0, Record(link)))
            }
            _ = try await session.append(changes, by: writing.actor, reason: "Re-programmed: \(reason)")
            let facts = changed.facts
            let first = facts.originalDue.map { "; first due \($0)" } ?? ""
            let known = approver.record == nil ? " (not in the ledger; kept as words)" : ""
            "Approved by \(approver.text)\(known).".wrapped(to: Terminal.width).forEach(Terminal.standardOutput.line)
            Terminal.standardOutput.line(
                "\(entry.reference) is due \(facts.due.map { "\($0)" } ?? to) now\(first), slipped \(facts.slips == 1 ? "once" : "\(facts.slips) times")."
            )
        }
    }

    private func approver(in session: Session) async throws -> Reprogramming.Approver {
        if let reference = Reference(approvedBy), reference.kind == .decision {
            let entry = try await session.entry(approvedBy)
            return Reprogramming.Approver(text: "\(reference) \(try entry.record().text)", record: entry.id)
        }
        let person = try await session.personName(approvedBy)
        return Reprogramming.Approver(text: person.name, record: person.id)
    }
}
