internal import GRDB
import SQLiteFiles

extension AccessError {
    /// What any error on the way means for people.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as AccessError: self = error
        case let damage as DamagedColumn: self = .damaged(path: path, detail: "\(damage)")
        case is RowDecodingError:
            self = .damaged(path: path, detail: "a column holds what Goldthread never writes there")
        case let error as DatabaseError: self = AccessError(error, path: path)
        case is CancellationError: self = .givenUp
        default: self = .database(path: path, detail: "\(type(of: error))")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, detail: error.message ?? "malformed")
            case .SQLITE_NOTADB: .notAnAccessBook(path: path)
            case .SQLITE_IOERR: .inputOutput(path: path, detail: error.message ?? "I/O error")
            default: .database(path: path, detail: error.message ?? "\(error.resultCode)")
            }
    }
}
