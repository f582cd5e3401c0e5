public import Register

/// What is asked about the changes of some time.
public struct ChangesQuestion: Sendable, Hashable {
    /// As at when the time ends.
    public var asAt = AsAt.now
    /// The moment after which changes count.
    public var since: Timestamp
    /// Kinds of record; imports are always told of.
    public var kinds: [RecordKind]
    /// Which records may be read by whoever asks; of others nothing is told.
    public var readable = Readable.everything
    /// How many entries are looked at, an import counting as one; the newest first.
    public var limit = 500

    /// A question about the changes of some kinds since a moment.
    public init(since: Timestamp, kinds: [RecordKind], asAt: AsAt = .now) {
        (self.since, self.kinds, self.asAt) = (since, kinds, asAt)
    }
}

/// Changes of some time, the newest first. An import, and its taking back, is told of by its own record alone, however
/// much it brought.
public struct Changes: Sendable {
    /// The changes.
    public var all: [Change] = []
    /// Whether there were more than were looked at.
    public var areCut = false

    /// No changes.
    public init() {}

    /// A record as a change left it.
    public struct Change: Sendable, Hashable {
        /// The record after the change.
        public var after: Row
        /// The record before it; nil for one that is new, or that could not be read before.
        public var before: Row?
        /// When it was made.
        public var at: Timestamp
        /// Who made it.
        public var actor: String
    }
}
