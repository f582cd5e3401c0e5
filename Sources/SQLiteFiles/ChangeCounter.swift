import GRDB
import Synchronization

/// Tells whether anybody has written to a database since it was last asked: this program or another.
package final class ChangeCounter: Sendable {
    private let path: String
    private let isReadOnly: Bool
    private let connection = Mutex<DatabaseQueue?>(nil)

    /// Nothing is opened before it is asked.
    /// - Parameters:
    ///   - path: A database that is there.
    ///   - isReadOnly: Whether the file may not be written. Where it may, the connection is one that could: the last one to
    ///     be closed brings the log into the file (sqlite.org, "Write-Ahead Logging").
    package init(path: String, isReadOnly: Bool = false) { (self.path, self.isReadOnly) = (path, isReadOnly) }

    /// A number that is another after every commit (sqlite.org, `PRAGMA data_version`). A few microseconds.
    package func count() throws -> Int {
        try opened().unsafeRead { database in
            try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
    }

    /// A connection of its own, since SQLite counts what all others but the asking one have written.
    private func opened() throws -> DatabaseQueue {
        try connection.withLock { connection in
            if let connection { return connection }
            var configuration = Configuration()
            configuration.readonly = isReadOnly
            configuration.busyMode = .timeout(5)
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            connection = opened
            return opened
        }
    }
}
