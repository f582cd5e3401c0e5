import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Runs programs on papers: each in its own process with limits on time, memory and output, without a network, and,
/// where bubblewrap is installed, seeing nothing but itself and one private folder.
struct ToolRunner: Sendable {
    /// What a run may take.
    struct Limits: Sendable {
        /// Seconds of the clock.
        var seconds = 60
        /// Bytes of memory.
        var memory = 2_000_000_000
        /// Bytes on standard output.
        var output = 256_000_000
        /// Bytes of any file that it writes.
        var fileSize = 1_000_000_000
    }

    /// How a run ended.
    struct Outcome: Sendable {
        var status: Int32
        var output: [UInt8]
        var complaint: String
    }

    /// The paper's name, for messages.
    let name: String
    let folder: PrivateFolder

    /// Runs a program in the private folder, by whose file names its arguments speak.
    /// - Throws: `PaperError` where the program is missing, exceeds a limit or is stopped by a signal. Any other end is
    ///   the caller's to judge.
    func run(
        _ tool: Tool, _ arguments: [String], for what: String, limits: Limits = Limits()
    ) async throws(PaperError) -> Outcome {
        guard let path = tool.path else {
            throw .toolMissing(name: name, tool: tool.name, package: tool.package, what: what)
        }
        var command = limited(limits)
        command += Sandbox.isUsable ? Sandbox.command(in: folder.path) : []
        command += [path] + arguments
        let outcome: Outcome?
        do {
            outcome = try await Self.race(command, in: folder.path, limits)
        } catch {
            throw failure(of: tool, error, limits)
        }
        guard let outcome else {
            throw .toolFailed(
                name: name, tool: tool.name,
                what: "took more than \(limits.seconds) second\(limits.seconds == 1 ? "" : "s")")
        }
        if let what = Self.fault(outcome, limits) { throw .toolFailed(name: name, tool: tool.name, what: what) }
        return outcome
    }

    /// What stopped a program before its own end, in words; nil where it ended by itself, well or badly.
    private static func fault(_ outcome: Outcome, _ limits: Limits) -> String? {
        let ranOut = ["bad_alloc", "out of memory", "cannot allocate memory"].contains {
            outcome.complaint.lowercased().contains($0)
        }
        if outcome.status != 0, ranOut { return "needed more than \(limits.memory / 1_000_000) MB of memory" }
        switch outcome.status {
        case 128 + SIGXFSZ: return "wrote more than \(limits.fileSize / 1_000_000) MB, or more than the system lets it"
        case 128 + SIGXCPU, 128 + SIGKILL: return "was stopped by the system for the time or memory it took"
        case (129...): return "stopped on a fault of its own (signal \(outcome.status - 128))"
        default: return nil
        }
    }

    /// The outcome, or nil where the clock ended first; the program is then stopped.
    private static func race(_ command: [String], in folder: String, _ limits: Limits) async throws -> Outcome? {
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask { try await start(command, in: folder, limits) }
            group.addTask {
                try await Task.sleep(for: .seconds(limits.seconds))
                return nil
            }
            let first = try await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private static func start(_ command: [String], in folder: String, _ limits: Limits) async throws -> Outcome {
        var options = PlatformOptions()
        // In a group of its own, so that what it started is stopped with it.
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        let result = try await Subprocess.run(
            .path(.init(command[0])), arguments: .init(Array(command.dropFirst())),
            environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder, "TMPDIR": "/tmp"]),
            workingDirectory: .init(folder), platformOptions: options,
            output: .bytes(limit: limits.output), error: .bytes(limit: 4_000_000))
        let status: Int32
        switch result.terminationStatus {
        case .exited(let code): status = code
        case .signaled(let signal): status = 128 + signal
        }
        return Outcome(
            status: status, output: result.standardOutput,
            complaint: String(decoding: result.standardError.prefix(2000), as: UTF8.self))
    }

    /// The kernel holds the program to its memory, its processor time and the size of its files.
    private func limited(_ limits: Limits) -> [String] {
        guard let prlimit = Tool.prlimit.path else { return [] }
        return [
            prlimit, "--as=\(allowed(limits.memory, "Max address space"))",
            "--cpu=\(allowed(limits.seconds * 2, "Max cpu time"))",
            "--fsize=\(allowed(limits.fileSize, "Max file size"))", "--core=0", "--",
        ]
    }

    /// A limit, or the system's own where that is lower: it may not be raised, and prlimit would give up.
    private func allowed(_ limit: Int, _ name: String) -> Int {
        guard let list = try? String(contentsOfFile: "/proc/self/limits", encoding: .utf8),
            let line = list.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
            let hard = line.dropFirst(name.count).split(separator: " ").dropFirst().first
        else { return limit }
        return min(limit, Int(hard) ?? limit)
    }

    private func failure(of tool: Tool, _ error: any Error, _ limits: Limits) -> PaperError {
        if let error = error as? SubprocessError, error.code == .outputLimitExceeded {
            return .toolFailed(
                name: name, tool: tool.name, what: "printed more than \(limits.output / 1_000_000) MB")
        }
        return .toolFailed(name: name, tool: tool.name, what: "could not be run (\(error))")
    }
}

/// Shuts a program in by bubblewrap: no network, no other processes, nothing of the disk but programs and one folder.
enum Sandbox {
    /// Whether bubblewrap is installed and may be used; some containers forbid it.
    static let isUsable: Bool = {
        guard let path = Tool.bubblewrap.path else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["--unshare-all", "--ro-bind", "/", "/", "/bin/true"]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    static func command(in folder: String) -> [String] {
        var command = [
            Tool.bubblewrap.path ?? "bwrap", "--unshare-all", "--die-with-parent", "--new-session",
            "--ro-bind", "/usr", "/usr", "--proc", "/proc", "--dev", "/dev",
            "--size", "1000000000", "--tmpfs", "/tmp",
            "--bind", folder, folder, "--chdir", folder,
        ]
        for path in [
            "/bin", "/lib", "/lib64", "/etc/fonts", "/etc/alternatives", "/etc/ld.so.cache", "/var/cache/fontconfig",
            "/opt/homebrew",
        ] {
            command += ["--ro-bind-try", path, path]
        }
        return command
    }
}
