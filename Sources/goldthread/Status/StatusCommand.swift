import ArgumentParser
import Ledger
import Register

/// Shows how all promises stand.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows how promises stand: progress by plan and theme, what is overdue, stale or unanswered.",
        discussion: """
            Examples:
              goldthread status
              goldthread status --plan Recovery
              goldthread status --as-at 2026-03-31            as it stood at the end of that day
              goldthread status --today 2026-12-31            what will be overdue by then, if nothing happens
              goldthread status --format json
            """)

    @OptionGroup var reading: ReadingOptions

    @Option(help: "One plan only: its title, part of it, or PLN-1.")
    var plan: String?

    @Option(help: "How to print: text for people, json for programs.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await reading.session()
            var question = TallyQuestion(on: session.today, asAt: session.asAt)
            if let plan { question.plan = try await session.find(plan, [.plan]).id }
            let tallies = try await session.ledger.tally(question)
            let examples = try await examples(session, question.plan)
            let ids =
                tallies.flatMap { [$0.plan, $0.theme].compactMap { $0 } } + examples.flatMap { $0.2.flatMap(\.owners) }
            let directory = try await RecordNames(ids, in: session)
            if format == .json {
                Terminal.standardOutput.line(try JSONText.of(tallies.map { TallyFacts($0, directory) }))
                return
            }
            let heading = "\(session.ledger.partnership.name), \(try await session.moment())"
            let text = StatusText(
                StatusReport(tallies, directory: directory), directory: directory, heading: heading, examples: examples,
                width: Terminal.width)
            text.lines.forEach(Terminal.standardOutput.line)
        }
    }

    /// The first few of everything that somebody should look at.
    private func examples(
        _ session: Session, _ plan: RecordID?
    ) async throws -> [(StandingFilter.Kind, RecordKind, [Row])] {
        var examples: [(StandingFilter.Kind, RecordKind, [Row])] = []
        for standing in [StandingFilter.Kind.overdue, .dueSoon, .slipped, .noOwner, .noDate, .unanswered] {
            let kind = standing == .unanswered ? RecordKind.recommendation : .action
            var query = Query(kinds: [kind])
            (query.asAt, query.plan, query.limit) = (session.asAt, plan, 3)
            query.standing = StandingFilter(standing, on: session.today)
            query.wantsTotal = false
            query.order = standing == .unanswered ? .reference : .due
            examples.append((standing, kind, try await session.ledger.list(query).rows))
        }
        return examples
    }
}

/// Counts for other programs.
private struct TallyFacts: Encodable {
    var kind: String
    var plan: String?
    var theme: String?
    var count, finished, overdue, dueSoon, slipped, stale, noOwner, noDate, unanswered: Int

    init(_ tally: Tally, _ directory: RecordNames) {
        (kind, plan, theme) = (tally.kind.rawValue, directory[tally.plan]?.title, directory[tally.theme]?.title)
        (count, finished, overdue, dueSoon) = (tally.count, tally.finished, tally.overdue, tally.dueSoon)
        (slipped, stale, noOwner, noDate) = (tally.slipped, tally.stale, tally.noOwner, tally.noDate)
        unanswered = tally.unanswered
    }
}
