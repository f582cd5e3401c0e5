public import Register

/// What a one-time link is for.
public enum LinkPurpose: String, Sendable, Hashable {
    /// To make the first administrator.
    case setUp
    /// To set the first password of an account.
    case invitation
    /// To set a new password.
    case reset
}

/// A link that has just been made, with its secret.
public struct IssuedLink: Sendable {
    /// What the link's address has to hold; it cannot be had again.
    public let token: SecretToken
    /// What it is for.
    public let purpose: LinkPurpose
    /// The first moment at which it no longer works.
    public let ends: Timestamp
}

/// A link that works.
public struct OneTimeLink: Sendable, Hashable {
    /// What it is for.
    public let purpose: LinkPurpose
    /// Whose password it sets; nil for the link that makes the first administrator.
    public let account: Account?
    /// The first moment at which it no longer works.
    public let ends: Timestamp
}
