/// Something that a partnership keeps: what is special to its kind, where it belongs, and what has become of it.
///
/// A record is a value. A change makes a new version of it, which the ledger appends; none is overwritten.
public struct Record: Sendable {
    /// What is special to the kind.
    public var content: any RecordContent
    /// The plan that it is part of.
    public var plan: RecordID?
    /// Its theme within the plan.
    public var theme: RecordID?
    /// What it hangs under: the promise of an update, the meeting of a minute, the minute of a decision.
    public var parent: RecordID?
    /// The councils that it concerns.
    public var councils: [RecordID] = []
    /// People and posts that answer for it, in the order printed.
    public var owners: [RecordID] = []
    /// The paper that it was found in, and where.
    public var place: Place?
    /// What has become of it since.
    public var progress = Progress()
    /// Why it was taken back, where it was.
    public var withdrawal: Withdrawal?

    /// A record of what is special to its kind; all else is empty.
    public init(_ content: any RecordContent) { self.content = content }

    /// What it is.
    public var kind: RecordKind { type(of: content).recordKind }
    /// Its words, or its name.
    public var text: String { content.text }

    /// Where a record was found.
    public struct Place: Sendable, Hashable, Codable {
        /// The paper.
        public var paper: RecordID
        /// The place in it.
        public var source: Source
        /// The paper's own date, where it prints one.
        public var date: Day?

        /// A place in a paper.
        public init(paper: RecordID, source: Source, date: Day? = nil) {
            self.paper = paper
            self.source = source
            self.date = date
        }
    }

    /// Why a record was taken back.
    public struct Withdrawal: Sendable, Hashable, Codable {
        /// For people.
        public var reason: String

        /// A withdrawal and its reason.
        public init(reason: String) { self.reason = reason }
    }
}

extension Record: Hashable {
    /// Whether two records say the same in everything.
    public static func == (left: Record, right: Record) -> Bool {
        left.content.isEqual(right.content) && left.plan == right.plan && left.theme == right.theme
            && left.parent == right.parent && left.councils == right.councils && left.owners == right.owners
            && left.place == right.place && left.progress == right.progress && left.withdrawal == right.withdrawal
    }

    /// Hashes what two equal records have in common.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(text)
        hasher.combine(plan)
    }
}

extension Record: Codable {
    fileprivate enum Key: String, CodingKey {
        case kind, content, plan, theme, parent, councils, owners, place, progress, withdrawal
    }

    /// Reads a record; the kind says which type its content has.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let kind = try container.decode(RecordKind.self, forKey: .kind)
        content = try Record.content(kind.content, in: container)
        plan = try container.decodeIfPresent(RecordID.self, forKey: .plan)
        theme = try container.decodeIfPresent(RecordID.self, forKey: .theme)
        parent = try container.decodeIfPresent(RecordID.self, forKey: .parent)
        councils = try container.decodeIfPresent([RecordID].self, forKey: .councils) ?? []
        owners = try container.decodeIfPresent([RecordID].self, forKey: .owners) ?? []
        place = try container.decodeIfPresent(Place.self, forKey: .place)
        progress = try container.decodeIfPresent(Progress.self, forKey: .progress) ?? Progress()
        withdrawal = try container.decodeIfPresent(Withdrawal.self, forKey: .withdrawal)
    }

    private static func content<Content: RecordContent>(
        _ type: Content.Type, in container: KeyedDecodingContainer<Key>
    ) throws -> any RecordContent {
        try container.decode(type, forKey: .content)
    }

    /// Writes a record; what is empty is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .kind)
        try content.write(to: &container)
        try container.encodeIfPresent(plan, forKey: .plan)
        try container.encodeIfPresent(theme, forKey: .theme)
        try container.encodeIfPresent(parent, forKey: .parent)
        if !councils.isEmpty { try container.encode(councils, forKey: .councils) }
        if !owners.isEmpty { try container.encode(owners, forKey: .owners) }
        try container.encodeIfPresent(place, forKey: .place)
        if progress != Progress() { try container.encode(progress, forKey: .progress) }
        try container.encodeIfPresent(withdrawal, forKey: .withdrawal)
    }
}

extension RecordContent {
    fileprivate func write(to container: inout KeyedEncodingContainer<Record.Key>) throws {
        try container.encode(self, forKey: .content)
    }
}
