import ArgumentParser
import Importing
import Ledger
import Register

/// Ends a promise.
struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Ends a promise as completed, moved to business as usual, stopped or superseded, with its reason.",
        discussion: """
            A plan may ask for evidence, and for a second person who confirms (goldthread plan PLN-1 shows it).

            Examples:
              goldthread close ACT-104 --as completed --reason "Opened on 3 June" --evidence opening.pdf
              goldthread close ACT-104 --as business-as-usual --reason "The team does it every month now"
              goldthread close ACT-104 --as stopped --reason "Cabinet withdrew the funding" --confirmed-by "Kate Hall"
              goldthread close ACT-104 --as superseded --by-record ACT-130 --reason "Taken up in the new plan"
            """)

    @Argument(help: "The reference, such as ACT-104.")
    var reference: String

    @Option(name: .customLong("as"), help: "completed, business-as-usual, stopped or superseded.")
    var ending: String

    @Option(help: "Why it is that.")
    var reason: String

    @Option(parsing: .singleValue, help: "What shows it: a file, which is kept, or words. May be given several times.")
    var evidence: [String] = []

    @Option(name: .customLong("confirmed-by"), help: "The second person, where the plan asks for one.")
    var confirmedBy: String?

    @Option(name: .customLong("by-record"), help: "What took its place, where it was superseded.")
    var byRecord: String?

    @Option(name: .customLong("seen"), help: "The version that you looked at; a newer one is then not overwritten.")
    var seen: Int?

    @OptionGroup var writing: WritingOptions

    func validate() throws {
        guard Closure.Ending(words: ending) != nil else {
            throw ValidationError(
                "--as \(ending) is no ending. Use completed, business-as-usual, stopped or superseded.")
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            let record = try entry.record()
            let given = try await GivenEvidence.read(evidence, for: record, in: session)
            var successor: Entry?
            if let byRecord { successor = try await session.entry(byRecord) }
            let second = confirmedBy == nil ? nil : try await session.personName(confirmedBy ?? "").name
            let closer = try await session.personName(writing.actor).name
            let closure = Closure(
                ending: Closure.Ending(words: ending) ?? .completed, reason: reason, on: session.today,
                by: closer,
                confirmedBy: second, evidence: given.evidence, successor: successor?.id)
            let plan = try await session.plan(of: record)
            let (closed, link) = try session.applying(to: entry.reference) { () throws(RuleProblem) in
                let link = try successor.map { successor throws(RuleProblem) in
                    try Link.between(
                        successor.id, successor.reference.kind, .supersedes, entry.id, entry.reference.kind,
                        ground: reason)
                }
                return (try record.closed(closure, plan: plan), link)
            }
            var changes = given.changes + [Commit.Change(entry.id, seen: seen ?? entry.version, closed)]
            if let link {
                var ids = Clock.ids()
                changes.append(Commit.Change(ids.next(), seen: 0, Record(link)))
            }
            _ = try await session.append(
                changes, by: writing.actor, reason: "Closed as \(closure.ending.words): \(reason)", papers: given.papers
            )
            Terminal.standardOutput.line("\(entry.reference) is closed: \(closure.ending.words), \(session.today).")
        }
    }
}
