import Synchronization

/// What was worked out on some grounds, for as long as they hold: with the first change of them all of it goes.
final class Remembered<Grounds: Equatable & Sendable, Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var grounds: Grounds?
        var values: [Key: (value: Value, cost: Int)] = [:]
        var cost = 0
    }

    private let state = Mutex(State())
    private let room: Int

    /// - Parameter room: The sum of what may be kept, each at its cost.
    init(room: Int) { self.room = room }

    /// How many values are kept, on whatever grounds.
    var count: Int { state.withLock(\.values.count) }

    func find(_ key: Key, on grounds: Grounds) -> Value? {
        state.withLock { $0.grounds == grounds ? $0.values[key]?.value : nil }
    }

    /// Keeps a value. One that would take much of the room is not kept; where there is no room left, everything goes: what
    /// is asked for often is soon there again.
    /// - Parameter grounds: As they were before anything was read for it.
    func keep(_ value: Value, for key: Key, on grounds: Grounds, cost: Int = 1) {
        precondition(cost > 0, "what costs nothing would be kept without end")
        guard cost <= room / 16 else { return }
        state.withLock { state in
            if state.grounds != grounds || state.cost + cost > room { state = State(grounds: grounds) }
            state.cost += cost - (state.values.updateValue((value, cost), forKey: key)?.cost ?? 0)
        }
    }
}
