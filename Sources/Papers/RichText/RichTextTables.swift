/// The fonts, colours and styles that a rich text lists at its start.
struct RichTextTables {
    struct Font {
        var symbols: SymbolFont?
        var page: Int?
    }

    struct Style {
        var name = ""
        var basedOn: Int?
        var outlineLevel: Int?
    }

    private(set) var fonts: [Int: Font] = [:]
    private(set) var colours: [Colour?] = []
    private(set) var styles: [Int: Style] = [:]

    // What is being listed.
    private var number = 0
    private var charset: Int?
    private var words = ""
    private var style = Style()
    private var parts: (red: Int?, green: Int?, blue: Int?)

    mutating func beginEntry() {
        words = ""
        number = 0
        charset = nil
        style = Style()
    }

    mutating func word(_ word: String, _ value: Int?, in destination: RichTextState.Destination) {
        switch (destination, word) {
        case (.fonts, "f"):
            number = value ?? 0
            words = ""
            charset = nil
        case (.fonts, "fcharset"): charset = value
        case (.colours, "red"): parts.red = value
        case (.colours, "green"): parts.green = value
        case (.colours, "blue"): parts.blue = value
        case (.styles, "s"): number = value ?? 0
        case (.styles, "sbasedon"): style.basedOn = value
        case (.styles, "outlinelevel"): style.outlineLevel = value
        default: return
        }
    }

    mutating func text(_ text: String, in destination: RichTextState.Destination) {
        for (index, piece) in text.split(separator: ";", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { endEntry(destination) }
            if words.utf8.count < 500 { words += piece }
        }
    }

    private mutating func endEntry(_ destination: RichTextState.Destination) {
        let limit = 10_000
        switch destination {
        case .fonts where fonts.count < limit:
            let symbols = SymbolFont(name: words.trimmed) ?? (charset == 2 ? .symbol : nil)
            fonts[number] = Font(symbols: symbols, page: charset.flatMap(RichTextCodePage.page(ofCharset:)))
        case .colours where colours.count < limit:
            // The first is empty: whatever the program shows by itself.
            if let red = parts.red, let green = parts.green, let blue = parts.blue {
                colours.append(
                    Colour(red: UInt8(clamping: red), green: UInt8(clamping: green), blue: UInt8(clamping: blue)))
            } else {
                colours.append(nil)
            }
            parts = (nil, nil, nil)
        case .styles where styles.count < limit:
            style.name = words.trimmed.lowercased()
            styles[number] = style
        default: break
        }
        words = ""
    }

    /// The level of headings in a style, counted from 1; nil for a style of body text.
    func headingLevel(of style: Int) -> Int? {
        var next: Int? = style
        // A ring of styles would never end.
        for _ in 0..<30 {
            guard let number = next, let style = styles[number] else { return nil }
            if let level = style.outlineLevel { return (0...8).contains(level) ? level + 1 : nil }
            if style.name == "title" { return 1 }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)), (1...9).contains(level) {
                return level
            }
            next = style.basedOn == number ? nil : style.basedOn
        }
        return nil
    }

    /// Whether paragraphs of a style belong to a table of contents.
    func isContents(_ style: Int) -> Bool {
        guard let name = styles[style]?.name else { return false }
        return name.hasPrefix("toc ") || name.hasPrefix("contents ")
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
