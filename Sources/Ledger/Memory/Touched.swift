import Register

/// What some entries may have changed.
struct Touched {
    private(set) var records: Set<RecordID> = []
    private var kinds: Set<RecordKind> = []
    /// Plans of the records, before and after, and of those that links lead to; nil for what is in no plan.
    private(set) var plans: Set<RecordID?> = []

    /// - Parameters:
    ///   - seen: The entry before the first.
    ///   - head: The last of the entries.
    /// - Throws: `Unknown` where there are too many to look at, or the ledger does not go on from the entry that was seen.
    init(after seen: Head, head: Head, _ reader: any LedgerReader) throws {
        let count = head.sequence - seen.sequence
        guard seen.sequence > 0, count <= LedgerMemory.mostEntries else { throw Unknown() }
        let entries = try reader.entries(after: seen.sequence - 1, limit: count + 1)
        guard entries.first?.hash == seen.hash else { throw Unknown() }
        var meant: Set<RecordID> = []
        for entry in entries.dropFirst() {
            records.insert(entry.id)
            kinds.insert(entry.reference.kind)
            // A link counts at its ends: a recommendation is answered, or not any more.
            if entry.reference.kind == .link, let link = try entry.record().content as? Link {
                meant.formUnion([link.from, link.to])
            }
        }
        meant.formUnion(records)
        for asAt in [AsAt.entry(seen.sequence), .entry(head.sequence)] {
            for row in try reader.rows(meant, asAt).values {
                kinds.insert(row.reference.kind)
                // Of what is in no plan only promises are counted.
                if row.plan != nil || row.reference.kind.isTallied { plans.insert(row.plan) }
                // A plan says when what stands in it is stale.
                if row.reference.kind == .plan { plans.insert(row.id) }
            }
        }
    }

    /// It cannot be told what was touched.
    struct Unknown: Error {}

    /// Whether a list may be another now.
    func touches(_ query: Query) -> Bool {
        kinds.contains(.plan)
            || !kinds.isDisjoint(with: query.kinds) && (query.plan == nil || plans.contains(query.plan))
    }
}
