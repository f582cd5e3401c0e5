import Fuzzing

@testable import Papers

/// A Word file made of the parts that a test names.
struct WordFile {
    var body: String
    var styles = ""
    var numbering = ""
    /// Further parts: the type of the relationship, the part's name within `word/`, its XML.
    var others: [(type: String, name: String, xml: String)] = []

    init(_ body: String) { self.body = body }

    static let spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:v="urn:schemas-microsoft-com:vml" \
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
        """

    var bytes: [UInt8] {
        var parts = others
        if !styles.isEmpty {
            parts.append(("styles", "styles.xml", "<w:styles \(WordFile.spaces)>\(styles)</w:styles>"))
        }
        if !numbering.isEmpty {
            parts.append(("numbering", "numbering.xml", "<w:numbering \(WordFile.spaces)>\(numbering)</w:numbering>"))
        }
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        let relationships = parts.enumerated().map { index, part in
            "<Relationship Id=\"rId\(index)\" Type=\"\(type)\(part.type)\" Target=\"\(part.name)\"/>"
        }.joined()
        return ZipWriter.pack(
            [
                (
                    "_rels/.rels",
                    "<Relationships xmlns=\"\(space)\"><Relationship Id=\"a\" Type=\"\(type)officeDocument\" "
                        + "Target=\"word/main2.xml\"/></Relationships>"
                ),
                ("word/main2.xml", "<w:document \(WordFile.spaces)><w:body>\(body)</w:body></w:document>"),
                ("word/_rels/main2.xml.rels", "<Relationships xmlns=\"\(space)\">\(relationships)</Relationships>"),
            ] + parts.map { ("word/\($0.name)", $0.xml) })
    }

    func layout() throws -> Layout { try WordLayout.read(bytes, name: "paper.docx") }

    /// A paragraph of plain words with properties before them.
    static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    /// A style based on another.
    static func style(_ id: String, name: String, basedOn: String? = nil, _ properties: String = "") -> String {
        "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
            + (basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "") + properties + "</w:style>"
    }
}
