/// A table without lines between its columns: they are told by the white strips that run down between them.
struct AlignedTable {
    /// A row: for each column its words, and where the row begins and ends.
    struct Row {
        var columns: [[Word]]
        var top: Double
        var bottom: Double
        /// Whether its words run across columns, as those of a group's heading do.
        var isSpanning = false
    }

    private(set) var rows: [Row] = []
    let gutters: Gutters
    let box: Box

    /// - Parameters:
    ///   - lines: The table's lines, from the top down.
    ///   - separators: Where lines are drawn between its rows, from the top down; none where none are.
    ///   - leading: The gap between lines of a paragraph, where other text tells it.
    init(_ lines: [WordLine], gutters: Gutters, separators: [Double], leading known: Double? = nil) {
        self.gutters = gutters
        box = lines.dropFirst().reduce(lines.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0)) {
            $0.union($1.box)
        }
        let within = separators.filter { $0 > box.top && $0 < box.bottom }
        let starts = within.isEmpty ? rowStarts(lines, known) : ruledStarts(lines, within)
        for (index, line) in lines.enumerated() {
            if starts.contains(index) || rows.isEmpty {
                rows.append(
                    Row(
                        columns: Array(repeating: [], count: gutters.columnCount), top: line.box.top,
                        bottom: line.box.bottom, isSpanning: !gutters.fits(line)))
            }
            add(line)
        }
    }

    private mutating func add(_ line: WordLine) {
        let row = rows.count - 1
        rows[row].bottom = max(rows[row].bottom, line.box.bottom)
        if rows[row].isSpanning {
            rows[row].columns[gutters.column(of: line.box.left + 1)] += line.words
            return
        }
        for word in line.words { rows[row].columns[gutters.column(of: word.centre)].append(word) }
    }

    private func ruledStarts(_ lines: [WordLine], _ separators: [Double]) -> Set<Int> {
        var starts: Set<Int> = []
        var above = 0
        for (index, line) in lines.enumerated() {
            let count = separators.count { $0 <= (line.box.top + line.box.bottom) / 2 }
            if count > above { starts.insert(index) }
            above = count
        }
        return starts
    }

    /// The lines at which rows begin: below white space that runs across all columns and is wider than that between
    /// the lines of a cell, where several columns begin at once. Where rows are set without such space: wherever the
    /// first column begins anew, or as many columns have words as ever do.
    private func rowStarts(_ lines: [WordLine], _ known: Double?) -> Set<Int> {
        let occupied = lines.map { line in Set(line.words.map { gutters.column(of: $0.centre) }) }
        let height = lines.map(\.height).sorted()[lines.count / 2]
        let apart = min(leading(lines), known ?? height) + 0.28 * height
        var reach = lines[0].box.bottom
        let gaps = lines.dropFirst().map { line in
            defer { reach = max(reach, line.box.bottom) }
            return line.box.top - reach
        }
        let isSpaced = gaps.contains { $0 > apart }
        let most = occupied.map(\.count).max() ?? 1
        var starts: Set<Int> = []
        for index in lines.indices.dropFirst() {
            let (columns, above) = (occupied[index], occupied[index - 1])
            if !gutters.fits(lines[index]) || !gutters.fits(lines[index - 1]) {
                starts.insert(index)
            } else if lines[index - 1].isBold, !lines[index].isBold, columns.count > 1 {
                starts.insert(index)
            } else if isSpaced {
                if gaps[index - 1] > apart, columns.count > 1 || columns == [0] { starts.insert(index) }
            } else if columns.contains(0), columns.count > 1, !above.contains(0) || columns.count == most {
                starts.insert(index)
            }
        }
        return starts
    }

    /// The usual white space between two lines of one cell.
    private func leading(_ lines: [WordLine]) -> Double {
        var gaps: [Double] = []
        for column in 0..<gutters.columnCount {
            let words = lines.filter(gutters.fits).flatMap(\.words).filter { gutters.column(of: $0.centre) == column }
            let own = WordLine.group(words)
            gaps += zip(own, own.dropFirst()).map { $1.box.top - $0.box.bottom }
        }
        gaps.sort()
        return gaps.isEmpty ? 0 : max(gaps[gaps.count / 5], 0)
    }
}
