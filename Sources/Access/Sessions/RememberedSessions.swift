import Foundation
import Synchronization

/// Sessions that were looked up since the book was last written, by the hash of their tokens. Every page asks for one, and
/// hardly anything is written: what is remembered goes with the first write, from whatever program.
final class RememberedSessions: Sendable {
    /// So many are kept at most; one more, and all are forgotten.
    private static let most = 10_000

    private let state = Mutex((mark: 0, sessions: [Data: Session]()))

    /// - Parameter mark: The state of the book, as its counter says.
    func find(_ token: Data, at mark: Int) -> Session? {
        state.withLock { $0.mark == mark ? $0.sessions[token] : nil }
    }

    /// - Parameter mark: The state of the book before the session was looked up.
    func keep(_ session: Session, for token: Data, at mark: Int) {
        state.withLock { state in
            if state.mark != mark || state.sessions.count >= Self.most { state = (mark, [:]) }
            state.sessions[token] = session
        }
    }
}
