import Foundation
import GRDB

/// What stands at a path, before anything is written to it: it may be somebody else's database, or none.
package enum FoundFile: Sendable, Hashable {
    /// Nothing.
    case missing
    /// A folder.
    case folder
    /// A file that may not be read.
    case unreadable
    /// A file without a byte: what is left where the first write was cut off.
    case empty
    /// A file that is no database of SQLite.
    case other
    /// A database, by the application id that its program gave it; `isBlank` where that is yet to be written and there are
    /// no tables.
    case database(application: Int32, isBlank: Bool)

    /// Looks at a path. Nothing is changed.
    /// - Throws: What SQLite says of a database that it cannot open.
    package init(at path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            self = .missing
            return
        }
        guard !isFolder.boolValue else {
            self = .folder
            return
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            self = .unreadable
            return
        }
        defer { try? handle.close() }
        let header = try handle.read(upToCount: 100) ?? Data()
        guard !header.isEmpty else {
            self = .empty
            return
        }
        guard header.count == 100, header.starts(with: Data("SQLite format 3\0".utf8)) else {
            self = .other
            return
        }
        // The header is written with the first checkpoint: until then the file says 0 and the log has the tables.
        let id = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
        self = id == 0 ? try FoundFile.logged(path) : .database(application: id, isBlank: false)
    }

    private static func logged(_ path: String) throws -> FoundFile {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { database in
            .database(
                application: try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                isBlank: try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0)
        }
    }
}
