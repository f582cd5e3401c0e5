import Synchronization

/// Gives the moments of a list one after the other, and then the last one again and again.
final class Steps: Sendable {
    private let rest: Mutex<ArraySlice<UInt64>>

    init(_ moments: [UInt64]) { rest = Mutex(moments[...]) }

    func next() -> UInt64 { rest.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? 0 } }
}
