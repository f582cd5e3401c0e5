import ArgumentParser
import Importing
import Ledger
import Register

/// Says how a promise goes.
struct UpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Says how a promise goes: what was done, its status, what shows it.",
        discussion: """
            A status needs a note; one that is not on course needs a cause and a corrective action, as the plan's scheme \
            says (goldthread plan PLN-1 shows it). A status that ends the promise says that it can be closed.

            Examples:
              goldthread update ACT-104 --status "On Target" --note "Tenders are in; award on 3 June"
              goldthread update ACT-104 --status "Action Required" --note "No tenders came" \\
                  --cause "Two bidders withdrew" --corrective-action "Advertise again in May"
              goldthread update ACT-104 --note "Photographs of the new path" --percent 80 --evidence path.jpg
            """)

    @Argument(help: "The reference, such as ACT-104.")
    var reference: String

    @Option(help: "The status, in the words of the plan's scheme.")
    var status: String?

    @Option(help: "What was done or found.")
    var note: String

    @Option(help: "How much is done, 0 to 100.")
    var percent: Int?

    @Option(help: "Why it is not on course.")
    var cause: String?

    @Option(name: .customLong("corrective-action"), help: "What will be done about it.")
    var correctiveAction: String?

    @Option(parsing: .singleValue, help: "What shows it: a file, which is kept, or words. May be given several times.")
    var evidence: [String] = []

    @Option(name: .customLong("seen"), help: "The version that you looked at; a newer one is then not overwritten.")
    var seen: Int?

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            let record = try entry.record()
            let plan = try await session.plan(of: record)
            let level = status.flatMap { (plan?.scheme ?? .sixLevel).level(for: $0) }
            let given = try await GivenEvidence.read(evidence, for: record, in: session)
            let update = Update(
                narrative: note, status: level?.name ?? status, on: session.today,
                by: writing.actor, cause: cause, correctiveAction: correctiveAction, percentage: percent,
                evidence: given.evidence)
            let updated = try session.applying(to: entry.reference) { () throws(RuleProblem) in
                try record.updated(by: update, plan: plan)
            }
            var said = Record(update)
            (said.parent, said.plan, said.councils) = (entry.id, record.plan, record.councils)
            var ids = Clock.ids()
            let entries = try await session.append(
                given.changes + [
                    Commit.Change(ids.next(), seen: 0, said),
                    Commit.Change(entry.id, seen: seen ?? entry.version, updated),
                ], by: writing.actor, reason: "Update for \(session.today.words)", papers: given.papers)
            let made = entries.first { $0.reference.kind == .update }
            Terminal.standardOutput.line(
                "\(entry.reference) is updated for \(session.today)\(made.map { " (\($0.reference))" } ?? ""): \(updated.facts.status ?? "no status")."
            )
            if updated.progress.awaitsClosing {
                Terminal.standardOutput.line(
                    "It stays open until it is closed: goldthread close \(entry.reference) --as completed --reason …")
            }
        }
    }
}
