import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// One walk through a partnership's entries.
struct Verifying {
    /// The latest version of a record on the way, with how long the lists and search say that it stands.
    struct Latest {
        var version: Int
        var reference: Reference
        var sequence = 0
        var until = SQLiteSchema.open
        var words: Int64 = 0
        var passage: (sequence: Int, until: Int64)?
    }

    let database: Database
    let key: Int64
    let partnership: RecordID
    let known: KnownHead?
    let stored: Head
    var previous = EntryHash.none
    var sequence = 0
    var at = Timestamp(microseconds: Int.min)
    var facets = 0
    var passages = 0
    var records: [RecordID: Latest] = [:]
    var referenced: Set<Reference> = []
    var counters: [RecordKind: Int] = [:]
    var knownSeen = false
    var papers = 0

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
            let rows = try SQLiteReader(database: database, key: key).readableEntries(after: sequence, limit: 2000)
            if rows.isEmpty { break }
            for row in rows { if let fault = try check(row) { return fault } }
            progress(sequence)
        }
        if let fault = try checkEnd() { return fault }
        if let fault = try checkProjection() { return fault }
        return try checkPapers()
    }

    // MARK: Entries

    private mutating func check(_ row: Result<Entry, DamagedColumn>) throws -> Verdict.Fault? {
        switch row {
        case .success(let entry): return try check(entry)
        case .failure(let damage):
            return Verdict.Fault(sequence: sequence + 1, problem: "\(damage): it was altered after it was written.")
        }
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
    func stands(_ latest: Latest, until: Int64) -> Verdict.Fault? {
        guard latest.until != until else { return nil }
        return Verdict.Fault(
            sequence: latest.sequence, reference: latest.reference,
            problem: "the lists say that it stood until entry \(latest.until). Run: goldthread doctor --rebuild")
    }

    /// Search knows the words of a version until other words replace them, and no longer.
    func isFound(_ latest: Latest, until: Int64) -> Verdict.Fault? {
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
}
