/// Reads the layout of OpenDocument text: .odt, its templates, and the flat form in one XML file, .fodt.
struct OpenDocumentLayout {
    /// - Throws: `PaperError` where the file is damaged, naming the part, locked, or larger than any paper.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        try OpenDocumentReader(OpenDocumentPackage(bytes, name: name)).read()
    }
}
