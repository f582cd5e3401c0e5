public import Register

/// What somebody may do, worked out from their grants alone.
///
/// A record that several councils share is read by whoever has a role at any of them, and changed by whoever has the
/// right at its lead council, the first of its councils. A record without a council belongs to the whole partnership:
/// any grant reads it, and changing it takes the right in the whole partnership.
public struct Rights: Sendable, Hashable {
    /// The records that stand for the person in the ledger: their own, those merged with it, posts they hold.
    public let parties: Set<RecordID>
    private let scopes: [Right: Scope]

    /// Nothing at all: of somebody who has not signed in, or not yet with the second factor.
    public static let none = Rights(grants: [])

    /// The rights that grants bring.
    /// - Parameter parties: Records of people and posts that the person is or holds.
    public init(grants: some Sequence<Grant>, parties: Set<RecordID> = []) {
        self.parties = parties
        var scopes: [Right: Scope] = [:]
        for grant in grants {
            for right in grant.role.rights {
                switch (grant.council, scopes[right] ?? .nowhere) {
                case (nil, _), (_, .partnership): scopes[right] = .partnership
                case (let council?, .councils(let councils)): scopes[right] = .councils(councils.union([council]))
                }
            }
        }
        self.scopes = scopes
    }

    /// Where a right holds; `scope(of: .read)` is what lists are narrowed to, beside records without a council.
    public func scope(of right: Right) -> Scope { scopes[right] ?? .nowhere }

    /// Whether a record of these councils may be seen.
    /// - Parameter councils: The record's councils, in its order.
    public func canRead(councils: [RecordID]) -> Bool {
        let scope = scope(of: .read)
        return councils.isEmpty ? scope.isSomewhere : councils.contains { scope.contains($0) }
    }

    /// Whether an update may be made to a record: by those who edit it, and by an owner who answers for it.
    /// - Parameters:
    ///   - councils: The record's councils, the lead council first.
    ///   - owners: People and posts that answer for it.
    public func canUpdate(councils: [RecordID], owners: [RecordID]) -> Bool {
        canEdit(councils: councils)
            || scope(of: .updateOwn).contains(councils.first) && !parties.isDisjoint(with: owners)
    }

    /// Whether a record may be made, changed, re-programmed or closed.
    /// - Parameter councils: The record's councils, the lead council first.
    public func canEdit(councils: [RecordID]) -> Bool { scope(of: .edit).contains(councils.first) }

    /// Whether papers may be brought in for some council at least.
    public var canImport: Bool { scope(of: .import).isSomewhere }

    /// Whether a paper of these councils may be brought in.
    /// - Parameter councils: The paper's councils, the lead council first.
    public func canImport(councils: [RecordID]) -> Bool { scope(of: .import).contains(councils.first) }

    /// Whether meetings of some council at least may be kept.
    public var canKeepMeetings: Bool { scope(of: .keepMeetings).isSomewhere }

    /// Whether a meeting, and what belongs to it, may be kept.
    /// - Parameter councils: The meeting's councils, the lead council first.
    public func canKeepMeetings(councils: [RecordID]) -> Bool { scope(of: .keepMeetings).contains(councils.first) }

    /// Whether the whole partnership may be administered: its settings, all accounts, what no council owns.
    public var canAdminister: Bool { scope(of: .administer) == .partnership }

    /// Whether people, plans and schemes of these councils may be kept.
    /// - Parameter councils: The record's councils, the lead council first.
    public func canAdminister(councils: [RecordID]) -> Bool { scope(of: .administer).contains(councils.first) }

    /// Whether a role may be given or taken: where one administers, nowhere else.
    public func canGive(_ grant: Grant) -> Bool { scope(of: .administer).contains(grant.council) }

    /// Whether an account with these grants may be changed, disabled, or given a link for a new password.
    ///
    /// All its grants have to be ones that could be given: otherwise a council's administrator could take over the account
    /// of somebody who may do more. An account without grants is for those who administer the partnership.
    public func canKeepAccount(grants: some Collection<Grant>) -> Bool {
        canAdminister || !grants.isEmpty && grants.allSatisfy(canGive)
    }
}
