/// Tells a worksheet's tables from the titles above them and the notes below.
struct SheetLayout {
    private let sheet: Sheet
    private var elements: [Layout.Element] = []
    /// How many columns each merged cell spans and how many rows, by where it begins.
    private var spans: [CellAddress: Sheet.Merge] = [:]
    /// Merged cells below the row that is read, the next one last, and those that reach into it.
    private var waiting: [Sheet.Merge]
    private var open: [Sheet.Merge] = []

    /// The elements of a workbook's sheets, each on a page of its own.
    static func elements(of sheets: [Sheet]) -> [Layout.Element] {
        let filled = sheets.filter(\.hasWords)
        var elements: [Layout.Element] = []
        for sheet in filled {
            if !elements.isEmpty { elements.append(.pageBreak) }
            if filled.count > 1 || saysSomething(sheet.name) {
                elements.append(.heading(Passage(sheet.name, place: Place(worksheet: sheet.name)), level: 2))
            }
            var layout = SheetLayout(sheet)
            layout.read()
            elements += layout.elements
        }
        return elements
    }

    /// "Sheet1" is what a workbook's maker never named.
    private static func saysSomething(_ name: String) -> Bool {
        let letters = name.lowercased().filter { !$0.isNumber && !$0.isWhitespace }
        return !["sheet", "table", "tabelle", "csv", ""].contains(letters)
    }

    private init(_ sheet: Sheet) {
        self.sheet = sheet
        waiting = sheet.merges.sorted { $0.row > $1.row }
        for merge in sheet.merges {
            spans[CellAddress(column: merge.column, row: merge.row)] = merge
        }
    }

    // MARK: Tables and text

    private mutating func read() {
        let rows = sheet.rows.map { row in
            var row = row
            row.cells.sort { $0.column < $1.column }
            return row
        }
        .filter { row in row.cells.contains { !$0.isBlank } }
        .sorted { $0.number < $1.number }
        var index = 0
        while index < rows.count {
            guard let end = tableEnd(rows, from: index) else {
                text(rows[index])
                index += 1
                continue
            }
            elements.append(.table(grid(Array(rows[index..<end]))))
            index = end
        }
    }

    /// Where the table that begins at a row ends; nil where none begins there.
    private func tableEnd(_ rows: [Sheet.Row], from start: Int) -> Int? {
        guard isDivided(rows[start]) else { return nil }
        var end = start + 1
        var last = start
        while end < rows.count {
            let row = rows[end]
            let gap = row.number - rows[end - 1].number - 1
            // A blank row within a register is one; in front of a title or another header it ends the table.
            if gap > 1 || gap == 1 && (isHeader(row, like: rows[start]) || isTitle(row)) { break }
            if isDivided(row) {
                // Another header: what stands between is its title.
                if last < end - 1, end > start + 1, isHeader(row, like: rows[start]) { break }
                last = end
            } else if end - last > 2 || isNote(row) && !isDivided(rows, after: end) {
                break
            }
            end += 1
        }
        // One row alone is a label with its value more often than a table, and is kept as one all the same.
        var stop = last + 1
        // Words that stand right below and not in the first column are a cell's.
        while stop < end, let first = rows[start].cells.first(where: { !$0.isBlank }), !isNote(rows[stop]),
            rows[stop].number == rows[stop - 1].number + 1,
            rows[stop].cells.first(where: { !$0.isBlank }).map({ $0.column > first.column }) == true
        {
            stop += 1
        }
        return stop
    }

    private func isDivided(_ row: Sheet.Row) -> Bool { row.cells.count { !$0.isBlank } > 1 }

    private func isDivided(_ rows: [Sheet.Row], after index: Int) -> Bool {
        rows[(index + 1)...].prefix(2).contains { isDivided($0) && !isHeader($0, like: $0) }
    }

    /// Whether a row's only words stand in its first column, or in the first that has any.
    private func isTitle(_ row: Sheet.Row) -> Bool {
        let words = row.cells.filter { !$0.isBlank }
        return words.count == 1 && words[0].column <= (sheet.rows.lazy.compactMap { $0.cells.first?.column }.min() ?? 0)
    }

    /// Whether a row's only words are a note: long, or over several columns.
    private func isNote(_ row: Sheet.Row) -> Bool {
        guard let cell = row.cells.first(where: { !$0.isBlank }) else { return false }
        return cell.text.utf8.count > 90
    }

    /// Whether a row reads like a header: all bold, or the words of the table's first row again.
    private func isHeader(_ row: Sheet.Row, like first: Sheet.Row) -> Bool {
        let words = row.cells.filter { !$0.isBlank }
        return words.allSatisfy(\.isBold)
            || row.number != first.number && words.map(\.text) == first.cells.filter { !$0.isBlank }.map(\.text)
    }

    private mutating func text(_ row: Sheet.Row) {
        for cell in row.cells where !cell.isBlank {
            let lines = cell.text.split(whereSeparator: \.isNewline)
            for (index, line) in lines.enumerated() {
                var passage = Passage(
                    String(line), place: place(cell.column, row.number), isBold: cell.isBold)
                passage.isTight = index > 0
                if let words = Self.bulleted(line) {
                    passage.runs = [Run(words, isBold: cell.isBold)]
                    elements.append(.item(passage, depth: 1, label: nil))
                } else if cell.isBold, lines.count == 1, line.utf8.count <= 120, !line.hasSuffix(".") {
                    elements.append(.heading(passage, level: 3))
                } else {
                    elements.append(.paragraph(passage))
                }
            }
        }
    }

    // MARK: Grids

    /// Brings `open` down to a row; rows are met from the top down.
    private mutating func openMerges(downTo row: Int) {
        while let next = waiting.last, next.row <= row {
            waiting.removeLast()
            // Merged cells never overlap in Excel: there are no more of them side by side than columns.
            if open.count < GridRows.columnLimit { open.append(next) }
        }
        open.removeAll { $0.row + $0.rowSpan <= row }
    }

    private mutating func grid(_ rows: [Sheet.Row]) -> Grid {
        let columns = Set(rows.flatMap { $0.cells.filter { !$0.isBlank }.map(\.column) }).sorted()
        let order = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
        let numbers = rows.map(\.number)
        var grid = Grid()
        for row in rows {
            var made = GridRow(place: Place(worksheet: sheet.name))
            openMerges(downTo: row.number)
            for cell in row.cells {
                // Excel writes the cells that a merged one covers too, for their borders and fills.
                guard let column = order[cell.column],
                    !open.contains(where: { $0.covers(column: cell.column, row: row.number) })
                else { continue }
                var part = GridCell(column: column, parts: Self.parts(cell), fill: cell.fill)
                part.place = place(cell.column, row.number)
                if let merge = spans[CellAddress(column: cell.column, row: row.number)] {
                    part.columnSpan = max(1, Self.count(columns, from: cell.column, to: cell.column + merge.columnSpan))
                    part.rowSpan = max(1, Self.count(numbers, from: row.number, to: row.number + merge.rowSpan))
                }
                made.cells.append(part)
            }
            made.place.cell = made.cells.first?.place.cell
            grid.rows.append(made)
        }
        // A lone bold cell above the rows is no header but the name of a group, as it is further down.
        let head = rows.prefix(3).prefix { row in
            row.cells.filter { !$0.isBlank }.allSatisfy(\.isBold) && (isDivided(row) || row.number == numbers[0])
        }.count
        if head < rows.count { grid.headerRows = head }
        return grid
    }

    /// How many of some ascending numbers lie from one to below another; merged cells may be as many as cells.
    private static func count(_ numbers: [Int], from first: Int, to end: Int) -> Int {
        func place(_ bound: Int) -> Int {
            var (low, high) = (0, numbers.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[middle] < bound { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return place(end) - place(first)
    }

    private static func parts(_ cell: Sheet.Cell) -> [GridPart] {
        var parts: [GridPart] = []
        for line in cell.text.split(whereSeparator: \.isNewline) {
            if let words = bulleted(line) {
                parts.append(GridPart(Passage(words), depth: 1))
            } else if let last = parts.indices.last, parts[last].depth == 0, goesOn(parts[last].passage.text, line) {
                // Somebody broke the line so that it fits the column.
                parts[last].passage.runs[0].text += " " + line.trimmingPrefix(while: \.isWhitespace)
            } else {
                parts.append(GridPart(Passage([Run(String(line), isBold: cell.isBold)])))
            }
        }
        return parts
    }

    /// Whether a line within a cell goes on with the one above: it begins small, and no sentence or lead ended.
    private static func goesOn(_ above: String, _ line: Substring) -> Bool {
        guard let first = line.utf8.first(where: { $0 != .space }), first.isLower,
            let end = above.utf8.last(where: { $0 != .space })
        else { return false }
        return !".:;!?".utf8.contains(end)
    }

    /// The words behind a bullet or a dash at the start of a line.
    private static func bulleted(_ line: Substring) -> String? {
        let trimmed = line.drop(while: \.isWhitespace)
        guard let first = trimmed.first, "•▪●◦‣·-–*".contains(first) else { return nil }
        let rest = trimmed.dropFirst()
        guard rest.first?.isWhitespace == true || !"-–*".contains(first) else { return nil }
        let words = rest.drop(while: \.isWhitespace)
        return words.isEmpty ? nil : String(words)
    }

    private func place(_ column: Int, _ row: Int) -> Place {
        Place(worksheet: sheet.name, cell: CellAddress(column: column, row: row))
    }
}
