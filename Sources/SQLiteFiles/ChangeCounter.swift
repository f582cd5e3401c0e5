import GRDB
import Synchronization

/// Tells whether anybody has written to a database since it was last asked: this program or another.
package final class ChangeCounter: Sendable {
    private let path: String
    private let isReadOnly: Bool
    private let state = Mutex(State())

    private struct State {
        var connection: DatabaseQueue?
        /// What SQLite said last, which is only known to differ after a commit.
        var seen = 0
        var count = 0
    }

    /// Nothing is opened before it is asked.
    /// - Parameters:
    ///   - path: A database that is there.
    ///   - isReadOnly: Whether the file may not be written. Where it may, the connection is one that could: the last one to
    ///     be closed brings the log into the file (sqlite.org, "Write-Ahead Logging").
    package init(path: String, isReadOnly: Bool = false) { (self.path, self.isReadOnly) = (path, isReadOnly) }

    /// A number that has grown after every commit (sqlite.org, `PRAGMA data_version`). A few microseconds.
    package func count() throws -> Int {
        try state.withLock { state in
            let connection = try state.connection ?? open()
            state.connection = connection
            let seen = try connection.unsafeRead { database in
                try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
            if seen != state.seen { (state.seen, state.count) = (seen, state.count + 1) }
            return state.count
        }
    }

    /// Closes its connection; the next question would open another.
    package func close() throws {
        try state.withLock { state in
            try state.connection?.close()
            state.connection = nil
        }
    }

    /// A connection of its own, since SQLite counts what all others but the asking one have written.
    private func open() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
