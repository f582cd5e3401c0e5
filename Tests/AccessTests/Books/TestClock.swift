import Register
import Synchronization

/// A clock that goes when it is told to, and backwards too.
final class TestClock: Sendable {
    private let microseconds: Mutex<Int>

    /// Noon of 21 November 2026, universal time.
    init() {
        let noon = Day(year: 2026, month: 11, day: 21).map { Timestamp(day: $0, hour: 12) }
        microseconds = Mutex(noon?.microseconds ?? 0)
    }

    var now: Timestamp { Timestamp(microseconds: microseconds.withLock { $0 }) }

    var second: Int { now.microseconds / 1_000_000 }

    func advance(_ seconds: Int) { microseconds.withLock { $0 += seconds * 1_000_000 } }
}
