import Foundation
import Ledger
import Register
import Testing

@Suite(.serialized) struct ReadOnlyTests {
    @Test func `a ledger opened to read is read, and refuses to be written`() async throws {
        let file = try await LedgerFile()
        let ledger = try await LedgerFile.open(file.path, mode: .readOnly)
        #expect(try await ledger.head() == file.head)
        #expect(try await ledger.fault() == nil)
        let change = Commit.Change(.number(60), seen: 0, Record.action("New"))
        #expect(
            await ledger.refusal(Commit(actor: "Eve", reason: "", changes: [change])) == .readOnly(path: file.path))
        #expect(try await ledger.head() == file.head)
    }

    /// As somebody who owns neither the file nor its folder.
    private static let nobody = ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]

    private static var command: [String]? {
        if getuid() != 0 { return [] }
        return FileManager.default.isExecutableFile(atPath: nobody[0]) ? nobody : nil
    }

    private static func set(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// The program where anybody may run it.
    private static func refusal(_ path: String) throws -> (code: Int32, complaint: String)? {
        guard let command, FileManager.default.isExecutableFile(atPath: Writer.program) else { return nil }
        return try Writer(path, seed: 1, count: 1, through: command).finish()
    }

    @Test func `a folder that may not be written is said, and nothing is changed`() async throws {
        let file = try await LedgerFile()
        let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
        try Self.set(0o444, file.path)
        try Self.set(0o555, file.folder.url.path)
        defer { try? Self.set(0o755, file.folder.url.path) }
        guard let end = try Self.refusal(file.path) else { return }
        #expect(end.code == 3)
        #expect(end.complaint == "\(LedgerError.readOnly(path: file.path))\n")
        #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
        #expect(try file.folder.names() == ["ledger.db"])
    }

    @Test func `a file that may not be written in a folder that may is said, and nothing is changed`() async throws {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        try LedgerFile.checkpoint(path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        try Self.set(0o444, path)
        try Self.set(0o777, folder.url.path)
        guard let end = try Self.refusal(path) else { return }
        #expect(end.code == 3)
        #expect(end.complaint == "\(LedgerError.readOnly(path: path))\n")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `a file that may not even be read is said`() async throws {
        let folder = try Folder()
        let path = try await Writer.prepare(folder)
        try LedgerFile.checkpoint(path)
        try Self.set(0o000, path)
        try Self.set(0o755, folder.url.path)
        guard let end = try Self.refusal(path) else { return }
        #expect(end.code == 3)
        #expect(end.complaint == "\(LedgerError.readOnly(path: path))\n")
    }
}
