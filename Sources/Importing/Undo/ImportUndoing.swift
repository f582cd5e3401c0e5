public import Ledger
public import Register

/// The changes that reverse an import: what it added is withdrawn, what it changed is as it was before.
public struct ImportUndoing: Sendable {
    /// The import's short name.
    public let reference: Reference
    /// The reversing changes, the last made first.
    public private(set) var changes: [Commit.Change] = []
    /// Records that have moved on since the import.
    public private(set) var changedSince: [Reference] = []
    /// Later imports of the same papers that still stand: what they added hangs on what this one did.
    public private(set) var later: [Reference] = []
    /// Names of the papers that were brought in together, in their order.
    public private(set) var papers: [String] = []

    /// Works out what has to be reversed. Papers that were brought in together are taken back together.
    /// - Parameter entry: Any version of the import's record.
    /// - Throws: `ImportProblem.notAnImport`, `takenBack`, or `ledger`.
    /// - Complexity: Some questions to the ledger for each record that the import made.
    public init(_ entry: Entry, in ledger: any Ledger) async throws(ImportProblem) {
        guard entry.reference.kind == .import else { throw .notAnImport(entry.reference) }
        reference = entry.reference
        let made = try await ImportProblem.asking { () async throws(LedgerError) -> [Entry]? in
            guard let now = try await ledger.entry(entry.id, .now), try now.record().withdrawal == nil else {
                return nil
            }
            let history = try await ledger.history(entry.id, .now)
            return try await ledger.entries(ofCommit: history.first?.commit ?? entry.commit)
        }
        guard let made else { throw .takenBack(entry.reference) }
        do {
            try await reverse(made, in: ledger)
            try await findLater(made, in: ledger)
        } catch {
            throw .ledger(error)
        }
    }

    /// The reversing changes as one commit.
    /// - Parameter anyway: Whether records that others have changed since are taken back too.
    /// - Throws: `ImportProblem.takenUpAgain` where a later import of the same paper stands, whatever `anyway` says;
    ///   `changedSince` where there are such records and `anyway` is false.
    public func commit(by actor: String, anyway: Bool = false) throws(ImportProblem) -> Commit {
        if !later.isEmpty { throw .takenUpAgain(reference, by: later) }
        if !changedSince.isEmpty, !anyway { throw .changedSince(changedSince) }
        return Commit(actor: actor, reason: "Undo of \(reference)", changes: changes)
    }

    private mutating func reverse(_ made: [Entry], in ledger: any Ledger) async throws(LedgerError) {
        let ids = Set(made.map(\.id))
        var done: Set<RecordID> = []
        // The last of several versions that the import made is what others may have built upon.
        for last in made.reversed() where !done.contains(last.id) {
            guard let now = try await ledger.entry(last.id, .now) else { continue }
            let record = try now.record()
            if record.withdrawal != nil { continue }
            let first = made.first { $0.id == last.id } ?? last
            if let content = record.content as? Import { papers.append(content.name) }
            let isParty = [.council, .body, .person, .post].contains(last.reference.kind)
            if isParty, try await ImportUndoing.isUsed(last.id, besides: ids, ledger) { continue }
            if now.version != last.version { changedSince.append(last.reference) }
            if first.version == 1 {
                changes.append(
                    Commit.Change(last.id, seen: now.version, record.withdrawn(because: "undo of \(reference)")))
                done.insert(last.id)
            } else if let before = try await ledger.history(last.id, .now).first(where: {
                $0.version == first.version - 1
            }) {
                changes.append(Commit.Change(last.id, seen: now.version, try before.record()))
                done.insert(last.id)
            }
        }
        papers.reverse()
    }

    /// An import of what another left undecided adds to that one's paper and plan. Without it nothing of it would be found
    /// as read before, and the paper brought in anew would give all of it twice.
    private mutating func findLater(_ made: [Entry], in ledger: any Ledger) async throws(LedgerError) {
        let imports = made.filter { $0.reference.kind == .import }
        let together = Set(imports.map(\.id))
        var found: Set<Reference> = []
        for entry in imports {
            guard let content = try entry.record().content as? Import else { continue }
            var query = Query(kinds: [.import])
            (query.parent, query.wantsTotal) = (content.paper, false)
            for row in try await ledger.list(query).rows where row.reference > reference && !together.contains(row.id) {
                found.insert(row.reference)
            }
        }
        later = found.sorted()
    }

    /// Whether a record that the import did not bring speaks of somebody whom it was the first to name.
    private static func isUsed(
        _ id: RecordID, besides ids: Set<RecordID>, _ ledger: any Ledger
    ) async throws(LedgerError) -> Bool {
        var owned = Query(kinds: RecordKind.allCases)
        owned.owners = [id]
        var below = Query(kinds: RecordKind.allCases)
        below.parent = id
        var council = Query(kinds: RecordKind.allCases)
        council.councils = [id]
        for query in [owned, below, council] {
            if try await ledger.list(query).rows.contains(where: { !ids.contains($0.id) }) { return true }
        }
        return false
    }
}
