import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// One-time links, within a transaction. An account has one at a time, and so has setting up.
struct LinkTable {
    let database: Database

    /// Keeps a link in the place of the one before it.
    func insert(_ link: IssuedLink, for account: AccountID?) throws {
        try database.execute(sql: "DELETE FROM link WHERE account IS ?", arguments: [account?.number])
        try database.execute(
            sql: "INSERT INTO link (token, purpose, account, ends) VALUES (?, ?, ?, ?)",
            arguments: [link.token.hash, link.purpose.rawValue, account?.number, link.ends.microseconds])
    }

    /// - Throws: `AccessError.linkUnknown` or `.linkExpired`.
    func require(_ token: SecretToken, now: Timestamp) throws -> OneTimeLink {
        let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT purpose, account, ends FROM link WHERE token = ?", arguments: [token.hash])
        guard let row else { throw AccessError.linkUnknown }
        guard let purpose = LinkPurpose(rawValue: try row.stored(0)) else { throw row.damage(0) }
        let ends = try row.storedMoment(2)
        guard now < ends else { throw AccessError.linkExpired(ended: ends) }
        let key: Int64? = try row.storedOrNil(1)
        return OneTimeLink(
            purpose: purpose, account: try key.map { try AccountTable(database: database).require(AccountID($0)) },
            ends: ends)
    }

    /// Uses a link up.
    func end(_ token: SecretToken) throws {
        try database.execute(sql: "DELETE FROM link WHERE token = ?", arguments: [token.hash])
    }

    func end(of account: AccountID) throws {
        try database.execute(sql: "DELETE FROM link WHERE account = ?", arguments: [account.number])
    }

    func sweep(now: Timestamp) throws -> Int {
        try database.execute(sql: "DELETE FROM link WHERE ends <= ?", arguments: [now.microseconds])
        return database.changesCount
    }
}
