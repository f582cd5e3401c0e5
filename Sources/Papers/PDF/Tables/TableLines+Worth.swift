/// What stretches of lines are worth as tables.
extension TableLines {
    /// What a table has to be worth beyond its lines, so that chance alone makes none.
    static let tableCost = 6
    /// What it costs to begin or end a table within a row.
    private static let cutCost = 20

    /// What a stretch of lines is worth as a table: for each line the columns in which it has words beyond the first, and one
    /// more where it begins in a column behind the first. Nothing for strips so narrow that chance may have left them.
    /// - Parameter isKnown: Whether the strips are those of a table on the sheet before.
    func value(_ gaps: [(left: Double, right: Double)], _ range: ClosedRange<Int>, isKnown: Bool = false) -> Int {
        let whole = range
        let range = range.lowerBound + min(titles[range.lowerBound], range.count - 1)...range.upperBound
        let isHeaded = headed[whole.lowerBound]
        let strips =
            isKnown
            ? gaps
            : gaps.filter { Gutters.divides($0.left, $0.right, lines[range], height: height, isHeaded: isHeaded) }
        guard let first = strips.first else { return -TableLines.tableCost }
        var value = whole.count - range.count
        let left = lines[range].reduce(.infinity) { min($0, $1.box.left) }
        for index in range {
            let line = lines[index]
            value += columns(of: line, strips) - 1
            if strips.contains(where: { line.box.left >= $0.right - 1 && line.box.left < $0.right + 1.2 * height }) {
                value += 1
            }
            // A line that stands alone in the first column is a title more often than a row, unless it is set in from
            // the margin where titles begin.
            if lonely[index], line.box.left < first.left {
                value += left > margin + 2 && line.box.left < left + 1.5 ? 1 : -6
            }
            // Another header begins another table.
            if headed[index], index > whole.lowerBound { value -= 6 }
        }
        // A header alone names what no table holds.
        if whole.count == 1 { return 1 }
        if isHeaded { value += 4 }
        // Few lines make a table under a header, or where its strips are wider than any chance leaves them.
        let isClear = isHeaded || strips.contains { $0.right - $0.left >= 2.5 * height }
        return value - (isClear ? 1 : TableLines.tableCost)
    }

    /// In how many columns a line has words.
    private func columns(of line: WordLine, _ strips: [(left: Double, right: Double)]) -> Int {
        var columns = 0
        var strip = 0
        var isOpen = false
        for word in line.words {
            while strip < strips.count, word.box.left >= strips[strip].right - 1 {
                strip += 1
                isOpen = false
            }
            if !isOpen { columns += 1 }
            isOpen = true
        }
        return columns
    }

    /// What it costs that a table begins or ends within a row.
    func cuts(_ start: Int, _ end: Int) -> Int {
        (isParted(start) ? 0 : TableLines.cutCost) + (isParted(end) ? 0 : TableLines.cutCost)
    }
}
