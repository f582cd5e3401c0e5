/// A grid's rows with a cell for each column: what a row of text can say of cells that span rows and columns.
///
/// A cell's words stand where it begins. Its lower rows are blank and marked as merged, so that a reader can tell
/// a cell that serves several rows from one that was left empty.
struct GridRows {
    struct Row {
        var cells: [Cell]
        var place: Place
    }

    struct Cell {
        var parts: [GridPart] = []
        var note = CellNote()
    }

    /// The most columns that a table may have; a wider one is cut there.
    static let columnLimit = 1000

    private(set) var rows: [Row] = []
    private(set) var columnCount = 0

    init(_ grid: Grid) {
        let ends = grid.rows.lazy.flatMap(\.cells).map { $0.column + max($0.columnSpan, 1) }
        columnCount = min(max(ends.max() ?? 0, 1), GridRows.columnLimit)
        /// For each column, how many rows a cell from above still reaches down.
        var reach = [Int](repeating: 0, count: columnCount)
        var above = [CellNote](repeating: CellNote(), count: columnCount)
        for row in grid.rows {
            var cells = [Cell](repeating: Cell(), count: columnCount)
            for column in 0..<columnCount where reach[column] > 0 {
                reach[column] -= 1
                cells[column].note = above[column]
            }
            for cell in row.cells where (0..<columnCount).contains(cell.column) {
                cells[cell.column] = Cell(
                    parts: cell.parts, note: CellNote(address: cell.place.cell, goesOn: cell.goesOn))
                guard cell.rowSpan > 1 else { continue }
                for column in cell.column..<min(cell.column + max(cell.columnSpan, 1), columnCount) {
                    reach[column] = cell.rowSpan - 1
                    above[column] = CellNote(address: cell.place.cell, isMergedDown: column == cell.column)
                }
            }
            rows.append(Row(cells: cells, place: row.place))
        }
    }
}
