/// A worksheet as its file holds it, before its tables are told from its text.
struct Sheet {
    var name: String
    /// Rows with words or fills, from the top down.
    var rows: [Row] = []
    var merges: [Merge] = []
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

    /// Says which rows and columns are hidden; they are read all the same, as a filter hides rows of a register.
    var hiddenNotice: Notice? {
        var parts: [String] = []
        if !hiddenRows.isEmpty { parts.append("rows " + Sheet.ranges(hiddenRows) { "\($0 + 1)" }) }
        if !hiddenColumns.isEmpty {
            parts.append(
                "columns " + Sheet.ranges(hiddenColumns) { String(Place.address(column: $0, row: 0).dropLast()) })
        }
        guard !parts.isEmpty else { return nil }
        return Notice(
            "On the sheet “\(name)”, \(parts.joined(separator: " and ")) are hidden; they were read all the same.",
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
