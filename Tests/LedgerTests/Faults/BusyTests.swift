import Ledger
import Register
import Testing

import struct GRDB.Configuration
import class GRDB.DatabaseQueue

@Suite(.serialized) struct BusyTests {
    @Test func `somebody else who writes for too long is said, nothing is changed, and reading goes on`() async throws {
        let file = try await LedgerFile()
        let ledger = try await LedgerFile.open(file.path)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let commit = Commit(
            actor: "Ann", reason: "test", changes: [Commit.Change(.number(60), seen: 0, Record.action("New"))])
        #expect(await ledger.refusal(commit) == .busy(path: file.path))
        #expect(try await ledger.head() == file.head)
        #expect(try await ledger.entry(.number(3), .now)?.version == 3)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(await ledger.refusal(commit) == nil)
        #expect(try await ledger.fault() == nil)
    }

    @Test func `a reader sees one state while others write`() async throws {
        let file = try await LedgerFile()
        let (reader, writer) = (try await LedgerFile.open(file.path), try await LedgerFile.open(file.path))
        let verdict = try await withThrowingTaskGroup(of: Verdict.Fault?.self) { group in
            group.addTask {
                for number in 100..<140 { try await writer.append(number, .action("Number \(number)")) }
                return nil
            }
            for _ in 0..<10 { group.addTask { try await reader.fault() } }
            return try await group.reduce(into: [Verdict.Fault]()) { faults, fault in faults += fault.map { [$0] } ?? []
            }
        }
        #expect(verdict.isEmpty)
        #expect(try await reader.head().sequence == 52)
    }
}
