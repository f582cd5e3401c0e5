import Foundation
import Fuzzing
import Ledger
import Testing

/// What was acknowledged is there after the writer was killed, however often. `GOLDTHREAD_KILLS` says how often.
@Suite(.serialized) struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["GOLDTHREAD_KILLS"].flatMap(Int.init) ?? 50

    @Test func `what was acknowledged outlives kill -9`() async throws {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        var chance = Mutation(seed: 3)
        var acknowledged: [Writer.Acknowledged] = []
        for round in 1...Self.kills {
            let writer = try Writer(path, seed: round, count: 100_000)
            let isWriting = writer.wait(for: Int.random(in: 1...6, using: &chance))
            // Now and then it is killed in the middle of the next commit.
            if round % 3 == 0 { for _ in 0..<Int.random(in: 0...40_000, using: &chance) { _ = chance.next() } }
            writer.kill()
            let end = writer.finish()
            try #require(isWriting, "\(end.complaint)")
            acknowledged += writer.acknowledged
            // Each reopening replays what was in the log; the whole chain is walked every fifth time and at the end.
            if round % 5 == 0 || round == Self.kills {
                Writer.expect(acknowledged, in: try await Writer.hashes(path))
            }
        }
        #expect(acknowledged.count >= Self.kills)
    }

    @Test func `two writers at once lose nothing`() async throws {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        let writers = try [1, 2].map { try Writer(path, seed: $0, count: 60) }
        let ends = writers.map { $0.finish() }
        #expect(ends.allSatisfy { $0.code == 0 }, "\(ends.map(\.complaint))")
        let acknowledged = writers.flatMap(\.acknowledged)
        #expect(acknowledged.count == 120)
        #expect(Set(acknowledged.map(\.sequence)) == Set(1...120))
        let hashes = try await Writer.hashes(path)
        #expect(hashes.count == 120)
        Writer.expect(acknowledged, in: hashes)
    }

    @Test func `a log that was cut off or altered after a kill loses nothing that it did not hold`() async throws {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        let writer = try Writer(path, seed: 1, count: 100_000)
        try #require(writer.wait(for: 20))
        writer.kill()
        _ = writer.finish()
        let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
        for (round, length) in [log.count - 1, log.count / 2, 4096, 32, 0].enumerated() {
            let copy = folder.path("copy-\(round).db")
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            try log.prefix(length).write(to: URL(fileURLWithPath: copy + "-wal"))
            // A log that ends early is a ledger that ends early, whole as far as it goes, or one without its tables.
            do {
                let hashes = try await Writer.hashes(copy)
                for entry in writer.acknowledged where entry.sequence <= hashes.count {
                    #expect(hashes[entry.sequence - 1] == entry.hash)
                }
            } catch let error as LedgerError {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
