import Ledger
import Register

/// Names and references of records that others speak of.
struct Directory {
    private var rows: [RecordID: Row] = [:]

    /// Looks up some ids, and what people and posts among them were merged into.
    init(_ ids: some Sequence<RecordID>, in session: Session) async throws {
        rows = try await session.ledger.rows(Set(ids), session.asAt)
        let merged = Set(rows.values.filter(\.isMerged).compactMap(\.parent)).subtracting(rows.keys)
        rows.merge(try await session.ledger.rows(merged, session.asAt)) { first, _ in first }
    }

    /// Looks up all that rows speak of.
    init(for list: [Row], in session: Session) async throws {
        try await self.init(list.flatMap { [$0.plan, $0.theme, $0.parent].compactMap { $0 } + $0.owners }, in: session)
    }

    /// The record that stands for an id: the one that a person was merged into.
    func row(_ id: RecordID?) -> Row? {
        guard let id, let row = rows[id] else { return nil }
        return row.isMerged ? row.parent.flatMap { rows[$0] } ?? row : row
    }

    /// Its name; empty where there is none.
    func name(_ id: RecordID?) -> String { row(id)?.title ?? "" }

    /// "KH, Head of Housing".
    func names(_ ids: [RecordID]) -> String {
        var names: [String] = []
        for name in ids.map(name) where !name.isEmpty && !names.contains(name) { names.append(name) }
        return names.joined(separator: ", ")
    }
}
