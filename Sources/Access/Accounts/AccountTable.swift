import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// Accounts and their grants, within a transaction.
struct AccountTable {
    let database: Database

    /// What signing in has to know of an account.
    struct Credentials: Sendable {
        let id: AccountID
        /// As stored, for seeing whether it has changed meanwhile.
        let passwordText: String?
        let password: PasswordHash?
    }

    /// All accounts by name. Two statements.
    func all() throws -> [Account] {
        let rows = try GRDB.Row.fetchAll(database, sql: "\(AccountTable.select) ORDER BY lower(name), key")
        let grants = try grants(where: "1", [])
        return try rows.map { try AccountTable.account($0, grants) }
    }

    /// An account; nil where there is none. Two statements.
    func find(_ id: AccountID) throws -> Account? { try find(where: "key = ?", [id.number]) }

    /// - Throws: `AccessError.unknownAccount`.
    func require(_ id: AccountID) throws -> Account {
        guard let account = try find(id) else { throw AccessError.unknownAccount(id) }
        return account
    }

    /// An account by an address in any case; nil where there is none. Two statements.
    func find(address: String) throws -> Account? {
        try find(where: "folded = ?", [MailAddress.folded(address)])
    }

    private func find(where condition: String, _ arguments: StatementArguments) throws -> Account? {
        let sql = "\(AccountTable.select) WHERE \(condition)"
        guard let row = try GRDB.Row.fetchOne(database, sql: sql, arguments: arguments) else { return nil }
        let key: Int64 = try row.stored(0)
        return try AccountTable.account(row, try grants(where: "account = ?", [key]))
    }

    private static let select = """
        SELECT key, address, name, person, disabled, password IS NOT NULL, secret IS NOT NULL, version, created, changed
        FROM account
        """

    private static func account(_ row: GRDB.Row, _ grants: [Int64: Set<Grant>]) throws -> Account {
        let key: Int64 = try row.stored(0)
        let text: String = try row.stored(1)
        guard let address = MailAddress(text) else { throw row.damage(1) }
        return Account(
            id: AccountID(key),
            details: AccountDetails(
                address: address, name: try row.stored(2), person: try row.storedRecordID(3),
                grants: grants[key] ?? [], isDisabled: try row.stored(4)),
            hasPassword: try row.stored(5), hasSecondFactor: try row.stored(6), version: try row.stored(7),
            created: try row.storedMoment(8), changed: try row.storedMoment(9))
    }

    private func grants(where condition: String, _ arguments: StatementArguments) throws -> [Int64: Set<Grant>] {
        var grants: [Int64: Set<Grant>] = [:]
        let sql = "SELECT account, role, council FROM permit WHERE \(condition)"
        for row in try GRDB.Row.fetchAll(database, sql: sql, arguments: arguments) {
            guard let role = Role(rawValue: try row.stored(1)) else { throw row.damage(1) }
            grants[try row.stored(0), default: []].insert(Grant(role, at: try row.storedRecordID(2)))
        }
        return grants
    }

    // MARK: Changing

    func isEmpty() throws -> Bool { try Int.fetchOne(database, sql: "SELECT 1 FROM account LIMIT 1") == nil }

    /// - Throws: `AccessError.addressTaken`.
    func insert(_ details: AccountDetails, password: PasswordHash?, now: Timestamp) throws -> Account {
        try requireFree(details.address, for: nil)
        try database.execute(
            sql: """
                INSERT INTO account (address, folded, name, person, disabled, password, version, created, changed)
                VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [
                details.address.text, details.address.folded, details.name, details.person.map { Data($0.bytes) },
                details.isDisabled, password?.text, now.microseconds, now.microseconds,
            ])
        let id = AccountID(database.lastInsertedRowID)
        try setGrants(details.grants, of: id)
        return try require(id)
    }

    /// - Throws: `AccessError.addressTaken`.
    func update(_ id: AccountID, _ details: AccountDetails, now: Timestamp) throws {
        try requireFree(details.address, for: id)
        try database.execute(
            sql: """
                UPDATE account SET address = ?, folded = ?, name = ?, person = ?, disabled = ?, version = version + 1,
                    changed = ?
                WHERE key = ?
                """,
            arguments: [
                details.address.text, details.address.folded, details.name, details.person.map { Data($0.bytes) },
                details.isDisabled, now.microseconds, id.number,
            ])
        try database.execute(sql: "DELETE FROM permit WHERE account = ?", arguments: [id.number])
        try setGrants(details.grants, of: id)
    }

    private func setGrants(_ grants: Set<Grant>, of id: AccountID) throws {
        for grant in grants {
            try database.execute(
                sql: "INSERT INTO permit (account, role, council) VALUES (?, ?, ?)",
                arguments: [id.number, grant.role.rawValue, grant.council.map { Data($0.bytes) }])
        }
    }

    private func requireFree(_ address: MailAddress, for id: AccountID?) throws {
        let key = try Int64.fetchOne(
            database, sql: "SELECT key FROM account WHERE folded = ?", arguments: [address.folded])
        if let key, key != id?.number { throw AccessError.addressTaken(address) }
    }

    /// Makes a change that must leave somebody who administers the partnership, if there was anybody.
    /// - Throws: `AccessError.lastAdministrator`, which undoes the transaction.
    func keepingAdministrator(_ change: () throws -> Void) throws {
        let had = try hasAdministrator()
        try change()
        if had, !(try hasAdministrator()) { throw AccessError.lastAdministrator }
    }

    private func hasAdministrator() throws -> Bool {
        try Int.fetchOne(
            database,
            sql: """
                SELECT 1 FROM permit p JOIN account a ON a.key = p.account
                WHERE p.role = 'administrator' AND p.council IS NULL AND a.disabled = 0 AND a.password IS NOT NULL LIMIT 1
                """) != nil
    }

    // MARK: Passwords

    func credentials(address: String) throws -> Credentials? {
        let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT key, password FROM account WHERE folded = ?",
            arguments: [MailAddress.folded(address)])
        guard let row else { return nil }
        let text: String? = try row.storedOrNil(1)
        let password = try text.map { text in
            guard let hash = PasswordHash(text) else { throw row.damage(1) }
            return hash
        }
        return Credentials(id: AccountID(try row.stored(0)), passwordText: text, password: password)
    }

    /// Replaces the hash that was looked at; false where it is another one by now.
    func replacePassword(_ seen: Credentials, by hash: PasswordHash) throws -> Bool {
        try database.execute(
            sql: "UPDATE account SET password = ? WHERE key = ? AND password IS ?",
            arguments: [hash.text, seen.id.number, seen.passwordText])
        return database.changesCount == 1
    }

    /// Sets a new password, which ends the account's links and all its sessions but one.
    func setPassword(_ hash: PasswordHash, of account: Account, keeping session: SessionID?, now: Timestamp) throws {
        try database.execute(
            sql: "UPDATE account SET password = ?, changed = ? WHERE key = ?",
            arguments: [hash.text, now.microseconds, account.id.number])
        try LinkTable(database: database).end(of: account.id)
        _ = try SessionTable(database: database).end(of: account.id, except: session)
        try AttemptTable(database: database, now: now).forget(.address(account.details.address.text))
    }
}
