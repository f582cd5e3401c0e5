/// Reads one sheet: tables that are ruled off, tables that are only aligned, and the text around them, from the top down.
struct SheetReader {
    private let page: WordPage
    private let drawing: Drawing
    private let carried: Gutters?
    /// Where the sheet's text ends on the right.
    private let right: Double
    /// The gap between lines of a paragraph on this sheet, or on one before.
    private var sheetLeading: Double?
    /// The strips of the table that ends the sheet, where an aligned one does.
    private var last: Gutters?

    /// What a sheet holds, before headings are told from text.
    enum Piece {
        case text(TextFlow.Part)
        case table(Grid)
    }

    private init(_ page: WordPage, _ drawing: Drawing, carried: Gutters?, leading: Double?) {
        self.page = page
        self.drawing = drawing
        self.carried = carried
        right = page.words.map(\.box.right).max() ?? page.width
        sheetLeading = leading
    }

    /// The pieces of a sheet in reading order.
    /// - Parameter gutters: The strips of an aligned table that ended the sheet before; then those of one that ends this.
    static func read(
        _ page: WordPage, _ drawing: Drawing, gutters: inout Gutters?, leading: inout Double?
    ) -> [Piece] {
        var reader = SheetReader(page, drawing, carried: gutters, leading: leading)
        let pieces = reader.pieces()
        gutters = reader.last
        leading = reader.sheetLeading
        return pieces
    }

    private mutating func pieces() -> [Piece] {
        var tables: [RuledTable] = []
        var bands: [Frame] = []
        for frame in Rulings(drawing).frames() {
            if let table = RuledTable(frame) { tables.append(table) } else { bands.append(frame) }
        }
        // A table within a cell of another is read with the cell.
        let boxes = tables.map(\.box)
        tables.removeAll { inner in boxes.contains { $0.contains(inner.box) && $0 != inner.box } }
        var loose: [Word] = []
        for word in page.words {
            var isTaken = false
            for index in tables.indices where !isTaken { isTaken = tables[index].take(word) }
            if !isTaken { loose.append(word) }
        }
        // A grid in whose cells stands next to nothing is a chart or a form's frame.
        let lines = WordLine.group(loose)
        sheetLeading = Leading.of(lines) ?? sheetLeading
        var pieces: [(top: Double, piece: [Piece])] = []
        for table in tables where table.cells.contains(where: { !$0.words.isEmpty }) {
            pieces.append((table.box.top, [.table(grid(table))]))
        }
        // A ruled table divides the text above it from the text below.
        var start = 0
        for index in lines.indices {
            let isLast = index == lines.count - 1
            let isCut =
                isLast
                || tables.contains {
                    $0.box.top >= lines[index].box.bottom - 2 && $0.box.bottom <= lines[index + 1].box.top + 2
                }
            guard isCut else { continue }
            let run = Array(lines[start...index])
            pieces.append((run[0].box.top, text(run, bands, opensSheet: start == 0, endsSheet: isLast)))
            start = index + 1
        }
        return pieces.sorted { $0.top < $1.top }.flatMap(\.piece)
    }

    // MARK: Text and aligned tables

    private mutating func text(
        _ lines: [WordLine], _ bands: [Frame], opensSheet: Bool, endsSheet: Bool
    ) -> [Piece] {
        var pieces: [Piece] = []
        var start = 0
        let regions = AlignedTables.find(lines, carried: opensSheet ? carried : nil, leading: sheetLeading)
        if endsSheet, let region = regions.last, region.lines.upperBound == lines.count { last = region.gutters }
        for region in regions {
            pieces += flow(Array(lines[start..<region.lines.lowerBound]))
            let members = Array(lines[region.lines])
            if let columns = Columns(members, region.gutters) {
                for column in columns.lines { pieces += flow(column, right: column.map(\.box.right).max() ?? 0) }
            } else {
                pieces.append(
                    .table(
                        grid(
                            AlignedTable(
                                members, gutters: region.gutters, titles: region.titles,
                                separators: separators(members, bands),
                                leading: Leading.of(members) ?? sheetLeading), members))
                )
            }
            start = region.lines.upperBound
        }
        return pieces + flow(Array(lines[start...]))
    }

    private func flow(_ lines: [WordLine]) -> [Piece] { flow(lines, right: right) }

    private func flow(_ lines: [WordLine], right: Double) -> [Piece] {
        TextFlow.parts(lines, right: right, leading: TextFlow.leading([(lines, right)], atLeast: 2) ?? sheetLeading)
            .map { .text($0) }
    }

    /// Where lines are drawn across most of a table's width.
    private func separators(_ lines: [WordLine], _ bands: [Frame]) -> [Double] {
        let left = lines.map(\.box.left).min() ?? 0
        let right = lines.map(\.box.right).max() ?? 0
        return bands.flatMap(\.horizontals).filter {
            min($0.to, right) - max($0.from, left) > 0.6 * (right - left)
        }
        .map(\.position).sorted()
    }

    /// Prose set in columns: each is read to its end before the next.
    private struct Columns {
        var lines: [[WordLine]]

        init?(_ members: [WordLine], _ gutters: Gutters) {
            guard (2...3).contains(gutters.columnCount), members.count >= 8, !TableLines.isHeaded(members) else {
                return nil
            }
            var columns = [[Word]](repeating: [], count: gutters.columnCount)
            for word in members.flatMap(\.words) { columns[gutters.column(of: word.centre)].append(word) }
            lines = columns.map(WordLine.group)
            let isProse = lines.allSatisfy { column in
                let words = column.reduce(0) { $0 + $1.words.count }
                return column.count * 10 >= members.count * 6 && words >= column.count * 4
            }
            let widths = lines.map { column in
                (column.map(\.box.right).max() ?? 0) - (column.map(\.box.left).min() ?? 0)
            }
            guard isProse, let least = widths.min(), let most = widths.max(), least > 0.6 * most else { return nil }
            // Rows of a table begin together in all columns; paragraphs of prose do not.
            let gaps = zip(members, members.dropFirst()).map { $1.box.top - $0.box.bottom }.sorted()
            let wide = gaps.count { $0 > gaps[gaps.count / 4] + 0.28 * members[0].height }
            guard wide * 8 < members.count else { return nil }
        }
    }

    // MARK: Grids

    private func grid(_ table: RuledTable) -> Grid {
        var rows = [GridRow](repeating: GridRow(), count: table.rowCount)
        let lines = table.cells.map { WordLine.group($0.words) }
        let leading = TextFlow.leading(zip(table.cells, lines).map { ($1, $0.box.right - 4) }) ?? sheetLeading
        for (cell, lines) in zip(table.cells, lines) {
            var made = self.cell(lines, leading, column: cell.column, right: cell.box.right, box: cell.box)
            made.columnSpan = cell.columnSpan
            made.rowSpan = cell.rowSpan
            made.fill = fill(within: cell.box)
            rows[cell.row].cells.append(made)
        }
        for index in rows.indices {
            rows[index].cells.sort { $0.column < $1.column }
            rows[index].place = Place(sheet: page.number, box: rows[index].band)
        }
        // Lines drawn for looks make rows in which nothing stands.
        rows.removeAll { row in row.cells.allSatisfy { $0.isBlank && $0.fill == nil && $0.rowSpan == 1 } }
        return addressed(Grid(rows: rows)).headedByBold
    }

    private func grid(_ table: AlignedTable, _ lines: [WordLine]) -> Grid {
        var rows: [GridRow] = []
        let rights = (0..<table.gutters.columnCount).map { column in
            table.rows.filter { !$0.isSpanning && $0.spans.isEmpty }.flatMap { $0.columns[column] }.map(\.box.right)
                .max()
                ?? table.box.right
        }
        let columns = table.rows.flatMap { row in zip(row.columns.map(WordLine.group), rights).map { ($0, $1) } }
        let leading =
            Leading.of(lines) ?? [TextFlow.leading(columns), sheetLeading].compactMap { $0 }.min()
        for row in table.rows {
            var cells: [GridCell] = []
            var column = 0
            while column < row.columns.count {
                let span = row.spans[column] ?? 1
                let last = column + span - 1
                let left = column == 0 ? table.box.left - 4 : table.gutters.strips[column - 1].middle
                let right = last < table.gutters.strips.count ? table.gutters.strips[last].middle : table.box.right + 4
                let box = Box(left: left, top: row.top - 2, right: right, bottom: row.bottom + 2)
                var made = cell(
                    WordLine.group(row.columns[column]), leading, column: column, right: rights[last] + 4, box: box)
                made.columnSpan = span
                made.fill = fill(within: box)
                cells.append(made)
                column += span
            }
            rows.append(GridRow(cells: cells, place: place(cells.compactMap(\.place.box))))
        }
        return addressed(Grid(rows: rows)).headedByBold
    }

    private func cell(
        _ lines: [WordLine], _ leading: Double?, column: Int, right: Double, box: Box
    ) -> GridCell {
        // As much room is left on the right as stands free on the left.
        let margin = max(0, min((lines.map(\.box.left).min() ?? box.left) - box.left, 8))
        let parts = TextFlow.parts(lines, right: right - margin, leading: leading)
        let lefts = parts.filter(\.isBullet).map(\.markLeft).sorted()
        var cell = GridCell(
            column: column,
            parts: parts.map { part in
                let depth = part.isBullet ? ListDepth.of(part.markLeft, among: lefts) : 0
                return GridPart(Passage(part.runs, place: place([part.box])), depth: depth)
            }, place: place([box]))
        if let first = lines.first?.words.first, let last = lines.last {
            cell.ends = GridCell.Ends(firstWord: first.box.width, room: right - margin - last.box.right)
        }
        return cell
    }

    /// The grid with the address of each cell, counted within the table as it stands on this sheet.
    private func addressed(_ grid: Grid) -> Grid {
        var grid = grid
        for row in grid.rows.indices {
            for cell in grid.rows[row].cells.indices {
                grid.rows[row].cells[cell].place.cell = CellAddress(
                    column: grid.rows[row].cells[cell].column, row: row)
            }
        }
        return grid
    }

    /// The colour of a cell: that of the last area painted over its middle.
    private func fill(within box: Box) -> Colour? {
        let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        let colour = drawing.fills.last { fill in
            let covers = fill.box.left <= x && fill.box.right >= x && fill.box.top <= y && fill.box.bottom >= y
            // A status light stands within its cell; a shaded cell is as large as its fill, or part of a larger one.
            return covers && fill.box.height < 0.6 * page.height
        }?.colour
        return colour?.isWhite == true ? nil : colour
    }

    private func place(_ boxes: [Box]) -> Place {
        let box = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
        return Place(sheet: page.number, box: box)
    }
}

extension GridRow {
    /// The strip that the row takes on its sheet. A cell that reaches into the rows below, as a theme beside all of its
    /// actions does, is no reason to take those for part of it.
    fileprivate var band: Box? {
        let boxes = cells.compactMap(\.place.box)
        guard var band = boxes.dropFirst().reduce(boxes.first, { $0?.union($1) }) else { return nil }
        let filled = cells.filter { !$0.isBlank }.compactMap(\.place.box)
        band.bottom = filled.map(\.bottom).min() ?? band.bottom
        return band
    }
}

/// How deep items nest, told by where their signs stand.
enum ListDepth {
    /// - Parameter lefts: Of all signs of one list, ascending.
    static func of(_ left: Double, among lefts: [Double]) -> Int {
        var depth = 1
        var level = lefts.first ?? left
        for other in lefts where other - level > 5 && other <= left + 1 {
            depth += 1
            level = other
        }
        return min(depth, 6)
    }
}
