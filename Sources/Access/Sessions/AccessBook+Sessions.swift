internal import GRDB
public import Register

extension AccessBook {
    /// Begins a session with an address and a password. Where the account has a second factor, the session may do nothing
    /// before `passSecondFactor`.
    /// - Parameters:
    ///   - address: As typed.
    ///   - client: Where the request comes from, for the back-off: a network address; of IPv6 its first 64 bits, since one
    ///     household has them all.
    ///   - origin: Shown where sessions are listed, such as the browser's name; cut at 200 characters.
    /// - Throws: `AccessError.wrongCredentials`, `.lockedOut`, `.accountDisabled` (only after the right password) or
    ///   `.tooBusy`.
    public func signIn(
        address: String, password: String, client: String, origin: String = ""
    ) async throws(AccessError) -> SignIn {
        let proof = try await prove(address: address, password: password, client: client)
        let (now, rules, token) = (clock(), rules, SecretToken(random))
        return try await write { database in
            let account = try AccessBook.accept(proof, database, now: now)
            guard !account.details.isDisabled else { throw AccessError.accountDisabled }
            return try SessionTable(database: database).insert(
                token, account, account.hasSecondFactor ? .pending : .full, origin: origin, now: now, rules: rules)
        }
    }

    /// The session that a token opens, with its account as it stands now; nil where it has ended. No statement where the
    /// book was not written since it was last asked; else three, and one write where none was made for a minute.
    public func session(_ token: SecretToken) async throws(AccessError) -> Session? {
        let (now, rules, mark, hash) = (clock(), rules, try mark(), token.hash)
        var found = remembered.find(hash, at: mark)
        if let session = found {
            found = session.isOpen(at: now, rules) ? session : nil
        } else {
            found = try await read { try SessionTable(database: $0).find(token, now: now, rules: rules) }
            if let found { remembered.keep(found, for: hash, at: mark) }
        }
        if let found, now >= found.seen.adding(seconds: rules.touchInterval) {
            // A full disk must not keep people from reading; all that is lost is a minute of their session.
            try? await write { try SessionTable(database: $0).touch(found.id, now: now) }
        }
        return found
    }

    /// The sessions of an account that have not ended, the last used first.
    public func sessions(of account: AccountID) async throws(AccessError) -> [Session] {
        let (now, rules) = (clock(), rules)
        return try await read { try SessionTable(database: $0).all(of: account, now: now, rules: rules) }
    }

    /// When accounts were last used, to the minute, of those whose sessions are still kept: what `sweep` has removed is not
    /// known any more. One statement.
    public func lastSeen() async throws(AccessError) -> [AccountID: Timestamp] {
        try await read { try SessionTable(database: $0).lastSeen() }
    }

    /// Ends the session that a token opens, if any.
    public func signOut(_ token: SecretToken) async throws(AccessError) {
        try await write { try SessionTable(database: $0).end(token) }
    }

    /// Ends one session of an account.
    /// - Returns: Whether the account had it.
    public func endSession(_ id: SessionID, of account: AccountID) async throws(AccessError) -> Bool {
        try await write { try SessionTable(database: $0).end(id, of: account) }
    }

    /// Ends all sessions of an account, or all but one.
    /// - Returns: How many were ended.
    public func endSessions(of account: AccountID, except kept: SessionID? = nil) async throws(AccessError) -> Int {
        try await write { try SessionTable(database: $0).end(of: account, except: kept) }
    }
}
