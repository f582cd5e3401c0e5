/// Reads the layout of Word files: .docx, .docm and the templates of both.
struct WordLayout {
    /// - Throws: `PaperError` where the file is damaged, naming the part, or larger than any paper.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        try WordReader(WordPackage(bytes, name: name)).read()
    }
}
