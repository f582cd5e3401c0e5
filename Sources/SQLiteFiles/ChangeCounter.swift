import GRDB

/// Tells whether anybody has written to a database since it was last asked: this program or another.
package final class ChangeCounter: Sendable {
    private let connection: DatabaseQueue

    /// Opens a connection of its own, since SQLite counts what all others but the asking one have written.
    /// - Parameter path: A database that is there.
    package init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        connection = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A number that is another after every commit (sqlite.org, `PRAGMA data_version`). A few microseconds.
    package func count() throws -> Int {
        try connection.unsafeRead { database in
            try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
    }
}
