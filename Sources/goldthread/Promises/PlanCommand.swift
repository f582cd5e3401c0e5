import ArgumentParser
import Ledger
import Register

/// Shows how a plan is followed, and changes it.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Shows how a plan is followed, and changes what its updates and closings take.",
        discussion: """
            Examples:
              goldthread plan PLN-1
              goldthread plan PLN-1 --scheme "Red, amber, green"
              goldthread plan PLN-1 --needs-evidence yes --needs-second-person yes --stale-after 45
              goldthread plan PLN-1 --title "Recovery Plan 2026/27"
              goldthread plan PLN-1 --publish                         anybody may read it, where public pages are on

            Schemes: \(StatusScheme.presets.map { "\"\($0.name)\"" }.joined(separator: ", ")).
            """)

    @Argument(help: "The plan: its title, part of it, or PLN-1.")
    var plan: String

    @Option(help: "What it is called.")
    var title: String?

    @Option(help: "The scheme of statuses by which its owners report.")
    var scheme: String?

    @Option(name: .customLong("needs-evidence"), help: "Whether closing takes evidence: yes or no.")
    var needsEvidence: YesNo?

    @Option(name: .customLong("needs-second-person"), help: "Whether closing takes a second person: yes or no.")
    var needsSecondPerson: YesNo?

    @Option(name: .customLong("stale-after"), help: "Days without a word after which a promise is stale.")
    var staleAfter: Int?

    @Flag(help: "Whether anybody may read it on the public pages, where they are turned on.")
    var publication: Publication?

    @OptionGroup var writing: WritingOptions

    enum Publication: String, EnumerableFlag { case publish, unpublish }

    enum YesNo: String, ExpressibleByArgument, CaseIterable { case yes, no }

    func validate() throws {
        if let staleAfter, staleAfter < 1 { throw ValidationError("--stale-after is a number of days, 1 or more.") }
        if title?.isEmpty ?? false { throw ValidationError("--title needs words.") }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let row = try await session.find(plan, [.plan])
            guard let entry = try await session.ledger.entry(row.id, .now),
                var content = try entry.record().content as? Plan
            else { throw CommandFailure("\(plan) is not a plan.") }
            let before = content
            if let title { content.title = title }
            if let scheme { content.scheme = try preset(scheme) }
            if let needsEvidence { content.closing.needsEvidence = needsEvidence == .yes }
            if let needsSecondPerson { content.closing.needsSecondPerson = needsSecondPerson == .yes }
            if let staleAfter { content.staleAfter = staleAfter }
            if let publication {
                content.publishedOn = publication == .publish ? before.publishedOn ?? session.today : nil
            }
            if content != before {
                var record = try entry.record()
                record.content = content
                _ = try await session.append(
                    [Commit.Change(entry.id, seen: entry.version, record)], by: writing.actor,
                    reason: reason(before, content))
            }
            show(content, row.reference)
        }
    }

    private func reason(_ before: Plan, _ after: Plan) -> String {
        guard (before.publishedOn == nil) != (after.publishedOn == nil) else {
            return "Changed how the plan is followed"
        }
        return after.publishedOn == nil ? "Taken off the public pages" : "Published"
    }

    private func preset(_ name: String) throws -> StatusScheme {
        guard let scheme = StatusScheme.presets.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw CommandFailure(
                "There is no scheme \"\(name)\". Use one of: \(StatusScheme.presets.map { "\"\($0.name)\"" }.joined(separator: ", ")).",
                .usage)
        }
        return scheme
    }

    private func show(_ plan: Plan, _ reference: Reference) {
        let out = Terminal.standardOutput
        out.line("\(reference)  \(plan.title)")
        out.line(
            "  closing takes evidence: \(plan.closing.needsEvidence ? "yes" : "no"), a second person: \(plan.closing.needsSecondPerson ? "yes" : "no")"
        )
        out.line("  stale after \(plan.staleAfter) days without a word")
        out.line("  published: \(plan.publishedOn.map { "since \($0)" } ?? "no")")
        out.line("  scheme: \(plan.scheme.name)")
        for level in plan.scheme.levels {
            let needs =
                level.needsCause
                ? " Takes a cause and a corrective action." : level.isFinished ? " Ends the promise." : ""
            (level.meaning + needs).wrapped(
                to: Terminal.width, lead: "    \(level.shape.sign) \(level.name.padded(to: 18)) "
            )
            .forEach(out.line)
        }
    }
}
