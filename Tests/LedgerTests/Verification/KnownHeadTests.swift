import Foundation
import Ledger
import Register
import Testing

/// What only a head kept elsewhere can show: a ledger that is whole in itself, and not the one that was.
@Suite(.serialized) struct KnownHeadTests {
    private static func known(_ head: Head) throws -> KnownHead {
        try #require(KnownHead("\(head.sequence):\(head.hash)"))
    }

    @Test func `a known head is found in a ledger that has grown since`() async throws {
        let file = try await LedgerFile()
        let ledger = try await LedgerFile.open(file.path)
        try await ledger.append(50, .action("Later"))
        #expect(try await ledger.fault(against: try Self.known(file.head)) == nil)
        #expect(try await ledger.fault(against: KnownHead("\(file.head.hash)")) == nil)
        let wrong = try #require(KnownHead("11:\(file.head.hash)"))
        #expect(try await ledger.fault(against: wrong)?.sequence == 11)
    }

    @Test func `the head of an empty ledger is in every ledger that grew from it`() async throws {
        let known = try #require(KnownHead("0:\(EntryHash.none)"))
        try await Engine.sqlite.withLedger { ledger in
            #expect(try await ledger.fault(against: known) == nil)
            try await ledger.append(1, .action("One"))
            #expect(try await ledger.fault(against: known) == nil)
        }
    }

    @Test func `last entries removed with all that follows from them are found against a known head only`() async throws
    {
        let file = try await LedgerFile()
        let path = try file.altered([
            "DELETE FROM entry WHERE partnership = 1 AND sequence > 10",
            "DELETE FROM version WHERE partnership = 1 AND sequence > 10",
            "DELETE FROM facet WHERE partnership = 1 AND sequence > 10",
            "DELETE FROM passage WHERE partnership = 1 AND sequence > 10",
            "UPDATE counter SET last = 2 WHERE partnership = 1 AND kind = 'ACT'",
            """
            UPDATE partnership SET sequence = 10,
                hash = (SELECT hash FROM entry WHERE partnership = 1 AND sequence = 10),
                at = (SELECT at FROM entry WHERE partnership = 1 AND sequence = 10) WHERE key = 1
            """,
        ])
        #expect(try await LedgerFile.fault(path) == nil)
        let fault = try #require(try await LedgerFile.fault(path, against: try Self.known(file.head)))
        #expect(fault.sequence == 10)
        #expect(fault.problem.contains("the head kept elsewhere (entry 12, \(file.head.hash)) is not in this ledger"))
    }

    @Test func `last entries removed with only the head put right are found`() async throws {
        let file = try await LedgerFile()
        let path = try file.altered([
            "DELETE FROM entry WHERE partnership = 1 AND sequence > 10",
            """
            UPDATE partnership SET sequence = 10,
                hash = (SELECT hash FROM entry WHERE partnership = 1 AND sequence = 10),
                at = (SELECT at FROM entry WHERE partnership = 1 AND sequence = 10) WHERE key = 1
            """,
        ])
        #expect(
            try await LedgerFile.fault(path)?.problem.contains("12 rows of version where the entries give 10") == true)
    }

    @Test func `a tail written anew with right hashes is found against a known head only`() async throws {
        let file = try await LedgerFile()
        let path = file.folder.path("anew.db")
        let head = try await LedgerFile.write(path, word: "market")
        #expect(head.sequence == file.head.sequence)
        #expect(head.hash != file.head.hash)
        let (old, new) = (try await LedgerFile.open(file.path), try await LedgerFile.open(path))
        // The same up to the altered word, so that the tail alone was written anew.
        #expect(
            try await old.entries(after: 0, limit: 10).map(\.hash)
                == (try await new.entries(after: 0, limit: 10).map(\.hash)))
        #expect(try await new.fault() == nil)
        #expect(try await new.fault(against: try Self.known(file.head))?.sequence == 12)
    }
}
