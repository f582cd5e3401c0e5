import Foundation
internal import GRDB
internal import GRDBSQLite
import Register
import SQLiteFiles

/// A row that a statement stands on, read by SQLite's own interface; not to be kept.
///
/// A list reads twenty columns of each of its rows. GRDB's general way makes a value of each before it makes what is
/// asked for, and stops the program where a column is of another type (measured for 50 rows: 2.0 against 1.3 of bare
/// SQLite).
struct StoredRow {
    fileprivate let statement: OpaquePointer

    func int(_ column: Int) throws -> Int {
        guard type(column) == SQLITE_INTEGER else { throw damage(column) }
        return Int(sqlite3_column_int64(statement, Int32(column)))
    }

    func flag(_ column: Int) throws -> Bool { try int(column) != 0 }

    func text(_ column: Int) throws -> String { String(decoding: try utf8(column), as: UTF8.self) }

    /// The bytes of a text, which stand until the next step of the statement.
    private func utf8(_ column: Int) throws -> UnsafeBufferPointer<UInt8> {
        guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column)) else {
            throw damage(column)
        }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }

    func textOrNil(_ column: Int) throws -> String? { type(column) == SQLITE_NULL ? nil : try text(column) }

    func intOrNil(_ column: Int) throws -> Int? { type(column) == SQLITE_NULL ? nil : try int(column) }

    func bytes(_ column: Int) throws -> UnsafeRawBufferPointer {
        guard type(column) == SQLITE_BLOB else { throw damage(column) }
        return UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, Int32(column)),
            count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }

    func id(_ column: Int) throws -> RecordID {
        guard let id = RecordID(bytes: try bytes(column)) else { throw damage(column) }
        return id
    }

    func idOrNil(_ column: Int) throws -> RecordID? { type(column) == SQLITE_NULL ? nil : try id(column) }

    /// Ids that stand one after the other; none where nothing is stored.
    func ids(_ column: Int) throws -> [RecordID] {
        guard type(column) != SQLITE_NULL else { return [] }
        let bytes = try bytes(column)
        return stride(from: 0, to: bytes.count, by: 16).compactMap {
            RecordID(bytes: bytes[$0..<min($0 + 16, bytes.count)])
        }
    }

    func dayOrNil(_ column: Int) throws -> Day? {
        guard type(column) != SQLITE_NULL else { return nil }
        guard let day = Day(iso: try utf8(column)) else { throw damage(column) }
        return day
    }

    /// A kind by its prefix, exactly as the program writes it.
    func kind(_ column: Int) throws -> RecordKind {
        let prefix = try text(column)
        guard let kind = RecordKind(prefix: prefix), kind.prefix == prefix else { throw damage(column) }
        return kind
    }

    func damage(_ column: Int) -> DamagedColumn {
        DamagedColumn(
            name: sqlite3_column_name(statement, Int32(column)).map { "\"\(String(cString: $0))\"" } ?? "\(column + 1)")
    }

    private func type(_ column: Int) -> Int32 { sqlite3_column_type(statement, Int32(column)) }
}

extension Statement {
    /// Reads all rows.
    func all<Value>(_ arguments: StatementArguments, _ read: (StoredRow) throws -> Value) throws -> [Value] {
        setUncheckedArguments(arguments)
        let statement = sqliteStatement
        defer { sqlite3_reset(statement) }
        var values: [Value] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: values.append(try read(StoredRow(statement: statement)))
            case SQLITE_DONE: return values
            default: throw DatabaseError(of: statement)
            }
        }
    }

    /// Reads the first row; nil where there is none.
    func first<Value>(_ arguments: StatementArguments, _ read: (StoredRow) throws -> Value) throws -> Value? {
        setUncheckedArguments(arguments)
        let statement = sqliteStatement
        defer { sqlite3_reset(statement) }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return try read(StoredRow(statement: statement))
        case SQLITE_DONE: return nil
        default: throw DatabaseError(of: statement)
        }
    }
}

extension DatabaseError {
    /// What SQLite says of the last step of a statement.
    init(of statement: OpaquePointer) {
        let connection = sqlite3_db_handle(statement)
        self.init(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }
}
