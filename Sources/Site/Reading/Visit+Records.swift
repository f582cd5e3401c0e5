import Access
import Ledger
import Register

extension Visit {
    /// The record that a part of the path names, if whoever asks may read it.
    /// - Throws: `Refusal.notFound` or `.forbidden`.
    func record(
        _ part: String, _ kinds: [RecordKind]? = nil, _ reader: any LedgerReader
    ) throws -> (row: Row, record: Record) {
        let (row, record, _) = try kept(part, kinds, reader)
        return (row, record)
    }

    /// The plan that a part of the path names, if whoever asks may read it. Its pages are asked for more than anything else,
    /// so it is taken apart once for a state of the ledger.
    /// - Throws: `Refusal.notFound` or `.forbidden`.
    func plan(_ part: String, _ reader: any LedgerReader) throws -> KnownPlan {
        let key = KnownPlan.Key(reference: self.part(part), readable: readable)
        let grounds = try Grounds(self, reader)
        if asAt == .now, let known = site.plans.find(key, on: grounds) { return known }
        let (row, record, entry) = try kept(part, [.plan], reader)
        guard let plan = record.content as? Plan else { throw Refusal.notFound("That is no plan.") }
        let known = KnownPlan(
            row: row, plan: plan,
            takenBack: record.withdrawal.map {
                "It was taken back by \(entry.actor) on \(LondonTime.day(of: entry.at).words): \($0.reason)."
            })
        if asAt == .now { site.plans.keep(known, for: key, on: grounds) }
        return known
    }

    /// All that the rows of a list speak of, looked up once for a state of the ledger.
    func names(of query: Query, _ rows: [Row], _ reader: any LedgerReader) throws -> RecordNames {
        guard asAt == .now, query.text == nil else { return try RecordNames(for: rows, in: reader, asAt) }
        let grounds = try Grounds(self, reader)
        // A list is asked for through a reader that knows who may read it, and the query does not.
        let key = NamesKey(query: query, readable: readable)
        if let known = site.names.find(key, on: grounds) { return known }
        let names = try RecordNames(for: rows, in: reader, asAt)
        site.names.keep(names, for: key, on: grounds, cost: rows.count + 1)
        return names
    }

    /// The same with the entry that made this version.
    func kept(
        _ part: String, _ kinds: [RecordKind]? = nil, _ reader: any LedgerReader
    ) throws -> (row: Row, record: Record, entry: Entry) {
        let text = self.part(part)
        let missing = Refusal.notFound(
            asAt == .now
                ? "There is no record “\(text)”. References look like ACT-104; search finds them by their words."
                : "There was no record “\(text)” on \(day.words). What is kept of it begins later.")
        guard let reference = Reference(text), kinds?.contains(reference.kind) ?? true else { throw missing }
        guard let entry = try reader.entry(reference, asAt), let row = try reader.rows([entry.id], asAt)[entry.id]
        else {
            // References are counted, so that there is such a record is no secret: who may show it is what helps.
            let isHidden = try (reader as? ReadableReader)?.hides(reference, asAt) ?? false
            throw isHidden ? Refusal.forbidden : missing
        }
        let record = try entry.record()
        guard rights.canRead(councils: record.councils) else { throw Refusal.forbidden }
        return (row, record, entry)
    }
}

/// A plan as a list shows it and as it was kept.
struct KnownPlan: Sendable {
    let row: Row
    let plan: Plan
    /// Who took it back, when and why, where somebody did.
    let takenBack: String?

    /// Which plan, for whom.
    struct Key: Hashable {
        let reference: String
        let readable: Readable
    }
}

/// A list, for somebody.
struct NamesKey: Hashable, Sendable {
    let query: Query
    let readable: Readable
}

/// What is worked out from a state of the ledger follows from this: the state that is read, and the one that the request found,
/// which moves with more than entries.
struct Grounds: Hashable, Sendable {
    private let sequence: Int
    private let mark: Int

    init(_ visit: Visit, _ reader: any LedgerReader) throws {
        (sequence, mark) = (try reader.head().sequence, visit.mark)
    }
}
