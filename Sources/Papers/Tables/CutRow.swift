/// A row that a page break cut in two: the second part is the tail of cells on the sheet before.
enum CutRow {
    /// Whether the first row of a sheet only goes on with the last row of the sheet before.
    static func isTail(_ row: TableRow, of last: TableRow) -> Bool {
        guard row[0].isBlank else { return startsSmall(row[0]) && !last[0].isBlank }
        let filled = row.cells.indices.filter { !row[$0].isBlank }
        guard !filled.isEmpty else { return false }
        if filled.allSatisfy({ row[$0].goesOn }) { return true }
        if filled.contains(where: { startsSmall(row[$0]) && !last[$0].isBlank }) { return true }
        if completes(row, filled, last) { return true }
        // One cell alone, where the cell above it stops without a full stop: its words were cut between two of them.
        guard filled.count == 1, let column = filled.first, let end = last[column].parts.last?.text else {
            return false
        }
        let columns = max(row.cells.count, last.cells.count)
        return columns > 2 && column < columns / 2 && !endsSentence(end) && row[column].parts.count == 1
    }

    /// Whether a row in the midst of a sheet is the tail of one above it: small letters, alone in their row, or where no
    /// row begins.
    static func isLoneTail(_ row: TableRow, of last: TableRow) -> Bool {
        let filled = row.cells.indices.filter { !row[$0].isBlank }
        if row[0].isBlank, !last[0].isBlank, filled.count > 1 {
            return filled.contains { column in
                guard startsSmall(row[column]), let end = last[column].parts.last?.text else { return false }
                return !endsSentence(end) && end.split(separator: " ").count > 3
            }
        }
        guard filled.count == 1, let column = filled.first, row.cells.count > 2, startsSmall(row[column]),
            let end = last[column].parts.last?.text
        else { return false }
        return !endsSentence(end)
    }

    /// Whether a row without a beginning has the very cells that the last row lacks, words of a sentence among them: they
    /// stood lower in the row than the page reached.
    private static func completes(_ row: TableRow, _ filled: [Int], _ last: TableRow) -> Bool {
        guard !last[0].isBlank, row.cells.count > 2 else { return false }
        let lacking = filled.filter { last[$0].isBlank }
        return lacking.contains { row[$0].text.split(separator: " ").count > 3 }
            && filled.allSatisfy { last[$0].isBlank || last[$0].text == row[$0].text }
    }

    /// Adds the tail's words to the cells that they belong to.
    static func mend(_ last: inout TableRow, with tail: TableRow) {
        while last.cells.count < tail.cells.count { last.cells.append(Cell()) }
        for column in tail.cells.indices where !tail[column].isBlank && last.cells[column].text != tail[column].text {
            var parts = tail[column].parts
            if let end = last.cells[column].parts.last, let first = parts.first,
                tail[column].goesOn || goesOn(end.text, first.text)
            {
                LineJoin.join(first.text, to: &last.cells[column].parts[last.cells[column].parts.count - 1].text)
                parts.removeFirst()
            }
            last.cells[column].parts += parts
        }
    }

    /// Whether words on the next sheet finish words on this one: small letters, or a year after its month.
    private static func goesOn(_ end: String, _ start: String) -> Bool {
        guard let first = start.utf8.first else { return false }
        if first.isLower || LineJoin.isUnfinished(end) { return true }
        if first.isDigit {
            guard let last = end.utf8.last, last.isLetter else { return false }
            return end.split(separator: " ").count <= 3 && start.split(separator: " ").count <= 3
        }
        return !endsSentence(end) && end.split(separator: " ").count > 3 && !first.isUpper
    }

    private static func startsSmall(_ cell: Cell) -> Bool { cell.parts.first?.text.utf8.first?.isLower == true }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return true }
        return ".!?:;)\"”’'".unicodeScalars.contains(last)
    }
}
