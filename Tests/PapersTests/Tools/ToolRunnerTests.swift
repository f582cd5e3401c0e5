import Foundation
import Testing

@testable import Papers

@Suite(.timeLimit(.minutes(10))) struct ToolRunnerTests {
    private static let shell = Tool(name: "sh", package: "dash")

    private func run(
        _ script: String, _ limits: ToolRunner.Limits = .init(seconds: 120)
    ) async throws(PaperError) -> ToolRunner.Outcome {
        let runner = ToolRunner(name: "plan.pdf", folder: try PrivateFolder(name: "plan.pdf"))
        return try await runner.run(Self.shell, ["-c", script], for: "a PDF", limits: limits)
    }

    @Test func `what a program prints, complains and ends with comes back`() async throws {
        let outcome = try await run("echo words; echo trouble >&2; exit 3")
        #expect(outcome.output == Array("words\n".utf8))
        #expect(outcome.complaint == "trouble\n")
        #expect(outcome.status == 3)
    }

    @Test func `a missing program is named with the package that brings it`() async throws {
        let runner = ToolRunner(name: "plan.pdf", folder: try PrivateFolder(name: "plan.pdf"))
        let error = await #expect(throws: PaperError.self) {
            try await runner.run(Tool(name: "no-such-reader", package: "readers"), [], for: "a PDF")
        }
        #expect(
            error?.description == "plan.pdf cannot be read: a PDF is read by no-such-reader, which is not installed "
                + "here. Ask an administrator to run: apt-get install readers")
    }

    @Test(.timeLimit(.minutes(3))) func `a program that runs too long is stopped within its limit`() async {
        let error = await #expect(throws: PaperError.self) { try await run("sleep 300", .init(seconds: 1)) }
        #expect(
            error?.description == "plan.pdf could not be read: sh took more than 1 second. "
                + "Print it to PDF again or save it as text, then import that.")
    }

    @Test(.timeLimit(.minutes(3))) func `what a stopped program started is stopped with it`() async throws {
        // Its number of seconds tells it from any other.
        let mark = "86399.\(Int.random(in: 100_000...999_999))"
        await #expect(throws: PaperError.self) {
            try await run("sleep \(mark) & sleep \(mark)", .init(seconds: 1))
        }
        var isRunning = true
        for _ in 0..<50 where isRunning {
            isRunning = Self.isRunning(mark)
            if isRunning { try await Task.sleep(for: .milliseconds(100)) }
        }
        #expect(!isRunning)
    }

    @Test(.timeLimit(.minutes(3))) func `a program that prints without end is stopped`() async {
        let error = await #expect(throws: PaperError.self) {
            try await run("yes", .init(seconds: 30, output: 3_000_000))
        }
        #expect(
            error
                == .toolFailed(name: "plan.pdf", tool: "sh", what: "printed more than 3 MB"))
    }

    @Test(.timeLimit(.minutes(3))) func `a program gets no more memory than it may have`() async {
        guard Tool.prlimit.path != nil else { return }
        // Some shells say so, others fault.
        let outcome = try? await run("x=abcdefgh; while :; do x=$x$x; done", .init(seconds: 30, memory: 300_000_000))
        #expect(outcome?.status != 0)
    }

    @Test(.timeLimit(.minutes(3))) func `a program writes no file larger than it may`() async throws {
        guard Tool.prlimit.path != nil else { return }
        let outcome = try await run("yes > big; ls -l big | wc -l", .init(seconds: 30, fileSize: 1_000_000))
        #expect(outcome.output.count < 100)
        let size = try await run("(yes > big) 2>&-; wc -c < big", .init(seconds: 30, fileSize: 1_000_000))
        let written = String(decoding: size.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(Int(written).map { $0 <= 1_000_000 } == true)
    }

    @Test(
        .timeLimit(.minutes(3)),
        arguments: [
            ("kill -SEGV $$", "stopped on a fault of its own (signal 11)"),
            ("kill -XCPU $$", "was stopped by the system for the time or memory it took"),
            ("exec yes > big", "wrote more than 1 MB, or more than the system lets it"),
            ("echo 'std::bad_alloc' >&2; exit 2", "needed more than 2000 MB of memory"),
        ])
    func `what stopped a program is told`(script: String, what: String) async {
        guard Tool.prlimit.path != nil else { return }
        let error = await #expect(throws: PaperError.self) {
            try await run(script, .init(seconds: 30, fileSize: 1_000_000))
        }
        #expect(error == .toolFailed(name: "plan.pdf", tool: "sh", what: what))
    }

    @Test func `a program in the sandbox has no network`() async throws {
        guard Sandbox.isUsable else { return }
        let outcome = try await run("cat /proc/net/dev")
        let devices = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(":") }.map { $0.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces) }
        #expect(devices == ["lo"])
    }

    @Test func `a program in the sandbox sees nothing but programs and its folder`() async throws {
        guard Sandbox.isUsable else { return }
        let home = NSHomeDirectory()
        let outcome = try await run(
            "ls \(home) /home /root /etc/passwd /etc/shadow /var/lib 2>/dev/null | wc -l; ls -d /proc/[0-9]* | wc -l; pwd"
        )
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(lines.first == "0")
        // Itself, what starts it and what it starts: no process from outside.
        #expect(lines.dropFirst().first.flatMap { Int($0) }.map { $0 <= 4 } == true)
        #expect(lines.last?.contains("goldthread-") == true)
    }

    @Test func `a program in the sandbox cannot write outside its folder`() async throws {
        guard Sandbox.isUsable else { return }
        let outcome = try await run("touch /usr/goldthread-was-here || echo refused")
        #expect(outcome.output == Array("refused\n".utf8))
    }

    @Test func `a program learns nothing of its caller's environment`() async throws {
        setenv("GOLDTHREAD_SECRET_OF_A_TEST", "swordfish", 1)
        defer { unsetenv("GOLDTHREAD_SECRET_OF_A_TEST") }
        let outcome = try await run("env")
        #expect(!String(decoding: outcome.output, as: UTF8.self).contains("swordfish"))
    }

    @Test func `the private folder is its owner's alone and goes with its holder`() throws {
        var path = ""
        do {
            let folder = try PrivateFolder(name: "plan.pdf")
            try folder.write([1, 2, 3], as: "paper.pdf", name: "plan.pdf")
            path = folder.path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            #expect(folder.read("paper.pdf") == [1, 2, 3])
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    /// Whether a program runs whose arguments hold a mark.
    private static func isRunning(_ mark: String) -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { process in
            guard Int(process) != nil, let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
            else { return false }
            // The shell itself names the mark too, within its script.
            return String(decoding: line, as: UTF8.self).hasPrefix("sleep\0\(mark)")
        }
    }
}
