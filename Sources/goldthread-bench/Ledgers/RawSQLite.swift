import GRDBSQLite

/// SQLite by its C interface and nothing else: what the ledger is measured against.
final class RawSQLite {
    struct Failure: Error { var message: String }

    private var database: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]

    /// Opens a file with the same safety as the ledger.
    init(_ path: String) throws {
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw Failure(message: "cannot open \(path)") }
        for pragma in ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -16384"] {
            try execute("PRAGMA \(pragma)")
        }
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(database)
    }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failure(message: message + ": " + sql)
        }
    }

    private var message: String { String(cString: sqlite3_errmsg(database)) }

    private func prepared(_ sql: String) throws -> OpaquePointer? {
        if let known = statements[sql] { return known }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK
        else {
            throw Failure(message: message + ": " + sql)
        }
        statements[sql] = statement
        return statement
    }

    /// A value to bind.
    enum Value {
        case null
        case integer(Int64)
        case text(String)
        case blob([UInt8])
    }

    /// Runs a statement that changes something.
    func run(_ sql: String, _ values: [Value]) throws {
        let statement = try prepared(sql)
        for (place, value) in values.enumerated() { bind(value, to: statement, at: Int32(place + 1)) }
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw Failure(message: message + ": " + sql) }
    }

    var lastRow: Int64 { sqlite3_last_insert_rowid(database) }

    private func bind(_ value: Value, to statement: OpaquePointer?, at place: Int32) {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .text(let text): sqlite3_bind_text(statement, place, text, -1, copied)
        case .blob(let bytes): sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
        }
    }

    /// Runs a statement that reads, and touches every column of every row as a program that uses them would.
    /// - Returns: The number of rows.
    @discardableResult
    func read(_ sql: String) throws -> Int {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        var rows = 0
        let columns = sqlite3_column_count(statement)
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw Failure(message: message) }
            rows += 1
            for column in 0..<columns {
                switch sqlite3_column_type(statement, column) {
                case SQLITE_TEXT: _ = sqlite3_column_text(statement, column)
                case SQLITE_BLOB: _ = sqlite3_column_blob(statement, column)
                default: _ = sqlite3_column_int64(statement, column)
                }
            }
        }
    }

    /// The rows of a statement.
    func rows(_ sql: String) throws -> [[Value]] {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        var rows: [[Value]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    switch sqlite3_column_type(statement, column) {
                    case SQLITE_NULL: .null
                    case SQLITE_TEXT: .text(String(cString: sqlite3_column_text(statement, column)))
                    case SQLITE_BLOB:
                        .blob(
                            Array(
                                UnsafeRawBufferPointer(
                                    start: sqlite3_column_blob(statement, column),
                                    count: Int(sqlite3_column_bytes(statement, column)))))
                    default: .integer(sqlite3_column_int64(statement, column))
                    }
                })
        }
        return rows
    }
}
