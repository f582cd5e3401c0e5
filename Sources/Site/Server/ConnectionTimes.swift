/// When a connection has taken too long: no request comes, or one comes or its answer is taken too slowly. How long the site
/// takes to answer does not count.
struct ConnectionTimes: Sendable {
    typealias Instant = ContinuousClock.Instant

    private let limits: ServerLimits
    /// Requests that have no answer yet, or one of which bytes still wait to be sent.
    private var unanswered = 0
    /// Since when the connection has nothing to do.
    private var quietSince: Instant
    private var body: Flow?
    private var answer: Flow?
    private var stopped: Instant?

    /// Bytes that pass one way, and what is left of the patience with it: time takes from it, bytes give back. So a large file
    /// on a slow line gets through, and a byte now and then does not, however much came before.
    private struct Flow {
        var bytes = 0
        private var counted = 0
        private var left: Duration
        private var asOf: Instant
        /// When it has to be over, however fast it is.
        var end: Instant?

        init(since: Instant, _ limits: ServerLimits) { (asOf, left) = (since, .seconds(limits.patience)) }

        /// Looks whether patience has run out.
        /// - Parameter waiting: Bytes of it that have not passed yet.
        mutating func isTooSlow(at now: Instant, waiting: Int = 0, _ limits: ServerLimits) -> Bool {
            let passed = max(counted, bytes - waiting)
            let earned = Duration.seconds(Double(passed - counted) / Double(max(1, limits.pace)))
            left = min(.seconds(limits.patience), left - (now - asOf) + earned)
            (counted, asOf) = (passed, now)
            return left <= .zero || end.map { now >= $0 } ?? false
        }
    }

    init(_ limits: ServerLimits, opened: Instant) {
        (self.limits, quietSince) = (limits, opened)
    }

    /// How often to look whether time is over; nothing is late by more than this.
    static func interval(_ limits: ServerLimits) -> Duration {
        max(.milliseconds(50), .seconds(min(limits.idle, limits.patience)) / 4)
    }

    /// Whether no request is under way.
    var isQuiet: Bool { unanswered == 0 && body == nil }

    /// Whether to end the connection as soon as nothing is under way.
    var isStopping: Bool { stopped != nil }

    mutating func headCame(at now: Instant) {
        unanswered += 1
        body = Flow(since: now, limits)
    }

    mutating func bodyCame(_ bytes: Int) { body?.bytes += bytes }

    mutating func requestEnded(at now: Instant) {
        body = nil
        quietSince = now
    }

    mutating func answerBegan(at now: Instant) { if answer == nil { answer = Flow(since: now, limits) } }

    mutating func answerWent(_ bytes: Int) { answer?.bytes += bytes }

    /// All of an answer has been sent.
    mutating func answerEnded(at now: Instant) {
        unanswered -= 1
        if unanswered == 0 { answer = nil }
        quietSince = now
        // What is still sent of a request that was refused is not wanted; but who is cut off at once never sees the answer.
        let patience = limits.patience
        body?.end = now + .seconds(patience)
    }

    mutating func stop(at now: Instant) { if stopped == nil { stopped = now } }

    /// Looks whether the connection has to end.
    /// - Parameter unsent: Bytes of answers that wait for their reader.
    mutating func isOver(at now: Instant, unsent: Int) -> Bool {
        let limits = limits
        if let stopped, now >= stopped + .seconds(limits.farewell) { return true }
        if body?.isTooSlow(at: now, limits) ?? false { return true }
        // Where nothing waits it is the site that takes its time.
        if unsent == 0, answer != nil { answer = Flow(since: now, limits) }
        if answer?.isTooSlow(at: now, waiting: unsent, limits) ?? false { return true }
        return isQuiet && now >= quietSince + .seconds(limits.idle)
    }
}
