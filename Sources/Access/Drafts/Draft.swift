public import Register

/// An import under review: a paper that was uploaded, and what its reader has decided so far. Nothing of it is in the
/// ledger.
public struct Draft: Sendable, Hashable, Identifiable {
    /// Names it.
    public let id: DraftID
    /// Whose it is; nobody else sees it.
    public let account: AccountID
    /// The name of the paper's file.
    public let name: String
    /// Size of the paper in bytes.
    public let size: Int
    /// Counts changes of the decisions, from 1; a change names the version that it saw.
    public let version: Int
    /// When it was made.
    public let created: Timestamp
    /// When anything was last decided.
    public let changed: Timestamp
}
