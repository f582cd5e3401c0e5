import Foundation
import Register
import Testing

import class GRDB.DatabasePool

@testable import Ledger

@Suite(.serialized) struct FullDiskTests {
    @Test func `a full disk is said, nothing is half written, and work goes on once there is room`() async throws {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        let ledger = try await LedgerFile.open(path)
        try await ledger.append(1, .action("Before"))
        let pages = try await ledger.store.database.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + 10)")
            return pages
        }
        let words = String(repeating: "Publish the strategy. ", count: 300)
        var (number, refusal): (Int, LedgerError?) = (1, nil)
        while refusal == nil, number < 200 {
            number += 1
            let change = Commit.Change(.number(number), seen: 0, .action("\(number) \(words)"))
            let other = Commit.Change(.number(number + 1000), seen: 0, .recommendation(words))
            refusal = await ledger.refusal(Commit(actor: "Ann", reason: "fill", changes: [change, other]))
        }
        #expect(refusal == .full(path: path))
        let head = try await ledger.head()
        #expect(head.sequence == 1 + (number - 2) * 2)
        #expect(try await ledger.entry(.number(number), .now) == nil)
        #expect(try await ledger.fault() == nil)
        _ = try await ledger.store.database.writeWithoutTransaction { database in
            try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + 10_000)")
        }
        let entry = try await ledger.append(number, .action("After"))
        #expect(entry.sequence == head.sequence + 1)
        #expect(entry.reference.number == number)
        #expect(try await ledger.fault() == nil)
    }

    @Test(arguments: [300, 700, 1500])
    func `a write that fails half-way leaves what was acknowledged, and the next one goes on`(blocks: Int) async throws
    {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        let limit = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""]
        let writer = try Writer(path, seed: 1, count: 5000, width: 6000, through: limit)
        let end = writer.finish()
        #expect(end.code == 3, "\(end.complaint)")
        #expect(
            end.complaint.contains("could not be read or written") || end.complaint.contains("is full"),
            "\(end.complaint)")
        #expect(end.complaint.contains("nothing was changed"))
        #expect(!writer.acknowledged.isEmpty)
        let hashes = try await Writer.hashes(path)
        Writer.expect(writer.acknowledged, in: hashes)
        #expect(hashes.count == writer.acknowledged.count)
        let next = try Writer(path, seed: 2, count: 5)
        #expect(next.finish().code == 0)
        #expect(try await Writer.hashes(path).count == hashes.count + 5)
    }
}
