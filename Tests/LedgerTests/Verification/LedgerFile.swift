import Foundation
import struct GRDB.Configuration
import class GRDB.DatabaseQueue
import Ledger
import Register
import Testing

/// A closed file of two partnerships, to be copied and tampered with.
struct LedgerFile {
    let folder: Folder
    let path: String
    /// The head of the first partnership.
    let head: Head

    /// Twelve entries of the first partnership, three of the second, a minute apart.
    init() async throws {
        folder = try Folder()
        path = folder.path("ledger.db")
        head = try await Self.write(path)
        try Self.checkpoint(path)
    }

    /// Writes the same entries into another file, with another word in the last ones.
    static func write(_ path: String, word: String = "parking") async throws -> Head {
        let clock = TestClock()
        let store = try SQLiteStore.open(path, mode: .create, clock: { clock.now })
        let ledger = try await store.addPartnership(named: "Harrowmere", id: .number(900_000))
        let other = try await store.addPartnership(named: "Elmbridge Vale", id: .number(900_001))
        let action = Record.action("Publish the strategy", due: "March 2027", tags: ["CPC"]).with {
            ($0.plan, $0.owners, $0.councils) = (.number(1), [.number(2)], [.number(77)])
        }
        let said = try action.said("On Target", on: "2026-11-01")
        let paper = Commit.Paper(
            id: .number(7), bytes: Array("Minutes of the board".utf8),
            passages: [Commit.Passage(line: 1, text: "Minutes of the board")])
        let kept = Record(KeptPaper(name: "minutes.txt", hash: paper.hash, size: paper.bytes.count))
        let last = Record.action("Review \(word) charges", due: "Ongoing")
        let moved = try said.moved(to: "June 2027")
        let steps: [(Int, Int, Record)] = [
            (1, 0, Record(Plan(title: "Recovery"))), (2, 0, Record(Person(name: "Ann Lee", aliases: ["AL"]))),
            (3, 0, action), (4, 0, .action("Mend the bridge")), (5, 0, .recommendation("Look at bins")),
            (6, 0, .link(.number(3), .answers, .number(5))), (3, 1, said), (3, 2, moved),
            (4, 1, .action("Mend the tunnel", due: "May 2027")), (7, 0, kept), (8, 0, last),
            (8, 1, last.withdrawn(because: "Twice")),
        ]
        for (number, seen, record) in steps {
            clock.advance(seconds: 60)
            let change = Commit.Change(.number(number), seen: seen, record)
            let papers = number == 7 ? [paper] : []
            _ = try await ledger.append(
                Commit(actor: "Ann", reason: "entry", changes: [change], papers: papers))
            if number < 3, seen == 0 { try await other.append(number, record) }
        }
        try await other.append(3, action)
        return try await ledger.head()
    }

    /// Puts everything into the one file, so that it can be copied alone.
    static func checkpoint(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try queue.close()
    }

    /// A copy of the file.
    func copy(_ name: String = UUID().uuidString) throws -> String {
        let copy = folder.path(name)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return copy
    }

    /// A copy on which statements were run by hand, with all that stops a hand taken away.
    /// - Parameter relaxed: Whether columns also lose their types and conditions.
    func altered(_ statements: [String], relaxed: Bool = false) throws -> String {
        let copy = try copy()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let first = try DatabaseQueue(path: copy, configuration: configuration)
        try first.writeWithoutTransaction { database in
            try database.execute(sql: "DROP TRIGGER entry_is_never_altered; DROP TRIGGER entry_is_never_removed;")
            guard relaxed else { return }
            try database.execute(sql: "PRAGMA writable_schema = ON")
            for (from, to) in [
                ("STRICT", ""), ("NOT NULL", ""), ("CHECK (", "CHECK (1 OR "), (", WITHOUT", " WITHOUT"),
            ] {
                try database.execute(
                    sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name <> 'words'",
                    arguments: [from, to])
            }
        }
        try first.close()
        let second = try DatabaseQueue(path: copy, configuration: configuration)
        try second.writeWithoutTransaction { database in
            for statement in statements { try database.execute(sql: statement) }
            _ = try database.checkpoint(.truncate)
        }
        try second.close()
        return copy
    }

    /// Opens a ledger in a file as the program does.
    static func open(_ path: String, mode: SQLiteStore.Mode = .existing, named name: String = "Harrowmere") async throws
        -> SQLiteLedger
    {
        let clock = TestClock()
        return try await SQLiteStore.open(path, mode: mode, clock: { clock.now }).ledger(named: name)
    }

    /// What verify finds in a file.
    static func fault(_ path: String, against known: KnownHead? = nil) async throws -> Verdict.Fault? {
        try await open(path).fault(against: known)
    }
}
