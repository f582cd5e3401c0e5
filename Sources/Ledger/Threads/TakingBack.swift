public import Register

/// The changes that take back what was kept in error: a record, or an update with what it reported of its promise. Both stay
/// in the ledger with their histories.
public struct TakingBack: Sendable {
    /// The changes, of what is taken back first.
    public let changes: [Commit.Change]

    /// Works out what has to be changed. Some questions, and one for each update of the promise.
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
        of promise: Record, _ parent: Entry, without wrong: Entry, in reader: any LedgerReader
    ) throws -> Progress {
        var query = Query(kinds: [.update])
        (query.parent, query.order, query.wantsTotal, query.includesWithdrawn) = (parent.id, .reference, false, true)
        var causes: [Int: Progress.ReportedVersion.Cause] = [:]
        for row in try reader.list(query).rows {
            let history = try reader.history(row.id, .now)
            let isTakenBack = row.id == wrong.id || row.isWithdrawn
            // An update and the version of the promise that it made are one commit; so are its taking back and the version
            // without it.
            for entry in isTakenBack ? history : Array(history.prefix(1)) {
                guard let update = try entry.record().content as? Update else { continue }
                causes[entry.commit] = isTakenBack ? .takenBack : .update(update)
            }
        }
        var progress = promise.progress
        progress.reported = Progress.reported(
            after: try reader.history(parent.id, .now).map {
                Progress.ReportedVersion(try $0.record().progress.reported, causes[$0.commit] ?? .other)
            })
        return progress
    }
}
