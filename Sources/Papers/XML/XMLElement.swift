/// An element of XML or HTML with all that it holds. A class, so that trees are built in place.
final class XMLElement {
    let name: String
    let attributes: [String: String]
    private(set) var children: [Child] = []

    enum Child {
        case element(XMLElement)
        case text(String)
    }

    init(_ name: String, _ attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }

    func append(_ child: Child) { children.append(child) }

    /// The value of an attribute.
    subscript(attribute: String) -> String? { attributes[attribute] }

    /// Elements right within this one.
    var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first element of a name right within this one.
    func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

    /// The element at the end of a path of names.
    func at(_ path: String...) -> XMLElement? {
        path.reduce(Optional(self)) { $0?.first($1) }
    }

    /// All text within, in order.
    var text: String {
        children.reduce(into: "") {
            switch $1 {
            case .text(let text): $0 += text
            case .element(let element): $0 += element.text
            }
        }
    }
}

extension XMLElement {
    /// How deep elements may nest; libxml2 stops at the same depth.
    static let depthLimit = 256
    /// How many elements a part may hold: a 1,000-page report has fewer.
    static let countLimit = 5_000_000

    /// Reads a whole part of an office file.
    /// - Throws: `PaperError` where it is broken, hostile, or larger than the limits.
    static func read(_ bytes: [UInt8], name: String, part: String) throws(PaperError) -> XMLElement {
        let pull = try XMLPull(bytes, name: name, part: part)
        var open: [XMLElement] = []
        var root: XMLElement?
        var count = 0
        while let piece = try pull.next() {
            switch piece {
            case .start(let tag, let attributes):
                let element = XMLElement(tag, attributes)
                open.last?.append(.element(element))
                if root == nil { root = element }
                open.append(element)
                count += 1
                guard count <= countLimit, open.count <= depthLimit else {
                    throw .bomb(name: name, what: "\(part) nests or repeats its elements beyond any paper")
                }
            case .text(let text): open.last?.append(.text(text))
            case .end: _ = open.popLast()
            }
        }
        guard let root else { throw .damaged(name: name, what: "\(part) is empty") }
        return root
    }
}
