import Foundation
internal import GRDB
import Register
import SQLiteFiles

// What follows from the entries, compared with what they give.
extension Verifying {
    /// Compares the projected version, its facets and the passage of its words with what the entry gives.
    mutating func checkVersion(_ entry: Entry, _ facts: Facts, after last: Latest?) throws -> Verdict.Fault? {
        func fault(_ problem: String) -> Verdict.Fault {
            Verdict.Fault(sequence: entry.sequence, reference: entry.reference, problem: problem)
        }
        let names = ["record", "kind", "number", "version"] + VersionColumns.names
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(names.joined(separator: ", ")), until
                FROM version v WHERE v.partnership = ? AND v.sequence = ?
                """)
        guard let row = try GRDB.Row.fetchOne(statement, arguments: [key, entry.sequence]) else {
            return fault(
                "it is missing from the lists that are made from the entries. Run: goldthread doctor --rebuild")
        }
        let columns = VersionColumns(facts, kind: entry.reference.kind)
        let head: [DatabaseValue] = [
            Data(entry.id.bytes).databaseValue, entry.reference.kind.prefix.databaseValue,
            entry.reference.number.databaseValue, entry.version.databaseValue,
        ]
        let expected = head + columns.values
        for (place, name) in names.enumerated() {
            let value = row[place] as DatabaseValue
            guard value == expected[place] else {
                return fault(
                    "the lists show \(value) as its \(name), and the entry gives \(expected[place]): somebody altered it. Run: goldthread doctor --rebuild"
                )
            }
        }
        var latest = Latest(version: entry.version, reference: entry.reference, sequence: entry.sequence)
        (latest.until, latest.words, latest.passage) = (try row.stored(21), columns.wordsDigest, last?.passage)
        for facet in Facet.of(facts) {
            let statement = try database.cachedStatement(
                sql: "SELECT 1 FROM facet WHERE partnership = ? AND name = ? AND value = ? AND sequence = ?")
            guard try Int.fetchOne(statement, arguments: [key, facet.name, facet.value, entry.sequence]) != nil else {
                return fault("the lists do not show its \(facet.name). Run: goldthread doctor --rebuild")
            }
            facets += 1
        }
        if last?.words != latest.words {
            if let last, let fault = isFound(last, until: Int64(entry.sequence)) { return fault }
            latest.passage = nil
            if !columns.words.isEmpty {
                guard let until = try passage(of: entry) else {
                    return fault("search does not know its words. Run: goldthread doctor --rebuild")
                }
                latest.passage = (entry.sequence, until)
                passages += 1
            }
        }
        records[entry.id] = latest
        return nil
    }

    /// Until when search knows the words of an entry; nil where it does not, or knows them twice.
    private func passage(of entry: Entry) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: "SELECT until FROM passage WHERE partnership = ? AND record = ? AND sequence = ? AND line IS NULL")
        let found = try GRDB.Row.fetchAll(statement, arguments: [key, Data(entry.id.bytes), entry.sequence])
        return found.count == 1 ? try found.first?.stored(0) : nil
    }

    func checkProjection() throws -> Verdict.Fault? {
        for latest in records.values.sorted(by: { $0.sequence < $1.sequence }) {
            let fault = stands(latest, until: SQLiteSchema.open) ?? isFound(latest, until: SQLiteSchema.open)
            if let fault { return fault }
        }
        let counts: [(String, String, Int)] = [
            ("version", "", sequence), ("facet", "", facets), ("passage", " AND line IS NULL", passages),
            ("counter", "", counters.count),
        ]
        for (table, condition, expected) in counts {
            let found =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM \(table) WHERE partnership = ?\(condition)", arguments: [key])
                ?? 0
            if found != expected {
                return Verdict.Fault(
                    problem: """
                        the lists hold \(found) rows of \(table) where the entries give \(expected). \
                        Run: goldthread doctor --rebuild
                        """)
            }
        }
        for (kind, number) in counters {
            let last = try Int.fetchOne(
                database, sql: "SELECT last FROM counter WHERE partnership = ? AND kind = ?",
                arguments: [key, kind.prefix])
            if last != number {
                return Verdict.Fault(
                    problem:
                        "references of \(kind.name(count: 2)) go up to \(number), and the counter says \(last ?? 0).")
            }
        }
        return nil
    }

    mutating func checkPapers() throws -> Verdict.Fault? {
        let hashes = try Data.fetchAll(
            database, sql: "SELECT hash FROM paper WHERE partnership = ? ORDER BY hash", arguments: [key])
        for hash in hashes {
            let bytes = try Data.fetchOne(
                database, sql: "SELECT bytes FROM paper WHERE partnership = ? AND hash = ?", arguments: [key, hash])
            guard let bytes, PaperHash.bytes(of: Array(bytes)) == Array(hash) else {
                return Verdict.Fault(
                    problem: "the paper \(Hexadecimal.text(Array(hash))) is not what was kept: its bytes were altered.")
            }
            papers += 1
        }
        let names = try Data.fetchAll(
            database,
            sql: """
                SELECT DISTINCT value FROM facet WHERE partnership = ? AND name = 'name'
                    AND value >= CAST('sha256:' AS BLOB) AND value < CAST('sha256;' AS BLOB)
                """, arguments: [key])
        for name in names {
            let hex = String(decoding: name, as: UTF8.self).dropFirst(7)
            if let hash = EntryHash(String(hex)), !hashes.contains(Data(hash.bytes)) {
                return Verdict.Fault(problem: "the paper \(hex) is named by an entry and is not there.")
            }
        }
        return nil
    }
}
