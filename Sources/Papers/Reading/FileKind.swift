/// What kind of file some bytes are. Names say nothing: a workbook saved as "plan.doc" is a workbook.
enum FileKind: Hashable {
    case paper(PaperFormat)
    /// A zip archive of other files.
    case bundle
    /// Something else that is known by its first bytes, with its name for people.
    case other(String)
    /// An office file that opens with a password only.
    case locked

    /// The kind of a file, told by its first bytes and, for archives, by the files within.
    static func of(_ bytes: [UInt8], name: String) throws(PaperError) -> FileKind {
        if isPDF(bytes) { return .paper(.pdf) }
        if bytes.starts(with: Array("PK".utf8)) { return try archive(bytes, name) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return isEncryptedOffice(bytes) ? .locked : .other("an old Word or Excel file (.doc or .xls)")
        }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .paper(.richText) }
        for (start, name) in signatures where bytes.starts(with: start) { return .other(name) }
        if let picture = laterSignature(bytes) { return .other(picture) }
        if let markup = markup(bytes) { return markup }
        return .paper(DelimitedLayout.reads(bytes) ? .delimited : .text(TextEncoding.detect(bytes).encoding))
    }

    /// Pictures whose first bytes alone could be words, or tell a size.
    private static func laterSignature(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 12 else { return nil }
        if bytes.starts(with: "RIFF".utf8), bytes[8...].starts(with: "WEBP".utf8) { return "a picture (WebP)" }
        if bytes.starts(with: "BM".utf8), bytes[6..<10].allSatisfy({ $0 == 0 }) { return "a picture (BMP)" }
        return bytes[4...].starts(with: "ftyp".utf8) ? "a picture or film (HEIC or MP4)" : nil
    }

    private static func isPDF(_ bytes: [UInt8]) -> Bool {
        // Some begin a few bytes late.
        let head = bytes.prefix(1024)
        guard let start = head.firstIndex(of: UInt8(ascii: "%")) else { return false }
        return head[start...].starts(with: "%PDF-".utf8)
    }

    private static func archive(_ bytes: [UInt8], _ name: String) throws(PaperError) -> FileKind {
        let names = try Archive.names(in: bytes, name: name)
        if names.contains("[Content_Types].xml") {
            if names.contains(where: { $0.hasPrefix("xl/") }) { return .paper(.excel) }
            if names.contains(where: { $0.hasPrefix("ppt/") }) { return .other("a PowerPoint file") }
            return .paper(.word)
        }
        // Since version 24.8 LibreOffice seals the whole file in one part.
        if names.contains("encrypted-package") { return .locked }
        if names.contains("content.xml") {
            let type = try Archive(bytes, name: name, wanted: { $0 == "mimetype" })["mimetype"] ?? []
            return .paper(String(decoding: type, as: UTF8.self).contains("spreadsheet") ? .openSheet : .openDocument)
        }
        return .bundle
    }

    /// An encrypted office file is an old container whose directory names its one great stream in UTF-16.
    private static func isEncryptedOffice(_ bytes: [UInt8]) -> Bool {
        var mark: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { mark += [byte, 0] }
        var index = 0
        let end = bytes.count - mark.count
        while index <= end {
            if bytes[index] == mark[0], bytes[index...].starts(with: mark) { return true }
            // Names in a directory begin at multiples of 128.
            index += 128
        }
        return false
    }

    /// Web pages and flat office files, which may begin with white space, a byte-order mark, a declaration or a remark.
    private static func markup(_ bytes: [UInt8]) -> FileKind? {
        let (encoding, skip) = TextEncoding.detect(Array(bytes.prefix(4096)))
        let head = String(decoding: encoding.utf8(Array(bytes.prefix(4096)), skip: skip), as: UTF8.self).lowercased()
        guard let first = head.first(where: { !$0.isWhitespace }), first == "<" else {
            let isMailArchive =
                head.hasPrefix("mime-version:") || head.hasPrefix("from:") && head.contains("multipart/")
            return isMailArchive && head.contains("text/html") ? .paper(.web) : nil
        }
        if head.contains("<office:document") {
            return .paper(head.contains("opendocument.spreadsheet") ? .openSheet : .openDocument)
        }
        for tag in ["<!doctype html", "<html", "<body", "<head>"] where head.contains(tag) { return .paper(.web) }
        return nil
    }

    private static let signatures: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        (Array("GIF8".utf8), "a picture (GIF)"),
        ([0x49, 0x49, 0x2A, 0x00], "a picture (TIFF)"), ([0x4D, 0x4D, 0x00, 0x2A], "a picture (TIFF)"),
        ([0x1F, 0x8B], "a gzip archive"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        (Array("Rar!".utf8), "a RAR archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("MZ".utf8) + [0x90], "a program"),
        (Array("SQLite format 3".utf8), "a database"),
    ]
}
