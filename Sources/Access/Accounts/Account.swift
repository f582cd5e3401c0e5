public import Register

/// Somebody who may sign in. It holds no secrets.
public struct Account: Sendable, Hashable, Identifiable {
    /// Names it for ever.
    public let id: AccountID
    /// What an administrator keeps of it.
    public let details: AccountDetails
    /// Whether a password was ever set; an account that is only invited has none.
    public let hasPassword: Bool
    /// Whether signing in takes a one-time password as well.
    public let hasSecondFactor: Bool
    /// Counts changes of the details, from 1; a change names the version that it saw.
    public let version: Int
    /// When it was made.
    public let created: Timestamp
    /// When details or password were last changed.
    public let changed: Timestamp

    /// What it may do.
    /// - Parameters:
    ///   - alsoAs: Records that stand for the person beside their own: merged ones, posts they hold.
    ///   - merged: Councils that turned out to be one, each with all of them: a role at one is a role at all.
    public func rights(
        alsoAs others: Set<RecordID> = [], merged: [RecordID: Set<RecordID>] = [:]
    ) -> Rights {
        guard !details.isDisabled else { return .none }
        let grants = details.grants.flatMap { grant in
            (grant.council.flatMap { merged[$0] } ?? []).map { Grant(grant.role, at: $0) } + [grant]
        }
        return Rights(grants: grants, parties: others.union([details.person].compactMap { $0 }))
    }
}

/// What an administrator keeps of an account.
public struct AccountDetails: Sendable, Hashable {
    /// Longest name, in characters.
    public static let longestName = 200

    /// The address by which they sign in.
    public var address: MailAddress
    /// The name that others see.
    public var name: String
    /// The person of the ledger that they are, if any.
    public var person: RecordID?
    /// Their roles.
    public var grants: Set<Grant>
    /// Whether they may not sign in any more.
    public var isDisabled: Bool

    /// Details of an account.
    public init(
        address: MailAddress, name: String, person: RecordID? = nil, grants: Set<Grant> = [], isDisabled: Bool = false
    ) {
        self.address = address
        self.name = name
        self.person = person
        self.grants = grants
        self.isDisabled = isDisabled
    }

    /// The same with a name that can be shown.
    /// - Throws: `AccessError.nameMalformed` where it is empty, too long or holds control characters.
    func checked() throws(AccessError) -> AccountDetails {
        var details = self
        details.name = try AccessText.name(name, longest: AccountDetails.longestName)
        return details
    }
}
