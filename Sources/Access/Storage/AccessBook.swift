import Foundation
internal import GRDB
public import Register
import SQLiteFiles

/// Who may sign in to a site, and what belongs to signing in: accounts, sessions, links, settings, imports under review.
///
/// It is a file of its own beside the ledger, which auditors get copies of: no password hash belongs there. It asks nobody for
/// leave; whoever calls it looks at `Rights` first.
///
/// Each call is one transaction, through to the disk, unless it says otherwise.
public final class AccessBook: Sendable {
    /// Where the file is.
    public let path: String
    /// The limits that it keeps.
    public let rules: AccessRules
    let clock: @Sendable () -> Timestamp
    let random: RandomBytes
    let hashing = HashingQueue(width: 2, longest: 64)
    let remembered = RememberedSessions()
    private let database: DatabasePool
    private let changes: ChangeCounter

    /// Opens a book, and makes it where there is none. Others lose what they may do to the file.
    /// - Parameters:
    ///   - clock: What time it is.
    ///   - random: Where secrets come from.
    /// - Throws: `AccessError.noFolder`, `.notAnAccessBook`, `.newerSchema`, `.readOnly`, `.readableByOthers` or
    ///   `.damaged`.
    public static func open(
        _ path: String, rules: AccessRules = AccessRules(), clock: @escaping @Sendable () -> Timestamp,
        random: RandomBytes = .system
    ) throws(AccessError) -> AccessBook {
        do {
            return try AccessBook(path, rules, clock, random)
        } catch {
            throw AccessError(error, path: path)
        }
    }

    private init(
        _ path: String, _ rules: AccessRules, _ clock: @escaping @Sendable () -> Timestamp, _ random: RandomBytes
    ) throws {
        (self.path, self.rules, self.clock, self.random) = (path, rules, clock, random)
        try AccessBook.recognise(path)
        try PrivateFile.make(path)
        try PrivateFile.guardFiles(of: path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.label = "goldthread access"
        configuration.prepareDatabase { database in
            // What is deleted is overwritten: hashes, secrets, and papers that nobody was to see.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        database = try DatabasePool(path: path, configuration: configuration)
        // An acknowledged change has been through fsync. Not set above: GRDB turns its writer to NORMAL after preparing it,
        // and in WAL mode that leaves the last commits to a power cut (sqlite.org, `PRAGMA synchronous`).
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let migrator = AccessSchema.migrator
        if try database.read({ try migrator.hasBeenSuperseded($0) }) { throw AccessError.newerSchema(path: path) }
        try migrator.migrate(database)
        changes = ChangeCounter(path: path)
    }

    /// Looks at a file before anything is written to it.
    private static func recognise(_ path: String) throws {
        switch try FoundFile(at: path) {
        case .missing:
            let folder = (path as NSString).deletingLastPathComponent
            guard folder.isEmpty || FileManager.default.fileExists(atPath: folder) else {
                throw AccessError.noFolder(path: path)
            }
        case .empty: return
        case .unreadable: throw AccessError.readOnly(path: path)
        case .database(let id, let isBlank) where id == AccessSchema.applicationID || isBlank: return
        case .folder, .other, .database: throw AccessError.notAnAccessBook(path: path)
        }
    }

    /// Binds the book to a partnership: to the first that it is told of, for ever. A grant "in the whole partnership" must
    /// not become one in another.
    /// - Throws: `AccessError.otherPartnership`.
    public func bind(to partnership: RecordID) async throws(AccessError) {
        let path = path
        try await write { database in
            let row = try GRDB.Row.fetchOne(database, sql: "SELECT partnership FROM book")
            guard let row else {
                try database.execute(
                    sql: "INSERT INTO book (key, partnership) VALUES (1, ?)", arguments: [Data(partnership.bytes)])
                return
            }
            guard try row.storedRecordID(0) == partnership else { throw AccessError.otherPartnership(path: path) }
        }
    }

    /// A number that is another wherever anybody has written to the book since.
    func mark() throws(AccessError) -> Int {
        do { return try changes.count() } catch { throw AccessError(error, path: path) }
    }

    /// Closes the file; no call may follow.
    public func close() throws(AccessError) {
        do {
            try changes.close()
            try database.close()
        } catch { throw AccessError(error, path: path) }
    }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(AccessError)
        -> Value
    {
        do { return try await database.read(work) } catch { throw AccessError(error, path: path) }
    }

    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(AccessError)
        -> Value
    {
        do { return try await database.write(work) } catch { throw AccessError(error, path: path) }
    }
}
