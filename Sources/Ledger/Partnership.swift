public import Register

/// Councils that share one ledger. Nothing of one partnership can be reached from another.
public struct Partnership: Sendable, Hashable {
    /// Names it for ever; part of every hash, so that entries cannot be carried from one partnership to another.
    public let id: RecordID
    /// What people call it.
    public let name: String
}

/// Where a ledger ends.
public struct Head: Sendable, Hashable {
    /// How many entries there are: the sequence of the last one, 0 in an empty ledger.
    public let sequence: Int
    /// The hash of the last entry.
    public let hash: EntryHash
    /// When the last entry was made.
    public let at: Timestamp
}
