public import Register

/// One change to one record: the whole new version, with who, when and why, chained to the entry before.
public struct Entry: Sendable, Hashable {
    /// Counted from 1 in the partnership, without gaps.
    public var sequence: Int
    /// When it was made; never before the entry before it, even where the clock went backwards.
    public var at: Timestamp
    /// The sequence of the first entry of its commit: what was changed at once has the same.
    public var commit: Int
    /// The record.
    public var id: RecordID
    /// The record's short name.
    public var reference: Reference
    /// Counted from 1 for each record.
    public var version: Int
    /// Who made the change.
    public var actor: String
    /// Why.
    public var reason: String
    /// The new version as JSON, exactly as it is hashed.
    public var body: String
    /// Covers all of the above and the hash of the entry before.
    public var hash: EntryHash

    /// The new version.
    /// - Throws: `LedgerError.unreadable` where a newer program wrote it or somebody altered it.
    public func record() throws(LedgerError) -> Record {
        do {
            return try RecordCoding.record(body)
        } catch {
            throw .unreadable(reference: reference, sequence: sequence, detail: "\(error)")
        }
    }
}
