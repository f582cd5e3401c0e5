import Foundation
import Synchronization
import Testing

@testable import Access

@Suite(.serialized) struct HashingQueueTests {
    private final class Tally: Sendable {
        private let state = Mutex((running: 0, most: 0))
        var most: Int { state.withLock { $0.most } }
        func enter() { state.withLock { ($0.running, $0.most) = ($0.running + 1, max($0.most, $0.running + 1)) } }
        func leave() { state.withLock { $0.running -= 1 } }
    }

    @Test func `no more are hashed at once than may be`() async throws {
        let (queue, tally) = (HashingQueue(width: 2, longest: 50), Tally())
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...40 {
                group.addTask {
                    try await queue.run {
                        tally.enter()
                        defer { tally.leave() }
                        // Long enough for others to come in, if they were let.
                        return (0..<2_000).reduce(0) { $0 &+ $1 % 7 } >= 0 ? number : 0
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 820)
        #expect(tally.most <= 2 && tally.most > 0)
    }

    @Test func `whoever comes when too many wait is turned away, and the next is not`() async throws {
        let queue = HashingQueue(width: 1, longest: 1)
        let (began, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let first = queue.run {
            began.signal()
            end.wait()
            return 1
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                began.wait()
                continuation.resume()
            }
        }
        await #expect(throws: AccessError.tooBusy) { try await queue.run { 2 } }
        end.signal()
        #expect(try await first == 1)
        #expect(try await queue.run { 3 } == 3)
    }

    @Test func `work that fails says so, and makes room`() async throws {
        let queue = HashingQueue(width: 1, longest: 1)
        await #expect(throws: AccessError.hashingFailed) { try await queue.run { throw CancellationError() } }
        #expect(try await queue.run { 1 } == 1)
    }
}
