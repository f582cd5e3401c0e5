import Synchronization

/// How much of what people send may be in memory at once. Who finds no room is told when to come again, and nobody's upload
/// takes the memory that others need.
final class BodyRoom: Sendable {
    private let size: Int
    private let taken = Mutex(0)

    /// - Parameter size: In bytes, as they are sent.
    init(size: Int) { self.size = size }

    /// Takes room, until the place is let go of.
    /// - Throws: `Refusal.busy`.
    func place(for bytes: Int) throws(Refusal) -> Place {
        let hasRoom = taken.withLock { taken in
            guard taken + bytes <= size else { return false }
            taken += bytes
            return true
        }
        guard hasRoom else { throw .busy }
        return Place(self, bytes)
    }

    /// Room that somebody has, as long as anybody knows of it.
    final class Place: Sendable {
        private let room: BodyRoom
        private let bytes: Int

        fileprivate init(_ room: BodyRoom, _ bytes: Int) { (self.room, self.bytes) = (room, bytes) }

        deinit { room.taken.withLock { $0 -= bytes } }
    }
}
