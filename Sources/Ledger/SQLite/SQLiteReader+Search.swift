import Foundation
internal import GRDB
import Register

extension SQLiteReader {
    /// So many places are weighed against each other. Weighing more takes longer with every one, and a word that stands
    /// everywhere tells none of them from the rest: the newest are more likely what somebody looks for.
    static let mostWeighed = 1000

    /// Records and updates whose words match, then places in papers; each best first by the usual weighing of rare words
    /// (BM25). Of more than a thousand the newest come, the newest first.
    func search(_ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable) throws -> [Hit] {
        let records = try search(words, "p.line IS NULL", asAt, limit: limit, readable: readable)
        guard records.count < limit else { return records }
        let places = "p.line IS NOT NULL"
        return try records + search(words, places, asAt, limit: limit - records.count, readable: readable)
    }

    private func search(
        _ words: SearchWords, _ which: String, _ asAt: AsAt, limit: Int, readable: Readable
    ) throws -> [Hit] {
        let sequence = try bound(asAt)
        let scope = try ReadableSQL(readable, in: self)
        let places = """
            FROM words w CROSS JOIN passage p ON p.key = w.rowid
            JOIN version v ON v.partnership = p.partnership AND v.record = p.record
            WHERE w.words MATCH ? AND p.partnership = ? AND p.sequence <= ? AND p.until > ? AND \(which)
                AND v.sequence <= ? AND v.until > ? AND v.withdrawn = 0\(scope.sql)
            """
        let arguments: StatementArguments = [words.fullText, key, sequence, sequence, sequence, sequence]
        let newest = try database.cachedStatement(
            sql: "SELECT p.key \(places) ORDER BY w.rowid DESC LIMIT \(Self.mostWeighed + 1)")
        let found = try newest.all(arguments + scope.arguments) { try $0.int(0) }
        if found.count > Self.mostWeighed { return try hits(found.prefix(limit), sequence) }
        let weighed = try database.cachedStatement(
            sql: "SELECT \(SQLiteReader.rowColumns), p.line \(places) ORDER BY w.rank, p.key LIMIT ?")
        return try weighed.all(arguments + scope.arguments + [limit], SQLiteReader.hit)
    }

    /// The hits at places, in their order.
    private func hits(_ places: some Sequence<Int>, _ sequence: Int) throws -> [Hit] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns), p.line FROM passage p
                JOIN version v ON v.partnership = p.partnership AND v.record = p.record
                WHERE p.partnership = ? AND p.key = ? AND v.sequence <= ? AND v.until > ?
                """)
        return try places.compactMap { try statement.first([key, $0, sequence, sequence], SQLiteReader.hit) }
    }

    private static func hit(_ row: StoredRow) throws -> Hit {
        Hit(row: try SQLiteReader.row(row), line: try row.intOrNil(20))
    }
}
