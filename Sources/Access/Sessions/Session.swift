public import Register

/// Somebody's being signed in, from one browser.
public struct Session: Sendable, Hashable, Identifiable {
    /// Names it in lists.
    public let id: SessionID
    /// Who is signed in, as the account stands now.
    public let account: Account
    /// How far signing in has come.
    public let stage: Stage
    /// What the site said of where it was begun: the browser's name, the network address.
    public let origin: String
    /// When it began.
    public let created: Timestamp
    /// When it was last used, to the minute.
    public let seen: Timestamp
    /// When it ends, however much it is used.
    public let ends: Timestamp

    /// How far signing in has come.
    public enum Stage: String, Sendable, Hashable {
        /// The password was right; the one-time password is still asked for.
        case pending
        /// All that is asked for was right.
        case full
    }

    /// What it may do: nothing before the second factor is passed.
    /// - Parameters:
    ///   - alsoAs: Records that stand for the person beside their own: merged ones, posts they hold.
    ///   - merged: Councils that turned out to be one, each with all of them.
    public func rights(
        alsoAs others: Set<RecordID> = [], merged: [RecordID: Set<RecordID>] = [:]
    ) -> Rights {
        stage == .full ? account.rights(alsoAs: others, merged: merged) : .none
    }
}

/// A session that has just begun, with the secret that opens it.
public struct SignIn: Sendable {
    /// What the browser's cookie has to hold; it cannot be had again.
    public let token: SecretToken
    /// The session.
    public let session: Session
}
