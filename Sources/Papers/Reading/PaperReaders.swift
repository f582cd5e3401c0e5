/// All readers, one for each kind of file; the bytes decide which of them reads a file, never its name.
public enum PaperReaders {
    private static let all: [any PaperReader] = [PDFReader(), TextReader()]

    /// Largest file that is read, in bytes.
    public static let sizeLimit = 256_000_000

    /// The paper in a file of any kind.
    /// - Throws: `PaperError`, whose description can be shown as it is.
    public static func read(_ bytes: [UInt8], name: String) async throws(PaperError) -> Paper {
        guard !bytes.isEmpty else { throw .empty(name: name) }
        guard bytes.count <= sizeLimit else { throw .tooLarge(name: name, bytes: bytes.count, limit: sizeLimit) }
        for reader in all where reader.reads(bytes) { return try await reader.read(bytes, name: name) }
        throw .otherFormat(name: name, format: FileSignature.format(of: bytes) ?? "of an unknown kind")
    }
}
