import Foundation
internal import GRDB
import Register

extension SQLiteReader {
    /// Records and updates whose words match, then places in papers; each best first by the usual weighing of rare words
    /// (BM25).
    func search(_ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable) throws -> [Hit] {
        let sequence = try bound(asAt)
        let scope = try ReadableSQL(readable, in: self)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns), p.line FROM words w CROSS JOIN passage p ON p.key = w.rowid
                JOIN version v ON v.partnership = p.partnership AND v.record = p.record
                WHERE w.words MATCH ? AND p.partnership = ? AND p.sequence <= ? AND p.until > ?
                    AND v.sequence <= ? AND v.until > ? AND v.withdrawn = 0\(scope.sql)
                ORDER BY p.line IS NOT NULL, w.rank, p.key LIMIT ?
                """)
        let arguments: StatementArguments = [words.fullText, key, sequence, sequence, sequence, sequence]
        return try statement.all(arguments + scope.arguments + [limit]) {
            Hit(row: try SQLiteReader.row($0), line: try $0.intOrNil(20))
        }
    }
}
