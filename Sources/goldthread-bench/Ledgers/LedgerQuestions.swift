import Ledger
import Register

/// What people ask of a ledger, each as one call.
struct LedgerQuestions {
    let ledger: SQLiteLedger
    private let promises = Promises()

    private func query(_ change: (inout Query) -> Void) -> Query {
        var query = Query(kinds: [.action])
        query.limit = 50
        change(&query)
        return query
    }

    /// The first page of a plan.
    func planList(_ asAt: AsAt = .now) async throws {
        let page = try await ledger.list(query { ($0.plan, $0.asAt) = (promises.id(1, 0), asAt) })
        precondition(asAt != .now || page.rows.count == 50)
    }

    /// What is overdue in a plan.
    func overdueInPlan(_ asAt: AsAt = .now) async throws {
        _ = try await ledger.list(
            query {
                ($0.plan, $0.asAt) = (promises.id(1, 0), asAt)
                $0.standing = StandingFilter(.overdue, on: Clock.today)
            })
    }

    /// What one person answers for in a plan.
    func ownerList(_ asAt: AsAt = .now) async throws {
        _ = try await ledger.list(
            query { ($0.owners, $0.plan, $0.asAt) = ([promises.person(1, 3)], promises.id(1, 0), asAt) })
    }

    /// Everything that a page of one record needs.
    func show() async throws {
        let id = promises.actionID(1, 7)
        try await ledger.read { reader in
            guard let entry = try reader.entry(id, .now) else { preconditionFailure("the ledger was built with it") }
            _ = try RecordThread(of: entry, in: reader, .now)
        }
    }

    /// Statements that take apart, by SQLite's own JSON functions, every body that `show` decodes.
    func showBodies() async throws -> [String] {
        let id = promises.actionID(1, 7)
        let sequences = try await ledger.read { reader in
            guard let entry = try reader.entry(id, .now) else { return [Int]() }
            let thread = try RecordThread(of: entry, in: reader, .now)
            let linked = thread.links.flatMap { [$0.link.row.sequence, $0.row.sequence] }
            return thread.versions.map(\.entry.sequence) + thread.updates.map(\.row.sequence) + linked
        }
        return sequences.map {
            "SELECT t.fullkey, t.atom FROM entry e, json_tree(e.body) t WHERE e.partnership = 1 AND e.sequence = \($0)"
        }
    }

    /// A word that a fixed number of records hold.
    func search(_ words: String = "heronry") async throws {
        guard let words = SearchWords(words) else { return }
        let hits = try await ledger.search(words, .now, limit: 50)
        precondition(!hits.isEmpty)
    }

    /// Counts of one plan, or of everything.
    func tally(plan: Bool, _ asAt: AsAt = .now) async throws {
        _ = try await ledger.tally(
            TallyQuestion(on: Clock.today, asAt: asAt, plan: plan ? promises.id(1, 0) : nil))
    }
}
