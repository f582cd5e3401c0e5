/// Splits a table line into cells, and a cell into its paragraphs and bullets.
enum CellReader {
    static func cells(_ source: [UInt8], _ range: Range<Int>, format: TableRun.Format, line: Int) -> [Cell] {
        var cells: [Cell] = []
        var reader = PartReader(source, line: line)
        switch format {
        case .tabs:
            var start = range.lowerBound
            for index in range where source[index] == .tab {
                cells.append(reader.cell(start..<index))
                start = index + 1
            }
            cells.append(reader.cell(start..<range.upperBound))
        case .pipes:
            var start = range.lowerBound
            while start < range.upperBound, source[start] != .pipe { start += 1 }
            start += 1
            var index = start
            while index < range.upperBound {
                if source[index] == .pipe, source[index - 1] != UInt8(ascii: "\\") {
                    cells.append(reader.cell(start..<index))
                    start = index + 1
                }
                index += 1
            }
            // A row without its last pipe still has a last cell.
            if start < range.upperBound, source[start..<range.upperBound].contains(where: { !$0.isBlank }) {
                cells.append(reader.cell(start..<range.upperBound))
            }
        }
        return cells
    }
}

/// Reads the paragraphs and bullets of one cell after another.
struct PartReader {
    private let source: [UInt8]
    private let line: Int
    private var inline = InlineText()
    private var parts: [CellPart] = []
    private var style = CellPart.Style.paragraph
    private var depth = 0
    private var nesting: UInt8 { UInt8(clamping: depth) }

    init(_ source: [UInt8], line: Int) {
        self.source = source
        self.line = line
    }

    mutating func cell(_ range: Range<Int>) -> Cell {
        parts = []
        style = .paragraph
        depth = 0
        inline.clear()
        var index = range.lowerBound
        var atStart = true
        while index < range.upperBound {
            let byte = source[index]
            if byte == UInt8(ascii: "<"), let close = InlineText.tagEnd(source, at: index, end: range.upperBound) {
                if read(tag: index + 1..<close - 1, next: close, end: range.upperBound) { atStart = true }
                index = close
                continue
            }
            if byte >= 0x80 || byte == .dash || byte == .star || byte == UInt8(ascii: "o") {
                let opensWord = inline.isEmpty || inline.bytes.last == .space
                // A dash or star begins a bullet only where a part begins; a bullet sign does anywhere between words.
                if opensWord, atStart && inline.isEmpty || isBulletSign(index, end: range.upperBound),
                    let next = MarkerReader.bullet(source, index..<range.upperBound),
                    byte >= 0x80 || atStart && inline.isEmpty && byte != UInt8(ascii: "o")
                {
                    closePart()
                    style = .bullet(max(nesting, 1))
                    index = next
                    atStart = true
                    continue
                }
            }
            if !byte.isBlank { atStart = false }
            index = inline.add(source, at: index, end: range.upperBound)
        }
        closePart()
        return Cell(parts: parts)
    }

    /// Bullets that are signs of their own; an en dash between words is punctuation.
    private func isBulletSign(_ index: Int, end: Int) -> Bool {
        guard index + 2 < end else { return false }
        if source[index] == 0xE2 {
            let (second, third) = (source[index + 1], source[index + 2])
            return !(second == 0x80 && (third == 0x93 || third == 0x94))
        }
        return source[index] == 0xEF || source[index] == 0xC2
    }

    /// Acts on a tag; true where a part begins after it.
    private mutating func read(tag range: Range<Int>, next: Int, end: Int) -> Bool {
        var index = range.lowerBound
        let isClosing = index < range.upperBound && source[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        var name = ""
        while index < range.upperBound, source[index].isLetter || source[index].isDigit {
            name.unicodeScalars.append(Unicode.Scalar(source[index] | (source[index].isLetter ? 0x20 : 0)))
            index += 1
        }
        switch name {
        case "p", "div":
            closePart()
            if !isClosing { style = .paragraph }
            return true
        case "ul", "ol":
            closePart()
            depth = max(0, depth + (isClosing ? -1 : 1))
            style = depth == 0 ? .paragraph : .unmarkedList(nesting)
            return true
        case "li":
            closePart()
            style = isClosing ? (depth == 0 ? .paragraph : .unmarkedList(nesting)) : .bullet(max(nesting, 1))
            return true
        case "br":
            // A line break within a sentence is only the printer's: what follows goes on in small letters.
            var after = next
            while after < end, source[after].isBlank { after += 1 }
            if after < end,
                source[after].isLower || source[after] == UInt8(ascii: "(") || source[after] == UInt8(ascii: "&")
            {
                inline.add(.space)
                return false
            }
            if LineJoin.isUnfinished(inline.text) {
                inline.add(.space)
                return false
            }
            let kept = style
            closePart()
            style = kept
            return true
        default:
            return false
        }
    }

    private mutating func closePart() {
        defer { inline.clear() }
        guard !inline.isEmpty else { return }
        let text = inline.text
        guard !text.isEmpty, !isOnlySigns(text) || text.utf8.count == 1 else { return }
        parts.append(CellPart(text: text, line: line, style: style))
        // What follows a bullet in the same list without a mark of its own is a new item of that list.
        if case .bullet = style { style = depth == 0 ? .paragraph : .unmarkedList(nesting) }
    }

    /// Dashes under a header and the like: no words. Signs that mean something are kept.
    private func isOnlySigns(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == .dash || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "=") || $0 == .star }
    }
}
