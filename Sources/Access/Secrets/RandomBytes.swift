/// Where secrets come from; passed in, so that tests know them.
public struct RandomBytes: Sendable {
    private let source: @Sendable (Int) -> [UInt8]

    /// A source that gives as many bytes as it is asked for. Nobody may be able to guess them.
    public init(_ source: @escaping @Sendable (Int) -> [UInt8]) { self.source = source }

    /// The system's own source, made for secrets: on Linux `getrandom(2)`.
    public static let system = RandomBytes { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in generator.next() }
    }

    /// So many bytes.
    func callAsFunction(_ count: Int) -> [UInt8] { source(count) }
}
