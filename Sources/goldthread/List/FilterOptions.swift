import ArgumentParser
import Ledger
import Register

/// What narrows a list.
struct FilterOptions: ParsableArguments {
    @Option(help: "Who answers for it: initials, a name, a post or a reference.")
    var owner: String?

    @Option(help: "The plan: its title, part of it, or PLN-1.")
    var plan: String?

    @Option(help: "The theme: its name, part of it, or THE-1.")
    var theme: String?

    @Option(help: "The council: its name, part of it, or COU-1.")
    var council: String?

    @Option(help: "A tag, such as CPC.")
    var tag: String?

    @Option(help: "Reported status, such as \"At risk\".")
    var status: String?

    @Option(
        help: """
            How the dates stand: overdue, due-soon (within 30 days), in-time, slipped, stale, no-owner, no-date, ongoing, \
            unanswered, open or finished.
            """)
    var standing: StandingFilter.Kind?

    @Option(name: .customLong("due-before"), help: "Due on this day or before, YYYY-MM-DD.")
    var dueBefore: Day?

    @Option(help: "Words to be found in it; \"quoted words\" in that order, word* for longer ones, -word for none.")
    var text: String?

    @Option(
        help:
            "The order: due, reference, changed (newest first), title, status, original (first due day), said or updates."
    )
    var sort: Query.Order?

    func query(_ kinds: [RecordKind], in session: Session) async throws -> Query {
        var query = Query(kinds: kinds)
        query.asAt = session.asAt
        if let plan { query.plan = try await session.find(plan, [.plan]).id }
        if let owner { query.owners = try await session.identities(owner, [.person, .post]) }
        if let theme { query.themes = try await themes(theme, in: session) }
        if let council { query.councils = try await session.identities(council, [.council]) }
        (query.tag, query.status, query.dueBefore) = (tag, status, dueBefore)
        query.standing = standing.map { StandingFilter($0, on: session.today) }
        if let text {
            guard let words = SearchWords(text) else {
                throw CommandFailure("--text \"\(text)\" holds no word to look for.", .usage)
            }
            query.text = words
        }
        query.order = sort ?? (kinds.contains { $0.isPromise } ? .due : .reference)
        return query
    }

    /// Themes of one name stand in several plans.
    private func themes(_ text: String, in session: Session) async throws -> [RecordID] {
        if Reference(text) != nil { return [try await session.entry(text).id] }
        var query = Query(kinds: [.theme])
        query.asAt = session.asAt
        let found = try await session.ledger.list(query).rows.filter {
            $0.title.lowercased().contains(text.lowercased())
        }
        guard !found.isEmpty else {
            throw CommandFailure("The ledger has no theme \"\(text)\". See them with: goldthread list theme")
        }
        return found.map(\.id)
    }
}
