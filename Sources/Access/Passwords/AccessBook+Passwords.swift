internal import GRDB
import Register

extension AccessBook {
    /// A password that was right.
    struct Proof: Sendable {
        let credentials: AccountTable.Credentials
        /// The same password under the cost of today, where the stored one is of another.
        let renewed: PasswordHash?
        let counted: [AttemptTable.Counted]
    }

    /// Tries a password. The attempt is counted as failed before it is looked at, and takes the same work whether or not
    /// there is an account.
    func prove(address: String, password: String, client: String) async throws(AccessError) -> Proof {
        let (now, rules, random) = (clock(), rules, random)
        let (counted, credentials) = try await write { database in
            (
                try AttemptTable(database: database, now: now).count([
                    (.address(address), rules.accountBackOff), (.client(client), rules.clientBackOff),
                ]), try AccountTable(database: database).credentials(address: address)
            )
        }
        guard password.unicodeScalars.count <= PasswordProblem.longest else { throw .wrongCredentials }
        let hash = credentials?.password ?? PasswordHash(matchingNothing: random, cost: rules.passwordCost)
        let (matches, renewed): (Bool, PasswordHash?)
        do {
            (matches, renewed) = try await hashing.run {
                guard try hash.matches(password) else { return (false, nil) }
                if hash.cost == rules.passwordCost { return (true, nil) }
                let salt = random(PasswordHash.saltLength)
                return (true, try PasswordHash(of: password, salt: salt, cost: rules.passwordCost))
            }
        } catch {
            // Nobody looked at the password, so nobody failed.
            try await write { database in
                for counted in counted { try AttemptTable(database: database, now: now).giveBack(counted) }
            }
            throw error
        }
        guard matches, let credentials else { throw .wrongCredentials }
        return Proof(credentials: credentials, renewed: renewed, counted: counted)
    }

    /// Says within a transaction that a proof was no failure, and stores the renewed hash.
    /// - Throws: `AccessError.wrongCredentials` where the password has changed since it was proved.
    static func accept(_ proof: Proof, _ database: Database, now: Timestamp) throws -> Account {
        let accounts = AccountTable(database: database)
        guard let account = try accounts.find(proof.credentials.id), let seen = proof.credentials.password,
            try accounts.replacePassword(proof.credentials, by: proof.renewed ?? seen)
        else { throw AccessError.wrongCredentials }
        let attempts = AttemptTable(database: database, now: now)
        for counted in proof.counted { try attempts.giveBack(counted) }
        try attempts.forget(.address(account.details.address.text))
        return account
    }

    /// The hash of a new password for somebody.
    /// - Throws: `AccessError.passwordRefused`, `.tooBusy`.
    func newHash(_ password: String, address: MailAddress, name: String) async throws(AccessError) -> PasswordHash {
        let problems = PasswordProblem.all(of: password, address: address, name: name)
        guard problems.isEmpty else { throw .passwordRefused(problems) }
        let (salt, cost) = (random(PasswordHash.saltLength), rules.passwordCost)
        return try await hashing.run { try PasswordHash(of: password, salt: salt, cost: cost) }
    }

    /// Asks once more for the password, before something that a thief of the session must not do.
    /// - Parameter client: Where the request comes from; see `signIn`.
    /// - Throws: `AccessError.wrongCredentials`, `.lockedOut`, `.sessionEnded` or `.tooBusy`.
    public func confirmPassword(_ password: String, of session: Session, client: String) async throws(AccessError) {
        let address = session.account.details.address.text
        let proof = try await prove(address: address, password: password, client: client)
        let now = clock()
        try await write { database in
            let account = try AccessBook.accept(proof, database, now: now)
            try SessionTable(database: database).require(session, of: account.id)
        }
    }

    /// Changes the password of whoever has signed in; their other sessions and their links end.
    /// - Parameters:
    ///   - current: The password as it was.
    ///   - client: Where the request comes from; see `signIn`.
    /// - Throws: `AccessError.passwordRefused`, `.wrongCredentials`, `.lockedOut`, `.sessionEnded` or `.tooBusy`.
    public func changePassword(
        of session: Session, from current: String, to new: String, client: String
    ) async throws(AccessError) {
        let details = session.account.details
        let problems = PasswordProblem.all(of: new, address: details.address, name: details.name)
        guard problems.isEmpty else { throw .passwordRefused(problems) }
        let proof = try await prove(address: details.address.text, password: current, client: client)
        let hash = try await newHash(new, address: details.address, name: details.name)
        let now = clock()
        try await write { database in
            let account = try AccessBook.accept(proof, database, now: now)
            try SessionTable(database: database).require(session, of: account.id)
            try AccountTable(database: database).setPassword(hash, of: account, keeping: session.id, now: now)
        }
    }
}
