import Foundation
import Ledger
import Register

/// Appends against the very same rows put into the very same tables by bare SQLite, with the same safety.
struct AppendBenchmark {
    let folder: URL

    func run() async throws {
        print("appends a second   (0.5 × bare SQLite asked for)")
        let promises = Promises()
        try await compare("one by one", batches: Self.singles(promises), rounds: 1)
        try await compare(
            "in an import",
            batches: (0..<4).map { promises.imported($0) } + (0..<4).map { promises.changes($0, round: 1) },
            rounds: 1)
    }

    private static func singles(_ promises: Promises) -> [[Commit.Change]] {
        promises.imported(0).prefix(1500).map { [$0] }
    }

    private func compare(_ name: String, batches: [[Commit.Change]], rounds: Int) async throws {
        let path = folder.appending(path: "append-\(name).db").path
        let store = try SQLiteStore.open(path, mode: .create, clock: { Timestamp(microseconds: 1) })
        let ledger = try await store.addPartnership(named: "Bench", id: RecordID(milliseconds: 1, chance: (0, 0)))
        _ = try await ledger.append(Commit(actor: "bench", reason: "People", changes: Promises().everybody(0)))
        let ours = try await Stopwatch.best(of: 1) {
            for changes in batches {
                _ = try await ledger.append(Commit(actor: "bench", reason: "Append", changes: changes))
            }
        }
        let count = batches.reduce(0) { $0 + $1.count }
        var rows = try KeptRows(path, texts: batches.flatMap { $0 }, after: Promises.people)
        let (whole, bare) = (
            try rows.insert(into: folder, sizes: batches.map(\.count), whole: true),
            try rows.insert(into: folder, sizes: batches.map(\.count), whole: false)
        )
        Row.print(
            name,
            "\(Int(Double(count) / ours)), \(Row.ratio(whole / ours)) × bare SQLite into the same tables (\(Row.ratio(bare / ours)) × into one table without indexes)"
        )
    }
}

/// The rows that a ledger has written, to be written again without it.
struct KeptRows {
    private var entries: [[RawSQLite.Value]]
    private var versions: [[RawSQLite.Value]]
    private var facets: [Int64: [[RawSQLite.Value]]] = [:]
    private var passages: [Int64: [RawSQLite.Value]] = [:]
    private let schema: [String]
    private let texts: [String]
    private let partnership: [[RawSQLite.Value]]
    private let before: Int
    /// For each entry, the sequence of the version that it replaced.
    private var replaced: [RawSQLite.Value?] = []

    init(_ path: String, texts changes: [Commit.Change], after before: Int) throws {
        let raw = try RawSQLite(path)
        self.before = before
        func all(_ table: String, _ order: String) throws -> [[RawSQLite.Value]] {
            try raw.rows("SELECT * FROM \(table) WHERE partnership = 1 ORDER BY \(order)")
        }
        entries = try all("entry", "sequence")
        versions = try all("version", "sequence")
        for row in try all("facet", "sequence") {
            if case .integer(let sequence) = row[3] { facets[sequence, default: []].append(row) }
        }
        for row in try raw.rows("SELECT * FROM passage") {
            if case .integer(let sequence) = row[3] { passages[sequence] = row }
        }
        var last: [[UInt8]: RawSQLite.Value] = [:]
        for version in versions {
            guard case .blob(let record) = version[3] else { continue }
            replaced.append(last[record])
            last[record] = version[1]
        }
        partnership = try raw.rows("SELECT * FROM partnership")
        texts = changes.map { change in
            let facts = change.record.facts
            return ([facts.title] + facts.words).joined(separator: "\n")
        }
        schema = try raw.rows(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'words_%' AND name NOT LIKE 'sqlite_%' AND type <> 'view' ORDER BY rowid"
        ).compactMap { if case .text(let sql) = $0[0] { sql } else { nil } }
    }

    /// Seconds that bare SQLite takes for the same transactions.
    /// - Parameter whole: Whether all tables are written, or the entries alone into a table without indexes.
    mutating func insert(into folder: URL, sizes: [Int], whole: Bool) throws -> Double {
        let path = folder.appending(path: "raw-\(UUID().uuidString).db").path
        let raw = try RawSQLite(path)
        if whole {
            for sql in schema { try raw.execute(sql) }
        } else {
            try raw.execute(
                "CREATE TABLE partnership (key INTEGER PRIMARY KEY, id BLOB, name TEXT, sequence INTEGER, hash BLOB, at INTEGER)"
            )
            try raw.execute(
                "CREATE TABLE entry (a INTEGER, b INTEGER PRIMARY KEY, c INTEGER, d INTEGER, e BLOB, f TEXT, g INTEGER, h INTEGER, i TEXT, j TEXT, k TEXT, l BLOB)"
            )
        }
        try raw.run("INSERT INTO partnership VALUES (?, ?, ?, ?, ?, ?)", partnership[0])
        try raw.execute("BEGIN IMMEDIATE")
        for place in 0..<before { try write(place, raw, whole: whole, text: "somebody") }
        try raw.execute("COMMIT")
        var place = before
        return try Stopwatch.best(of: 1) {
            for size in sizes {
                try raw.execute("BEGIN IMMEDIATE")
                for _ in 0..<size {
                    try write(place, raw, whole: whole, text: texts[place - before])
                    place += 1
                }
                try raw.run(
                    "UPDATE partnership SET sequence = ?, hash = ?, at = ? WHERE key = ?",
                    [entries[place - 1][1], entries[place - 1][11], entries[place - 1][2], .integer(1)])
                try raw.execute("COMMIT")
            }
        }
    }

    private func write(_ place: Int, _ raw: RawSQLite, whole: Bool, text: String) throws {
        try raw.run("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entries[place])
        guard whole else { return }
        guard case .integer(let sequence) = entries[place][1] else { return }
        if let last = replaced[place] {
            try raw.run(
                "UPDATE version SET until = ? WHERE partnership = ? AND sequence = ?",
                [.integer(sequence), .integer(1), last])
        }
        var version = versions[place]
        version[2] = .integer(Int64.max)
        let marks = Array(repeating: "?", count: version.count).joined(separator: ", ")
        try raw.run("INSERT INTO version VALUES (\(marks))", version)
        for facet in facets[sequence] ?? [] { try raw.run("INSERT INTO facet VALUES (?, ?, ?, ?)", facet) }
        if let passage = passages[sequence] {
            try raw.run(
                "INSERT INTO passage (partnership, record, sequence, until, line) VALUES (?, ?, ?, ?, ?)",
                Array(passage[1...5]))
            try raw.run("INSERT INTO words (rowid, text) VALUES (?, ?)", [.integer(raw.lastRow), .text(text)])
        }
    }
}
