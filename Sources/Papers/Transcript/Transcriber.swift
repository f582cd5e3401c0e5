/// Writes a layout down as a transcript, in the marks that `TextReader` understands: `#` for headings, stars for bold,
/// pipes for rows. Whatever in the paper's own words looks like such a mark is escaped.
struct Transcriber {
    private var transcript = Transcript(text: [])

    /// The transcript of a layout, of which each part is let go as soon as it is written.
    static func write(_ layout: consuming Layout) -> Transcript {
        var transcriber = Transcriber()
        layout.elements.forEachLettingGo { transcriber.write($0) }
        return transcriber.transcript
    }

    private mutating func write(_ element: Layout.Element) {
        switch element {
        case .heading(let passage, let level):
            let words = Self.words(passage)
            guard !words.isEmpty else { return }
            blank()
            line(String(repeating: "#", count: min(max(level, 1), 6)) + " " + words, at: passage.place)
            blank()
        case .paragraph(let passage):
            let words = Self.styled(passage)
            guard !words.isEmpty else { return }
            if !passage.isTight { blank() }
            line(Self.escapedStart(words), at: passage.place)
        case .item(let passage, let depth, let label):
            let words = Self.styled(passage)
            guard !words.isEmpty else { return }
            if !passage.isTight { blank() }
            let indent = String(repeating: " ", count: 2 * min(max(depth - 1, 0), 12))
            line(indent + (label.map(Self.mark) ?? "- ") + words, at: passage.place)
        case .table(let grid): write(grid)
        case .furniture(let passage):
            let words = Self.words(passage)
            guard !words.isEmpty else { return }
            blank()
            line(words, at: passage.place)
            transcript.furniture.insert(transcript.places.count)
            blank()
        case .pageBreak:
            // A form feed ends a sheet, as in every text that was extracted from a PDF.
            line("\u{0C}", at: Place())
        }
    }

    private mutating func line(_ words: String, at place: Place) {
        transcript.text.append(contentsOf: words.utf8)
        transcript.text.append(.newline)
        transcript.places.append(place)
    }

    /// A blank line, where none stands yet.
    private mutating func blank() {
        let count = transcript.text.count
        guard let last = transcript.places.last, count > 1 else { return }
        // By index: comparing a suffix with a literal takes the sequence's own, which walks through all that is written.
        if transcript.text[count - 1] == .newline, transcript.text[count - 2] == .newline { return }
        line("", at: Place(sheet: last.sheet))
    }

    // MARK: Tables

    private mutating func write(_ grid: Grid) {
        let rows = GridRows(grid)
        guard rows.columnCount > 1 else {
            // A box around words is no table.
            for row in grid.rows { for cell in row.cells { for part in cell.parts { write(part) } } }
            return
        }
        blank()
        for (index, row) in rows.rows.enumerated() {
            if index == grid.headerRows, index > 0 {
                line("|" + String(repeating: " --- |", count: rows.columnCount), at: row.place)
            }
            line("| " + row.cells.map(Self.words).joined(separator: " | ") + " |", at: row.place)
            transcript.rows[transcript.places.count] = RowNote(row.cells.map(\.note))
        }
        if grid.headerRows > 0, grid.headerRows >= rows.rows.count {
            line("|" + String(repeating: " --- |", count: rows.columnCount), at: Place())
        }
        blank()
    }

    private mutating func write(_ part: GridPart) {
        write(
            part.depth > 0
                ? .item(part.passage, depth: part.depth, label: part.label) : .paragraph(part.passage))
    }

    private static func words(_ cell: GridRows.Cell) -> String {
        let parts = cell.parts.filter { !$0.passage.isBlank }
        if parts.count == 1, parts[0].depth == 0 { return words(parts[0].passage) }
        var text = ""
        var depth = 0
        for part in parts {
            while depth < part.depth, depth < 12 { text += "<ul>"; depth += 1 }
            while depth > part.depth { text += "</ul>"; depth -= 1 }
            let words = (part.label.map(mark) ?? "") + words(part.passage)
            text += part.depth > 0 ? "<li>\(words)</li>" : "<p>\(words)</p>"
        }
        while depth > 0 { text += "</ul>"; depth -= 1 }
        return text
    }

    // MARK: Words

    /// A label with the punctuation by which a reader knows it for one: "1" becomes "1.", "(a)" stays.
    private static func mark(_ label: String) -> String {
        let label = label.filter { !$0.isWhitespace }
        guard let last = label.utf8.last else { return "- " }
        if label.utf8.count > 12 { return label + " " }
        let isBare = last.isLetter || last.isDigit
        let isClause = label.utf8.contains(.dot)
        return label + (isBare && !isClause ? ". " : " ")
    }

    /// The words without marks of style.
    private static func words(_ passage: Passage) -> String {
        var writer = EscapingWriter()
        for run in passage.runs { writer.add(run.text) }
        return writer.trimmed
    }

    /// The words with stars around those in bold: all, or those at the start. Bold within a sentence says nothing.
    private static func styled(_ passage: Passage) -> String {
        let runs = passage.runs.filter { !$0.text.isEmpty }
        let lead = runs.prefix { $0.isBold || $0.text.allSatisfy(\.isWhitespace) }
        var writer = EscapingWriter()
        for run in lead { writer.add(run.text) }
        let bold = writer.trimmed
        guard !bold.isEmpty else { return words(passage) }
        var rest = EscapingWriter()
        for run in runs.dropFirst(lead.count) { rest.add(run.text) }
        let plain = rest.trimmed
        if plain.isEmpty { return "**\(bold)**" }
        let isSpaced = lead.last?.text.last?.isWhitespace == true || rest.opensWithSpace
        return "**\(bold)**" + (isSpaced ? " " : "") + plain
    }

    /// Words of a paragraph that begin like a mark of a heading, a row or a quotation are no such thing.
    private static func escapedStart(_ words: String) -> String {
        guard let first = words.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: ">") else {
            return words
        }
        return "\\" + words
    }
}

/// Folds white space and escapes the signs that mean something in a transcript.
struct EscapingWriter {
    private var bytes: [UInt8] = []
    /// Whether white space came before the first word.
    private(set) var opensWithSpace = false

    mutating func add(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case .space, .tab, .newline, 11, 12, 13:
                if bytes.isEmpty { opensWithSpace = true } else if bytes.last != .space { bytes.append(.space) }
            case .pipe, .star, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"):
                bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<0x20, 0x7F: continue
            default: bytes.append(byte)
            }
        }
    }

    /// What was added, without white space at its end.
    var trimmed: String {
        String(decoding: bytes.last == .space ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
}
