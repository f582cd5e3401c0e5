import Foundation
import Testing

/// Runs the program as a user does.
@Suite struct CommandTests {
    struct Run {
        var code: Int32
        var output: String
        var complaint: String
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let root = folder.appending(path: "../..").standardizedFileURL

    /// The program stands beside the tests that were built with it.
    static let program: URL = {
        let tests = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
        let folders = tests.map { $0.deletingLastPathComponent() } + [root.appending(path: ".build/debug")]
        return folders.map { $0.appending(path: "goldthread") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
            ?? root.appending(path: ".build/debug/goldthread")
    }()

    /// - Parameter runner: A program that is to run ours, with its own arguments.
    static func run(_ arguments: [String], input: String = "", under runner: [String] = []) throws -> Run {
        let process = Process()
        let (output, complaint, source) = (Pipe(), Pipe(), Pipe())
        let command = runner + [program.path] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = root
        (process.standardOutput, process.standardError, process.standardInput) = (output, complaint, source)
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let errors = complaint.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            complaint: String(decoding: errors, as: UTF8.self))
    }

    @Test func `a missing file is refused in words, and the other papers are still read`() throws {
        let run = try Self.run([
            "import", "--dry-run", "--format", "jsonl", "no-such.txt", "Examples/peer-challenge-report.txt",
        ])
        #expect(run.code == 1)
        #expect(run.complaint.contains("no-such.txt: there is no such file."))
        #expect(run.output.contains("\"kind\":\"recommendation\""))
    }

    @Test func `a folder is read paper by paper`() throws {
        let run = try Self.run(["import", "--dry-run", "--format", "jsonl", "Examples"])
        let one = try Self.run(["import", "--dry-run", "--format", "jsonl", "Examples/peer-challenge-report.txt"])
        #expect(run.code == 0)
        #expect(run.output.contains(one.output))
        #expect(run.output.utf8.count > 2 * one.output.utf8.count)
    }

    @Test func `a day that the calendar does not have is refused`() throws {
        let run = try Self.run(["import", "--dry-run", "--today", "2026-02-30", "Examples/recovery-plan.txt"])
        #expect(run.code == 64)
        #expect(run.complaint.contains("The value '2026-02-30' is invalid for '--today <today>'"))
    }

    @Test func `standard input is read as a paper, and what is none is said to be none`() throws {
        let run = try Self.run(
            ["import", "--dry-run", "--format", "jsonl", "-"], input: "A letter to a friend about the weather.\n")
        #expect(run.code == 0)
        #expect(run.output.isEmpty)
        #expect(run.complaint.contains("standard input was read, but nothing in it reads like a committee paper"))
    }

    @Test func `the table has a line for each finding`() throws {
        let table = try Self.run(["import", "--dry-run", "--format", "table", "Examples/peer-challenge-report.txt"])
        let lines = try Self.run(["import", "--dry-run", "--format", "jsonl", "Examples/peer-challenge-report.txt"])
        #expect(table.output.split(separator: "\n").count == lines.output.split(separator: "\n").count + 2)
        #expect(table.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `an explanation prints each line of the paper with its fate`() throws {
        let run = try Self.run(["import", "--dry-run", "--explain", "Examples/board-pack.txt"])
        #expect(run.output.contains("‹meeting›"))
        #expect(run.output.contains(" = "))
    }
}
