import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension SQLiteReader {
    /// Changes of some time. One step in the primary key for each commit, and one look-up for each change of a record that
    /// was there before: the cost grows with the limit and not with the ledger, nor with what an import brought.
    func changes(_ question: ChangesQuestion) throws -> Changes {
        let start = try sequence(.moment(question.since))
        let spans = try spans(from: start, to: try sequence(question.asAt), limit: question.limit)
        let scope = try ReadableSQL(question.readable, in: self)
        var changes = Changes()
        changes.areCut = spans.last.map { $0.entries.lowerBound > start + 1 } ?? false
        for span in spans {
            changes.all += try self.changes(in: span, question.kinds, scope)
        }
        for index in changes.all.indices where changes.all[index].after.version > 1 {
            changes.all[index].before = try before(changes.all[index].after, scope)
        }
        return changes
    }

    /// Entries that follow each other, and whether imports made them.
    private struct Span {
        var entries: ClosedRange<Int>
        var isImport: Bool

        /// The most records of imports that are told of in one commit: so many papers, so many of them.
        static let mostImports = 20
        static let imports = [RecordKind.import.prefix]
    }

    /// Goes back commit by commit, the newest first, and gathers those between imports. Entries are counted without gaps,
    /// so the commit before ends right where one begins.
    private func spans(from start: Int, to end: Int, limit: Int) throws -> [Span] {
        guard end > start, limit > 0 else { return [] }
        // Joined across, so that the planner begins with the steps.
        let statement = try database.cachedStatement(
            sql: """
                WITH RECURSIVE step (last, first, place) AS (
                    SELECT sequence, first, 1 FROM entry WHERE partnership = ? AND sequence = ?
                    UNION ALL
                    SELECT e.sequence, e.first, s.place + 1 FROM step s
                        JOIN entry e ON e.partnership = ? AND e.sequence = s.first - 1
                        WHERE s.first - 1 > ? AND s.place < ?)
                SELECT s.last, s.first, l.kind, f.kind FROM step s
                    CROSS JOIN entry l ON l.partnership = ? AND l.sequence = s.last
                    CROSS JOIN entry f ON f.partnership = ? AND f.sequence = s.first
                ORDER BY s.place
                """)
        var spans: [Span] = []
        var room = limit
        for (last, first, kinds) in try statement.all(
            [key, end, key, start, limit, key, key],
            { row in (try row.int(0), max(try row.int(1), start + 1), [try row.kind(2), try row.kind(3)]) })
        where room > 0 {
            // Imports close what they brought, and their undoing begins with them.
            if kinds.contains(.import) {
                spans.append(Span(entries: first...last, isImport: true))
                room -= 1
            } else {
                let from = max(first, last - room + 1)
                room -= last - from + 1
                if let span = spans.last, !span.isImport {
                    spans[spans.count - 1].entries = from...span.entries.upperBound
                } else {
                    spans.append(Span(entries: from...last, isImport: false))
                }
            }
        }
        return spans
    }

    private func changes(in span: Span, _ kinds: [RecordKind], _ scope: ReadableSQL) throws -> [Changes.Change] {
        guard span.isImport else { return try changes(span.entries, kinds.map(\.prefix), scope) }
        let (first, last) = (span.entries.lowerBound, span.entries.upperBound)
        let atEnd = max(first, last - Span.mostImports + 1)
        let closing = try changes(atEnd...last, Span.imports, scope)
        guard closing.isEmpty, first < atEnd else { return closing }
        return try changes(first...min(atEnd - 1, first + Span.mostImports - 1), Span.imports, scope)
    }

    private func changes(
        _ entries: ClosedRange<Int>, _ prefixes: [String], _ scope: ReadableSQL
    ) throws -> [Changes.Change] {
        let marks = Array(repeating: "?", count: prefixes.count).joined(separator: ", ")
        // A sign before the kind keeps the planner in the range of entries, which is short.
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns), e.at, e.actor FROM version v
                JOIN entry e ON e.partnership = v.partnership AND e.sequence = v.sequence
                WHERE v.partnership = ? AND v.sequence >= ? AND v.sequence <= ? AND +v.kind IN (\(marks))\(scope.sql)
                ORDER BY v.sequence DESC
                """)
        let arguments: StatementArguments = [key, entries.lowerBound, entries.upperBound]
        return try statement.all(arguments + StatementArguments(prefixes) + scope.arguments) { row in
            Changes.Change(
                after: try SQLiteReader.row(row), at: Timestamp(microseconds: try row.int(20)), actor: try row.text(21))
        }
    }

    /// The version that another replaced, where it may be read.
    private func before(_ row: Row, _ scope: ReadableSQL) throws -> Row? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(SQLiteReader.rowColumns) FROM version v
                WHERE v.partnership = ? AND v.record = ? AND v.sequence < ? AND v.until = ?\(scope.sql)
                """)
        return try statement.first(
            [key, Data(row.id.bytes), row.sequence, row.sequence] + scope.arguments, SQLiteReader.row)
    }
}
