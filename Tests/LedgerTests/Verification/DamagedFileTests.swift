import Foundation
import Fuzzing
import struct GRDB.DatabaseError
import Ledger
import Register
import Testing

/// A damaged file gives an error or a fault, never a crash, and never other entries that pass for whole.
@Suite(.serialized) struct DamagedFileTests {
    /// What a reader is shown of a ledger that verifies.
    private struct Shown: Equatable {
        var entries: [Entry]
        var lists: [[Row]]
        var paper: [UInt8]?
        var tallies: Set<Tally>
    }

    private static func shown(_ ledger: any Ledger) async throws -> Shown {
        var lists: [[Row]] = []
        for order in Query.Order.allCases {
            var query = Query(kinds: RecordKind.allCases)
            query.order = order
            lists.append(try await ledger.list(query).rows)
        }
        var query = Query(kinds: [.action])
        query.plan = .number(1)
        lists.append(try await ledger.list(query).rows)
        lists.append(try await ledger.named("al", kinds: [.person], .now))
        return Shown(
            entries: try await ledger.entries(after: 0, limit: 100), lists: lists,
            paper: try await ledger.paper(PaperHash.of(Array("Minutes of the board".utf8))),
            tallies: Set(try await ledger.tally(TallyQuestion(on: .on("2026-11-21")))))
    }

    /// Reads and verifies a file; nil where an error or a fault says that something is wrong.
    private static func read(_ path: String) async throws -> Shown? {
        do {
            let ledger = try await LedgerFile.open(path)
            if let fault = try await ledger.fault() {
                #expect(!fault.problem.isEmpty)
                return nil
            }
            return try await shown(ledger)
        } catch let error as LedgerError {
            #expect(error.description.contains(path) || "\(error)".hasPrefix("The ledger "), "\(error)")
            return nil
        }
    }

    @Test func `bytes flipped in any page are found, or alter nothing that is shown`() async throws {
        let file = try await LedgerFile()
        let whole = try #require(try await Self.read(file.path))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
        let size = 4096
        var chance = Mutation(seed: 5)
        var (found, passed) = (0, 0)
        for page in 0..<(bytes.count / size) {
            for _ in 0..<2 {
                var altered = bytes
                for _ in 0..<Int.random(in: 1...8, using: &chance) {
                    let place = page * size + Int.random(in: 0..<size, using: &chance)
                    altered[place] ^= UInt8.random(in: 1...255, using: &chance)
                }
                let path = file.folder.path("flipped.db")
                try altered.write(to: URL(fileURLWithPath: path))
                if let shown = try await Self.read(path) {
                    #expect(shown == whole, "page \(page + 1)")
                    passed += 1
                } else {
                    found += 1
                }
                for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
            }
        }
        // Most of a small file is empty space, in which nothing can be wrong.
        #expect(found > 10 && passed > 10, "\(found) found, \(passed) passed")
    }

    @Test(arguments: [
        "2027-06-30", "2027-05-31", "2027-03-31", "al", "CPC", "cpc", "On Target", "bridge", "Minutes of the board",
    ])
    func `words altered in any one place where they are stored are found`(words: String) async throws {
        let file = try await LedgerFile()
        let whole = try #require(try await Self.read(file.path))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
        var rest = bytes.startIndex
        while let range = bytes.range(of: Data(words.utf8), in: rest..<bytes.endIndex) {
            var altered = bytes
            altered[range.upperBound - 1] ^= 1
            let path = file.folder.path("altered.db")
            try altered.write(to: URL(fileURLWithPath: path))
            if let shown = try await Self.read(path) { #expect(shown == whole, "byte \(range.lowerBound)") }
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
            rest = range.upperBound
        }
    }

    @Test func `a file that was cut off is found wherever it was cut`() async throws {
        let file = try await LedgerFile()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
        let lengths = [1, 15, 99, 100, 512, 4095, 4096, 4097, bytes.count / 3, bytes.count / 2, bytes.count - 4096]
        for length in lengths + [bytes.count - 1] {
            let path = file.folder.path("cut.db")
            try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
            #expect(try await Self.read(path) == nil, "\(length) bytes")
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        }
    }

    private static let columns: [(String, [String])] = [
        ("partnership", ["id", "name", "sequence", "hash", "at"]),
        (
            "entry",
            ["sequence", "at", "first", "record", "kind", "number", "version", "actor", "reason", "body", "hash"]
        ),
        (
            "version",
            [
                "sequence", "until", "record", "kind", "number", "version", "title", "printed", "plan", "theme",
                "parent",
                "status", "finished", "timing", "due", "original", "slips", "said", "updates", "owners", "asks",
                "withdrawn", "digest",
            ]
        ),
        ("counter", ["kind", "last"]), ("paper", ["hash", "bytes"]), ("facet", ["name", "value"]),
        ("passage", ["record", "sequence", "until", "line"]),
    ]

    @Test(arguments: columns.flatMap { table, columns in columns.map { "\(table).\($0)" } })
    func `a column with nothing or something odd in it stops no call`(place: String) async throws {
        let file = try await LedgerFile()
        let parts = place.split(separator: ".").map(String.init)
        let odd = ["NULL", "'odd'", "x'00ff'", "-1", "9223372036854775807", "CAST(x'c328' AS TEXT)"]
        for value in odd {
            let path: String
            do {
                path = try file.altered(
                    [
                        "UPDATE OR REPLACE \(parts[0]) SET \(parts[1]) = \(value) WHERE rowid IN (SELECT max(rowid) FROM \(parts[0]))"
                    ]
                    .map { ["facet", "counter"].contains(parts[0]) ? $0.components(separatedBy: " WHERE ")[0] : $0 },
                    relaxed: true)
            } catch is DatabaseError {
                continue  // The primary key does not let it in, whatever else is taken away.
            }
            _ = try await Self.read(path)
            for name in ["Harrowmere", "Elmbridge Vale"] {
                guard let ledger = try? await LedgerFile.open(path, named: name) else { continue }
                await Self.callAll(ledger)
            }
        }
    }

    /// Every call, whatever it answers: the test is that the program goes on.
    private static func callAll(_ ledger: any Ledger) async {
        _ = try? await shown(ledger)
        _ = try? await ledger.head()
        _ = try? await ledger.sequence(.moment(TestClock().now))
        for number in 1...8 {
            _ = try? await ledger.entry(.number(number), .now)?.record()
            _ = try? await ledger.history(.number(number), .now)
            _ = try? await ledger.links(.number(number), .now)
        }
        _ = try? await ledger.rows(Set((1...8).map { .number($0) }), .now)
        _ = try? await ledger.entry(Reference(.action, 1), .now)
        _ = try? await ledger.entries(ofCommit: 12)
        if let words = SearchWords("minutes") { _ = try? await ledger.search(words, .now, limit: 9) }
        if let words = SearchWords("the") { _ = try? await ledger.search(words, .entry(3), limit: 9) }
        _ = try? await ledger.fault()
        _ = try? await ledger.append(8, seen: 2, .action("More"))
        _ = try? await ledger.append(60, .action("New"))
        _ = try? await ledger.fault()
    }
}
