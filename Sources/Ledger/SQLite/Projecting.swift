import Foundation
internal import GRDB
import Register

/// Facts as they are written, worked out before the writer is asked for.
struct Projection: Sendable {
    let columns: VersionColumns
    let facets: Set<Facet>

    init(_ facts: Facts, kind: RecordKind) {
        columns = VersionColumns(facts, kind: kind)
        facets = Facet.of(facts)
    }
}

/// Writes what follows from an entry: its version's facts, facets and words.
struct Projecting {
    private let database: Database
    private let key: Int64
    private let replace, version, facet, passage, words: Statement

    init(_ database: Database, key: Int64) throws {
        (self.database, self.key) = (database, key)
        replace = try database.cachedStatement(
            sql: "UPDATE version SET until = ? WHERE partnership = ? AND sequence = ?")
        version = try database.cachedStatement(
            sql: """
                INSERT INTO version (partnership, sequence, until, record, kind, number, version,
                    \(VersionColumns.names.joined(separator: ", ")))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        facet = try database.cachedStatement(
            sql: "INSERT INTO facet (partnership, name, value, sequence) VALUES (?, ?, ?, ?)")
        passage = try database.cachedStatement(
            sql: "INSERT INTO passage (partnership, record, sequence, until, line) VALUES (?, ?, ?, ?, ?)")
        words = try database.cachedStatement(sql: "INSERT INTO words (rowid, text) VALUES (?, ?)")
    }

    /// Projects an entry that replaces the version of another, or of none.
    func project(_ entry: Entry, _ projection: Projection, replacing last: LastVersion?) throws {
        if let last { try replace.run([entry.sequence.databaseValue, key.databaseValue, last.sequence.databaseValue]) }
        let columns = projection.columns
        let id = Data(entry.id.bytes).databaseValue
        try version.run(
            [
                key.databaseValue, entry.sequence.databaseValue, SQLiteSchema.open.databaseValue, id,
                entry.reference.kind.prefix.databaseValue, entry.reference.number.databaseValue,
                entry.version.databaseValue,
            ] + columns.values)
        for fact in projection.facets {
            try facet.run([
                key.databaseValue, fact.name.databaseValue, fact.value.databaseValue, entry.sequence.databaseValue,
            ])
        }
        // The words of most versions are those of the one before: an update changes status and dates.
        if let last {
            if last.words == columns.wordsDigest { return }
            let statement = try database.cachedStatement(
                sql: "UPDATE passage SET until = ? WHERE partnership = ? AND record = ? AND until = ? AND line IS NULL")
            try statement.run([entry.sequence.databaseValue, key.databaseValue, id, SQLiteSchema.open.databaseValue])
        }
        if !columns.words.isEmpty { try insertPassage(entry.id, from: entry.sequence, line: nil, text: columns.words) }
    }

    func insertPassage(_ id: RecordID, from sequence: Int, line: Int?, text: String) throws {
        try passage.run([
            key.databaseValue, Data(id.bytes).databaseValue, sequence.databaseValue, SQLiteSchema.open.databaseValue,
            line?.databaseValue ?? .null,
        ])
        try words.run([database.lastInsertedRowID.databaseValue, text.storable.databaseValue])
    }
}

/// Facts as the columns of a version, from `title` on.
struct VersionColumns: Sendable {
    /// Their names, in order.
    static let names = [
        "title", "printed", "plan", "theme", "parent", "status", "finished", "timing", "due", "original", "slips",
        "said",
        "updates", "owners", "asks", "withdrawn", "digest",
    ]

    let values: [DatabaseValue]
    /// The words by which search finds the record; empty for one that it does not.
    let words: String
    /// Stands for the words: eight bytes of their SHA-256.
    let wordsDigest: Int64

    init(_ facts: Facts, kind: RecordKind) {
        words = SearchText.of(facts, kind: kind)
        wordsDigest = SearchText.digest(words)
        func id(_ id: RecordID?) -> DatabaseValue { id.map { Data($0.bytes).databaseValue } ?? .null }
        func text(_ text: String?) -> DatabaseValue { text?.storable.databaseValue ?? .null }
        let owners = facts.owners.isEmpty ? DatabaseValue.null : Data(facts.owners.flatMap(\.bytes)).databaseValue
        values = [
            facts.title.storable.databaseValue, text(facts.printed), id(facts.plan), id(facts.theme), id(facts.parent),
            text(facts.status), facts.isFinished.databaseValue, facts.timing.rawValue.databaseValue,
            text(facts.due?.description), text(facts.originalDue?.description), facts.slips.databaseValue,
            text(facts.lastSaid?.description), facts.updates.databaseValue, owners, facts.wantsAnswer.databaseValue,
            facts.isWithdrawn.databaseValue, wordsDigest.databaseValue,
        ]
    }
}

/// What of a record's last version a new one has to know.
struct LastVersion {
    var version: Int
    var sequence: Int
    var number: Int
    var words: Int64
}

/// A fact of which a record may have several.
struct Facet: Hashable, Sendable {
    var name: String
    var value: Data

    static func of(_ facts: Facts) -> Set<Facet> {
        var facets = Set<Facet>()
        func add(_ name: String, _ value: some Sequence<UInt8>) { facets.insert(Facet(name: name, value: Data(value))) }
        for owner in facts.owners { add("owner", owner.bytes) }
        for council in facts.councils { add("council", council.bytes) }
        for tag in facts.tags { add("tag", tag.lowercased().utf8) }
        for name in facts.names { add("name", name.utf8) }
        if facts.awaitsClosing { add("awaits", "closing".utf8) }
        if let link = facts.link {
            add("from", link.from.bytes)
            add("to", link.to.bytes)
            add("\(link.role.rawValue) to", link.to.bytes)
        }
        return facets
    }
}

extension String {
    /// The text as a column can hold it. Text is bound up to its first NUL, which would cut off what stands behind it,
    /// and the entry would no longer fit its hash.
    var storable: String {
        utf8.contains(0) ? String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) : self
    }
}

/// The words by which search finds a record.
enum SearchText {
    /// Nothing for what is only a line between two others, or only says that a paper was brought in.
    static func of(_ facts: Facts, kind: RecordKind) -> String {
        kind == .link || kind == .import || facts.isWithdrawn
            ? "" : ([facts.title] + facts.words).joined(separator: "\n")
    }

    static func digest(_ words: String) -> Int64 {
        PaperHash.bytes(of: Array(words.utf8)).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}
