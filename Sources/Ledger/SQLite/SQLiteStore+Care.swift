import Foundation
internal import GRDB
import Register

extension SQLiteStore {
    /// Copies the file as it stands to a new one while others go on reading and writing; the copy appears whole or not at
    /// all.
    /// - Throws: `LedgerError.noFolder`, `.full` or `.inputOutput`.
    public func backup(to path: String) throws(LedgerError) {
        guard SQLiteStore.hasFolder(path) else { throw .noFolder(path: path) }
        let draft = path + ".part"
        do {
            try? FileManager.default.removeItem(atPath: draft)
            defer { try? FileManager.default.removeItem(atPath: draft) }
            var configuration = Configuration()
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            do {
                let copy = try DatabaseQueue(path: draft, configuration: configuration)
                try database.backup(to: copy)
                // One file, without a log beside it, is what people can carry away.
                try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                try copy.close()
            }
            try SQLiteStore.move(draft, to: path)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Puts a file in the place of another in one step, and waits until the folder says so on the disk.
    static func move(_ draft: String, to path: String) throws {
        guard rename(draft, path) == 0 else {
            throw LedgerError.inputOutput(path: path, detail: String(cString: strerror(errno)))
        }
        let folder = (path as NSString).deletingLastPathComponent
        if let handle = FileHandle(forReadingAtPath: folder.isEmpty ? "." : folder) {
            fsync(handle.fileDescriptor)
            try handle.close()
        }
    }

    /// How the file is, for people who look after it.
    public func condition() async throws(LedgerError) -> Condition {
        let path = path
        return try await read { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
            let free =
                try FileManager.default.attributesOfFileSystem(
                    forPath: (path as NSString).deletingLastPathComponent.isEmpty
                        ? "." : (path as NSString).deletingLastPathComponent)[.systemFreeSize] as? Int
            return Condition(
                engine: "SQLite " + (try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""),
                bytes: pages * size, freeBytes: free ?? 0,
                journal: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
                damage: try String.fetchAll(database, sql: "PRAGMA quick_check(3)").filter { $0 != "ok" })
        }
    }

    /// The state of a ledger's file.
    public struct Condition: Sendable {
        /// The engine with its version.
        public let engine: String
        /// Size of the file in bytes, the log not counted.
        public let bytes: Int
        /// Bytes that are free on its disk.
        public let freeBytes: Int
        /// How writes are made safe: "wal".
        public let journal: String
        /// What is wrong with its pages; empty where nothing is.
        public let damage: [String]
    }
}

extension SQLiteLedger {
    /// Makes everything that follows from the entries anew, in one transaction. The entries are not touched.
    public func rebuild() async throws(LedgerError) {
        let key = key
        try await store.write { database in
            for table in ["facet", "version", "counter"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE partnership = ?", arguments: [key])
            }
            // The index of words keeps no text to be removed by: what it holds of a passage that is gone is found by
            // nobody, since the keys of passages are never used again.
            try database.execute(
                sql: "DELETE FROM passage WHERE partnership = ? AND line IS NULL", arguments: [key])
            let projecting = try Projecting(database, key: key)
            var last: [RecordID: LastVersion] = [:]
            var counters: [RecordKind: Int] = [:]
            var sequence = 0
            while true {
                let entries = try SQLiteReader(database: database, key: key).entries(after: sequence, limit: 2000)
                if entries.isEmpty { break }
                for entry in entries {
                    let facts = try entry.record().facts
                    let projection = Projection(facts, kind: entry.reference.kind)
                    try projecting.project(entry, projection, replacing: last[entry.id])
                    last[entry.id] = LastVersion(
                        version: entry.version, sequence: entry.sequence, number: entry.reference.number,
                        words: projection.columns.wordsDigest)
                    let kind = entry.reference.kind
                    counters[kind] = max(counters[kind] ?? 0, entry.reference.number)
                    sequence = entry.sequence
                }
            }
            for (kind, number) in counters {
                try database.execute(
                    sql: "INSERT INTO counter (partnership, kind, last) VALUES (?, ?, ?)",
                    arguments: [key, kind.prefix, number])
            }
        }
    }
}
