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
        let places = "words w CROSS JOIN passage p ON p.key = w.rowid"
        let matching = "w.words MATCH ? AND p.partnership = ? AND p.sequence <= ? AND p.until > ? AND \(which)"
        let arguments: StatementArguments = [words.fullText, key, sequence, sequence]
        // Those that may not be read are counted too: to look at their versions would take five times as long.
        let count = try database.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM \(places) WHERE \(matching) LIMIT \(Self.mostWeighed + 1))")
        let found = try count.first(arguments) { try $0.int(0) } ?? 0
        guard found > 0 else { return [] }
        let order = found > Self.mostWeighed ? "w.rowid DESC" : "w.rank, p.key"
        let best = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns), p.line FROM \(places)
                JOIN version v ON v.partnership = p.partnership AND v.record = p.record
                WHERE \(matching) AND v.sequence <= ? AND v.until > ? AND v.withdrawn = 0\(scope.sql)
                ORDER BY \(order) LIMIT ?
                """)
        return try best.all(arguments + [sequence, sequence] + scope.arguments + [limit], SQLiteReader.hit)
    }

    private static func hit(_ row: StoredRow) throws -> Hit {
        Hit(row: try SQLiteReader.row(row), line: try row.intOrNil(20))
    }
}
