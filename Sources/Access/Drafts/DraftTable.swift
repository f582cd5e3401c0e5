import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// Imports under review, within a transaction.
struct DraftTable {
    /// Longest name of a file, in characters.
    static let longestName = 255

    let database: Database
    let account: AccountID

    private static let select = "SELECT key, account, name, size, version, created, changed FROM draft"

    func all() throws -> [Draft] {
        let sql = "\(DraftTable.select) WHERE account = ? ORDER BY changed DESC, key DESC"
        return try GRDB.Row.fetchAll(database, sql: sql, arguments: [account.number]).map(DraftTable.draft)
    }

    func require(_ id: DraftID) throws -> Draft {
        let sql = "\(DraftTable.select) WHERE key = ? AND account = ?"
        let row = try GRDB.Row.fetchOne(database, sql: sql, arguments: [id.number, account.number])
        guard let row else { throw AccessError.unknownDraft(id) }
        return try DraftTable.draft(row)
    }

    private static func draft(_ row: GRDB.Row) throws -> Draft {
        Draft(
            id: DraftID(try row.stored(0)), account: AccountID(try row.stored(1)), name: try row.stored(2),
            size: try row.stored(3), version: try row.stored(4), created: try row.storedMoment(5),
            changed: try row.storedMoment(6))
    }

    func insert(name: String, bytes: Data, decisions: String, now: Timestamp, rules: AccessRules) throws -> Draft {
        _ = try AccountTable(database: database).require(account)
        let others = try all()
        guard others.count < rules.draftCount else { throw AccessError.tooManyDrafts(limit: rules.draftCount) }
        let total = others.reduce(bytes.count) { $0 + $1.size }
        guard total <= rules.draftTotalBytes else {
            throw AccessError.draftsTooLarge(bytes: total, limit: rules.draftTotalBytes)
        }
        try database.execute(
            sql: """
                INSERT INTO draft (account, name, size, decisions, version, created, changed) VALUES (?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [account.number, name, bytes.count, decisions, now.microseconds, now.microseconds])
        let id = DraftID(database.lastInsertedRowID)
        try database.execute(
            sql: "INSERT INTO draft_paper (draft, bytes) VALUES (?, ?)", arguments: [id.number, bytes])
        return try require(id)
    }

    func update(_ id: DraftID, seen: Int, decisions: String, now: Timestamp) throws -> Draft {
        let draft = try require(id)
        guard draft.version == seen else { throw AccessError.draftMovedOn(seen: seen, version: draft.version) }
        try database.execute(
            sql: "UPDATE draft SET decisions = ?, version = version + 1, changed = ? WHERE key = ?",
            arguments: [decisions, now.microseconds, id.number])
        return try require(id)
    }

    func column(_ column: String, of id: DraftID) throws -> GRDB.Row {
        let row = try GRDB.Row.fetchOne(
            database,
            sql: "SELECT \(column) FROM draft JOIN draft_paper ON draft = key WHERE key = ? AND account = ?",
            arguments: [id.number, account.number])
        guard let row else { throw AccessError.unknownDraft(id) }
        return row
    }

    func remove(_ id: DraftID) throws {
        _ = try require(id)
        try database.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [id.number])
    }
}
