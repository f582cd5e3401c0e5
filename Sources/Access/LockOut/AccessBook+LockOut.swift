internal import GRDB
public import Register

extension AccessBook {
    /// Accounts that have failed too often to try again at once, by password or by code, with the moment from which they
    /// may. Two statements for each account.
    public func lockedOut() async throws(AccessError) -> [AccountID: Timestamp] {
        let (now, rule) = (clock(), rules.accountBackOff)
        return try await read { database in
            let attempts = AttemptTable(database: database, now: now)
            var ends: [AccountID: Timestamp] = [:]
            for account in try AccountTable(database: database).all() {
                ends[account.id] = try attempts.lockedOut(account, rule)
            }
            return ends
        }
    }

    /// The moment from which an account may try again that has failed too often; nil where it may at once. Two statements.
    public func lockedOut(_ account: Account) async throws(AccessError) -> Timestamp? {
        let (now, rule) = (clock(), rules.accountBackOff)
        return try await read { try AttemptTable(database: $0, now: now).lockedOut(account, rule) }
    }

    /// Lets somebody try again at once who has failed too often.
    /// - Throws: `AccessError.unknownAccount`.
    public func forgetFailures(of id: AccountID) async throws(AccessError) {
        let now = clock()
        try await write { database in
            let account = try AccountTable(database: database).require(id)
            let attempts = AttemptTable(database: database, now: now)
            try attempts.forget(.address(account.details.address.text))
            try attempts.forget(.code(id))
        }
    }
}
