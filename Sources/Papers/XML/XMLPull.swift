import CXML

/// Reads XML piece by piece, by libxml2: nothing is fetched, no entity is declared, and depth and sizes are limited.
final class XMLPull {
    /// A piece of XML. Names carry the usual prefix of their namespace, whatever prefix the file gives it: `w:p`.
    enum Piece {
        case start(String, [String: String])
        case text(String)
        case end(String)
    }

    private let reader: xmlTextReaderPtr
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let name: String
    private let part: String
    /// The end that follows the start of an empty element.
    private var pending: Piece?

    /// - Parameters:
    ///   - name: The paper's name, for messages.
    ///   - part: The file within the paper, for messages.
    init(_ source: [UInt8], name: String, part: String) throws(PaperError) {
        guard source.count < Int(Int32.max) else {
            throw .tooLarge(name: name, bytes: source.count, limit: Int(Int32.max))
        }
        bytes = .allocate(capacity: max(source.count, 1))
        _ = bytes.initialize(from: source)
        self.name = name
        self.part = part
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_COMPACT.rawValue)
        XMLQuiet.keep()
        let opened = bytes.withMemoryRebound(to: CChar.self) {
            xmlReaderForMemory($0.baseAddress, Int32(source.count), nil, nil, options)
        }
        guard let opened else {
            bytes.deallocate()
            throw .damaged(name: name, what: "\(part) cannot be opened as XML")
        }
        reader = opened
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// The next piece, or nil at the end.
    /// - Throws: `PaperError` where the XML is broken or declares a document type, which no office file does.
    func next() throws(PaperError) -> Piece? {
        if let piece = pending {
            pending = nil
            return piece
        }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { return nil }
            guard status == 1 else {
                // The parser gives up on a bomb of entities before it hands over their declaration.
                if !Array(bytes).offsets(of: "<!ENTITY", limit: 1).isEmpty { throw entities }
                throw .damaged(
                    name: name,
                    what: "\(part) is not whole XML near line \(xmlTextReaderGetParserLineNumber(reader))")
            }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                let element = elementName()
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                let attributes = attributes()
                if isEmpty { pending = .end(element) }
                return .start(element, attributes)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(elementName())
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
                if let value = xmlTextReaderConstValue(reader) { return .text(String(cString: value)) }
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw entities
            default: continue
            }
        }
    }

    private var entities: PaperError {
        .hostile(name: name, what: "\(part) declares entities of its own, which no word processor writes")
    }

    private func elementName() -> String {
        XMLNamespace.named(
            xmlTextReaderConstLocalName(reader), space: xmlTextReaderConstNamespaceUri(reader),
            prefix: xmlTextReaderConstPrefix(reader))
    }

    private func attributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if let value = xmlTextReaderConstValue(reader) { attributes[elementName()] = String(cString: value) }
        }
        return attributes
    }
}

/// Keeps libxml2 from printing: where an encoding misleads it, it prints bytes of the paper whatever its options say.
enum XMLQuiet {
    /// Holds for the thread it is called on, on which the reading that follows stays.
    static func keep() { xmlSetStructuredErrorFunc(nil) { _, _ in } }
}

/// The usual prefixes of the namespaces of office files, whatever a file calls them.
enum XMLNamespace {
    static func named(
        _ local: UnsafePointer<UInt8>?, space: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>?
    ) -> String {
        let name = local.map { String(cString: $0) } ?? ""
        guard let space else { return name }
        if let usual = usual[String(cString: space)] { return usual.isEmpty ? name : "\(usual):\(name)" }
        return prefix.map { "\(String(cString: $0)):\(name)" } ?? name
    }

    /// An empty prefix leaves names bare, as workbooks' parts write them.
    private static let usual: [String: String] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
        "http://purl.oclc.org/ooxml/spreadsheetml/main": "",
        "http://schemas.openxmlformats.org/package/2006/relationships": "",
        "http://schemas.openxmlformats.org/package/2006/content-types": "",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
        "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
        "http://purl.oclc.org/ooxml/drawingml/main": "a",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
        "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number",
    ]
}
