public import Register

// Two records of a person, post or council that are one, and those that turn out to be two.
extension LedgerReader {
    /// Records of a kind that were merged, each with all that are one with it. One statement.
    public func merged(_ kind: RecordKind, _ asAt: AsAt) throws -> [RecordID: Set<RecordID>] {
        var query = Query(kinds: [kind])
        (query.asAt, query.wantsTotal) = (asAt, false)
        var groups: [RecordID: Set<RecordID>] = [:]
        for row in try list(query).rows {
            if let head = row.mergedInto { groups[head, default: [head]].insert(row.id) }
        }
        return groups.values.reduce(into: [:]) { merged, group in for id in group { merged[id] = group } }
    }

    /// The changes by which one record is merged into another: both, and whoever was merged into the one before, who follow.
    /// - Throws: `RuleProblem` where they cannot be one.
    public func merging(_ one: Entry, into other: Entry) throws -> [Commit.Change] {
        let result = try Merging.merge(try one.record(), id: one.id, into: try other.record(), otherID: other.id)
        var changes = [
            Commit.Change(one.id, seen: one.version, result.merged),
            Commit.Change(other.id, seen: other.version, result.kept),
        ]
        for id in try identities(of: one.id, .now).dropFirst() {
            guard let entry = try entry(id, .now) else { continue }
            changes.append(
                Commit.Change(id, seen: entry.version, Merging.pointed(try entry.record(), to: other.id)))
        }
        return changes
    }

    /// The changes by which a record stands for itself again that was merged into another.
    /// - Throws: `RuleProblem.notMerged`.
    public func parting(_ one: Entry) throws -> [Commit.Change] {
        var parting = try Parting(of: one.id, in: self)
        return try parting.changes()
    }
}
