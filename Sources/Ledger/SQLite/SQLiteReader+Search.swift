import Foundation
internal import GRDB
import Register

extension SQLiteReader {
    /// Records and updates whose words match, then places in papers; each best first by the usual weighing of rare words
    /// (BM25).
    func search(_ words: SearchWords, _ asAt: AsAt, limit: Int) throws -> [Hit] {
        let sequence = try bound(asAt)
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns), p.line FROM words w CROSS JOIN passage p ON p.key = w.rowid
                JOIN version v ON v.partnership = p.partnership AND v.record = p.record
                WHERE w.words MATCH ? AND p.partnership = ? AND p.sequence <= ? AND p.until > ?
                    AND v.sequence <= ? AND v.until > ? AND v.withdrawn = 0
                ORDER BY p.line IS NOT NULL, w.rank, p.key LIMIT ?
                """)
        return try statement.all([words.fullText, key, sequence, sequence, sequence, sequence, limit]) {
            Hit(row: try SQLiteReader.row($0), line: try $0.intOrNil(20))
        }
    }
}
