import Foundation
import Synchronization

/// Shows that work goes on where it takes longer than a second and somebody watches.
enum Waiting {
    static func watch<Value, Failure: Error>(_ title: String, _ work: () async throws(Failure) -> Value)
        async throws(Failure) -> Value
    {
        guard isatty(STDERR_FILENO) == 1 else { return try await work() }
        let state = State()
        let watcher = Thread {
            Thread.sleep(forTimeInterval: 1)
            var seconds = 1
            while !state.isDone {
                FileHandle.standardError.write(Data("\r\(title) … \(seconds) s ".utf8))
                Thread.sleep(forTimeInterval: 1)
                seconds += 1
            }
        }
        watcher.start()
        let began = Date()
        defer {
            state.finish()
            if Date().timeIntervalSince(began) > 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        }
        return try await work()
    }

    private final class State: Sendable {
        private let done = Mutex(false)
        var isDone: Bool { done.withLock { $0 } }
        func finish() { done.withLock { $0 = true } }
    }
}
