extension RichTextReader {
    /// Headings longer than this are paragraphs that were given a heading's style for its number.
    private static let headingLimit = 200

    /// What a control word says of letters, paragraphs and tables.
    mutating func format(_ word: String, _ value: Int?) {
        let story = stories.count - 1
        let isOn = value != 0
        switch word {
        case "b": state.isBold = isOn
        case "v": state.isHidden = isOn
        case "deleted":
            if isOn { tally.changes += 1 }
            state.isDeleted = isOn
        case "revised": if isOn { tally.changes += 1 }
        case "plain": state.resetLetters()
        case "f": state.font = value
        case "pard": state.paragraph = RichTextState.Paragraph()
        case "s": state.paragraph.style = value ?? 0
        case "outlinelevel": state.paragraph.outlineLevel = value
        case "intbl": state.paragraph.isInTable = true
        case "ilvl": state.paragraph.listLevel = min(max(value ?? 0, 0), 8)
        case "li": state.paragraph.indent = value ?? 0
        case "pagebb": state.paragraph.isPageStart = isOn
        case "par": if state.destination == .text { endParagraph() }
        case "line", "lbr", "column": if state.destination == .text { stories[story].lines.breakLine() }
        case "page":
            if stories[story].lines.isBlank {
                if !state.paragraph.isInTable { endTable() }
                stories[story].elements.append(.pageBreak)
            } else {
                stories[story].breaksAfter += 1
            }
        case "sect":
            endParagraph()
            endsSection = true
            sectionGoesOn = false
        case "sbknone", "sbkcol": sectionGoesOn = true
        case "sectd": sectionGoesOn = false
        case "chftn", "chatn": return
        default:
            if let letter = RichTextReader.letters[word] { add(letter) } else { row(word, value, story) }
        }
    }

    private mutating func row(_ word: String, _ value: Int?, _ story: Int) {
        switch word {
        case "trowd": stories[story].table.beginDefinition()
        case "trleft": stories[story].table.left = value ?? 0
        case "trhdr": stories[story].table.isHeader = true
        case "clvmgf": stories[story].table.definition.beginsColumn = true
        case "clvmrg": stories[story].table.definition.goesDownColumn = true
        case "clmrg": stories[story].table.definition.goesAlongRow = true
        case "clcbpat": stories[story].table.definition.fill = value
        case "cellx": stories[story].table.endDefinition(right: value ?? 0)
        case "nestcell": if state.destination == .text { endParagraph(inTable: true) }
        case "cell":
            guard state.destination == .text else { return }
            endParagraph(inTable: true)
            stories[story].table.endCell(stories[story].cell)
            stories[story].cell = []
        case "row": stories[story].table.endRow()
        default: return
        }
    }

    /// Writes down the paragraph gathered so far.
    mutating func endParagraph(inTable: Bool = false) {
        let index = stories.count - 1
        let isInTable = inTable || state.paragraph.isInTable
        if !isInTable { endTable() }
        let found = block(index)
        if isInTable {
            stories[index].cell += found
        } else if !found.isEmpty {
            if index == 0, endsSection {
                endsSection = false
                if !sectionGoesOn { stories[index].elements.append(.pageBreak) }
            } else if state.paragraph.isPageStart, !stories[index].elements.isEmpty {
                stories[index].elements.append(.pageBreak)
            }
            stories[index].elements += found
        }
    }

    /// Takes what a story has gathered for a paragraph, as what it is.
    private mutating func block(_ index: Int) -> [Layout.Element] {
        let passages = stories[index].lines.passages()
        let label = stories[index].label
        let boxes = stories[index].boxes + Array(repeating: .pageBreak, count: stories[index].breaksAfter)
        stories[index].lines = FlowLines()
        stories[index].label = nil
        stories[index].boxes = []
        stories[index].breaksAfter = 0
        guard let first = passages.first else { return boxes }
        if tables.isContents(state.paragraph.style) { return passages.map { .furniture($0) } + boxes }
        var lines = FlowLines()
        lines.add(label ?? "")
        let printed = lines.passages().first?.text
        let isBullet = printed.map(RichTextReader.isBullet) ?? true
        let length = passages.reduce(0) { $0 + $1.text.utf8.count }
        if let level = headingLevel, length <= RichTextReader.headingLimit {
            var passages = passages
            if let printed, !isBullet, let run = first.runs.first {
                passages[0].runs[0] = Run("\(printed) \(run.text)", isBold: run.isBold)
            }
            return passages.map { .heading($0, level: level) } + boxes
        }
        var item: Layout.Element?
        if printed != nil {
            item = .item(first, depth: state.paragraph.listLevel + 1, label: isBullet ? nil : printed)
        } else if let bare = RichTextReader.withoutBullet(first) {
            // Plainer programs write the bullet itself, and set the paragraph in by a quarter of an inch a level.
            item = .item(bare, depth: min(max(state.paragraph.indent / 360, 1), 9), label: nil)
        }
        guard let item else { return passages.map { .paragraph($0) } + boxes }
        return [item] + passages.dropFirst().map { .paragraph($0) } + boxes
    }

    private var headingLevel: Int? {
        if let level = state.paragraph.outlineLevel { return (0...8).contains(level) ? level + 1 : nil }
        return tables.headingLevel(of: state.paragraph.style)
    }

    /// Writes down the table gathered so far.
    mutating func endTable() {
        let index = stories.count - 1
        if stories[index].table.isEmpty, stories[index].cell.isEmpty { return }
        var table = stories[index].table
        // A table cut short ends as if its last row were whole.
        if !stories[index].cell.isEmpty { table.endCell(stories[index].cell) }
        if table.isOpen { table.endRow() }
        stories[index].table = RichTextTable()
        stories[index].cell = []
        stories[index].elements += table.elements(colours: tables.colours)
    }

    private static func isBullet(_ label: String) -> Bool {
        label == "o" || !label.contains { $0.isLetter || $0.isNumber }
    }

    private static func withoutBullet(_ passage: Passage) -> Passage? {
        guard let run = passage.runs.first, run.text.hasPrefix("• ") else { return nil }
        var bare = passage
        bare.runs[0] = Run(String(run.text.dropFirst(2)), isBold: run.isBold)
        return bare.isBlank ? nil : bare
    }

    private static let letters = [
        "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
        "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    ]
}
