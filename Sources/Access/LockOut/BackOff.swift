import Register

/// How long those who fail to sign in have to wait.
public struct BackOff: Sendable, Hashable {
    /// How many failures begin the waiting.
    public var failures: Int
    /// The first wait in seconds; each failure after it doubles the wait.
    public var first: Int
    /// The longest wait in seconds.
    public var longest: Int
    /// Seconds after the last failure when all are forgotten.
    public var forgotten: Int

    /// For one account: from the fifth failure on, 30 seconds to 15 minutes; forgotten after a day.
    public static let account = BackOff(failures: 5, first: 30, longest: 900, forgotten: 86_400)
    /// For one address that many may share, as a council's offices do: from the thirtieth on; forgotten after an hour.
    public static let client = BackOff(failures: 30, first: 30, longest: 900, forgotten: 3_600)

    /// A rule of waiting.
    public init(failures: Int, first: Int, longest: Int, forgotten: Int) {
        self.failures = failures
        self.first = first
        self.longest = longest
        self.forgotten = forgotten
    }

    /// Seconds to wait after so many failures.
    public func wait(after count: Int) -> Int {
        guard count >= failures else { return 0 }
        var wait = first
        for _ in failures..<count where wait < longest { wait *= 2 }
        return min(wait, longest)
    }
}
