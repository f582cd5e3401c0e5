/// Reads the layout of rich text, .rtf, as Word, LibreOffice and WordPad write it.
struct RichTextLayout {
    /// - Throws: `PaperError` where the file is no rich text, or nests beyond any paper.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        guard
            bytes.prefix(100).drop(while: { $0.isBlank || $0 == .newline || $0 >= 0x80 }).starts(
                with: Array("{\\rtf".utf8))
        else { throw .damaged(name: name, what: "it does not begin as rich text does, with {\\rtf") }
        var reader = RichTextReader(bytes)
        return try reader.read(name: name)
    }
}
