/// A table without lines between its columns: they are told by the white strips that run down between them.
struct AlignedTable {
    /// A row: for each column its words, and where the row begins and ends.
    struct Row {
        var columns: [[Word]]
        var top: Double
        var bottom: Double
        /// How many columns its cells run across, where more than one.
        var spans: [Int: Int] = [:]
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
    ///   - titles: How many lines at the top name several columns at once.
    init(
        _ lines: [WordLine], gutters: Gutters, titles: Int = 0, separators: [Double], leading known: Double? = nil
    ) {
        self.gutters = gutters
        box = lines.dropFirst().reduce(lines.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0)) {
            $0.union($1.box)
        }
        if titles > 0 { addTitles(Array(lines[..<titles])) }
        let lines = Array(lines[titles...])
        let within = separators.filter { $0 > box.top && $0 < box.bottom }
        let starts = within.isEmpty ? rowStarts(lines, known) : ruledStarts(lines, within)
        for (index, line) in lines.enumerated() {
            let parts = index == 0 && !gutters.fits(line) ? line.chunks(wider: line.height) : []
            if parts.count == gutters.columnCount {
                // A header beside its columns names them in their order.
                rows.append(Row(columns: parts.map(\.words), top: line.box.top, bottom: line.box.bottom))
                continue
            }
            if starts.contains(index) || index == 0 {
                rows.append(
                    Row(
                        columns: Array(repeating: [], count: gutters.columnCount), top: line.box.top,
                        bottom: line.box.bottom, isSpanning: !gutters.fits(line)))
            }
            add(line)
        }
    }

    /// A row of titles, each over as many columns as stand beneath it before the next title begins.
    private mutating func addTitles(_ lines: [WordLine]) {
        var blocks: [(box: Box, words: [Word])] = []
        for part in lines.flatMap({ $0.chunks(wider: 0.8 * $0.height) }) {
            if let above = blocks.firstIndex(where: { $0.box.left < part.box.right && $0.box.right > part.box.left }) {
                blocks[above] = (blocks[above].box.union(part.box), blocks[above].words + part.words)
            } else {
                blocks.append((part.box, part.words))
            }
        }
        guard let first = lines.first, let last = lines.last else { return }
        var row = Row(
            columns: Array(repeating: [], count: gutters.columnCount), top: first.box.top, bottom: last.box.bottom)
        blocks.sort { $0.box.left < $1.box.left }
        let starts = blocks.map { gutters.column(of: $0.box.left + 1) }
        for (index, block) in blocks.enumerated() {
            let limit = starts[(index + 1)...].first { $0 > starts[index] } ?? gutters.columnCount
            row.columns[starts[index]] += block.words
            row.spans[starts[index]] =
                max(1, min(gutters.column(of: block.box.right - 1) + 1, limit) - starts[index])
        }
        rows.append(row)
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
    /// the lines of a cell, where several columns begin at once, or where a group's heading stands alone. Where rows
    /// are set without such space: wherever the first column has words and most columns do not go on.
    private func rowStarts(_ lines: [WordLine], _ known: Double?) -> Set<Int> {
        let occupied = lines.map { line in Set(line.words.map { gutters.column(of: $0.centre) }) }
        let height = lines.map(\.height).sorted()[lines.count / 2]
        let apart = min(leading(lines), known ?? 0.2 * height) + 0.28 * height
        var reach = lines[0].box.bottom
        let gaps = lines.dropFirst().map { line in
            defer { reach = max(reach, line.box.bottom) }
            return line.box.top - reach
        }
        let isSpaced = gaps.contains { $0 > apart }
        let rights = (0..<gutters.columnCount).map { column in
            lines.flatMap(\.words).filter { gutters.column(of: $0.centre) == column }.map(\.box.right).max() ?? 0
        }
        let rowGaps = lines.indices.dropFirst().filter { occupied[$0].count > 1 && gaps[$0 - 1] > apart }
            .map { gaps[$0 - 1] }.sorted()
        let usual = rowGaps.isEmpty ? height : rowGaps[rowGaps.count / 2]
        /// Whether a line stands as far from both others as rows do: a group's heading, and no paragraph of a cell.
        func isTitle(_ index: Int) -> Bool {
            gaps[index - 1] > 0.9 * usual && index < gaps.count && gaps[index] > 0.9 * usual
                && occupied[index + 1].count > 1
        }
        let header = TableLines.isHeaded(lines) ? lines.prefix(while: \.isBold).count : 0
        var starts: Set<Int> = []
        for index in lines.indices.dropFirst() {
            let columns = occupied[index]
            if !gutters.fits(lines[index]) || !gutters.fits(lines[index - 1]) {
                starts.insert(index)
            } else if lines[index - 1].isBold, !lines[index].isBold, columns.count > 1 || index == header {
                starts.insert(index)
            } else if isSpaced {
                if gaps[index - 1] > apart, columns.count > 1 || columns == [0] || isTitle(index) {
                    starts.insert(index)
                }
            } else if columns.contains(0), columns.count > 1,
                !goesOn(lines[index - 1], lines[index], rights, gaps[index - 1])
            {
                starts.insert(index)
            }
        }
        return starts
    }

    /// Whether more columns look as if their words went on from one line to the next than as if they began anew: there was
    /// no room for the next word, or it begins small.
    private func goesOn(_ above: WordLine, _ line: WordLine, _ rights: [Double], _ gap: Double) -> Bool {
        var score = 0
        for column in 0..<gutters.columnCount {
            let upper = above.words.filter { gutters.column(of: $0.centre) == column }
            let lower = line.words.filter { gutters.column(of: $0.centre) == column }
            guard let last = upper.last, let first = lower.first else {
                if upper.isEmpty, !lower.isEmpty { score -= 2 }
                continue
            }
            let hasRoom = rights[column] - last.box.right > first.box.width + 0.25 * line.height + 2
            let isSmall = first.text.utf8.first?.isLower == true
            if hasRoom {
                score -= isSmall ? 1 : 2
            } else if upper.count > 1 {
                score += isSmall ? 3 : last.text.hasSuffix(".") ? -1 : 1
            }
        }
        // Lines of a cell rarely stand so far apart.
        return score > (gap > 0.4 * line.height ? 1 : 0)
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
