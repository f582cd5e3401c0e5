import Foundation
internal import GRDB
import Register

extension SQLiteLedger {
    /// Walks the chain, works every projection out again and compares, and hashes every paper again.
    ///
    /// Reads one state of the database throughout, so that others may go on writing. Linear in entries.
    public func verify(
        against known: KnownHead?, progress: @escaping @Sendable (Int) -> Void
    ) async throws(LedgerError) -> Verdict {
        let (key, partnership) = (key, partnership.id)
        return try await store.read { database in
            var verifying = try Verifying(database, key: key, partnership: partnership, known: known)
            return try verifying.verdict(progress)
        }
    }
}

/// One walk through a partnership's entries.
private struct Verifying {
    /// The latest version of a record on the way, with how long the lists and search say that it stands.
    private struct Latest {
        var version: Int
        var reference: Reference
        var sequence = 0
        var until = SQLiteSchema.open
        var words: Int64 = 0
        var passage: (sequence: Int, until: Int64)?
    }

    private let database: Database
    private let key: Int64
    private let partnership: RecordID
    private let known: KnownHead?
    private let stored: Head
    private var previous = EntryHash.none
    private var sequence = 0
    private var at = Timestamp(microseconds: Int.min)
    private var facets = 0
    private var passages = 0
    private var records: [RecordID: Latest] = [:]
    private var referenced: Set<Reference> = []
    private var counters: [RecordKind: Int] = [:]
    private var knownSeen = false
    private var papers = 0

    init(_ database: Database, key: Int64, partnership: RecordID, known: KnownHead?) throws {
        (self.database, self.key, self.partnership, self.known) = (database, key, partnership, known)
        stored = try SQLiteReader(database: database, key: key).head()
        // The head of a ledger that was still empty is in every one that grew from it.
        knownSeen = known?.hash == EntryHash.none && known?.sequence ?? 0 == 0
    }

    mutating func verdict(_ progress: (Int) -> Void) throws -> Verdict {
        let fault = try firstFault(progress)
        return Verdict(
            head: Head(sequence: sequence, hash: previous, at: sequence > 0 ? at : stored.at), entries: sequence,
            papers: papers, fault: fault)
    }

    private mutating func firstFault(_ progress: (Int) -> Void) throws -> Verdict.Fault? {
        // The quick check leaves indexes out, and lists are read from them alone.
        if let damage = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)"), damage != "ok" {
            return Verdict.Fault(problem: "the file is damaged: \(damage). Restore a backup.")
        }
        while true {
            let rows = try SQLiteReader(database: database, key: key).entryRows(after: sequence, limit: 2000)
            if rows.isEmpty { break }
            for row in rows { if let fault = try check(row) { return fault } }
            progress(sequence)
        }
        if let fault = try checkEnd() { return fault }
        if let fault = try checkProjection() { return fault }
        return try checkPapers()
    }

    // MARK: Entries

    private mutating func check(_ row: GRDB.Row) throws -> Verdict.Fault? {
        let entry: Entry
        do {
            entry = try SQLiteReader.entry(row)
        } catch let damage as DamagedColumn {
            return Verdict.Fault(sequence: sequence + 1, problem: "\(damage): it was altered after it was written.")
        }
        return try check(entry)
    }

    private mutating func check(_ entry: Entry) throws -> Verdict.Fault? {
        func fault(_ problem: String) -> Verdict.Fault {
            Verdict.Fault(sequence: entry.sequence, reference: entry.reference, problem: problem)
        }
        guard entry.sequence == sequence + 1 else {
            return fault("it stands behind entry \(sequence), and what was between is missing.")
        }
        guard entry.hash == EntryHash.of(entry, after: previous, in: partnership) else {
            return fault(
                "its hash does not fit what it says and the entry before it: it was altered, inserted or moved after it was written."
            )
        }
        guard entry.at >= at else { return fault("it is dated before the entry before it.") }
        let last = records[entry.id]
        guard entry.version == (last?.version ?? 0) + 1 else {
            return fault(
                "it is version \(entry.version) of its record, and version \(last?.version ?? 0) stands before it.")
        }
        if let last, last.reference != entry.reference {
            return fault("its record was \(last.reference) before: a reference never changes.")
        }
        if last == nil, !referenced.insert(entry.reference).inserted {
            return fault("another record has the reference already.")
        }
        counters[entry.reference.kind] = max(counters[entry.reference.kind] ?? 0, entry.reference.number)
        (previous, sequence, at) = (entry.hash, entry.sequence, entry.at)
        if known?.hash == entry.hash, known?.sequence ?? sequence == sequence { knownSeen = true }
        guard let record = try? RecordCoding.record(entry.body) else { return fault("its body is no record.") }
        if let last, let fault = stands(last, until: Int64(entry.sequence)) { return fault }
        return try checkVersion(entry, record.facts, after: last)
    }

    /// The lists show a version until the one after it, and no longer.
    private func stands(_ latest: Latest, until: Int64) -> Verdict.Fault? {
        guard latest.until != until else { return nil }
        return Verdict.Fault(
            sequence: latest.sequence, reference: latest.reference,
            problem: "the lists say that it stood until entry \(latest.until). Run: goldthread doctor --rebuild")
    }

    /// Search knows the words of a version until other words replace them, and no longer.
    private func isFound(_ latest: Latest, until: Int64) -> Verdict.Fault? {
        guard let passage = latest.passage, passage.until != until else { return nil }
        return Verdict.Fault(
            sequence: passage.sequence, reference: latest.reference,
            problem: "search knows its words until entry \(passage.until). Run: goldthread doctor --rebuild")
    }

    private mutating func checkEnd() throws -> Verdict.Fault? {
        if let known, !knownSeen {
            let place = known.sequence.map { "entry \($0)" } ?? "the head"
            return Verdict.Fault(
                sequence: known.sequence.map { min($0, max(sequence, 1)) },
                problem: """
                    the head kept elsewhere (\(place), \(known.hash)) is not in this ledger: entries were removed or \
                    written anew since it was printed, or it is of another ledger.
                    """)
        }
        guard stored.sequence == sequence, stored.hash == previous else {
            return Verdict.Fault(
                sequence: max(sequence, 1),
                problem:
                    "the ledger says that it ends at entry \(stored.sequence), but its entries end at \(sequence): some were removed or added at the end."
            )
        }
        if sequence > 0, stored.at != at {
            return Verdict.Fault(
                sequence: sequence,
                problem:
                    "the ledger says that it was made at \(stored.at), and the entry says \(at): somebody altered it."
            )
        }
        return nil
    }

    // MARK: What follows from them

    /// Compares the projected version, its facets and the passage of its words with what the entry gives.
    private mutating func checkVersion(_ entry: Entry, _ facts: Facts, after last: Latest?) throws -> Verdict.Fault? {
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

    private func checkProjection() throws -> Verdict.Fault? {
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

    private mutating func checkPapers() throws -> Verdict.Fault? {
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
