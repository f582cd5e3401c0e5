/// Gathers the sheets of a PDF into one layout: headings are told by the size of their letters against all others.
///
/// Only what the next sheet may go on with is kept as it is; all before that is packed.
struct PDFLayout {
    private enum Draft {
        case text(TextFlow.Part, place: Place, depth: Int)
        case element(Layout.Element)
    }

    private var elements = Elements()
    /// What stands after all elements, from the text that may go on over the sheet's end.
    private var drafts: [Draft] = []
    private var hyphens = Hyphens()
    /// How many letters stand in each size, in half points.
    private var sizes: [Int: Int] = [:]
    private var furniture = Furniture()
    /// The strips of an aligned table that ended the last sheet.
    private var gutters: Gutters?
    private var leading: Double?
    /// The table that ended the last sheet.
    private var cutTable: Grid?
    /// Whether the first draft is the text that ended the last sheet.
    private var endsInText = false
    private var notices: [Notice] = []
    private var sheets: [SheetSize] = []

    /// Adds sheets in order, each with what is drawn on it.
    mutating func add(_ pages: [WordPage], drawings: [Drawing]) {
        var pages = pages
        let edges = furniture.take(from: &pages)
        for (index, page) in pages.enumerated() {
            if !elements.isEmpty || !drafts.isEmpty { drafts.append(.element(.pageBreak)) }
            add(page, index < drawings.count ? drawings[index] : Drawing(), edges[index])
            sheets.append(page.shownSize)
        }
    }

    private mutating func add(_ page: WordPage, _ drawing: Drawing, _ edge: Furniture.Edge) {
        let printed = edge.printedPage
        let half = page.height / 2
        func place(_ box: Box) -> Place {
            Place(sheet: page.number, printedPage: printed, box: page.asShown(box))
        }
        func furnish(_ lines: [WordLine]) {
            for line in lines {
                let place = place(line.box)
                drafts.append(.element(.furniture(Passage(line.text, place: place))))
            }
        }
        furnish(edge.lines.filter { $0.box.top < half })
        let pieces = SheetReader.read(page, drawing, gutters: &gutters, leading: &leading)
        let marks = pieces.compactMap { piece in
            if case .text(let part) = piece, part.isBullet { part.markLeft } else { nil }
        }
        .sorted()
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let part):
                let letters = part.runs.reduce(0) { $0 + $1.text.utf8.count }
                sizes[Int(min(part.size, 10_000) * 2 + 0.5), default: 0] += letters
                if index == 0, endsInText, case .text(var above, let place, let depth) = drafts.first,
                    TextFlow.goesOn(above, over: part)
                {
                    TextFlow.join(part, to: &above)
                    drafts[0] = .text(above, place: place, depth: depth)
                    continue
                }
                let depth = part.isBullet ? ListDepth.of(part.markLeft, among: marks) : 0
                drafts.append(.text(part, place: place(part.box), depth: depth))
            case .table(var grid):
                grid.place(on: page, printed: printed)
                if index == 0, let table = cutTable { grid.goOn(with: table) }
                drafts.append(.element(.table(grid)))
            }
        }
        if case .table(let grid) = pieces.last { cutTable = grid } else { cutTable = nil }
        endsInText = false
        if case .text = pieces.last, case .text = drafts.last { endsInText = true }
        pack(drafts.count - (endsInText ? 1 : 0))
        furnish(edge.lines.filter { $0.box.top >= half })
    }

    mutating func add(_ notice: Notice) { notices.append(notice) }

    /// Packs some drafts; the next sheet does not change them.
    private mutating func pack(_ count: Int) {
        for draft in drafts.prefix(count) {
            let element = PDFLayout.element(draft)
            hyphens.want(element)
            elements.append(element)
        }
        drafts.removeFirst(count)
    }

    private static func element(_ draft: Draft) -> Layout.Element {
        switch draft {
        case .element(let element): return element
        case .text(let part, let place, let depth):
            var passage = Passage(part.runs, place: place, isTight: part.isTight)
            if part.isBullet { return .item(passage, depth: depth, label: nil) }
            if part.lineCount <= 3, passage.text.utf8.count <= 200 { passage.size = part.size }
            return .paragraph(passage)
        }
    }

    /// The layout of all sheets added.
    consuming func finished() -> Layout {
        pack(drafts.count)
        let body = Double(sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0) / 2
        let levels = headingSizes(over: body)
        var hyphens = hyphens
        if hyphens.areWanted { for element in elements { hyphens.learn(element) } }
        let finished = elements.changed { element in
            guard case .paragraph(let passage) = element, let size = passage.size,
                let level = levels.firstIndex(where: { size >= $0 - 0.3 })
            else { return hyphens.settled(element) }
            return hyphens.settled(.heading(passage, level: level + 1))
        }
        return Layout(elements: finished, notices: notices, sheets: sheets)
    }

    /// Sizes that only headings have, the largest first.
    private func headingSizes(over body: Double) -> [Double] {
        var levels: [Double] = []
        for size in sizes.keys.map({ Double($0) / 2 }).sorted(by: >) where size >= body * 1.12 {
            if let last = levels.last, last - size < 1 { continue }
            levels.append(size)
        }
        return Array(levels.prefix(4))
    }
}

extension Grid {
    /// Marks the cells of the first row that finish those of the last row on the sheet before: where the last line
    /// there was so full that the next word had to go to this sheet, and no sentence ended with it.
    fileprivate mutating func goOn(with before: Grid) {
        guard let last = before.rows.last else { return }
        let head = headerRows > 0 ? headerRows : rows.first.map { before.rows.first?.says($0) == true } == true ? 1 : 0
        guard head < rows.count else { return }
        for index in rows[head].cells.indices {
            let cell = rows[head].cells[index]
            guard let above = last.cells.first(where: { $0.column == cell.column }), let start = cell.ends,
                let end = above.ends, end.room < start.firstWord + 2.5, let words = above.parts.last?.passage.text,
                let sign = words.unicodeScalars.last, !".!?:;".unicodeScalars.contains(sign)
            else { continue }
            rows[head].cells[index].goesOn = true
        }
    }

    /// Says of all rows, cells and their words which page number is printed on the sheet, and where they stand on it
    /// as it is shown.
    fileprivate mutating func place(on page: WordPage, printed: Int?) {
        func update(_ place: inout Place) {
            place.printedPage = printed
            place.box = place.box.map(page.asShown)
        }
        for row in rows.indices {
            update(&rows[row].place)
            for cell in rows[row].cells.indices {
                update(&rows[row].cells[cell].place)
                for part in rows[row].cells[cell].parts.indices {
                    update(&rows[row].cells[cell].parts[part].passage.place)
                }
            }
        }
    }
}

extension GridRow {
    /// Whether another row holds the same words, as a header that is printed again does.
    fileprivate func says(_ other: GridRow) -> Bool {
        cells.count == other.cells.count
            && zip(cells, other.cells).allSatisfy { $0.parts.map(\.passage.text) == $1.parts.map(\.passage.text) }
    }
}
