internal import GRDB
import Register

extension AccessBook {
    /// Whether nobody has an account yet: the time for `makeSetUpLink()`.
    public func needsSetUp() async throws(AccessError) -> Bool {
        try await read { try AccountTable(database: $0).isEmpty() }
    }

    /// All accounts by name. Two statements.
    public func accounts() async throws(AccessError) -> [Account] {
        try await read { try AccountTable(database: $0).all() }
    }

    /// An account; nil where there is none.
    public func account(_ id: AccountID) async throws(AccessError) -> Account? {
        try await read { try AccountTable(database: $0).find(id) }
    }

    /// The account that signs in with an address, in any case; nil where there is none.
    public func account(at address: MailAddress) async throws(AccessError) -> Account? {
        try await read { try AccountTable(database: $0).find(address: address.text) }
    }

    /// Makes an account without a password, and the link by which its owner sets one.
    /// - Throws: `AccessError.addressTaken` or `.nameMalformed`.
    public func invite(_ details: AccountDetails) async throws(AccessError) -> (account: Account, link: IssuedLink) {
        let details = try details.checked()
        let (now, link) = (clock(), issue(.invitation, for: rules.linkLength))
        return try await write { database in
            let account = try AccountTable(database: database).insert(details, password: nil, now: now)
            try LinkTable(database: database).insert(link, for: account.id)
            return (account, link)
        }
    }

    /// Changes what an administrator keeps of an account. Disabling it ends its sessions and links; new roles count from its
    /// next request on.
    /// - Parameter seen: The version that the change was made from.
    /// - Throws: `AccessError.unknownAccount`, `.accountMovedOn`, `.addressTaken`, `.nameMalformed` or
    ///   `.lastAdministrator`.
    public func change(_ id: AccountID, seen: Int, to details: AccountDetails) async throws(AccessError) -> Account {
        let details = try details.checked()
        let now = clock()
        return try await write { database in
            let accounts = AccountTable(database: database)
            let current = try accounts.require(id)
            guard current.version == seen else { throw AccessError.accountMovedOn(seen: seen, current: current) }
            try accounts.keepingAdministrator { try accounts.update(id, details, now: now) }
            if details.isDisabled {
                _ = try SessionTable(database: database).end(of: id, except: nil)
                try LinkTable(database: database).end(of: id)
            }
            return try accounts.require(id)
        }
    }

    /// Removes an account with all that belongs to it. What it did stays in the ledger under its name.
    /// - Throws: `AccessError.unknownAccount` or `.lastAdministrator`.
    public func remove(_ id: AccountID) async throws(AccessError) {
        try await write { database in
            let accounts = AccountTable(database: database)
            try accounts.keepingAdministrator {
                try database.execute(sql: "DELETE FROM account WHERE key = ?", arguments: [id.number])
                if database.changesCount == 0 { throw AccessError.unknownAccount(id) }
            }
        }
    }
}
