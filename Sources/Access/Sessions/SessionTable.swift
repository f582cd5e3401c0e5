import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// Sessions, within a transaction.
struct SessionTable {
    /// Longest text about where a session began, in characters.
    static let longestOrigin = 200

    let database: Database

    private static let select = "SELECT key, account, stage, origin, created, seen, ends FROM session"

    /// Begins a session.
    func insert(
        _ token: SecretToken, _ account: Account, _ stage: Session.Stage, origin: String, now: Timestamp,
        rules: AccessRules
    ) throws -> SignIn {
        let ends = now.adding(seconds: stage == .full ? rules.sessionLength : rules.pendingLength)
        let origin = String(origin.prefix(SessionTable.longestOrigin))
        try database.execute(
            sql: """
                INSERT INTO session (token, account, stage, origin, created, seen, ends) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                token.hash, account.id.number, stage.rawValue, origin, now.microseconds, now.microseconds,
                ends.microseconds,
            ])
        return SignIn(
            token: token,
            session: Session(
                id: SessionID(database.lastInsertedRowID), account: account, stage: stage, origin: origin, created: now,
                seen: now, ends: ends))
    }

    /// The session that a token opens; nil where it has ended. Three statements.
    func find(_ token: SecretToken, now: Timestamp, rules: AccessRules) throws -> Session? {
        let sql = "\(SessionTable.select) WHERE token = ?"
        guard let row = try GRDB.Row.fetchOne(database, sql: sql, arguments: [token.hash]),
            let account = try AccountTable(database: database).find(AccountID(try row.stored(1)))
        else { return nil }
        let session = try SessionTable.session(row, account)
        return session.isOpen(at: now, rules) ? session : nil
    }

    /// The sessions of an account that have not ended, the last used first.
    func all(of id: AccountID, now: Timestamp, rules: AccessRules) throws -> [Session] {
        guard let account = try AccountTable(database: database).find(id) else { return [] }
        let sql = "\(SessionTable.select) WHERE account = ? ORDER BY seen DESC, key DESC"
        return try GRDB.Row.fetchAll(database, sql: sql, arguments: [id.number])
            .map { try SessionTable.session($0, account) }.filter { $0.isOpen(at: now, rules) }
    }

    /// When accounts were last used, ended sessions included.
    func lastSeen() throws -> [AccountID: Timestamp] {
        let rows = try GRDB.Row.fetchAll(database, sql: "SELECT account, max(seen) FROM session GROUP BY account")
        return Dictionary(uniqueKeysWithValues: try rows.map { (AccountID(try $0.stored(0)), try $0.storedMoment(1)) })
    }

    private static func session(_ row: GRDB.Row, _ account: Account) throws -> Session {
        guard let stage = Session.Stage(rawValue: try row.stored(2)) else { throw row.damage(2) }
        return Session(
            id: SessionID(try row.stored(0)), account: account, stage: stage, origin: try row.stored(3),
            created: try row.storedMoment(4), seen: try row.storedMoment(5), ends: try row.storedMoment(6))
    }

    /// - Throws: `AccessError.sessionEnded` where a full session of the account is no longer there.
    func require(_ session: Session, of account: AccountID) throws {
        let found = try Int.fetchOne(
            database, sql: "SELECT 1 FROM session WHERE key = ? AND account = ? AND stage = 'full'",
            arguments: [session.id.number, account.number])
        if found == nil { throw AccessError.sessionEnded }
    }

    func touch(_ id: SessionID, now: Timestamp) throws {
        try database.execute(
            sql: "UPDATE session SET seen = ? WHERE key = ? AND seen < ?",
            arguments: [now.microseconds, id.number, now.microseconds])
    }

    func end(_ token: SecretToken) throws {
        try database.execute(sql: "DELETE FROM session WHERE token = ?", arguments: [token.hash])
    }

    /// Whether the account had the session.
    func end(_ id: SessionID, of account: AccountID) throws -> Bool {
        try database.execute(
            sql: "DELETE FROM session WHERE key = ? AND account = ?", arguments: [id.number, account.number])
        return database.changesCount > 0
    }

    /// How many were ended.
    func end(of account: AccountID, except kept: SessionID?) throws -> Int {
        try database.execute(
            sql: "DELETE FROM session WHERE account = ? AND key IS NOT ?", arguments: [account.number, kept?.number])
        return database.changesCount
    }

    func sweep(now: Timestamp, rules: AccessRules) throws -> Int {
        try database.execute(
            sql: "DELETE FROM session WHERE ends <= ? OR seen <= ?",
            arguments: [now.microseconds, now.adding(seconds: -rules.idleLength).microseconds])
        return database.changesCount
    }
}

extension Session {
    /// Whether it has not ended, by either clock or by its account's being disabled.
    func isOpen(at now: Timestamp, _ rules: AccessRules) -> Bool {
        now < ends && now < seen.adding(seconds: rules.idleLength) && !account.details.isDisabled
    }
}
