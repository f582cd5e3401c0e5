import Foundation

/// Many clients at once, by wrk, which spends little of the machine itself.
struct Load {
    let wrk: String
    let clients = 32
    let seconds: Int

    /// What wrk saw.
    struct Answer {
        /// Answers a second.
        var rate: Double
        /// The time in which 99 of 100 answers came, in seconds.
        var p99: Double
        /// Of one answer, head included.
        var bytes: Int
        /// Answers that were errors, and those that never came.
        var failures: Int
    }

    static func find(seconds: Int) -> Load? {
        ["/usr/bin/wrk", "/usr/local/bin/wrk"].first { FileManager.default.isExecutableFile(atPath: $0) }
            .map { Load(wrk: $0, seconds: seconds) }
    }

    /// Asks a server for paths in no order.
    /// - Parameter seconds: For how long, where it is not as long as for a page.
    func run(at server: Served, _ paths: [String], cookie: String, seconds: Int? = nil) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "goldthread-load-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "load.lua")
        try Self.script(paths).write(to: script, atomically: true, encoding: .utf8)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: wrk)
        process.arguments = [
            "-t1", "-c\(clients)", "-d\(seconds ?? self.seconds)s", "-s", script.path, "-H",
            "Cookie: goldthread=\(cookie)",
            server.address,
        ]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("seen ") }) else {
            throw Failure(description: "wrk said nothing that could be read:\n\(text)")
        }
        let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        let (count, duration) = (max(1, numbers[0]), numbers[1] / 1e6)
        return Answer(
            rate: numbers[0] / duration, p99: numbers[2] / 1e6, bytes: Int(numbers[3] / count),
            failures: Int(numbers[4]))
    }

    private static func script(_ paths: [String]) -> String {
        """
        local requests = {}
        function init()
            for path in ("\(paths.joined(separator: " "))"):gmatch("%S+") do
                requests[#requests + 1] = wrk.format("GET", path)
            end
            math.randomseed(1)
        end
        function request() return requests[math.random(#requests)] end
        function done(summary, latency)
            local e = summary.errors
            print(string.format("seen %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(99),
                summary.bytes, e.status + e.connect + e.read + e.write + e.timeout))
        end
        """
    }

    /// What went wrong while measuring.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }
}
