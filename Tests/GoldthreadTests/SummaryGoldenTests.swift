import Foundation
import Testing

/// What people see, kept as files; GOLDTHREAD_UPDATE_GOLDEN=1 writes them anew.
@Suite struct SummaryGoldenTests {
    private static let summaries: [String: [String]] = [
        "recovery-plan": ["Examples/recovery-plan.txt"],
        "board-pack": ["Examples/board-pack.txt"],
        "review-and-its-plan": ["Examples/peer-challenge-report.txt", "Examples/peer-challenge-action-plan.txt"],
    ]

    @Test(arguments: summaries.keys.sorted()) func `the summary of an example reads as it did`(name: String) throws {
        let files = Self.summaries[name] ?? []
        let run = try CommandTests.run(["import", "--dry-run", "--today", "2026-11-21"] + files)
        #expect(run.code == 0)
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "a line is wider than the terminal")
        #expect(!run.output.contains("\u{1B}"), "piped output is plain")
        let golden = CommandTests.folder.appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["GOLDTHREAD_UPDATE_GOLDEN"] == "1" {
            try Data(run.output.utf8).write(to: golden)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == run.output)
    }
}
