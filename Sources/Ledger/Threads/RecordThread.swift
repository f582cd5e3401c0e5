public import Register

/// A record with all that it hangs together with: up to the paper it was found in, down to what shows that it was kept.
public struct RecordThread: Sendable {
    /// A record that another is linked to.
    public struct Linked: Sendable {
        /// The link between the two.
        public var link: LinkRow
        /// The record at its other end.
        public var row: Row
        /// Whether the link is said of the record whose thread it is, and not the other way round.
        public var isForward: Bool
        /// Where the other record was found.
        public var place: Record.Place?
        /// What the other record is linked to in turn, on the way up.
        public var further: [Linked]
    }

    /// The version that stood.
    public let entry: Entry
    /// What it says.
    public let record: Record
    /// Plan, theme and what it hangs under, outermost first.
    public let above: [Row]
    /// Links, on the way up followed to their ends.
    public let links: [Linked]
    /// Updates, the newest first.
    public let updates: [(row: Row, update: Update)]
    /// What hangs under it besides updates.
    public let below: [Row]
    /// All versions up to then, each with what it says; nil for one that cannot be read.
    public let versions: [(entry: Entry, record: Record?)]
    /// The paper that it was found in.
    public let paper: KeptPaper?

    /// Reads the thread of a record as at a moment. Some ten statements, and four for each link.
    public init(of entry: Entry, in ledger: any LedgerReader, _ asAt: AsAt) throws {
        self.entry = entry
        versions = try ledger.history(entry.id, asAt).map { ($0, try? $0.record()) }
        record = try versions.last { $0.entry.sequence == entry.sequence }?.record ?? entry.record()
        var ids = [record.plan, record.theme].compactMap { $0 }
        // A minute hangs under a meeting, which hangs under its body.
        var parent = record.parent
        var parents: [RecordID] = []
        while let id = parent, !parents.contains(id), parents.count < 8 {
            parents.append(id)
            parent = try ledger.rows([id], asAt)[id]?.parent
        }
        ids += parents.reversed().filter { !ids.contains($0) }
        let rows = try ledger.rows(Set(ids), asAt)
        above = ids.compactMap { rows[$0] }
        links = try RecordThread.links(of: entry.id, in: ledger, asAt, seen: [entry.id])
        var children = Query(kinds: RecordKind.allCases)
        (children.asAt, children.parent, children.order) = (asAt, entry.id, .reference)
        let below = try ledger.list(children).rows
        self.below = below.filter { $0.reference.kind != .update && !($0.reference.kind == .theme) }
        var updates: [(Row, Update)] = []
        for row in below where row.reference.kind == .update {
            if let update = try ledger.entry(row.id, asAt)?.record().content as? Update {
                updates.append((row, update))
            }
        }
        self.updates = updates.sorted { ($1.1.on, $1.0.sequence) < ($0.1.on, $0.0.sequence) }
        if let id = record.place?.paper {
            paper = try ledger.entry(id, asAt)?.record().content as? KeptPaper
        } else {
            paper = nil
        }
    }

    private static func links(
        of id: RecordID, in ledger: any LedgerReader, _ asAt: AsAt, seen: Set<RecordID>
    ) throws -> [Linked] {
        var linked: [Linked] = []
        for link in try ledger.links(id, asAt) {
            let isForward = link.from == id
            let other = isForward ? link.to : link.from
            guard !seen.contains(other), let row = try ledger.rows([other], asAt)[other] else { continue }
            let place = try ledger.entry(other, asAt)?.record().place
            // Only the way up is followed further: what it answers, and what that repeats.
            let further =
                isForward && seen.count < 6
                ? try links(of: other, in: ledger, asAt, seen: seen.union([other])).filter(\.isForward) : []
            linked.append(Linked(link: link, row: row, isForward: isForward, place: place, further: further))
        }
        return linked
    }
}
