import Foundation
import Synchronization

/// Stops the program, naming the input, when one takes longer than any may: a hang ends a run as a crash does.
package final class Watchdog: Sendable {
    private struct Work {
        var title: String
        var start: ContinuousClock.Instant
    }

    private let work = Mutex<Work?>(nil)

    /// Watches until nobody holds it.
    /// - Parameter limit: How long one input may take.
    package init(limit: Duration) {
        let thread = Thread { [weak self] in
            while let self {
                Thread.sleep(forTimeInterval: 0.5)
                guard let work = self.work.withLock({ $0 }), ContinuousClock.now - work.start > limit else { continue }
                FileHandle.standardError.write(Data("\(work.title) takes longer than \(limit): a hang.\n".utf8))
                exit(70)
            }
        }
        thread.start()
    }

    /// Does some work by name.
    package func watch<Value>(_ title: String, _ body: () async -> Value) async -> Value {
        work.withLock { $0 = Work(title: title, start: .now) }
        let value = await body()
        work.withLock { $0 = nil }
        return value
    }
}
