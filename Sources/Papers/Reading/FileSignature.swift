/// What a file is by its first bytes, for those kinds that are often mistaken for text.
enum FileSignature {
    /// A name for people, or nil where the bytes may be text.
    static func format(of bytes: [UInt8]) -> String? {
        for (start, name) in signatures where bytes.starts(with: start) { return name }
        return nil
    }

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF".utf8), "a PDF"),
        (Array("PK\u{3}\u{4}".utf8), "a Word, Excel or OpenDocument file or a zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
        (Array("{\\rtf".utf8), "a rich text (RTF) file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        (Array("GIF8".utf8), "a picture (GIF)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("SQLite format 3".utf8), "a database"),
        (Array("<!DOCTYPE html".utf8), "a web page"), (Array("<html".utf8), "a web page"),
    ]
}
