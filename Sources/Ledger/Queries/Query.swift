public import Register

/// Which records a list shows. All that is given has to hold.
public struct Query: Sendable, Hashable {
    /// Kinds of record.
    public var kinds: [RecordKind]
    /// As at when.
    public var asAt = AsAt.now
    /// The plan that records are part of.
    public var plan: RecordID?
    /// The theme they stand under; several where plans have a theme of one name each.
    public var themes: [RecordID]?
    /// What they hang under.
    public var parent: RecordID?
    /// Who answers for them: any of these.
    public var owners: [RecordID]?
    /// The councils that they concern: any of these.
    public var councils: [RecordID]?
    /// A tag that they bear.
    public var tag: String?
    /// Reported status, in any letters.
    public var status: String?
    /// How their dates stand.
    public var standing: StandingFilter?
    /// Due on this day or before.
    public var dueBefore: Day?
    /// Words to be found in them.
    public var text: SearchWords?
    /// Which records may be read by whoever asks.
    public var readable = Readable.everything
    /// Whether records that were taken back are shown too.
    public var includesWithdrawn = false
    /// The order.
    public var order = Order.due
    /// Whether it is turned round; what has nothing to be put in order by stays last.
    public var isDescending = false
    /// How many at most; nil for all.
    public var limit: Int?
    /// How many to leave out at the beginning.
    public var offset = 0
    /// Whether the page says how many there are in all, which takes as long as looking at all of them.
    public var wantsTotal = true

    /// Records of some kinds.
    public init(kinds: [RecordKind]) { self.kinds = kinds }

    /// Orders of a list.
    public enum Order: String, Sendable, Hashable, CaseIterable {
        /// By due day, those without one last.
        case due
        /// As they were first kept, which is the order of their papers.
        case reference
        /// The newest change first.
        case changed
        /// By their words.
        case title
        /// By reported status, those without one last.
        case status
        /// By the first due day, those without one last.
        case original
        /// By the day on which something was last said, those of which nothing was said last.
        case said
        /// By how many updates there have been.
        case updates

        /// Whether a list of a million records is put in this order at no cost.
        public var isIndexed: Bool { [.due, .reference, .changed].contains(self) }
    }
}

/// How the dates of promises stand on a day: what a list can be narrowed to.
public struct StandingFilter: Sendable, Hashable {
    /// What is asked for.
    public var kind: Kind
    /// The day on which it is asked.
    public var on: Day
    /// Days ahead that count as soon, inclusive.
    public var soon: Int

    /// A standing on a day.
    public init(_ kind: Kind, on day: Day, soon: Int = 30) {
        self.kind = kind
        self.on = day
        self.soon = soon
    }

    /// Standings that can be asked for; the raw value is the word on the command line.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Not finished, and the due day has passed.
        case overdue
        /// Not finished, and due soon.
        case dueSoon = "due-soon"
        /// Not finished, and due later.
        case inTime = "in-time"
        /// Re-programmed to a later day at least once.
        case slipped
        /// Not finished, and nothing said for longer than the plan allows.
        case stale
        /// Not finished, and nobody answers for it.
        case noOwner = "no-owner"
        /// Not finished, and no day is named: nothing printed, words that name none, or an impossible date.
        case noDate = "no-date"
        /// Not finished, and goes on without an end.
        case ongoing
        /// A recommendation that no action answers and no update speaks of.
        case unanswered
        /// Reported as done, and not closed yet.
        case awaitsClosing = "awaits-closing"
        /// Not finished.
        case open
        /// Finished.
        case finished
    }
}
