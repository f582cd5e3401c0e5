/// A table as a word processor or web page gives it: cells that may hold headings, lists and tables of their own.
struct FlowTable {
    struct Row {
        var cells: [Cell] = []
        var sheet: Int?
    }

    struct Cell {
        /// Counted from 0.
        var column: Int
        var columnSpan = 1
        var rowSpan = 1
        var content: [Layout.Element] = []
        var fill: Colour?
        var sheet: Int?
    }

    /// More columns or rows than this are no table but harm or waste; spans are cut to it.
    static let columnLimit = 1_000
    static let rowLimit = 100_000

    var rows: [Row] = []
    var headerRows = 0

    /// The table for the layout: a grid, or what stands within where the table is but a frame around it.
    var elements: [Layout.Element] {
        if isFrame { return rows.flatMap { $0.cells.flatMap(\.content) } }
        var grid = Grid(headerRows: min(headerRows, rows.count))
        var breaks = 0
        for (rowIndex, row) in rows.enumerated() {
            var gridRow = GridRow(place: Place(sheet: row.sheet))
            for cell in row.cells {
                let address = CellAddress(column: cell.column, row: rowIndex)
                var parts: [GridPart] = []
                FlowTable.flatten(cell.content, address, into: &parts, breaks: &breaks)
                gridRow.cells.append(
                    GridCell(
                        column: cell.column, columnSpan: cell.columnSpan,
                        rowSpan: min(cell.rowSpan, rows.count - rowIndex), parts: parts,
                        fill: cell.fill.flatMap { $0.isWhite ? nil : $0 },
                        place: Place(sheet: parts.first?.passage.place.sheet ?? cell.sheet ?? row.sheet, cell: address)
                    ))
            }
            gridRow.place.sheet = gridRow.cells.first?.place.sheet ?? row.sheet
            grid.rows.append(gridRow)
        }
        guard grid.rows.contains(where: { $0.cells.contains { !$0.isBlank || $0.fill != nil } }) else {
            return Array(repeating: .pageBreak, count: breaks)
        }
        // Sheets that begin within the table are told after it, so that those who count breaks count right.
        return [.table(grid.headedByBold)] + Array(repeating: .pageBreak, count: breaks)
    }

    /// Whether it only frames or places what stands in it: one cell, or a column of cells with a table among them.
    private var isFrame: Bool {
        if rows.count == 1, let row = rows.first, row.cells.count == 1 { return true }
        guard rows.allSatisfy({ $0.cells.count <= 1 }) else { return false }
        return rows.contains {
            $0.cells.contains { $0.content.contains { if case .table = $0 { true } else { false } } }
        }
    }

    /// What stands in a cell as paragraphs and items, tables within it row by row.
    private static func flatten(
        _ content: [Layout.Element], _ address: CellAddress, into parts: inout [GridPart], breaks: inout Int
    ) {
        for element in content {
            switch element {
            case .heading(var passage, _), .paragraph(var passage), .furniture(var passage):
                passage.place.cell = address
                parts.append(GridPart(passage))
            case .item(var passage, let depth, let label):
                passage.place.cell = address
                parts.append(GridPart(passage, depth: depth, label: label))
            case .table(let grid):
                for row in grid.rows {
                    for cell in row.cells {
                        for var part in cell.parts {
                            part.passage.place.cell = address
                            parts.append(part)
                        }
                    }
                }
            case .pageBreak: breaks += 1
            }
        }
    }
}
