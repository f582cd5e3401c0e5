import Ledger
import Register
import Testing

/// Every way of altering the file by hand is found, and the first wrong entry is named.
@Suite(.serialized) struct TamperingTests {
    struct Tampering: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var statements: [String]
        /// The entry that the fault names; nil where what is wrong is in no entry.
        var sequence: Int?
        var problem: String

        init(_ name: String, _ sequence: Int?, _ problem: String, _ statements: String...) {
            (testDescription, self.sequence, self.problem) = (name, sequence, problem)
            self.statements = statements
        }

        /// One column of entry 5 set by hand.
        static func entry(_ change: String, _ problem: String = "its hash does not fit") -> Tampering {
            Tampering(
                "entry 5: \(change)", 5, problem, "UPDATE entry SET \(change) WHERE partnership = 1 AND sequence = 5")
        }

        /// One projected column of a version set by hand.
        static func version(_ change: String, at sequence: Int = 8) -> Tampering {
            Tampering(
                "version \(sequence): \(change)", sequence, "Run: goldthread doctor --rebuild",
                "UPDATE version SET \(change) WHERE partnership = 1 AND sequence = \(sequence)")
        }
    }

    private static let columns =
        "sequence, at, first, record, kind, number, version, actor, reason, body, hash"

    private static let entries: [Tampering] = [
        .entry("body = replace(body, 'bins', 'tins')"), .entry("body = body || ' '"), .entry("body = ''"),
        .entry("actor = 'Bob'"), .entry("reason = 'another'"), .entry("at = at + 1"), .entry("at = at - 3600000000"),
        .entry("first = 4"), .entry("record = randomblob(16)"), .entry("kind = 'ACT'"), .entry("number = 7"),
        .entry("version = 2"), .entry("hash = randomblob(32)"), .entry("hash = zeroblob(32)"),
        .entry("kind = 'rec'", "never writes there"), .entry("kind = 'ZZZ'", "never writes there"),
        Tampering("the kind of a link", 6, "never writes there", "UPDATE entry SET kind = 'QQQ' WHERE sequence = 6"),
        Tampering("an entry from the middle", 6, "what was between is missing", "DELETE FROM entry WHERE sequence = 5"),
        Tampering(
            "the first entry", 2, "what was between is missing",
            "DELETE FROM entry WHERE partnership = 1 AND sequence = 1"),
        Tampering(
            "the last two entries", 10, "some were removed or added at the end", "DELETE FROM entry WHERE sequence > 10"
        ),
        Tampering("all entries", 1, "its entries end at 0", "DELETE FROM entry WHERE partnership = 1"),
        Tampering(
            "two entries swapped", 4, "its hash does not fit",
            "UPDATE entry SET sequence = 100 WHERE sequence = 4 AND partnership = 1",
            "UPDATE entry SET sequence = 4, first = 4 WHERE sequence = 5 AND partnership = 1",
            "UPDATE entry SET sequence = 5 WHERE sequence = 100"),
        Tampering(
            "a forged entry at the end", 13, "its hash does not fit",
            "INSERT INTO entry SELECT partnership, 13, at, 13, randomblob(16), kind, 99, 1, actor, reason, body, hash "
                + "FROM entry WHERE sequence = 4 AND partnership = 1"),
        Tampering(
            "a forged entry in the middle", 6, "its hash does not fit",
            "UPDATE entry SET sequence = sequence + 100, first = first + 100 WHERE partnership = 1 AND sequence > 5",
            "UPDATE entry SET sequence = sequence - 99, first = first - 99 WHERE partnership = 1 AND sequence > 100",
            "INSERT INTO entry SELECT partnership, 6, at, 6, randomblob(16), kind, 99, 1, actor, reason, body, hash "
                + "FROM entry WHERE sequence = 4 AND partnership = 1"),
        Tampering(
            "an entry carried over from another partnership", 1, "its hash does not fit",
            "DELETE FROM entry WHERE partnership = 1 AND sequence = 1",
            "INSERT INTO entry SELECT 1, \(columns) FROM entry WHERE partnership = 2 AND sequence = 1"),
        Tampering(
            "an entry of another partnership at the end", 13, "its hash does not fit",
            "INSERT INTO entry SELECT 1, 13, at, 13, record, kind, 99, version, actor, reason, body, hash "
                + "FROM entry WHERE partnership = 2 AND sequence = 3"),
        Tampering(
            "the whole chain of another partnership", 1, "its hash does not fit",
            "DELETE FROM entry WHERE partnership = 1",
            "INSERT INTO entry SELECT 1, \(columns) FROM entry WHERE partnership = 2"),
    ]

    private static let projection: [Tampering] = [
        .version("title = 'Another'"), .version("printed = '7'"), .version("plan = NULL"),
        .version("plan = randomblob(16)"), .version("theme = randomblob(16)"), .version("parent = randomblob(16)"),
        .version("status = 'Completed'"), .version("status = NULL"), .version("finished = 1"),
        .version("timing = 'openEnded'"), .version("due = '2028-01-01'"), .version("due = NULL"),
        .version("original = '2027-06-30'"), .version("slips = 0"), .version("said = '2026-11-20'"),
        .version("updates = 9"), .version("owners = NULL"), .version("asks = 1"), .version("withdrawn = 1"),
        .version("digest = 1"), .version("kind = 'REC'"), .version("number = 9"), .version("version = 1"),
        .version("record = randomblob(16)"), .version("until = 12"), .version("until = 9223372036854775807", at: 7),
        .version("until = 9", at: 7),
        Tampering("a version removed", 9, "missing from the lists", "DELETE FROM version WHERE sequence = 9"),
        Tampering(
            "a version added", nil, "13 rows of version where the entries give 12",
            "INSERT INTO version SELECT partnership, 20, until, randomblob(16), kind, 20, version, title, printed, plan, "
                + "theme, parent, status, finished, timing, due, original, slips, said, updates, owners, asks, withdrawn, "
                + "digest FROM version WHERE partnership = 1 AND sequence = 5"),
        Tampering(
            "a facet removed", 3, "do not show its owner",
            "DELETE FROM facet WHERE partnership = 1 AND sequence = 3 AND name = 'owner'"),
        Tampering(
            "a facet altered", 3, "do not show its tag",
            "UPDATE facet SET value = x'00' WHERE partnership = 1 AND sequence = 3 AND name = 'tag'"),
        Tampering(
            "a facet added", nil, "rows of facet", "INSERT INTO facet VALUES (1, 'owner', randomblob(16), 4)"),
        Tampering(
            "words taken from search", 4, "search does not know its words",
            "DELETE FROM passage WHERE partnership = 1 AND sequence = 4"),
        Tampering(
            "words hidden from search", 5, "until entry 6",
            "UPDATE passage SET until = 6 WHERE partnership = 1 AND sequence = 5"),
        Tampering(
            "words that search should have forgotten", 4, "until entry 9223372036854775807",
            "UPDATE passage SET until = 9223372036854775807 WHERE partnership = 1 AND sequence = 4"),
        Tampering(
            "words moved to another entry", 5, "search does not know its words",
            "UPDATE passage SET sequence = 6 WHERE partnership = 1 AND sequence = 5"),
        Tampering(
            "words added", nil, "rows of passage",
            "INSERT INTO passage SELECT 999, 1, record, 6, until, NULL FROM passage WHERE partnership = 1 AND sequence = 5"
        ),
    ]

    private static let rest: [Tampering] = [
        Tampering("a counter set back", nil, "counter says 1", "UPDATE counter SET last = 1 WHERE kind = 'ACT'"),
        Tampering("a counter set forward", nil, "counter says 50", "UPDATE counter SET last = 50 WHERE kind = 'ACT'"),
        Tampering("a counter removed", nil, "counter", "DELETE FROM counter WHERE partnership = 1 AND kind = 'REC'"),
        Tampering("a counter added", nil, "rows of counter", "INSERT INTO counter VALUES (1, 'BEN', 4)"),
        Tampering("a paper's bytes", nil, "its bytes were altered", "UPDATE paper SET bytes = CAST('Other' AS BLOB)"),
        Tampering("a paper's hash", nil, "its bytes were altered", "UPDATE paper SET hash = randomblob(32)"),
        Tampering("a paper removed", nil, "named by an entry and is not there", "DELETE FROM paper"),
        Tampering(
            "the head's number", 12, "says that it ends at entry 11",
            "UPDATE partnership SET sequence = 11 WHERE key = 1"),
        Tampering(
            "the head's hash", 12, "says that it ends at entry 12", "UPDATE partnership SET hash = randomblob(32)"),
        Tampering(
            "the head's time", 12, "says that it was made at", "UPDATE partnership SET at = at + 60000000 WHERE key = 1"
        ),
        Tampering("the partnership's id", 1, "its hash does not fit", "UPDATE partnership SET id = randomblob(16)"),
    ]

    @Test func `an untouched file verifies, before and after it is copied`() async throws {
        let file = try await LedgerFile()
        let verdict = try await LedgerFile.open(file.path).verify(against: nil, progress: { _ in })
        #expect(verdict.fault == nil, "\(verdict.fault?.description ?? "")")
        #expect(verdict.entries == 12)
        #expect(verdict.papers == 1)
        #expect(verdict.head == file.head)
        #expect(try await LedgerFile.fault(try file.altered([])) == nil)
    }

    @Test(arguments: entries + projection + rest)
    func `what was altered by hand is found`(tampering: Tampering) async throws {
        let file = try await LedgerFile()
        let fault = try #require(try await LedgerFile.fault(try file.altered(tampering.statements)))
        #expect(fault.sequence == tampering.sequence, "\(fault)")
        #expect(fault.description.contains(tampering.problem), "\(fault)")
    }

    @Test func `a fault in one partnership is none of another's`() async throws {
        let file = try await LedgerFile()
        let path = try file.altered(["UPDATE entry SET reason = 'x' WHERE partnership = 1 AND sequence = 5"])
        #expect(try await LedgerFile.open(path, named: "Elmbridge Vale").fault() == nil)
        #expect(try await LedgerFile.fault(path)?.description.hasPrefix("Entry 5 (REC-1): its hash") == true)
    }
}
