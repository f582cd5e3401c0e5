/// How much work and memory a guess at a password costs (scrypt, RFC 7914 section 2).
public struct ScryptCost: Sendable, Hashable {
    /// Base-2 logarithm of N, the cost of processor and memory.
    public let logN: Int
    /// r, the size of blocks: 128 · N · r bytes of memory are used.
    public let blockSize: Int
    /// p, how often all of it is done.
    public let parallelism: Int

    /// N = 2^15, r = 8, p = 3: 32 MB. One of the equal choices of the OWASP Password Storage Cheat Sheet; those with more
    /// memory would take it from a small server.
    public static let standard = ScryptCost(known: (15, 8, 3))

    /// A cost within limits that keep a damaged file from taking all memory: N from 2 to 2^20, r to 32, p to 16, and at
    /// most 256 MB; nil beyond them.
    public init?(logN: Int, blockSize: Int, parallelism: Int) {
        guard (1...20).contains(logN), (1...32).contains(blockSize), (1...16).contains(parallelism),
            128 * blockSize << logN <= 256 << 20
        else { return nil }
        self.init(known: (logN, blockSize, parallelism))
    }

    private init(known: (Int, Int, Int)) { (logN, blockSize, parallelism) = known }
}
