/// How a site is reached, and its limits.
public struct SiteSettings: Sendable {
    /// Where people reach it, such as "https://promises.example.gov.uk", without a slash at its end.
    public var origin: String
    /// Servers that stand before it.
    public var proxies = Proxies([])
    /// Largest paper or file of evidence that is taken, in bytes.
    public var uploadLimit: Int
    /// The most bytes that all forms on their way may have at once. At least one of the largest is taken.
    public var uploadRoom = 200_000_000
    /// How often one account may send files within ten minutes.
    public var uploadRate = 20
    /// How much of pages that were made is kept until the ledger changes, in bytes; 0 makes every page afresh.
    public var pagesMemory: Int
    /// How long connections may take, and how many there may be.
    public var limits = ServerLimits()

    /// Settings; what is left out suits a computer on which it is tried.
    public init(
        origin: String = "http://127.0.0.1:8080", uploadLimit: Int = 50_000_000, pagesMemory: Int = 32_000_000
    ) {
        self.origin = origin
        self.uploadLimit = uploadLimit
        self.pagesMemory = pagesMemory
    }

    /// Whether people reach it by TLS, which cookies then insist on.
    var isSecure: Bool { origin.hasPrefix("https://") }
}
