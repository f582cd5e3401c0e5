extension WordReader {
    /// What is gathered while the runs of a paragraph are read.
    struct Content {
        var lines = FlowLines()
        /// Text boxes anchored in it.
        var boxes: [Layout.Element] = []
        var breaksBefore = 0
        var breaksAfter = 0
        var isContents = false

        mutating func pageBreak() {
            if lines.isBlank { breaksBefore += 1 } else { breaksAfter += 1 }
        }
    }

    /// Headings longer than this are numbered paragraphs that were given a heading's style for its number.
    static let headingLimit = 200

    func paragraph(_ element: XMLElement, _ story: inout WordStory) {
        let properties = WordParagraph(element.first("w:pPr"), styles)
        var content = Content()
        if let carry = story.carry {
            content.lines = carry.lines
            story.carry = nil
        }
        if properties.isPageStart, sheets.top() { content.pageBreak() }
        // A heading ends a table of contents whose field was never ended.
        if properties.headingLevel != nil, story.fields.contains(where: \.isContents) { story.fields = [] }
        content.isContents = story.contents > 0 || story.fields.contains(where: \.isContents)
        inline(element.children, properties, &story, &content)
        // Instructions end with their paragraph, so that a broken field hides no more than that.
        for index in story.fields.indices { story.fields[index].showsResult = true }
        if properties.isMarkInserted { tally.changes += 1 }
        story.elements += Array(repeating: .pageBreak, count: content.breaksBefore)
        if properties.isMarkDeleted {
            tally.changes += 1
            story.carry = WordStory.Carry(lines: content.lines, properties: properties)
        } else {
            story.elements += finished(content.lines, properties, isContents: content.isContents)
        }
        story.elements += content.boxes
        story.elements += Array(repeating: .pageBreak, count: content.breaksAfter)
        if properties.endsSection, sheets.sectionEnd() { story.elements.append(.pageBreak) }
    }

    /// Writes down a paragraph that was to go on in a next one, where none follows.
    func flush(_ story: inout WordStory) {
        guard let carry = story.carry else { return }
        story.carry = nil
        if !carry.lines.isBlank { story.elements += finished(carry.lines, carry.properties, isContents: false) }
    }

    func finish(_ story: inout WordStory) { flush(&story) }

    /// A paragraph as what it is: a heading, an item, words of the page, or a plain paragraph.
    private func finished(_ lines: FlowLines, _ properties: WordParagraph, isContents: Bool) -> [Layout.Element] {
        var label: WordNumbering.Label?
        if let listID = properties.listID, listID != "0" {
            label = numbering.label(listID: listID, level: properties.listLevel, style: properties.style.listStyle)
        }
        var passages = lines.passages(sheet: sheets.sheet)
        if passages.isEmpty { return [] }
        if properties.isContents || isContents {
            return passages.map { Layout.Element.furniture($0) }
        }
        let length = passages.reduce(0) { $0 + $1.text.utf8.count }
        if let level = properties.headingLevel, length <= WordReader.headingLimit {
            if let text = label?.text, let first = passages[0].runs.first {
                passages[0].runs[0] = Run("\(text) \(first.text)", isBold: first.isBold)
            }
            return passages.map { .heading($0, level: level) }
        }
        guard let label else { return passages.map { .paragraph($0) } }
        let depth = label.depth == 1 ? properties.style.namedDepth ?? 1 : label.depth
        return passages.enumerated().map { index, passage in
            index == 0 ? .item(passage, depth: depth, label: label.text) : .paragraph(passage)
        }
    }
}
