/// Reads plain text, as extracted from PDFs and word processors, into a paper.
///
/// Understands headings, numbered paragraphs, bullets, pipe tables, tab-separated tables, inline `<p> <ul> <li> <br>`,
/// page marks, running heads, image marks and noise. Time and memory are linear in the size of the text.
public struct TextReader: PaperReader {
    /// Largest text that is read, in bytes.
    public static let sizeLimit = 256_000_000

    /// A reader; it keeps no state.
    public init() {}

    /// Reads text in UTF-8, UTF-16 or Windows-1252; the encoding is decided by the bytes.
    public func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Paper {
        guard !bytes.isEmpty else { throw .empty(name: name) }
        guard bytes.count <= TextReader.sizeLimit else {
            throw .tooLarge(name: name, bytes: bytes.count, limit: TextReader.sizeLimit)
        }
        let (encoding, skip) = TextEncoding.detect(bytes)
        let text = encoding.utf8(bytes, skip: skip)
        if let offset = firstBinaryByte(text) { throw .binary(name: name, offset: offset) }
        return try PaperBuilder(name: name, format: .text(encoding), byteCount: bytes.count)
            .build(Transcript(text: text))
    }

    /// The first byte that no text holds: a zero, or one of many control characters.
    private func firstBinaryByte(_ text: [UInt8]) -> Int? {
        var controls = 0
        var first: Int?
        for (index, byte) in text.enumerated() where byte < 0x20 {
            if byte == 0 { return index }
            let isText = byte == .newline || byte.isBlank || byte == 0x1B || byte == 0x08
            if isText { continue }
            controls += 1
            if first == nil { first = index }
            if controls > 16 + text.count / 500 { return first }
        }
        return nil
    }
}
