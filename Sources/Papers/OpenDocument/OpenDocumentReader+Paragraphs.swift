extension OpenDocumentReader {
    /// What is gathered while a paragraph is read.
    struct Content {
        var lines = FlowLines()
        /// Text boxes anchored in it.
        var boxes: [Layout.Element] = []
        var breaksBefore = 0
        var breaksAfter = 0

        mutating func pageBreak() {
            if lines.isBlank { breaksBefore += 1 } else { breaksAfter += 1 }
        }
    }

    /// How words look.
    struct Format {
        var isBold: Bool
        var isHidden: Bool
        var symbols: SymbolFont?
    }

    /// Headings longer than this are paragraphs that were given a heading's style for its number.
    static let headingLimit = 200

    func paragraph(_ element: XMLElement, _ context: Context, _ elements: inout [Layout.Element]) {
        let style = styles.style("paragraph", element["text:style-name"])
        var content = Content()
        if style.isPageStart, !context.isFurniture, sheets.top() { content.pageBreak() }
        let label = pendingLabel
        pendingLabel = nil
        let format = Format(
            isBold: style.isBold ?? false, isHidden: style.isHidden,
            symbols: style.font.flatMap { SymbolFont(name: $0) })
        inline(element.children, format, &content)
        elements += Array(repeating: .pageBreak, count: content.breaksBefore)
        let passages = content.lines.passages(sheet: sheets.sheet)
        let length = passages.reduce(0) { $0 + $1.text.utf8.count }
        let level = headingLevel(element, style)
        // Headings count even where they are blank, as they do when printed.
        let number = level.flatMap { headingNumber(element, level: $0, label: label?.text) }
        if context.isFurniture || style.isContents {
            elements += passages.map { .furniture($0) }
        } else if let level, length <= OpenDocumentReader.headingLimit {
            var passages = passages
            if let number, let first = passages.first?.runs.first {
                passages[0].runs[0] = Run("\(number) \(first.text)", isBold: first.isBold)
            }
            elements += passages.map { .heading($0, level: level) }
        } else if let label = label ?? number.map({ ($0, 1) }) {
            elements += passages.enumerated().map { index, passage in
                index == 0 ? .item(passage, depth: label.depth, label: label.text) : .paragraph(passage)
            }
        } else {
            elements += passages.map { .paragraph($0) }
        }
        elements += content.boxes
        elements += Array(repeating: .pageBreak, count: content.breaksAfter)
    }

    private func headingLevel(_ element: XMLElement, _ style: OpenDocumentStyles.Resolved) -> Int? {
        if element.name == "text:h" {
            return min(max(element["text:outline-level"].flatMap { Int($0) } ?? 1, 1), 9)
        }
        return style.isTitle ? 1 : nil
    }

    /// The number that is printed before a heading: its list's, or that of the outline.
    private func headingNumber(_ element: XMLElement, level: Int, label: String?) -> String? {
        guard element.name == "text:h" else { return nil }
        if let label { return label }
        guard let list = styles.outline, element["text:is-list-header"] != "true" else { return nil }
        outline.count(
            level, start: list.start(of: level),
            setTo: element["text:restart-numbering"] == "true"
                ? element["text:start-value"].flatMap { Int32($0) }.map(Int.init) : nil)
        return list.label(outline, level: level).text
    }

    // MARK: Words

    private func inline(_ children: [XMLElement.Child], _ format: Format, _ content: inout Content) {
        for child in children {
            switch child {
            case .text(let text): add(text, format, &content)
            case .element(let element): inline(element, format, &content)
            }
        }
    }

    private func inline(_ element: XMLElement, _ format: Format, _ content: inout Content) {
        switch element.name {
        case "text:span":
            let style = styles.style("text", element["text:style-name"])
            var inner = format
            inner.isBold = style.isBold ?? format.isBold
            inner.isHidden = format.isHidden || style.isHidden
            if let font = style.font { inner.symbols = SymbolFont(name: font) }
            inline(element.children, inner, &content)
        case "text:s", "text:tab": add(" ", format, &content)
        case "text:line-break": content.lines.breakLine()
        case "text:soft-page-break": if sheets.noted() { content.pageBreak() }
        case "text:note":
            let body = element.first("text:note-body")?.elements ?? []
            notes += blocks(body)
        case "office:annotation": tally.comments += 1
        case "text:ruby": inline(element.first("text:ruby-base")?.children ?? [], format, &content)
        case "text:placeholder", "office:annotation-end", "text:hidden-paragraph", "text:script", "text:note-ref",
            "text:toc-mark", "text:alphabetical-index-mark", "text:user-index-mark", "office:event-listeners":
            return
        case let name where name.hasPrefix("draw:"): content.boxes += boxes(in: element)
        case let name where name.hasPrefix("svg:") || name.hasPrefix("form:"): return
        // Links, fields and marks: what is printed is the text within.
        default: inline(element.children, format, &content)
        }
    }

    private func add(_ text: String, _ format: Format, _ content: inout Content) {
        if format.isHidden {
            if !text.allSatisfy(\.isWhitespace) { tally.hidden += 1 }
            return
        }
        content.lines.add(format.symbols?.printed(text) ?? text, isBold: format.isBold, sheet: sheets.sheet)
        if !content.lines.isBlank { sheets.words() }
    }

    /// What stands in the text boxes and shapes of a drawing.
    func boxes(in drawing: XMLElement) -> [Layout.Element] {
        var found: [Layout.Element] = []
        for element in drawing.elements {
            switch element.name {
            case "text:p", "text:h", "text:list", "table:table": found += blocks([element])
            case "draw:image", "draw:object", "draw:object-ole", "draw:plugin": continue
            case "draw:text-box": found += blocks(element.elements)
            case let name where name.hasPrefix("draw:"): found += boxes(in: element)
            default: continue
            }
        }
        return found
    }
}
