/// Reads one kind of file into a paper. `PaperReaders` decides by a file's bytes which reader reads it.
public protocol PaperReader: Sendable {
    /// The paper that the bytes hold.
    /// - Throws: `PaperError`, whose description can be shown as it is.
    func read(_ bytes: consuming [UInt8], name: String) async throws(PaperError) -> Paper
}
