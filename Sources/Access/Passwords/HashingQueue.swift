import Foundation
import Synchronization

/// Where passwords are hashed: few at a time, because each takes 32 MB and a processor, and away from the threads that
/// answer requests.
final class HashingQueue: Sendable {
    private let queue: OperationQueue
    private let longest: Int
    private let counts = Mutex((waiting: 0, taken: 0))

    /// - Parameters:
    ///   - width: How many are hashed at once.
    ///   - longest: How many may wait or be hashed before others are turned away.
    init(width: Int, longest: Int) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = width
        queue.name = "goldthread passwords"
        self.longest = longest
    }

    /// How much work was ever taken on.
    var taken: Int { counts.withLock { $0.taken } }

    /// Does the work when its turn has come.
    /// - Throws: `AccessError.tooBusy` where too many wait already, `.hashingFailed` where the work throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws(AccessError) -> Value {
        let hasRoom = counts.withLock { counts in
            guard counts.waiting < longest else { return false }
            counts = (counts.waiting + 1, counts.taken + 1)
            return true
        }
        guard hasRoom else { throw .tooBusy }
        defer { counts.withLock { $0.waiting -= 1 } }
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: Result { try work() }) }
        }
        switch result {
        case .success(let value): return value
        case .failure: throw .hashingFailed
        }
    }
}
