/// Walks the lines of a text once and gathers them into blocks and runs of table rows.
struct BlockBuilder {
    private let source: [UInt8]
    private let places: [Place]
    private let furniture: Set<Int>
    /// What is known of each row; let go when the row is read.
    private var rowNotes: [Int: RowNote]
    private(set) var blocks: [Block] = []
    private(set) var runs: [TableRun] = []
    private(set) var lineCount = 0

    /// The paragraph or item that following lines may continue.
    private var open: Block?
    private var openRun: TableRun?
    private var page: Int?
    private var blankLines = 0

    /// A walk over a transcript.
    init(_ transcript: consuming Transcript) {
        source = transcript.text
        places = transcript.places
        furniture = transcript.furniture
        rowNotes = transcript.rows
    }

    /// Hands the blocks over.
    mutating func takeBlocks() -> [Block] {
        defer { blocks = [] }
        return blocks
    }

    /// Hands the runs of table rows over.
    mutating func takeRuns() -> [TableRun] {
        defer { runs = [] }
        return runs
    }

    mutating func readLines() {
        var start = 0
        while start < source.count {
            let (line, next) = source.line(at: start)
            lineCount += 1
            read(line)
            start = next
        }
        closeAll()
    }

    /// Reads a line; where it holds form feeds, a sheet ends at each.
    private mutating func read(_ whole: Range<Int>) {
        var start = whole.lowerBound
        while let feed = source[start..<whole.upperBound].firstIndex(of: 0x0C) {
            if source[start..<feed].contains(where: { !$0.isBlank }) { readPart(start..<feed) }
            closeAll()
            page = nil
            start = feed + 1
        }
        readPart(start..<whole.upperBound)
    }

    private mutating func readPart(_ range: Range<Int>) {
        if lineCount >= 1, lineCount <= places.count {
            let place = places[lineCount - 1]
            page = place.printedPage ?? place.sheet ?? page
            if furniture.contains(lineCount) {
                closeAll()
                let text = InlineText.plain(source, range)
                let shape = PageMarks.read(text).map(\.isNumber) == true ? Block.Shape.pageMark : .runningHead
                append(Block(shape: shape, text: text, lines: [TextLine(text: text, line: lineCount)]))
                return
            }
        }
        let isInTable = openRun?.format == .tabs
        let followsTable = isInTable || open == nil && runs.last?.format == .tabs && blocks.last?.shape == .table
        let shape = LineShape.of(
            source, range, inTabTable: isInTable, besideTabTable: followsTable || precedesRow(range))
        switch shape {
        case .blank:
            closeAll()
            blankLines += 1
            // Extractors leave several blank lines where a sheet ends.
            if blankLines == 3 { page = nil }
            return
        case .pipeRow: addRow(range, .pipes)
        case .tabRow: addRow(range, .tabs)
        case .separator:
            if openRun != nil {
                openRun?.closeHeader()
            } else {
                closeAll()
                append(Block(shape: .noise, text: "", lines: [TextLine(text: "", line: lineCount)]))
            }
        case .rule:
            closeAll()
            append(Block(shape: .noise, text: "", lines: [TextLine(text: "", line: lineCount)]))
        case .text: addText(range)
        }
        blankLines = 0
    }

    /// Whether a line that a tab indents stands right above a row of a tab-separated table: it is a cell of one.
    private func precedesRow(_ range: Range<Int>) -> Bool {
        guard range.lowerBound < range.upperBound, source[range.lowerBound] == .tab else { return false }
        var hasWords = false
        for byte in source[source.line(at: source.line(at: range.lowerBound).next).line] {
            if byte == .tab, hasWords { return true }
            if !byte.isBlank { hasWords = true }
        }
        return false
    }

    // MARK: Tables

    private mutating func addRow(_ range: Range<Int>, _ format: TableRun.Format) {
        if openRun?.format != format {
            closeAll()
            openRun = TableRun(format: format, number: runs.count + 1, page: page)
        }
        var row = TableRow(cells: CellReader.cells(source, range, format: format, line: lineCount), line: lineCount)
        if let notes = rowNotes.removeValue(forKey: lineCount) { row.note(notes) }
        openRun?.rows.append(row)
    }

    // MARK: Text

    private mutating func addText(_ range: Range<Int>) {
        closeRun()
        var index = range.lowerBound
        var indent = 0
        while index < range.upperBound, source[index].isBlank { index += 1; indent += 1 }
        // A quotation mark of markdown says nothing about the words.
        while index + 1 < range.upperBound, source[index] == UInt8(ascii: ">"), source[index + 1].isBlank { index += 2 }
        var hashes = 0
        while index < range.upperBound, source[index] == UInt8(ascii: "#"), hashes < 6 { index += 1; hashes += 1 }
        if hashes > 0, index < range.upperBound, source[index].isBlank {
            closeOpen()
            let marked =
                MarkerReader.read(source, index..<range.upperBound)
                ?? MarkerReader.bareNumber(source, index..<range.upperBound)
            let text = InlineText.plain(source, (marked?.next ?? index)..<range.upperBound)
            if !text.isEmpty { append(heading(text, depth: hashes, marker: marked?.marker)) }
            return
        } else {
            index -= hashes
        }
        let marked = MarkerReader.read(source, index..<range.upperBound)
        let words = marked?.next ?? index
        let text = InlineText.plain(source, words..<range.upperBound)
        guard !text.isEmpty else {
            closeAll()
            return
        }
        if let mark = PageMarks.read(InlineText.plain(source, index..<range.upperBound)) {
            closeOpen()
            add(mark)
            return
        }
        let line = TextLine(text: text, line: lineCount)
        let bold = Emphasis.read(source, words..<range.upperBound)
        if let marked {
            closeOpen()
            var block = Block(shape: .item, text: text, lines: [line])
            block.marker = marked.marker
            block.indent = indent
            block.isBold = bold.isWhole
            block.boldLead = bold.lead
            open = block
        } else if var block = open, continues(block, line: text, isBold: bold.isWhole, indent: indent) {
            // Nothing else holds the block while it grows, so that each line is added in place.
            open = nil
            block.lines.append(line)
            LineJoin.join(text, to: &block.text)
            block.isBold = block.isBold && bold.isWhole
            open = block
        } else {
            closeOpen()
            var block = Block(shape: .paragraph, text: text, lines: [line])
            block.indent = indent
            block.isBold = bold.isWhole
            block.boldLead = bold.lead
            open = block
        }
    }

    /// Whether a line without a marker goes on with the block above it.
    private func continues(_ block: Block, line: String, isBold: Bool, indent: Int) -> Bool {
        let wasCapitals = LetterCase.isCapitals(block.lines.last?.text ?? "")
        let isCapitals = LetterCase.isCapitals(line)
        if wasCapitals != isCapitals, block.marker == nil { return false }
        if wasCapitals, isCapitals { return LineJoin.isUnfinished(block.text) }
        if isBold != block.isBold, block.marker == nil { return false }
        if block.lines.count == 1, block.marker == nil, block.indent == indent,
            LineJoin.isTitle(block.text, above: line)
        {
            return false
        }
        return true
    }

    private func heading(_ text: String, depth: Int, marker: Marker?) -> Block {
        var block = Block(shape: .heading, text: text, lines: [TextLine(text: text, line: lineCount)])
        block.depth = depth
        block.marker = marker
        return block
    }

    private mutating func add(_ mark: PageMarks.Mark) {
        var block = Block(shape: .noise, text: mark.text, lines: [TextLine(text: mark.text, line: lineCount)])
        if case .number(let number, let isCertain) = mark.kind {
            block.shape = .pageMark
            // Where the file has sheets, they say more than what looks like a number on one.
            if isCertain, places.isEmpty { page = number }
        }
        append(block)
    }

    // MARK: Closing

    private mutating func closeAll() {
        closeOpen()
        closeRun()
    }

    private mutating func closeOpen() {
        if let block = open { append(block) }
        open = nil
    }

    private mutating func closeRun() {
        guard let run = openRun else { return }
        openRun = nil
        let rows = run.header + run.rows
        guard let first = rows.first, let last = rows.last else { return }
        var block = Block(shape: .table, text: "", lines: [TextLine(text: "", line: first.line)])
        if last.line > first.line { block.lines.append(TextLine(text: "", line: last.line)) }
        block.table = runs.count
        append(block)
        runs.append(run)
    }

    private mutating func append(_ block: Block) {
        var block = block
        block.page = page
        blocks.append(block)
    }
}

extension Block {
    /// A paragraph of one line with nothing but its words.
    package init(title text: String, line: Int) {
        self.init(shape: .paragraph, text: text, lines: [TextLine(text: text, line: line)])
    }
}
