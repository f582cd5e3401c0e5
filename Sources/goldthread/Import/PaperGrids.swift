import Papers

/// Prints a paper's tables for other programs: a line of JSON for each stretch of rows on one sheet.
enum PaperGrids {
    private struct Grid: Encodable {
        var sheet: Int?
        var page: Int?
        var worksheet: String?
        var rows: [[String]]
    }

    static func write(_ paper: Paper, to output: Terminal.Output) throws {
        for table in paper.tables {
            var grid: Grid?
            var run = 0
            for row in table.header + table.rows {
                let place = paper.place(ofLine: row.line)
                if grid == nil || row.run != run {
                    if let grid { output.line(try JSONText.line(grid)) }
                    grid = Grid(sheet: place.sheet, page: row.page, worksheet: place.worksheet, rows: [])
                    run = row.run
                }
                grid?.rows.append(row.cells.map(\.text))
            }
            if let grid { output.line(try JSONText.line(grid)) }
        }
    }
}
