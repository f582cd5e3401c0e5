import Register

/// The records of a ledger as an import leaves them, while it goes on: what was kept, with the changes made so far.
struct Shelf {
    private struct Slot {
        var record: Record
        /// The version that the next change must have seen.
        var seen: Int
        var reference: Reference?
        /// The change that this import made last, and the paper for which it did.
        var change: (index: Int, paper: RecordID)?
    }

    private var slots: [RecordID: Slot] = [:]
    private(set) var changes: [Proposal.Change] = []

    /// Takes in a record that the ledger holds.
    mutating func hold(_ kept: Holdings.Kept) {
        slots[kept.id] = Slot(record: kept.record, seen: kept.version, reference: kept.reference)
    }

    func record(_ id: RecordID) -> Record? { slots[id]?.record }
    func reference(_ id: RecordID) -> Reference? { slots[id]?.reference }

    /// Adds a record.
    mutating func add(_ id: RecordID, _ record: Record, for paper: RecordID) {
        slots[id] = Slot(record: record, seen: 0, change: (changes.count, paper))
        changes.append(Proposal.Change(id: id, seen: 0, record: record))
    }

    /// Makes a new version of a record; a second change for the same paper goes into the same version.
    mutating func revise(_ id: RecordID, for paper: RecordID, because reason: String, _ edit: (inout Record) -> Void) {
        guard var slot = slots[id] else { return }
        let before = slot.record
        edit(&slot.record)
        guard slot.record != before else { return }
        if let change = slot.change, change.paper == paper {
            changes[change.index].record = slot.record
            if changes[change.index].seen > 0, changes[change.index].reason?.contains(reason) == false {
                changes[change.index].reason? += "; \(reason)"
            }
        } else {
            // What this import added is at version 1 by then.
            let seen = slot.change == nil ? slot.seen : slot.seen + 1
            changes.append(Proposal.Change(id: id, seen: seen, record: slot.record, reason: reason))
            slot.seen = seen
            slot.change = (changes.count - 1, paper)
        }
        slots[id] = slot
    }

    /// Removes a plan that this import added and nothing belongs to, and what points to it.
    mutating func drop(plan: RecordID) {
        slots[plan] = nil
        changes.removeAll { $0.id == plan }
        for index in changes.indices {
            if changes[index].record.plan == plan {
                changes[index].record.plan = nil
                slots[changes[index].id]?.record.plan = nil
            }
            slots[changes[index].id]?.change?.index = index
        }
    }
}
