import Foundation
internal import GRDB
public import Register
import SQLiteFiles

/// A file that holds the ledgers of one or several partnerships, in SQLite.
public struct SQLiteStore: Sendable {
    /// Where the file is.
    public let path: String
    let database: DatabasePool
    let changes: ChangeCounter
    let clock: @Sendable () -> Timestamp

    /// How a file is opened.
    public enum Mode: Sendable {
        /// Made where there is none.
        case create
        /// Has to be there.
        case existing
        /// Has to be there, and is not written.
        case readOnly
    }

    /// Opens a file of ledgers, and makes its tables where they are missing.
    /// - Parameters:
    ///   - clock: Dates entries.
    ///   - trace: Told of every statement, and gives it with its values where asked: for benchmarks that run the same
    ///     without us.
    /// - Throws: `LedgerError.missing`, `.notALedger`, `.newerSchema`, `.readOnly` or `.damaged`.
    public static func open(
        _ path: String, mode: Mode, clock: @escaping @Sendable () -> Timestamp,
        trace: (@Sendable (() -> String) -> Void)? = nil
    ) throws(LedgerError) -> SQLiteStore {
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere || mode == .create else { throw .missing(path: path) }
        guard isThere || hasFolder(path) else { throw .noFolder(path: path) }
        do {
            return try SQLiteStore(path: path, isNew: !isThere, mode: mode, clock: clock, trace: trace)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private init(
        path: String, isNew: Bool, mode: Mode, clock: @escaping @Sendable () -> Timestamp,
        trace: (@Sendable (() -> String) -> Void)?
    ) throws {
        self.path = path
        self.clock = clock
        if !isNew { try SQLiteStore.recognise(path, mode: mode) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.readonly = mode == .readOnly
        configuration.label = "goldthread"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -16384")
            if let trace { database.trace { event in trace { event.expandedDescription } } }
        }
        database = try DatabasePool(path: path, configuration: configuration)
        // An acknowledged entry has been through fsync, in WAL mode as well. The pool sets its writer to less when it turns
        // that mode on, so that this comes after.
        if mode != .readOnly {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        }
        let migrator = SQLiteSchema.migrator
        if try database.read({ try migrator.hasBeenSuperseded($0) }) { throw LedgerError.newerSchema(path: path) }
        if mode != .readOnly { try migrator.migrate(database) }
        changes = try ChangeCounter(path: path)
    }

    /// Whether the folder that a file would stand in is there.
    static func hasFolder(_ path: String) -> Bool {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty || FileManager.default.fileExists(atPath: folder)
    }

    /// Looks at a file before anything is written to it.
    private static func recognise(_ path: String, mode: Mode) throws {
        switch try FoundFile(at: path) {
        case .missing: return
        case .unreadable: throw LedgerError.readOnly(path: path)
        // A new ledger may take the place of what a cut-off write has left.
        case .empty where mode == .create: return
        case .database(let id, let isBlank) where id == SQLiteSchema.applicationID || isBlank: return
        case .folder, .empty, .other, .database: throw LedgerError.notALedger(path: path)
        }
    }

    /// The partnerships of the file, by name.
    public func partnerships() async throws(LedgerError) -> [Partnership] {
        try await read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT id, name FROM partnership ORDER BY name").map { row in
                let bytes: Data = try row.stored(0)
                guard let id = RecordID(bytes: bytes) else { throw row.damage(0) }
                return Partnership(id: id, name: try row.stored(1))
            }
        }
    }

    /// Adds a partnership with an empty ledger.
    /// - Throws: `LedgerError.partnershipExists` where the name is taken.
    public func addPartnership(named name: String, id: RecordID) async throws(LedgerError) -> SQLiteLedger {
        let now = clock().microseconds
        let isNew = try await write { database in
            // People name a partnership in any letters, so two names that differ in nothing else would both be lost.
            let taken = try String.fetchAll(database, sql: "SELECT name FROM partnership")
            if taken.contains(where: { $0.lowercased() == name.lowercased() }) { return false }
            try database.execute(
                sql: "INSERT INTO partnership (id, name, sequence, hash, at) VALUES (?, ?, 0, ?, ?)",
                arguments: [Data(id.bytes), name, Data(EntryHash.none.bytes), now])
            return true
        }
        guard isNew else { throw .partnershipExists(name: name) }
        return try await ledger(named: name)
    }

    /// The ledger of a partnership; without a name, of the only one there is.
    /// - Throws: `LedgerError.noPartnership` where none has the name, or there are several to choose from.
    public func ledger(named name: String? = nil) async throws(LedgerError) -> SQLiteLedger {
        let known = try await partnerships()
        let found = name.map { name in known.filter { $0.name.lowercased() == name.lowercased() } } ?? known
        guard found.count == 1, let partnership = found.first else {
            throw .noPartnership(name: name, known: known.map(\.name))
        }
        let key = try await read { database in
            try Int64.fetchOne(
                database, sql: "SELECT key FROM partnership WHERE id = ?", arguments: [Data(partnership.id.bytes)])
        }
        guard let key else { throw .noPartnership(name: partnership.name, known: []) }
        return SQLiteLedger(store: self, partnership: partnership, key: key)
    }

    /// How safely the connection that writes does so, as SQLite numbers it: 2 is through to the disk with every commit.
    package func synchronous() throws -> Int {
        try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
    }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(LedgerError)
        -> Value
    {
        do {
            return try await database.read(work)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(LedgerError)
        -> Value
    {
        do {
            return try await database.write(work)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}

extension LedgerError {
    /// What an error of the database means for people.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self =
                switch error {
                case let damage as DamagedColumn: .damaged(path: path, detail: "\(damage)")
                case is RowDecodingError:
                    .damaged(path: path, detail: "a column holds what Goldthread never writes there")
                default: .database(path: path, detail: "\(error)")
                }
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: error.message ?? "malformed")
        case .SQLITE_NOTADB: self = .notALedger(path: path)
        case .SQLITE_IOERR: self = .inputOutput(path: path, detail: error.message ?? "I/O error")
        default: self = .database(path: path, detail: error.message ?? "\(error.resultCode)")
        }
    }
}
