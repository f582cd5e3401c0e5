/// A table whose cells are ruled off from one another.
struct RuledTable {
    /// A cell: its place in the grid and on the sheet.
    struct Cell {
        var column: Int
        var row: Int
        var columnSpan: Int
        var rowSpan: Int
        var box: Box
        var words: [Word] = []
    }

    private(set) var cells: [Cell] = []
    let box: Box
    private let columnEdges: [Double]
    private let rowEdges: [Double]
    /// The cell of each field of the grid, row by row.
    private var owner: [Int] = []

    var rowCount: Int { rowEdges.count - 1 }
    var columnCount: Int { columnEdges.count - 1 }

    /// The cells that a frame rules off; nil where it has but one column or row.
    init?(_ frame: Frame) {
        box = frame.box
        columnEdges = frame.columnEdges
        rowEdges = frame.rowEdges
        guard frame.verticals.count >= 2 || frame.verticals.count == 1 && frame.horizontals.count >= 1,
            columnEdges.count >= 3, rowEdges.count >= 2, columnEdges.count <= 200, rowEdges.count <= 2000,
            columnEdges.count * rowEdges.count <= 40_000
        else { return nil }
        merge(frame)
    }

    /// Fields between which no line is drawn are one cell, where together they are a rectangle.
    private mutating func merge(_ frame: Frame) {
        let (columns, rows) = (columnCount, rowCount)
        var groups = Groups(columns * rows)
        for row in 0..<rows {
            let middle = (rowEdges[row] + rowEdges[row + 1]) / 2
            for column in 0..<columns {
                let across = (columnEdges[column] + columnEdges[column + 1]) / 2
                if column + 1 < columns, !Self.isRuled(frame.verticals, at: columnEdges[column + 1], over: middle) {
                    groups.join(row * columns + column + 1, to: row * columns + column)
                }
                if row + 1 < rows, !Self.isRuled(frame.horizontals, at: rowEdges[row + 1], over: across) {
                    groups.join((row + 1) * columns + column, to: row * columns + column)
                }
            }
        }
        owner = [Int](repeating: -1, count: columns * rows)
        for field in owner.indices where owner[field] < 0 {
            let (row, column) = (field / columns, field % columns)
            var (right, lower) = (column + 1, row + 1)
            func isSame(_ row: Int, _ column: Int) -> Bool {
                owner[row * columns + column] < 0 && groups.root(row * columns + column) == groups.root(field)
            }
            while right < columns, isSame(row, right) { right += 1 }
            while lower < rows, (column..<right).allSatisfy({ isSame(lower, $0) }) { lower += 1 }
            for row in row..<lower { for column in column..<right { owner[row * columns + column] = cells.count } }
            cells.append(
                Cell(
                    column: column, row: row, columnSpan: right - column, rowSpan: lower - row,
                    box: Box(
                        left: columnEdges[column], top: rowEdges[row], right: columnEdges[right],
                        bottom: rowEdges[lower])))
        }
    }

    private static func isRuled(_ rules: [Drawing.Rule], at position: Double, over point: Double) -> Bool {
        rules.contains {
            ($0.position - position).magnitude <= Rulings.tolerance && $0.from <= point && point <= $0.to
        }
    }

    /// Puts a word into the cell in whose bounds its middle lies; false where it lies outside the table.
    mutating func take(_ word: Word) -> Bool {
        let (x, y) = (word.centre, word.middle)
        guard x >= box.left, x <= box.right, y >= box.top, y <= box.bottom else { return false }
        let column = max(0, min(columnCount, columnEdges.firstIndex { $0 > x } ?? columnCount) - 1)
        let row = max(0, min(rowCount, rowEdges.firstIndex { $0 > y } ?? rowCount) - 1)
        cells[owner[min(row, rowCount - 1) * columnCount + min(column, columnCount - 1)]].words.append(word)
        return true
    }
}
