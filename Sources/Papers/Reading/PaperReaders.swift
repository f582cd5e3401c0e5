/// All readers, one for each kind of file; the bytes decide which of them reads a file, never its name.
public enum PaperReaders {
    /// Largest file that is read, in bytes.
    public static let sizeLimit = 256_000_000

    /// The paper in a file of any kind.
    /// - Throws: `PaperError`, whose description can be shown as it is.
    public static func read(_ bytes: consuming [UInt8], name: String) async throws(PaperError) -> Paper {
        guard !bytes.isEmpty else { throw .empty(name: name) }
        guard bytes.count <= sizeLimit else { throw .tooLarge(name: name, bytes: bytes.count, limit: sizeLimit) }
        return try await reader(of: format(of: bytes, name: name)).read(bytes, name: name)
    }

    /// Whether a file is of a kind that is read, told without reading it.
    /// - Throws: `PaperError` where it is empty, or of another kind: what `read` throws for it.
    public static func requirePaper(_ bytes: [UInt8], name: String) throws(PaperError) {
        guard !bytes.isEmpty else { throw .empty(name: name) }
        _ = try format(of: bytes, name: name)
    }

    private static func format(of bytes: [UInt8], name: String) throws(PaperError) -> PaperFormat {
        switch try FileKind.of(bytes, name: name) {
        case .paper(let format): return format
        case .bundle: throw .archive(name: name)
        case .other(let format): throw .otherFormat(name: name, format: format)
        case .locked: throw .locked(name: name)
        }
    }

    /// Whether a file is a zip archive of papers, which are read one by one.
    public static func isBundle(_ bytes: [UInt8], name: String) throws(PaperError) -> Bool {
        guard bytes.starts(with: Array("PK".utf8)) else { return false }
        return try FileKind.of(bytes, name: name) == .bundle
    }

    /// The files in a zip archive of papers, in its order: what is hidden is left out.
    /// - Throws: `PaperError` where the archive is damaged, locked or larger than the limits.
    public static func files(inBundle bytes: [UInt8], name: String) throws(PaperError) -> [(
        name: String, bytes: [UInt8]
    )] {
        let archive = try Archive(bytes, name: name) { path in
            // A path out of the archive hides nothing: its file is named like any other.
            let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
            return !path.hasSuffix("/") && !parts.isEmpty
                && !parts.contains { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0.hasPrefix("__MACOSX") }
        }
        return archive.entries.map { entry in
            // Only a name for people: nothing is ever written where it points.
            (name + "/" + (entry.name.split(separator: "/").last.map(String.init) ?? entry.name), entry.bytes)
        }
    }

    /// The parts of an office file by their whole names, for tests that alter them.
    /// - Throws: `PaperError` where the archive is damaged, locked or larger than the limits.
    package static func parts(of bytes: [UInt8], name: String) throws(PaperError) -> [(name: String, bytes: [UInt8])] {
        try Archive(bytes, name: name, wanted: { !$0.hasSuffix("/") }).entries.map { ($0.name, $0.bytes) }
    }

    private static func reader(of format: PaperFormat) -> any PaperReader {
        switch format {
        case .text: TextReader()
        case .pdf: PDFReader()
        case .word: LayoutReader(format, WordLayout.read)
        case .openDocument: LayoutReader(format, OpenDocumentLayout.read)
        case .web: LayoutReader(format, WebLayout.read)
        case .richText: LayoutReader(format, RichTextLayout.read)
        case .excel: LayoutReader(format, ExcelLayout.read)
        case .openSheet: LayoutReader(format, OpenSheetLayout.read)
        case .delimited: LayoutReader(format, DelimitedLayout.read)
        }
    }
}

/// Reads a kind of file whose layout can be told from its bytes at once.
struct LayoutReader: PaperReader {
    private let format: PaperFormat
    private let layout: @Sendable ([UInt8], String) throws(PaperError) -> Layout

    init(
        _ format: PaperFormat,
        _ layout: @escaping @Sendable (_ bytes: [UInt8], _ name: String) throws(PaperError) -> Layout
    ) {
        self.format = format
        self.layout = layout
    }

    func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Paper {
        try PaperBuilder(name: name, format: format, byteCount: bytes.count).build(layout(bytes, name))
    }
}
