import Access
import Register
import Synchronization

/// How often accounts have sent files lately. It is forgotten when the site is started anew.
final class UploadCount: Sendable {
    /// For how long an upload counts, in seconds.
    static let span = 600
    private let limit: Int
    /// When each account sent files, in seconds.
    private let recent = Mutex([AccountID: [Int]]())

    /// - Parameter limit: The most uploads of one account within the span.
    init(limit: Int) { self.limit = limit }

    /// Counts an upload.
    /// - Throws: `Refusal.tooMany` where there were too many; that one is not counted.
    func count(_ account: AccountID, at moment: Timestamp) throws(Refusal) {
        let now = moment.microseconds / 1_000_000
        let oldest: Int? = recent.withLock { recent in
            // Those who have sent nothing lately are let go of.
            recent = recent.compactMapValues { times in
                let times = times.filter { $0 > now - Self.span }
                return times.isEmpty ? nil : times
            }
            let times = recent[account] ?? []
            guard times.count >= limit else {
                recent[account] = times + [now]
                return nil
            }
            return times.first
        }
        guard let oldest else { return }
        let wait = max(1, oldest + Self.span - now)
        throw .tooMany(
            "You have sent files \(limit == 1 ? "once" : "\(limit) times") within \(Self.span / 60) minutes, so this was not kept. Send it again in \((wait + 59) / 60) minutes.",
            retryAfter: wait)
    }
}
