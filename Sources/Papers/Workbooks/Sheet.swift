/// A worksheet as its file holds it, before its tables are told from its text.
struct Sheet {
    var name: String
    /// Rows with words or fills, from the top down.
    var rows: [Row] = []
    var merges: [Merge] = []
    /// The addresses of cells whose formulas have no result.
    var blankFormulas: [CellAddress] = []
    /// Rows and columns that are hidden, counted from 0.
    var hiddenRows: [Int] = []
    var hiddenColumns: [Int] = []

    /// A row and what stands in it, from left to right.
    struct Row {
        /// Counted from 0 in the worksheet.
        var number: Int
        var cells: [Cell] = []
    }

    /// A cell with words or a fill.
    struct Cell {
        /// Counted from 0 in the worksheet.
        var column: Int
        var text = ""
        var fill: Colour?
        var isBold = false

        var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    }

    /// Cells that are one; rows and columns counted from 0.
    struct Merge {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int

        /// Whether a cell lies under the merged one without being that in which it begins.
        func covers(column: Int, row: Int) -> Bool {
            (self.column..<self.column + columnSpan).contains(column) && (self.row..<self.row + rowSpan).contains(row)
                && (column, row) != (self.column, self.row)
        }
    }

    /// The most cells that are read of one workbook.
    static let cellLimit = 5_000_000

    /// Whether anything in it has words.
    var hasWords: Bool { rows.contains { $0.cells.contains { !$0.isBlank } } }

    /// Says which formulas gave no result: a program that wrote the workbook without working it out leaves them so.
    var formulaNotice: Notice? {
        guard let first = blankFormulas.first else { return nil }
        let shown =
            blankFormulas.prefix(6).map(\.description).joined(separator: ", ")
            + (blankFormulas.count > 6 ? " and others" : "")
        return Notice(
            "On the sheet “\(name)”, the formulas in \(shown) have no result, and so were not read. Open the workbook in "
                + "Excel or LibreOffice, save it, and import it again.", at: Place(worksheet: name, cell: first))
    }

    /// Says which rows and columns are hidden; they are read all the same, as a filter hides rows of a register.
    var hiddenNotice: Notice? {
        var parts: [String] = []
        let (rows, columns) = (hiddenRows.count, hiddenColumns.count)
        if rows > 0 { parts.append((rows == 1 ? "row " : "rows ") + Sheet.ranges(hiddenRows) { "\($0 + 1)" }) }
        if columns > 0 {
            parts.append(
                (columns == 1 ? "column " : "columns ")
                    + Sheet.ranges(hiddenColumns, CellAddress.letters(ofColumn:)))
        }
        guard !parts.isEmpty else { return nil }
        let (verb, them) = rows + columns == 1 ? ("is", "it was") : ("are", "they were")
        return Notice(
            "On the sheet “\(name)”, \(parts.joined(separator: " and ")) \(verb) hidden; \(them) read all the same.",
            at: Place(worksheet: name))
    }

    /// "7–12, 15": numbers that follow one another as one range.
    private static func ranges(_ numbers: [Int], _ label: (Int) -> String) -> String {
        var ranges: [(Int, Int)] = []
        for number in numbers.sorted() {
            if let last = ranges.last, number <= last.1 + 1 {
                ranges[ranges.count - 1].1 = number
            } else {
                ranges.append((number, number))
            }
        }
        let shown = ranges.prefix(6).map { $0.0 == $0.1 ? label($0.0) : "\(label($0.0))–\(label($0.1))" }
        return shown.joined(separator: ", ") + (ranges.count > 6 ? " and others" : "")
    }
}
