import Foundation
import Ledger
import Register

/// A ledger in use by one command: as at when it is asked, and on which day dates are judged.
struct Session {
    let ledger: any Ledger
    let store: SQLiteStore
    let asAt: AsAt
    let today: Day

    init(ledger: any Ledger, store: SQLiteStore, asAt: AsAt, today: Day?) async throws {
        (self.ledger, self.store, self.asAt) = (ledger, store, asAt)
        if let today { self.today = today } else { self.today = try await Session.day(of: asAt, in: ledger) }
    }

    private static func day(of asAt: AsAt, in ledger: any Ledger) async throws -> Day {
        switch asAt {
        case .now: return Clock.today
        case .moment(let moment): return LondonTime.day(of: moment)
        case .entry(let sequence):
            let entry = try await ledger.entries(after: max(0, sequence - 1), limit: 1).first
            return entry.map { LondonTime.day(of: $0.at) } ?? Clock.today
        }
    }

    /// "as at 30 June 2026", with the entry where an earlier one was asked for.
    func moment() async throws -> String {
        let day = today.words
        if case .now = asAt { return "as of \(day)" }
        return "as at \(day), entry \(try await ledger.sequence(asAt))"
    }

    // MARK: Finding what people name

    /// The entry that holds what a reference names.
    func entry(_ text: String) async throws -> Entry {
        guard let reference = Reference(text) else {
            throw CommandFailure(
                "\"\(text)\" is not a reference. References look like ACT-104: find them with goldthread list action, or goldthread search WORDS.",
                .usage)
        }
        guard let entry = try await ledger.entry(reference, asAt) else {
            let page = try await ledger.list(Session.everything(reference.kind, asAt))
            let had =
                page.total == 0
                ? "It holds no \(reference.kind.name(count: 2))."
                : "It holds \(page.total) \(reference.kind.name(count: page.total)): goldthread list \(reference.kind.rawValue)"
            let past = asAt == .now ? "" : " at that time"
            throw CommandFailure("The ledger has no \(reference)\(past). \(had)")
        }
        return entry
    }

    private static func everything(_ kind: RecordKind, _ asAt: AsAt) -> Query {
        var query = Query(kinds: [kind])
        (query.asAt, query.limit) = (asAt, 1)
        return query
    }

    /// The one record of some kinds that goes by a reference, a name, or the beginning of a name.
    func find(_ text: String, _ kinds: [RecordKind]) async throws -> Row {
        let what = kinds.first?.name(count: 1) ?? "record"
        if let reference = Reference(text), kinds.contains(reference.kind) {
            let id = try await entry(text).id
            if let row = try await ledger.rows([id], asAt)[id] { return row }
        }
        var found = try await ledger.named(text, kinds: kinds, asAt)
        if found.isEmpty {
            var query = Query(kinds: kinds)
            query.asAt = asAt
            found = try await ledger.list(query).rows.filter { $0.title.lowercased().contains(text.lowercased()) }
        }
        // Two that were merged are one.
        let heads = Set(found.map { $0.isMerged ? $0.parent ?? $0.id : $0.id })
        if heads.count == 1, let head = heads.first, let row = try await ledger.rows([head], asAt)[head] { return row }
        guard !found.isEmpty else {
            throw CommandFailure(
                "The ledger has no \(what) \"\(text)\". See them with: goldthread list \(kinds.first?.rawValue ?? "action")"
            )
        }
        let names = found.prefix(6).map { "  \($0.reference)  \($0.title.clipped(to: 60))" }.joined(separator: "\n")
        throw CommandFailure("\"\(text)\" could be \(found.count) records. Name one by its reference:\n\(names)")
    }

    /// A person, a post or a council with everything that was merged into it, under whose names records stand.
    func identities(_ text: String, _ kinds: [RecordKind]) async throws -> [RecordID] {
        let row = try await find(text, kinds)
        let asAt = asAt
        return try await ledger.read { try $0.identities(of: row.id, asAt) }
    }

    /// The plan that a record is part of; the record itself where it is a plan.
    func plan(of record: Record) async throws -> Plan? {
        if let plan = record.content as? Plan { return plan }
        guard let id = record.plan, let entry = try await ledger.entry(id, asAt) else { return nil }
        return try entry.record().content as? Plan
    }
}

extension Row {
    /// Whether it is a person, a post or a council that was merged into another.
    var isMerged: Bool { mergedInto != nil }
}
