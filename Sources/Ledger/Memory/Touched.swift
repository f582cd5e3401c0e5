import Register

/// What some entries may have changed.
struct Touched {
    private(set) var records: Set<RecordID> = []
    private var kinds: Set<RecordKind> = []
    /// Plans of the records, before and after, and of those that links lead to; nil for what is in no plan.
    private(set) var plans: Set<RecordID?> = []

    /// - Parameter head: The last of the entries.
    init(after sequence: Int, head: Int, _ reader: any LedgerReader) throws {
        var meant: Set<RecordID> = []
        for entry in try reader.entries(after: sequence, limit: head - sequence) {
            records.insert(entry.id)
            kinds.insert(entry.reference.kind)
            // A link counts at its ends: a recommendation is answered, or not any more.
            if entry.reference.kind == .link, let link = try entry.record().content as? Link {
                meant.formUnion([link.from, link.to])
            }
        }
        meant.formUnion(records)
        for asAt in [AsAt.entry(sequence), .entry(head)] {
            for row in try reader.rows(meant, asAt).values {
                kinds.insert(row.reference.kind)
                plans.insert(row.plan)
                // A plan says when what stands in it is stale.
                if row.reference.kind == .plan { plans.insert(row.id) }
            }
        }
    }

    /// Whether a list may be another now.
    func touches(_ query: Query) -> Bool {
        kinds.contains(.plan)
            || !kinds.isDisjoint(with: query.kinds) && (query.plan == nil || plans.contains(query.plan))
    }
}
