/// Limits that a site can set for itself; all times in seconds.
public struct AccessRules: Sendable, Hashable {
    /// A session ends so long after signing in, however busy it is.
    public var sessionLength = 12 * 3600
    /// A session ends so long after its last request.
    public var idleLength = 60 * 60
    /// The last request is written down no more often than this.
    public var touchInterval = 60
    /// How long somebody may take from password to one-time password.
    public var pendingLength = 10 * 60
    /// How long the link lives that makes the first administrator.
    public var setUpLength = 24 * 3600
    /// How long links for invitations and new passwords live.
    public var linkLength = 7 * 86_400
    /// How long those wait who fail at one account.
    public var accountBackOff = BackOff.account
    /// How long those wait who fail from one address.
    public var clientBackOff = BackOff.client
    /// What a guess at a password costs.
    public var passwordCost = ScryptCost.standard
    /// How many imports under review one account may have.
    public var draftCount = 20
    /// Largest paper of an import under review, in bytes; the same as papers that are read (SECURITY.md).
    public var draftBytes = 256 << 20
    /// All papers of one account's imports under review, in bytes.
    public var draftTotalBytes = 512 << 20
    /// Largest text of what was decided in one review, in bytes.
    public var draftDecisionBytes = 8 << 20
    /// How long an import under review is kept after its last change.
    public var draftLength = 30 * 86_400

    /// The standard limits.
    public init() {}
}
