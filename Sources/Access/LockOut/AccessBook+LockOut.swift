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
                let subjects: [AttemptTable.Subject] = [.address(account.details.address.text), .code(account.id)]
                ends[account.id] = try subjects.compactMap { try attempts.waiting($0, rule) }.max()
            }
            return ends
        }
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
