import CXML

/// A web page as a tree, as libxml2's forgiving reader of HTML understands it.
enum HTMLTree {
    /// Elements whose words are not for reading.
    private static let dropped: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
        "video", "map", "datalist", "frameset", "title",
    ]

    /// The page, and the style sheets within it.
    struct Page {
        var root: XMLElement
        var styles: [String]
        /// Whether elements nest as deep as libxml2 goes; what lies deeper it leaves out.
        var isTooDeep = false
    }

    /// - Throws: `PaperError` where nothing can be made of the file, or it is larger than any page.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Page {
        let (source, encoding) = WebEncoding.prepared(bytes)
        guard source.count < 1 << 30 else { throw .tooLarge(name: name, bytes: source.count, limit: 1 << 30) }
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        XMLQuiet.keep()
        let document = source.withUnsafeBytes { memory in
            htmlReadMemory(
                memory.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(memory.count), nil, encoding, options)
        }
        guard let document else { throw .damaged(name: name, what: "nothing in it can be read as a web page") }
        defer { xmlFreeDoc(document) }
        var page = Page(root: XMLElement("html"), styles: [])
        if let root = xmlDocGetRootElement(document) { try copy(root, into: &page, name) }
        return page
    }

    /// Copies the tree node by node, without recursion: pages nest as they like.
    private static func copy(
        _ root: UnsafeMutablePointer<xmlNode>, into page: inout Page, _ name: String
    ) throws(PaperError) {
        var open = [page.root]
        var node: UnsafeMutablePointer<xmlNode>? = root.pointee.children
        var depth = 0
        var count = 0
        while let current = node {
            count += 1
            guard count <= XMLElement.countLimit else {
                throw .bomb(name: name, what: "the page repeats its elements beyond any paper")
            }
            var descends = false
            switch current.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = current.pointee.content { open.last?.append(.text(String(cString: content))) }
            case XML_ELEMENT_NODE:
                let element = XMLElement(string(current.pointee.name).lowercased(), attributes(current))
                if element.name == "style" { page.styles.append(text(current)) }
                if !dropped.contains(element.name), let first = current.pointee.children {
                    open.last?.append(.element(element))
                    // What nests beyond sense is read as if it stood side by side.
                    if open.count < XMLElement.depthLimit {
                        open.append(element)
                    } else {
                        open.append(open[open.count - 1])
                    }
                    depth += 1
                    if depth >= XMLElement.depthLimit - 4 { page.isTooDeep = true }
                    node = first
                    descends = true
                } else if !dropped.contains(element.name) {
                    open.last?.append(.element(element))
                }
            default: break
            }
            if descends { continue }
            node = current.pointee.next
            var above = current
            while node == nil, depth > 0 {
                depth -= 1
                open.removeLast()
                guard let parent = above.pointee.parent else { return }
                above = parent
                node = parent.pointee.next
            }
        }
    }

    private static func attributes(_ node: UnsafeMutablePointer<xmlNode>) -> [String: String] {
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            let value = current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            attributes[string(current.pointee.name).lowercased()] = value
            attribute = current.pointee.next
        }
        return attributes
    }

    private static func text(_ node: UnsafeMutablePointer<xmlNode>) -> String {
        var text = ""
        var child = node.pointee.children
        while let current = child {
            if let content = current.pointee.content { text += String(cString: content) }
            child = current.pointee.next
        }
        return text
    }

    private static func string(_ name: UnsafePointer<UInt8>?) -> String { name.map { String(cString: $0) } ?? "" }
}
