/// Reads one kind of file into a paper.
public protocol PaperReader: Sendable {
    /// Whether the bytes are of the kind that this reader reads; decided by content, never by name.
    func reads(_ bytes: [UInt8]) -> Bool

    /// The paper that the bytes hold.
    /// - Throws: `PaperError`, whose description can be shown as it is.
    func read(_ bytes: [UInt8], name: String) async throws(PaperError) -> Paper
}
