import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension SQLiteLedger {
    /// Appends all changes of a commit or none, and returns once they are on the disk.
    ///
    /// One transaction; six statements for each change, and one for each owner, council and tag.
    public func append(_ commit: Commit) async throws(LedgerError) -> [Entry] {
        let prepared: [Appending.Prepared]
        do {
            prepared = try await Appending.prepare(commit.changes)
        } catch {
            throw .database(path: store.path, detail: "a record cannot be written: \(error)")
        }
        let (key, partnership, clock, ready) = (key, partnership, store.clock, prepared)
        return try await store.write { database in
            var appending = try Appending(
                database, key: key, partnership: partnership.id, at: clock(), actor: commit.actor, reason: commit.reason
            )
            if let seen = commit.head { try appending.require(head: seen) }
            for paper in commit.papers { try appending.keep(paper) }
            var entries: [Entry] = []
            entries.reserveCapacity(ready.count)
            for change in ready { entries.append(try appending.append(change)) }
            for paper in commit.papers { try appending.index(paper) }
            try appending.finish()
            return entries
        }
    }
}

/// One commit on its way into the tables.
struct Appending {
    /// A change with what could be worked out before the transaction.
    struct Prepared: Sendable {
        var change: Commit.Change
        var body: String
        var projection: Projection
    }

    /// Makes bodies and facts before the writer is asked for, so that it is held for as short as can be; those of a large
    /// commit on all processors.
    static func prepare(_ changes: [Commit.Change]) async throws -> [Prepared] {
        @Sendable func prepare(_ part: ArraySlice<Commit.Change>) throws -> [Prepared] {
            zip(part, try RecordCoding.bodies(part.lazy.map(\.record))).map {
                Prepared(
                    change: $0, body: $1, projection: Projection($0.record.facts, kind: $0.record.kind))
            }
        }
        let size = 256
        guard changes.count > size else { return try prepare(changes[...]) }
        return try await withThrowingTaskGroup(of: (Int, [Prepared]).self) { group in
            for start in stride(from: 0, to: changes.count, by: size) {
                group.addTask { (start, try prepare(changes[start..<min(start + size, changes.count)])) }
            }
            var parts: [Int: [Prepared]] = [:]
            for try await (start, part) in group { parts[start] = part }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    private let database: Database
    private let key: Int64
    private let partnership: RecordID
    private let at: Timestamp
    private let actor: String
    private let reason: String
    private let first: Int
    private var sequence: Int
    private var hash: EntryHash
    private var counters: [RecordKind: Int] = [:]
    private let projecting: Projecting
    private let insertion, lastOf: Statement

    init(_ database: Database, key: Int64, partnership: RecordID, at now: Timestamp, actor: String, reason: String)
        throws
    {
        let head = try SQLiteReader(database: database, key: key).head()
        (self.database, self.key, self.partnership, self.actor, self.reason) = (
            database, key, partnership, actor.storable, reason.storable
        )
        // A clock that went backwards must not put an entry before the one it follows.
        at = max(now, head.at)
        (sequence, hash, first) = (head.sequence, head.hash, head.sequence + 1)
        projecting = try Projecting(database, key: key)
        insertion = try database.cachedStatement(
            sql: """
                INSERT INTO entry (partnership, sequence, at, first, record, kind, number, version, actor, reason, body,
                    hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        lastOf = try database.cachedStatement(
            sql: """
                SELECT version, sequence, number, digest FROM version WHERE partnership = ? AND record = ?
                ORDER BY sequence DESC LIMIT 1
                """)
    }

    func require(head seen: Int) throws {
        guard seen == sequence else { throw LedgerError.movedOn(seen: seen, head: sequence) }
    }

    mutating func append(_ prepared: Prepared) throws -> Entry {
        let change = prepared.change
        let last = try lastVersion(of: change.id)
        guard last?.version ?? 0 == change.seen else { throw try refusal(of: change, last: last) }
        sequence += 1
        let number = try last?.number ?? nextNumber(change.record.kind)
        var entry = Entry(
            sequence: sequence, at: at, commit: first, id: change.id,
            reference: Reference(change.record.kind, number), version: change.seen + 1, actor: actor,
            reason: change.reason?.storable ?? reason, body: prepared.body, hash: .none)
        entry.hash = EntryHash.of(entry, after: hash, in: partnership)
        hash = entry.hash
        try insert(entry)
        try projecting.project(entry, prepared.projection, replacing: last)
        return entry
    }

    /// Keeps a file; one that is there already is the same file.
    func keep(_ paper: Commit.Paper) throws {
        try keep(paper.bytes, hash: paper.hash)
        if let transcript = paper.transcript { try keep(transcript, hash: PaperHash.of(transcript)) }
    }

    private func keep(_ bytes: [UInt8], hash: String) throws {
        let hash = EntryHash(hash)?.bytes ?? []
        let statement = try database.cachedStatement(
            sql: "INSERT INTO paper (partnership, hash, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        try statement.execute(arguments: [key, Data(hash), Data(bytes)])
    }

    func index(_ paper: Commit.Paper) throws {
        for passage in paper.passages {
            try projecting.insertPassage(paper.id, from: sequence, line: passage.line, text: passage.text)
        }
    }

    func finish() throws {
        // A commit that only keeps papers makes no entry, and the head's time is that of the last one.
        guard sequence >= first else { return }
        for (kind, last) in counters {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO counter (partnership, kind, last) VALUES (?, ?, ?)
                    ON CONFLICT (partnership, kind) DO UPDATE SET last = excluded.last
                    """)
            try statement.execute(arguments: [key, kind.prefix, last])
        }
        let statement = try database.cachedStatement(
            sql: "UPDATE partnership SET sequence = ?, hash = ?, at = ? WHERE key = ?")
        try statement.execute(arguments: [sequence, Data(hash.bytes), at.microseconds, key])
    }

    private func insert(_ entry: Entry) throws {
        try insertion.run([
            key.databaseValue, entry.sequence.databaseValue, entry.at.microseconds.databaseValue,
            entry.commit.databaseValue, Data(entry.id.bytes).databaseValue,
            entry.reference.kind.prefix.databaseValue, entry.reference.number.databaseValue,
            entry.version.databaseValue, entry.actor.databaseValue, entry.reason.databaseValue,
            entry.body.databaseValue, Data(entry.hash.bytes).databaseValue,
        ])
    }

    private func lastVersion(of id: RecordID) throws -> LastVersion? {
        try lastOf.first([key, Data(id.bytes)]) { row in
            LastVersion(
                version: try row.int(0), sequence: try row.int(1), number: try row.int(2), words: Int64(try row.int(3)))
        }
    }

    private mutating func nextNumber(_ kind: RecordKind) throws -> Int {
        var last = counters[kind] ?? 0
        if last == 0 {
            let statement = try database.cachedStatement(
                sql: "SELECT last FROM counter WHERE partnership = ? AND kind = ?")
            last = try Int.fetchOne(statement, arguments: [key, kind.prefix]) ?? 0
            guard (0..<Int.max).contains(last) else { throw DamagedColumn(name: "\"last\"") }
        }
        counters[kind] = last + 1
        return last + 1
    }

    private func refusal(of change: Commit.Change, last: LastVersion?) throws -> LedgerError {
        guard last != nil else { return .unknownRecord(change.id) }
        guard change.seen > 0 else { return .duplicate(change.id) }
        let rows = try SQLiteReader(database: database, key: key).history(change.id, .now)
        guard let current = rows.last else { return .unknownRecord(change.id) }
        return .stale(LedgerError.Conflict(seen: rows.first { $0.version == change.seen }, current: current))
    }
}
