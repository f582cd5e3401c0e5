internal import GRDB
import Register

extension AccessBook {
    func issue(_ purpose: LinkPurpose, for seconds: Int) -> IssuedLink {
        IssuedLink(token: SecretToken(random), purpose: purpose, ends: clock().adding(seconds: seconds))
    }

    /// Makes the link by which somebody becomes the first administrator; the one before it no longer works.
    /// - Throws: `AccessError.alreadySetUp` where there is an account.
    public func makeSetUpLink() async throws(AccessError) -> IssuedLink {
        let link = issue(.setUp, for: rules.setUpLength)
        return try await write { database in
            guard try AccountTable(database: database).isEmpty() else { throw AccessError.alreadySetUp }
            try LinkTable(database: database).insert(link, for: nil)
            return link
        }
    }

    /// Makes a link by which somebody sets a password: the first one, or a new one where it is lost. The account's link
    /// before it no longer works; its password does until the link is used.
    /// - Throws: `AccessError.unknownAccount` or `.accountDisabled`.
    public func makeLink(for account: AccountID) async throws(AccessError) -> IssuedLink {
        let (invitation, reset) = (issue(.invitation, for: rules.linkLength), issue(.reset, for: rules.linkLength))
        return try await write { database in
            let found = try AccountTable(database: database).require(account)
            guard !found.details.isDisabled else { throw AccessError.accountDisabled }
            let link = found.hasPassword ? reset : invitation
            try LinkTable(database: database).insert(link, for: account)
            return link
        }
    }

    /// What a link is for, without using it: programs that look at mail follow links too.
    /// - Throws: `AccessError.linkUnknown` or `.linkExpired`.
    public func link(_ token: SecretToken) async throws(AccessError) -> OneTimeLink {
        let now = clock()
        return try await read { try LinkTable(database: $0).require(token, now: now) }
    }

    /// Makes the first administrator, of the whole partnership, and uses the link up.
    /// - Throws: `AccessError.linkUnknown`, `.linkExpired`, `.alreadySetUp`, `.passwordRefused`, `.nameMalformed` or
    ///   `.tooBusy`.
    public func setUp(
        _ token: SecretToken, address: MailAddress, name: String, password: String
    ) async throws(AccessError) -> Account {
        guard try await link(token).purpose == .setUp else { throw .linkUnknown }
        let details = try AccountDetails(address: address, name: name, grants: [Grant(.administrator)]).checked()
        let hash = try await newHash(password, address: address, name: details.name)
        let now = clock()
        return try await write { database in
            let links = LinkTable(database: database)
            _ = try links.require(token, now: now)
            guard try AccountTable(database: database).isEmpty() else { throw AccessError.alreadySetUp }
            try links.end(token)
            return try AccountTable(database: database).insert(details, password: hash, now: now)
        }
    }

    /// Sets the password of the account that a link is for, and uses the link up; the account's sessions end. A second
    /// factor stays.
    /// - Throws: `AccessError.linkUnknown`, `.linkExpired`, `.accountDisabled`, `.passwordRefused` or `.tooBusy`.
    public func setPassword(_ password: String, by token: SecretToken) async throws(AccessError) -> Account {
        guard let account = try await link(token).account else { throw .linkUnknown }
        let hash = try await newHash(password, address: account.details.address, name: account.details.name)
        let now = clock()
        return try await write { database in
            guard let account = try LinkTable(database: database).require(token, now: now).account else {
                throw AccessError.linkUnknown
            }
            guard !account.details.isDisabled else { throw AccessError.accountDisabled }
            let accounts = AccountTable(database: database)
            try accounts.setPassword(hash, of: account, keeping: nil, now: now)
            return try accounts.require(account.id)
        }
    }
}
