public import Register

/// The changes that take back what was kept in error: a record, or an update with what it reported of its promise. Both stay
/// in the ledger with their histories.
public struct TakingBack: Sendable {
    /// The changes, of what is taken back first.
    public let changes: [Commit.Change]

    /// Works out what has to be changed. Some questions, and one for each update that was made later.
    /// - Parameters:
    ///   - entry: What is taken back, as it stands.
    ///   - reason: Why, for the next reader.
    public init(_ entry: Entry, because reason: String, in reader: any LedgerReader) throws {
        let record = try entry.record()
        var changes = [Commit.Change(entry.id, seen: entry.version, record.withdrawn(because: reason))]
        if record.kind == .update, let parent = try record.parent.flatMap({ try reader.entry($0, .now) }) {
            var promise = try parent.record()
            promise.progress = try Self.progress(of: promise, parent, without: entry, in: reader)
            changes.append(Commit.Change(parent.id, seen: parent.version, promise))
        }
        self.changes = changes
    }

    /// The changes that take back what one record says of another.
    public static func links(
        _ role: Link.Role, from: RecordID, to: RecordID, because reason: String, in reader: any LedgerReader
    ) throws -> [Commit.Change] {
        try reader.links(to, .now).filter { $0.role == role && $0.from == from && $0.to == to }.compactMap { link in
            try reader.entry(link.row.id, .now).map {
                Commit.Change($0.id, seen: $0.version, try $0.record().withdrawn(because: reason))
            }
        }
    }

    private static func progress(
        of promise: Record, _ parent: Entry, without update: Entry, in reader: any LedgerReader
    ) throws -> Progress {
        let made = try reader.history(update.id, .now).first ?? update
        // The update and the version of the promise that it made are one commit.
        let versions = try reader.history(parent.id, .now)
        let after = versions.last { $0.commit == made.commit }
        let before = versions.last { $0.commit < made.commit }
        var said = Query(kinds: [.update])
        (said.parent, said.order, said.wantsTotal) = (parent.id, .reference, false)
        let later = try reader.list(said).rows.compactMap { row -> Update? in
            guard row.id != update.id, row.reference.number > update.reference.number else { return nil }
            return try reader.entry(row.id, .now)?.record().content as? Update
        }
        return promise.progress.takingBack(
            before: try before?.record().progress.reported, after: try after?.record().progress.reported, later: later)
    }
}
