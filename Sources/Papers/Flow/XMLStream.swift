/// The elements right within one element of a part, one after another, so that a report of a thousand pages never
/// stands in memory as one tree.
struct XMLStream {
    private let pull: XMLPull
    private let name: String
    private let part: String
    private var count = 0
    private var isOpen = false
    private let readsRest: Bool

    /// Opens a part and goes to where the path of element names leads.
    /// - Parameter readsRest: Whether what follows is read at the end too, so that a part cut short is noticed.
    /// - Throws: `PaperError` where the part is broken or has no such element.
    init(_ bytes: [UInt8], name: String, part: String, within path: [String], readsRest: Bool = true) throws(PaperError)
    {
        pull = try XMLPull(bytes, name: name, part: part)
        self.name = name
        self.part = part
        self.readsRest = readsRest
        var depth = 0
        while let piece = try pull.next() {
            switch piece {
            case .start(let element, _):
                if depth < path.count, element == path[depth] {
                    depth += 1
                    if depth == path.count {
                        isOpen = true
                        return
                    }
                } else {
                    try skip()
                }
            case .end, .text: continue
            }
        }
        throw .damaged(name: name, what: "\(part) has no \(path.last ?? "") element")
    }

    /// The next element with all that it holds; nil at the end.
    mutating func next() throws(PaperError) -> XMLElement? {
        guard isOpen else { return nil }
        while let piece = try pull.next() {
            switch piece {
            case .start(let element, let attributes): return try tree(XMLElement(element, attributes))
            case .text: continue
            case .end:
                isOpen = false
                if readsRest { while try pull.next() != nil {} }
                return nil
            }
        }
        isOpen = false
        return nil
    }

    private mutating func tree(_ root: XMLElement) throws(PaperError) -> XMLElement {
        var open = [root]
        while let parent = open.last, let piece = try pull.next() {
            switch piece {
            case .start(let element, let attributes):
                let child = XMLElement(element, attributes)
                parent.append(.element(child))
                open.append(child)
                count += 1
                guard count <= XMLElement.countLimit, open.count <= XMLElement.depthLimit else {
                    throw .bomb(name: name, what: "\(part) nests or repeats its elements beyond any paper")
                }
            case .text(let text): parent.append(.text(text))
            case .end: _ = open.popLast()
            }
        }
        return root
    }

    private func skip() throws(PaperError) {
        var depth = 1
        while depth > 0, let piece = try pull.next() {
            switch piece {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: continue
            }
        }
    }
}
