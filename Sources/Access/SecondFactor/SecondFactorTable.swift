import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// Secrets for one-time passwords and recovery codes, within a transaction.
struct SecondFactorTable {
    let database: Database
    let account: AccountID

    func secrets() throws -> (secret: [UInt8]?, pending: [UInt8]?) {
        let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT secret, pending FROM account WHERE key = ?", arguments: [account.number])
        guard let row else { throw AccessError.unknownAccount(account) }
        let (secret, pending): (Data?, Data?) = (try row.storedOrNil(0), try row.storedOrNil(1))
        return (secret.map(Array.init), pending.map(Array.init))
    }

    func offer(_ secret: [UInt8]) throws {
        try database.execute(
            sql: "UPDATE account SET pending = ? WHERE key = ?", arguments: [Data(secret), account.number])
    }

    /// The offered secret becomes the one that counts; the code of this step has been used.
    func confirm(step: Int) throws {
        try database.execute(
            sql: "UPDATE account SET secret = pending, pending = NULL, step = ? WHERE key = ?",
            arguments: [step, account.number])
    }

    /// Marks a step's code as used; false where it was, or a later one (RFC 6238 section 5.2).
    func use(step: Int) throws -> Bool {
        try database.execute(
            sql: "UPDATE account SET step = ? WHERE key = ? AND ifnull(step, -1) < ?",
            arguments: [step, account.number, step])
        return database.changesCount == 1
    }

    /// Uses a recovery code up; false where the account has none like it.
    func use(_ code: RecoveryCode) throws -> Bool {
        try database.execute(
            sql: "DELETE FROM recovery WHERE account = ? AND hash = ?", arguments: [account.number, code.hash])
        return database.changesCount == 1
    }

    func replaceCodes(_ codes: [RecoveryCode]) throws {
        try database.execute(sql: "DELETE FROM recovery WHERE account = ?", arguments: [account.number])
        for code in codes {
            try database.execute(
                sql: "INSERT INTO recovery (account, hash) VALUES (?, ?)", arguments: [account.number, code.hash])
        }
    }

    func codesLeft() throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM recovery WHERE account = ?", arguments: [account.number]) ?? 0
    }

    func remove() throws {
        try database.execute(
            sql: "UPDATE account SET secret = NULL, pending = NULL, step = NULL WHERE key = ?",
            arguments: [account.number])
        try replaceCodes([])
    }
}
