/// Walks through a web page and writes down what stands on it.
struct WebReader {
    /// What holds where a piece of the page stands.
    struct Context {
        var isBold = false
        var isPreformatted = false
        var isFurniture = false
        var headingLevel: Int?
        /// Whether this is in the paper itself, where a `header` is that of the paper and not of the site.
        var isArticle = false
        var isCell = false
        var listDepth = 0
        /// How many levels of Word's own lists, which are paragraphs on the web.
        var wordLevel: Int?
    }

    let styles: WebStyles
    var elements: [Layout.Element] = []
    var lines = FlowLines()
    /// Where the first of the words gathered stands: they are written down as what that makes them.
    private var lineContext = Context()
    /// The item that the next words begin.
    var pendingItem: (depth: Int, label: String?)?
    private var deletions = 0
    private var hidden = 0

    init(styles: WebStyles) { self.styles = styles }

    mutating func read(_ root: XMLElement) -> Layout {
        for case .element(let element) in root.children where element.name != "head" { walk(element, Context()) }
        // A page without a body, as people cut them out of others.
        for case .text(let text) in root.children { add(text, Context()) }
        flush()
        var notices: [Notice] = []
        if deletions > 0 {
            notices.append(
                Notice(
                    "\(deletions) \(deletions == 1 ? "passage" : "passages") marked as deleted \(deletions == 1 ? "was" : "were") left out."
                ))
        }
        if hidden > 0 {
            notices.append(Notice("Hidden text was left out in \(hidden) \(hidden == 1 ? "place" : "places")."))
        }
        return Layout(elements: elements, notices: notices)
    }

    // MARK: Walking

    mutating func walk(_ element: XMLElement, _ context: Context) {
        if context.wordLevel != nil, let style = element["style"], WebReader.isWordMarker(style) { return }
        let style = styles.style(of: element)
        if style.isHidden ?? false {
            if !element.text.allSatisfy(\.isWhitespace) { hidden += 1 }
            return
        }
        var inner = context
        if let isBold = style.isBold { inner.isBold = isBold }
        if style.breaksBefore {
            flush()
            elements.append(.pageBreak)
        }
        switch element.name {
        case "head", "button", "input", "select", "option", "img": form(element, inner)
        case "a": if !WebReader.isNoteMark(element) { children(element, inner) }
        case "br": lines.breakLine()
        case "hr": flush()
        case "b", "strong":
            inner.isBold = style.isBold ?? true
            children(element, inner)
        case "th":
            inner.isBold = style.isBold ?? true
            block(element, inner)
        case "del": if !element.text.isEmpty { deletions += 1 }
        case "h1", "h2", "h3", "h4", "h5", "h6":
            inner.headingLevel = element.name.last?.wholeNumberValue
            block(element, inner)
        case "pre", "xmp", "listing":
            inner.isPreformatted = true
            block(element, inner)
        case "ul", "ol", "menu", "dir": list(element, style, inner)
        case "li":
            // An item outside any list.
            flush()
            pendingItem = (max(context.listDepth, 1), nil)
            block(element, inner)
        case "dt":
            inner.isBold = true
            block(element, inner)
        case "table": table(element, inner)
        case "nav", "aside": furniture(element, inner)
        case "header", "footer": if context.isArticle { block(element, inner) } else { furniture(element, inner) }
        case "main", "article", "section":
            inner.isArticle = true
            block(element, inner)
        case let name where WebReader.blocks.contains(name):
            switch element["role"] ?? element["title"] {
            // As LibreOffice saves running heads.
            case "header", "footer": furniture(element, inner)
            case "navigation", "banner", "contentinfo", "complementary": furniture(element, inner)
            case "main": inner.isArticle = true; block(element, inner)
            default: paragraph(element, inner)
            }
        default: children(element, inner)
        }
    }

    mutating func children(_ element: XMLElement, _ context: Context) {
        for child in element.children {
            switch child {
            case .text(let text): add(text, context)
            case .element(let element): walk(element, context)
            }
        }
    }

    mutating func block(_ element: XMLElement, _ context: Context) {
        flush()
        children(element, context)
        flush()
    }

    mutating func furniture(_ element: XMLElement, _ context: Context) {
        var inner = context
        inner.isFurniture = true
        block(element, inner)
    }

    // MARK: Words

    mutating func add(_ text: String, _ context: Context) {
        if lines.isBlank { lineContext = context }
        guard context.isPreformatted else { return lines.add(text, isBold: context.isBold) }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { lines.breakLine() }
            lines.add(String(line), isBold: context.isBold)
        }
    }

    /// Writes down the words gathered so far as what they are.
    mutating func flush() {
        let context = lineContext
        if lines.isBlank {
            lines = FlowLines()
            return
        }
        let passages = lines.passages()
        lines = FlowLines()
        let item = pendingItem
        pendingItem = nil
        for (index, passage) in passages.enumerated() {
            if let level = context.headingLevel {
                elements.append(.heading(passage, level: level))
            } else if context.isFurniture {
                elements.append(.furniture(passage))
            } else if index == 0, let item {
                elements.append(.item(passage, depth: item.depth, label: item.label))
            } else {
                elements.append(.paragraph(passage))
            }
        }
    }

    private static let blocks: Set<String> = [
        "html", "body", "p", "div", "center", "blockquote", "address", "figure", "figcaption", "fieldset", "legend",
        "form", "details", "summary", "dl", "dd", "caption", "td", "tr", "tbody", "thead", "tfoot", "hgroup", "search",
        "textarea", "noframes",
    ]
}
