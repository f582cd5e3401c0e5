/// Puts words to cells that say a status by their colour alone: the legend's words where the paper has a legend, else the
/// colour's name, as in "RAG" (red, amber, green).
struct StatusColours {
    /// What each colour means in this paper, by the cells that show both.
    private var meanings: [Colour: [String: Int]] = [:]
    /// The kinds of colour that stand in cells without words.
    private var tints: Set<Tint> = []

    /// A layout in which such cells hold words.
    static func named(in layout: consuming Layout) -> Layout {
        var colours = StatusColours()
        for case .table(let grid) in layout.elements where grid.hasFills { colours.learn(from: grid) }
        guard !colours.tints.isEmpty else { return layout }
        let notices = layout.notices
        let elements = layout.elements.changed { element in
            guard case .table(let grid) = element, grid.hasFills else { return element }
            return .table(colours.named(grid))
        }
        return Layout(elements: elements, notices: notices)
    }

    // MARK: What colours mean

    /// Learns from cells that hold both words and a colour, and from legends whose colours stand before their words.
    private mutating func learn(from grid: Grid) {
        for (number, row) in grid.rows.enumerated() {
            for (position, cell) in row.cells.enumerated() {
                guard let fill = cell.fill, let tint = Tint(fill) else { continue }
                if cell.isBlank {
                    tints.insert(tint)
                    let next = position + 1 < row.cells.count ? row.cells[position + 1] : nil
                    if grid.isLegend, let words = next.flatMap(StatusColours.status) { learn(fill, words) }
                } else if number >= grid.headerRows, let words = StatusColours.status(cell) {
                    learn(fill, words)
                }
            }
        }
    }

    private mutating func learn(_ fill: Colour, _ words: String) {
        meanings[fill, default: [:]][words, default: 0] += 1
    }

    /// The words of a cell, where they are so few that they can name a status: what stands before a dash or colon.
    private static func status(_ cell: GridCell) -> String? {
        guard let first = cell.parts.first?.passage.text else { return nil }
        var words = first.split(separator: " ").prefix { !["-", "–", "—", "="].contains($0) }
        if let end = words.firstIndex(where: { $0.last == ":" }) { words = words[...end] }
        guard (1...4).contains(words.count) else { return nil }
        let name = words.joined(separator: " ").bare
        guard name.utf8.count > 2, name.utf8.first?.isLetter == true else { return nil }
        return name
    }

    // MARK: Naming

    private func named(_ grid: Grid) -> Grid {
        guard !grid.isLegend else { return grid }
        var grid = grid
        let columns = statusColumns(of: grid)
        for row in grid.rows.indices.dropFirst(grid.headerRows) {
            for position in grid.rows[row].cells.indices {
                let cell = grid.rows[row].cells[position]
                guard cell.isBlank, let fill = cell.fill,
                    columns.contains(cell.column) || grid.rows[row].labels(position),
                    !grid.rows[row].isShaded(around: position), let words = name(of: fill)
                else { continue }
                grid.rows[row].cells[position].parts = [GridPart(Passage(words, place: cell.place))]
            }
        }
        return grid
    }

    /// Columns whose cells are coloured one by one: no more than two, as the columns of a chart of time are many.
    private func statusColumns(of grid: Grid) -> Set<Int> {
        var coloured: [Int: Int] = [:]
        var total = 0
        for row in grid.rows.dropFirst(grid.headerRows) {
            total += 1
            for (position, cell) in row.cells.enumerated() where cell.fill.map({ Tint($0) != nil }) == true {
                if !row.isShaded(around: position) { coloured[cell.column, default: 0] += 1 }
            }
        }
        let columns = coloured.filter { $0.value * 2 >= total }.map(\.key)
        return columns.count <= 2 ? Set(columns) : []
    }

    /// What a colour means: what most cells of this colour say, else its name.
    private func name(of fill: Colour) -> String? {
        guard let tint = Tint(fill) else { return nil }
        let known = meanings[fill] ?? nearest(to: fill)
        let all = known.values.reduce(0, +)
        if let most = known.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 5 >= all * 4 {
            return most.key
        }
        // Yellow stands for amber where no amber does.
        return tint == .yellow && !tints.contains(.amber) ? Tint.amber.rawValue : tint == .grey ? nil : tint.rawValue
    }

    /// What cells of the same tint say, where all say the same: a legend is often printed paler than the cells.
    private func nearest(to fill: Colour) -> [String: Int] {
        let alike = meanings.filter { Tint($0.key) == Tint(fill) }
        return alike.values.reduce(into: [:]) { all, words in all.merge(words, uniquingKeysWith: +) }
    }
}

extension Grid {
    fileprivate var hasFills: Bool { rows.contains { $0.cells.contains { $0.fill != nil } } }

    /// Whether the table only says what colours mean: each row is a colour without words and its words.
    fileprivate var isLegend: Bool {
        let filled = rows.filter { row in row.cells.contains { $0.fill != nil || !$0.isBlank } }
        guard (2...8).contains(filled.count) else { return false }
        var seen: Set<Colour> = []
        return filled.dropFirst(headerRows).allSatisfy { row in
            guard row.cells.count >= 2, row.cells[0].isBlank, let fill = row.cells[0].fill, !row.cells[1].isBlank else {
                return false
            }
            return row.cells[2...].allSatisfy(\.isBlank) && seen.insert(fill).inserted
        }
    }
}

extension GridRow {
    /// Whether the cell before a cell is its label: "Overall status:".
    fileprivate func labels(_ position: Int) -> Bool {
        guard position > 0, cells.count <= 4 else { return false }
        return cells[position - 1].parts.last?.passage.text.hasSuffix(":") == true
    }

    /// Whether a neighbour has the same colour: then the row is shaded, or a bar of a chart runs across.
    fileprivate func isShaded(around position: Int) -> Bool {
        [position - 1, position + 1].contains { cells.indices.contains($0) && cells[$0].fill == cells[position].fill }
    }
}

extension String {
    /// Without the colon behind a label and the star of a footnote.
    fileprivate var bare: String {
        var text = self[...]
        while let last = text.last, ": *".contains(last) { text.removeLast() }
        return String(text)
    }
}
