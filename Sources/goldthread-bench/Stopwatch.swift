import Foundation

/// Times work by the monotonic clock.
enum Stopwatch {
    /// The shortest of several times, in seconds: the one least disturbed by others on the machine.
    static func best(of rounds: Int, _ work: () throws -> Void) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            let began = DispatchTime.now().uptimeNanoseconds
            try work()
            best = min(best, Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9)
        }
        return best
    }

    /// The same for work that waits.
    static func best(of rounds: Int, _ work: () async throws -> Void) async rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            let began = DispatchTime.now().uptimeNanoseconds
            try await work()
            best = min(best, Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9)
        }
        return best
    }

    /// The best times of two kinds of work, taken in turns, so that both meet the machine in the same mood.
    static func alternating(
        rounds: Int = 40, _ first: () async throws -> Void, _ second: () async throws -> Void
    ) async rethrows -> (Double, Double) {
        var times = (Double.infinity, Double.infinity)
        for _ in 0..<rounds {
            times.0 = min(times.0, try await best(of: 1, first))
            times.1 = min(times.1, try await best(of: 1, second))
        }
        return times
    }
}

/// What the process has needed so far.
enum Memory {
    /// Peak resident memory as the kernel counts it; 0 where it does not say.
    static var peakMegabytes: Int { peakMegabytes(of: "self") }

    /// The same of another process.
    static func peakMegabytes(of process: String) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return 0 }
        for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
            return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1000
        }
        return 0
    }
}
