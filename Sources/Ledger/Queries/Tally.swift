public import Register

/// What a count of promises is asked about.
public struct TallyQuestion: Sendable {
    /// As at when.
    public var asAt = AsAt.now
    /// The day on which dates are judged.
    public var on: Day
    /// One plan only.
    public var plan: RecordID?
    /// Which records may be read by whoever asks; others are not counted.
    public var readable = Readable.everything
    /// Days ahead that count as soon, inclusive.
    public var soon = 30

    /// A question about a day.
    public init(on day: Day, asAt: AsAt = .now, plan: RecordID? = nil) {
        self.on = day
        self.asAt = asAt
        self.plan = plan
    }
}

extension RecordKind {
    /// Whether records of the kind are counted by how they stand.
    public var isTallied: Bool { isPromise || self == .recommendation || self == .issue }
}

/// Counts of records of one kind in one theme of one plan.
public struct Tally: Sendable, Hashable {
    /// The kind that is counted.
    public var kind: RecordKind
    /// The plan; nil for what belongs to none.
    public var plan: RecordID?
    /// The theme; nil for what stands under none.
    public var theme: RecordID?
    /// All of them.
    public var count = 0
    /// Finished.
    public var finished = 0
    /// Not finished and past the due day.
    public var overdue = 0
    /// Not finished and due soon.
    public var dueSoon = 0
    /// Re-programmed to a later day, finished or not.
    public var slipped = 0
    /// Not finished and nothing said for longer than allowed.
    public var stale = 0
    /// Not finished and nobody answers for it.
    public var noOwner = 0
    /// Not finished and no day is named.
    public var noDate = 0
    /// Recommendations that want an answer and have none.
    public var unanswered = 0

    /// Nothing counted yet.
    public init(kind: RecordKind) { self.kind = kind }

    /// Adds the counts of another.
    public mutating func add(_ other: Tally) {
        count += other.count
        finished += other.finished
        overdue += other.overdue
        dueSoon += other.dueSoon
        slipped += other.slipped
        stale += other.stale
        noOwner += other.noOwner
        noDate += other.noDate
        unanswered += other.unanswered
    }
}
