import Register
import Synchronization

/// A clock that goes when it is told to, and backwards too.
final class TestClock: Sendable {
    private let microseconds: Mutex<Int>

    /// Noon of 21 November 2026, universal time.
    init(_ start: Timestamp = Timestamp(day: .on("2026-11-21"), hour: 12)) {
        microseconds = Mutex(start.microseconds)
    }

    var now: Timestamp { Timestamp(microseconds: microseconds.withLock { $0 }) }

    func set(_ moment: Timestamp) { microseconds.withLock { $0 = moment.microseconds } }

    func advance(seconds: Int) { microseconds.withLock { $0 += seconds * 1_000_000 } }
}
