public import Register

/// Names and references of records that others speak of: one look at the ledger for all that a page or a list shows.
public struct RecordNames: Sendable {
    private var rows: [RecordID: Row] = [:]

    /// No names.
    public init() {}

    /// Looks up some ids, and what those among them were merged into that are one with others. One statement, or two.
    public init(_ ids: some Sequence<RecordID>, in reader: any LedgerReader, _ asAt: AsAt) throws {
        rows = try reader.rows(Set(ids), asAt)
        let merged = Set(rows.values.compactMap(\.mergedInto)).subtracting(rows.keys)
        if !merged.isEmpty { rows.merge(try reader.rows(merged, asAt)) { first, _ in first } }
    }

    /// Looks up all that rows speak of.
    public init(for list: [Row], in reader: any LedgerReader, _ asAt: AsAt) throws {
        try self.init(
            list.flatMap { [$0.plan, $0.theme, $0.parent].compactMap { $0 } + $0.owners }, in: reader, asAt)
    }

    /// The record that stands for an id: the one that a person, a post or a council was merged into.
    public subscript(_ id: RecordID?) -> Row? {
        guard let id, let row = rows[id] else { return nil }
        return row.mergedInto.flatMap { rows[$0] } ?? row
    }

    /// The entry that made the version of the record that stands for an id; 0 where there is none. What was written of many
    /// names is told by this, so it looks at no more than it has to.
    public func version(of id: RecordID?) -> Int {
        guard let id, let place = rows.index(forKey: id) else { return 0 }
        let merged = rows.values[place].mergedInto.flatMap { rows.index(forKey: $0) }
        return rows.values[merged ?? place].sequence
    }

    /// Whoever is meant by some ids, each once.
    public func people(_ ids: [RecordID]) -> [Row] {
        var people: [Row] = []
        for id in ids { if let row = self[id], !people.contains(where: { $0.id == row.id }) { people.append(row) } }
        return people
    }
}

extension Row {
    /// What a person, a post or a council was merged into.
    public var mergedInto: RecordID? {
        reference.kind.isMergeable ? parent : nil
    }
}

extension LedgerReader {
    /// All records that are one with a person, a post or a council, under whose names records stand: first the one that
    /// stands for them, then those that were merged into it. Two statements.
    public func identities(of party: RecordID, _ asAt: AsAt) throws -> [RecordID] {
        let head = try rows([party], asAt)[party]?.mergedInto ?? party
        var merged = Query(kinds: RecordKind.mergeable)
        (merged.asAt, merged.parent, merged.wantsTotal) = (asAt, head, false)
        return [head] + (try list(merged).rows.map(\.id))
    }
}
