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
    private(set) var elements: [Layout.Element] = []
    private var lines = FlowLines()
    /// Where the first of the words gathered stands: they are written down as what that makes them.
    private var lineContext = Context()
    /// The item that the next words begin.
    private var pendingItem: (depth: Int, label: String?)?
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

    private mutating func walk(_ element: XMLElement, _ context: Context) {
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

    private mutating func children(_ element: XMLElement, _ context: Context) {
        for child in element.children {
            switch child {
            case .text(let text): add(text, context)
            case .element(let element): walk(element, context)
            }
        }
    }

    private mutating func block(_ element: XMLElement, _ context: Context) {
        flush()
        children(element, context)
        flush()
    }

    private mutating func furniture(_ element: XMLElement, _ context: Context) {
        var inner = context
        inner.isFurniture = true
        block(element, inner)
    }

    /// A paragraph; those that Word saved may be headings, contents or items of lists by their class.
    private mutating func paragraph(_ element: XMLElement, _ context: Context) {
        var inner = context
        let name = (element["class"] ?? "").lowercased()
        if name == "msotitle" { inner.headingLevel = 1 }
        if name.hasPrefix("msotoc") || name == "msoheader" || name == "msofooter" { inner.isFurniture = true }
        if let style = element["style"], let list = style.firstRange(of: "mso-list:"),
            let level = style[list.upperBound...].firstRange(of: "level")
        {
            inner.wordLevel = style[level.upperBound...].first?.wholeNumberValue
        }
        flush()
        if let level = inner.wordLevel, let marker = wordMarker(element, depth: 0) {
            let label = marker.filter { !$0.isWhitespace }
            let isBullet =
                label.count == 1 && !(label.first?.isLetter ?? false && label != "o")
                && !(label.first?.isNumber ?? false)
            pendingItem = (level, isBullet || label.isEmpty ? nil : label)
        }
        children(element, inner)
        flush()
    }

    /// The label that Word printed before an item, in a span that web pages are told to ignore.
    private func wordMarker(_ element: XMLElement, depth: Int) -> String? {
        if let style = element["style"], WebReader.isWordMarker(style) { return element.text }
        if depth > 8 { return nil }
        for child in element.elements { if let found = wordMarker(child, depth: depth + 1) { return found } }
        return nil
    }

    private static func isWordMarker(_ style: String) -> Bool {
        style.filter { !$0.isWhitespace }.lowercased().contains("mso-list:ignore")
    }

    /// Whether a link is but the number of a note, or leads back from one: a number after a date would change it.
    private static func isNoteMark(_ element: XMLElement) -> Bool {
        if element["role"] == "doc-noteref" || element["role"] == "doc-backlink" { return true }
        guard let target = element["href"],
            target.hasPrefix("#") || target.contains("#_ftn") || target.contains("#_edn")
        else { return false }
        let name = (element["class"] ?? "").lowercased()
        return name.hasPrefix("footnote") || name.hasPrefix("sdfootnote") || name.hasPrefix("sdendnote")
            || ["#_ftn", "#_edn"].contains { target.contains($0) }
    }

    private mutating func form(_ element: XMLElement, _ context: Context) {
        switch element.name {
        case "input":
            let type = element["type"]?.lowercased()
            if type == "checkbox" || type == "radio" {
                add(element.attributes["checked"] != nil ? "☒ " : "☐ ", context)
            }
            if type == "text" || type == nil, let value = element["value"] { add(value, context) }
        case "select":
            let options = element.elements.filter { $0.name == "option" }
            if let chosen = options.first(where: { $0.attributes["selected"] != nil }) { add(chosen.text, context) }
        // A picture in a cell is a light or a face that stands for a word; elsewhere it is a logo.
        case "img": if context.isCell, let words = element["alt"], words.count <= 40 { add(" \(words) ", context) }
        default: return
        }
    }

    // MARK: Lists

    private mutating func list(_ element: XMLElement, _ style: WebStyles.Style, _ context: Context) {
        flush()
        var inner = context
        inner.listDepth += 1
        var number = element["start"].flatMap { Int32($0) }.map(Int.init) ?? 1
        let format = WebReader.format(type: element["type"], style: style.listType)
        for child in element.children {
            guard case .element(let item) = child, item.name == "li" else {
                // Lists and words right within a list, as some editors write them.
                if case .element(let other) = child { walk(other, inner) }
                if case .text(let text) = child { add(text, inner) }
                continue
            }
            let own = styles.style(of: item)
            if own.isHidden ?? false { continue }
            flush()
            if let value = item["value"].flatMap({ Int32($0) }) { number = Int(value) }
            let label = element.name == "ol" && format != .none ? "\(format.text(number, doublesLetters: false))." : nil
            number &+= element.attributes["reversed"] != nil ? -1 : 1
            pendingItem = (inner.listDepth, label)
            var content = inner
            content.isBold = own.isBold ?? inner.isBold
            block(item, content)
            pendingItem = nil
        }
        flush()
    }

    private static func format(type: String?, style: String?) -> ListNumber {
        switch type {
        case "a": return .lowerLetter
        case "A": return .upperLetter
        case "i": return .lowerRoman
        case "I": return .upperRoman
        default: break
        }
        switch style {
        case "lower-alpha", "lower-latin": return .lowerLetter
        case "upper-alpha", "upper-latin": return .upperLetter
        case "lower-roman": return .lowerRoman
        case "upper-roman": return .upperRoman
        case "decimal-leading-zero": return .paddedDecimal
        case "none": return .none
        default: return .decimal
        }
    }

    // MARK: Tables

    private mutating func table(_ element: XMLElement, _ context: Context) {
        flush()
        let label = pendingItem
        pendingItem = nil
        defer { pendingItem = label }
        if let caption = element.first("caption") { block(caption, context) }
        if WebTable.isLayout(element) {
            for row in WebTable.sections(of: element).flatMap(\.rows) {
                for cell in row.elements where cell.name == "td" || cell.name == "th" { walk(cell, context) }
            }
            return
        }
        var inner = context
        inner.isCell = true
        inner.headingLevel = nil
        let table = WebTable.read(element, styles) { cell in content(of: cell, inner) }
        elements +=
            context.isFurniture
            ? table.elements.flatMap(\.passages).map { .furniture($0) } : table.elements
    }

    private mutating func content(of cell: XMLElement, _ context: Context) -> [Layout.Element] {
        let outer = elements
        elements = []
        defer { elements = outer }
        var inner = context
        inner.listDepth = 0
        walk(cell, inner)
        flush()
        return elements
    }

    // MARK: Words

    private mutating func add(_ text: String, _ context: Context) {
        if lines.isBlank { lineContext = context }
        guard context.isPreformatted else { return lines.add(text, isBold: context.isBold) }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { lines.breakLine() }
            lines.add(String(line), isBold: context.isBold)
        }
    }

    /// Writes down the words gathered so far as what they are.
    private mutating func flush() {
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
