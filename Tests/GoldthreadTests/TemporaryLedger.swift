import Foundation

/// A ledger in a folder of its own, on which the program is run; gone when the test is.
final class TemporaryLedger {
    let folder: URL
    var path: String { folder.appending(path: "test.db").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "goldthread-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a command on the ledger.
    func run(_ arguments: String..., input: String = "") throws -> CommandTests.Run {
        try CommandTests.run(arguments + ["--ledger", path], input: input)
    }

    /// Writes a file beside the ledger.
    func file(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// A ledger with the flood plan and the review among the examples.
    static func withExamples() throws -> TemporaryLedger {
        let ledger = try TemporaryLedger()
        let run = try CommandTests.run([
            "import", "--yes", "--ledger", ledger.path, "--partnership", "Mere Valley", "--by", "Ann Clerk", "--today",
            "2026-11-21", "Examples/recovery-plan.txt", "Examples/peer-challenge-report.txt", "Examples/board-pack.txt",
        ])
        guard run.code == 0 else { throw Failure(message: run.complaint) }
        return ledger
    }

    struct Failure: Error { var message: String }
}
