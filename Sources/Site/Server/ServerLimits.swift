/// How long a connection may take, and how many there may be.
public struct ServerLimits: Sendable, Hashable {
    /// The most connections at once; others wait until one of these ends.
    public var connections = 10_000
    /// How long a connection may be open without a request, its head whole, in seconds. Longer than the minute for which
    /// servers that stand before this one keep theirs.
    public var idle = 75
    /// How long whoever sends a form or takes an answer may seem to do nothing, in seconds.
    public var patience = 20
    /// The slowest that they may be beyond that, in bytes a second.
    public var pace = 8_000
    /// How long requests that are under way may still take once the server is told to stop, in seconds.
    public var farewell = 10

    /// The standard limits.
    public init() {}
}
