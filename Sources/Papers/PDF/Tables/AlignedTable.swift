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
    init(_ lines: [WordLine], gutters: Gutters, separators: [Double]) {
        self.gutters = gutters
        box = lines.dropFirst().reduce(lines.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0)) {
            $0.union($1.box)
        }
        let within = separators.filter { $0 > box.top && $0 < box.bottom }
        let starts = within.isEmpty ? rowStarts(lines) : ruledStarts(lines, within)
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

    /// The lines at which rows begin: after a gap wider than that between the lines of a cell, where several columns
    /// begin at once. Where all gaps are alike, wherever the first column and another have words.
    private func rowStarts(_ lines: [WordLine]) -> Set<Int> {
        let occupied = lines.map { line in Set(line.words.map { gutters.column(of: $0.centre) }) }
        let gaps = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.bottom }
        let sorted = gaps.sorted()
        guard let least = sorted.first, let most = sorted.last else { return [] }
        let height = lines.map(\.height).sorted()[lines.count / 2]
        let leading = sorted[sorted.count / 10]
        let isUniform = most - least < 0.3 * height
        var starts: Set<Int> = []
        for index in 1..<max(lines.count, 1) {
            let (line, columns) = (lines[index], occupied[index])
            if !gutters.fits(line) || !gutters.fits(lines[index - 1]) {
                starts.insert(index)
                continue
            }
            let isApart = gaps[index - 1] > leading + 0.28 * height
            let leavesHeader = lines[index - 1].isBold && !line.isBold
            if isUniform {
                if columns.contains(0) && columns.count > 1 || leavesHeader { starts.insert(index) }
            } else if isApart, columns.count > 1 || columns == [0] {
                starts.insert(index)
            } else if leavesHeader, columns.count > 1 {
                starts.insert(index)
            }
        }
        return starts
    }
}
