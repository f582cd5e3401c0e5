import Foundation
internal import GRDB
import Register

extension SQLiteLedger {
    /// Appends all changes of a commit or none, and returns once they are on the disk.
    ///
    /// One transaction; six statements for each change, and one for each owner, council and tag.
    public func append(_ commit: Commit) async throws(LedgerError) -> [Entry] {
        // Bodies and facts are made before the writer is asked for, so that it is held for as short as can be.
        var prepared: [Appending.Prepared] = []
        prepared.reserveCapacity(commit.changes.count)
        for change in commit.changes {
            do {
                prepared.append(
                    Appending.Prepared(
                        change: change, body: try RecordCoding.body(change.record), facts: change.record.facts))
            } catch {
                throw .database(
                    path: store.path, detail: "a \(change.record.kind.name(count: 1)) cannot be written: \(error)")
            }
        }
        let (key, partnership, clock, ready) = (key, partnership, store.clock, prepared)
        return try await store.write { database in
            var appending = try Appending(
                database, key: key, partnership: partnership.id, at: clock(), actor: commit.actor, reason: commit.reason
            )
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
        var facts: Facts
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

    init(_ database: Database, key: Int64, partnership: RecordID, at now: Timestamp, actor: String, reason: String)
        throws
    {
        let head = try SQLiteLedger.head(database, key)
        (self.database, self.key, self.partnership, self.actor, self.reason) = (
            database, key, partnership, actor.storable, reason.storable
        )
        // A clock that went backwards must not put an entry before the one it follows.
        at = max(now, head.at)
        (sequence, hash, first) = (head.sequence, head.hash, head.sequence + 1)
    }

    mutating func append(_ prepared: Prepared) throws -> Entry {
        let change = prepared.change
        let last = try lastVersion(of: change.id)
        guard last?.version ?? 0 == change.seen else { throw try refusal(of: change, last: last) }
        sequence += 1
        let number = try last?.number ?? nextNumber(change.record.kind)
        var entry = Entry(
            sequence: sequence, at: at, commit: first, id: change.id,
            reference: Reference(change.record.kind, number), version: change.seen + 1, actor: actor, reason: reason,
            body: prepared.body, hash: .none)
        entry.hash = EntryHash.of(entry, after: hash, in: partnership)
        hash = entry.hash
        try insert(entry)
        try Projecting(database, key: key).project(entry, prepared.facts, replacing: last)
        return entry
    }

    /// Keeps a file; one that is there already is the same file.
    func keep(_ paper: Commit.Paper) throws {
        let hash = EntryHash(paper.hash)?.bytes ?? []
        let statement = try database.cachedStatement(
            sql: "INSERT INTO paper (partnership, hash, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        try statement.execute(arguments: [key, Data(hash), Data(paper.bytes)])
    }

    func index(_ paper: Commit.Paper) throws {
        let projecting = Projecting(database, key: key)
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
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO entry (partnership, sequence, at, first, record, kind, number, version, actor, reason, body, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            key, entry.sequence, entry.at.microseconds, entry.commit, Data(entry.id.bytes), entry.reference.kind.prefix,
            entry.reference.number, entry.version, entry.actor, entry.reason, entry.body, Data(entry.hash.bytes),
        ])
    }

    private func lastVersion(of id: RecordID) throws -> LastVersion? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT version, sequence, number, words FROM version WHERE partnership = ? AND record = ?
                ORDER BY sequence DESC LIMIT 1
                """)
        return try GRDB.Row.fetchOne(statement, arguments: [key, Data(id.bytes)]).map {
            LastVersion(
                version: try $0.stored(0), sequence: try $0.stored(1), number: try $0.stored(2),
                words: try $0.stored(3))
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
        guard let last else { return .unknownRecord(change.id) }
        guard change.seen > 0 else { return .duplicate(change.id) }
        let rows = try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT e.sequence, e.at, e.first, e.record, e.kind, e.number, e.version, e.actor, e.reason, e.body, e.hash
                FROM version v JOIN entry e ON e.partnership = v.partnership AND e.sequence = v.sequence
                WHERE v.partnership = ? AND v.record = ? AND v.version IN (?, ?) ORDER BY v.version
                """, arguments: [key, Data(change.id.bytes), change.seen, last.version]
        ).map(SQLiteLedger.entry)
        guard let current = rows.last else { return .unknownRecord(change.id) }
        return .stale(LedgerError.Conflict(seen: rows.first { $0.version == change.seen }, current: current))
    }
}
