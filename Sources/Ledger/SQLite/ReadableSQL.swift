import Foundation
internal import GRDB
import Register

/// A condition on `v` that holds for versions which may be read, and its arguments.
///
/// A version's councils cannot be asked for by the version: facets are found by their values. But there are few
/// councils, so "of none" is "of no other council", and every test is a place in the primary key of `facet`.
struct ReadableSQL {
    /// Begins with " AND "; empty where every version may be read.
    private(set) var sql = ""
    private(set) var arguments = StatementArguments()

    /// - Parameter reader: Asked for the partnership's councils, one step in the index each; not asked where everything
    ///   may be read.
    init(_ readable: Readable, in reader: SQLiteReader) throws {
        guard case .councils(let own) = readable else { return }
        guard !own.isEmpty else {
            sql = " AND 0"
            return
        }
        let councils = try reader.councils()
        let others = councils.filter { !own.contains($0) }
        // Where no other council is named anywhere, nothing is another's.
        guard !others.isEmpty else { return }
        let mine = councils.filter(own.contains)
        sql = " AND (\(ReadableSQL.isOf(mine.count)) OR NOT \(ReadableSQL.isOf(others.count)))"
        arguments = StatementArguments((mine + others).map { Data($0.bytes) })
    }

    /// Takes the ids of as many councils.
    private static func isOf(_ count: Int) -> String {
        """
        EXISTS (SELECT 1 FROM facet c WHERE c.partnership = v.partnership AND c.name = 'council'
            AND c.value IN (\(Array(repeating: "?", count: count).joined(separator: ", "))) AND c.sequence = v.sequence)
        """
    }
}

extension SQLiteReader {
    /// Every council of which any version is or was. One statement, with one step in an index for each.
    func councils() throws -> [RecordID] { try values(of: "council") { try $0.id(0) } }

    /// All values of a facet, in order: one step in the index each.
    func values<Value>(of facet: String, _ read: (StoredRow) throws -> Value) throws -> [Value] {
        let statement = try database.cachedStatement(
            sql: """
                WITH RECURSIVE known (value) AS (
                    SELECT min(value) FROM facet WHERE partnership = ? AND name = ?
                    UNION ALL
                    SELECT (SELECT min(f.value) FROM facet f
                        WHERE f.partnership = ? AND f.name = ? AND f.value > known.value)
                    FROM known WHERE known.value IS NOT NULL)
                SELECT value FROM known WHERE value IS NOT NULL
                """)
        return try statement.all([key, facet, key, facet], read)
    }
}
