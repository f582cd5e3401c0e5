import Foundation
internal import GRDB
import Register

extension SQLiteLedger {
    /// Records, updates and papers whose words match, best first by the usual weighing of rare words (BM25).
    public func search(_ words: SearchWords, _ asAt: AsAt, limit: Int) async throws(LedgerError) -> [Hit] {
        let key = key
        return try await store.read { database in
            let sequence = try SQLiteLedger.sequence(database, key, asAt)
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(SQLiteLedger.rowColumns), p.line FROM words w CROSS JOIN passage p ON p.key = w.rowid
                    JOIN version v ON v.partnership = p.partnership AND v.record = p.record
                    WHERE w.words MATCH ? AND p.partnership = ? AND p.sequence <= ? AND p.until > ?
                        AND v.sequence <= ? AND v.until > ? AND v.withdrawn = 0
                    ORDER BY w.rank, p.key LIMIT ?
                    """)
            return try GRDB.Row.fetchAll(
                statement, arguments: [words.fullText, key, sequence, sequence, sequence, sequence, limit]
            ).map { Hit(row: try SQLiteLedger.row($0), line: try $0.storedOrNil(20)) }
        }
    }
}
