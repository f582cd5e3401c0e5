import Ledger
import Register

/// Names and references of records that a page speaks of.
struct Names: Sendable {
    private var rows: [RecordID: Row] = [:]

    init() {}

    /// Looks up some ids, and what people and posts among them were merged into. One statement, or two.
    init(_ ids: some Sequence<RecordID>, in reader: any LedgerReader, _ asAt: AsAt) throws {
        rows = try reader.rows(Set(ids), asAt)
        let merged = Set(rows.values.compactMap(\.mergedInto)).subtracting(rows.keys)
        if !merged.isEmpty { rows.merge(try reader.rows(merged, asAt)) { first, _ in first } }
    }

    /// Looks up all that rows speak of.
    init(for list: [Row], in reader: any LedgerReader, _ asAt: AsAt) throws {
        try self.init(
            list.flatMap { [$0.plan, $0.theme, $0.parent].compactMap { $0 } + $0.owners }, in: reader, asAt)
    }

    /// The record that stands for an id: the one that a person was merged into.
    subscript(_ id: RecordID?) -> Row? {
        guard let id, let row = rows[id] else { return nil }
        return row.mergedInto.flatMap { rows[$0] } ?? row
    }

    /// Whoever is meant by some ids, each once.
    func people(_ ids: [RecordID]) -> [Row] {
        var people: [Row] = []
        for id in ids { if let row = self[id], !people.contains(where: { $0.id == row.id }) { people.append(row) } }
        return people
    }
}

extension Row {
    /// What a person or post was merged into.
    var mergedInto: RecordID? {
        reference.kind == .person || reference.kind == .post ? parent : nil
    }
}
