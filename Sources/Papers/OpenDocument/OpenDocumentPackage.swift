/// The parts of an OpenDocument file: apart in an archive, or all in one flat file.
struct OpenDocumentPackage {
    let name: String
    /// The part with the paper's words, and its root element.
    let content: [UInt8]
    let contentPart: String
    let root: String
    /// Styles by name, and the pages' running heads.
    let styles: XMLElement?
    /// The styles made for single paragraphs and cells of the words.
    let automatic: XMLElement?

    init(_ bytes: [UInt8], name: String) throws(PaperError) {
        self.name = name
        if bytes.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K")]) {
            let archive = try Archive(bytes, name: name) {
                $0 == "content.xml" || $0 == "styles.xml" || $0 == "META-INF/manifest.xml"
            }
            if let manifest = archive["META-INF/manifest.xml"],
                !manifest.offsets(of: "encryption-data", limit: 1).isEmpty
            {
                throw .locked(name: name)
            }
            guard let content = archive["content.xml"] else {
                throw .damaged(name: name, what: "content.xml is missing")
            }
            self.content = content
            contentPart = "content.xml"
            root = "office:document-content"
            styles = try archive["styles.xml"].map { bytes throws(PaperError) in
                try XMLElement.read(bytes, name: name, part: "styles.xml")
            }
            automatic = try OpenDocumentPackage.part("office:automatic-styles", content, name, contentPart, root)
        } else {
            content = bytes
            contentPart = "the file"
            root = "office:document"
            let styles = XMLElement(root)
            for part in ["office:styles", "office:automatic-styles", "office:master-styles"] {
                if let found = try OpenDocumentPackage.part(part, bytes, name, contentPart, root) {
                    styles.append(.element(found))
                }
            }
            self.styles = styles
            automatic = styles.first("office:automatic-styles")
        }
    }

    /// One element of the file with what it holds; nil where there is none.
    private static func part(
        _ element: String, _ bytes: [UInt8], _ name: String, _ part: String, _ root: String
    ) throws(PaperError) -> XMLElement? {
        guard !bytes.offsets(of: "<\(element)", limit: 1).isEmpty else { return nil }
        let found = XMLElement(element)
        var stream = try XMLStream(bytes, name: name, part: part, within: [root, element], readsRest: false)
        while let child = try stream.next() { found.append(.element(child)) }
        return found
    }
}
