extension OpenDocumentReader {
    /// Rows of a text are hardly ever repeated; a file that repeats one more often only wastes room.
    private static let repeatLimit = 100

    func table(_ element: XMLElement, _ context: Context) -> [Layout.Element] {
        var table = FlowTable()
        var isTop = true
        rows(of: element, isHeader: false, context, &table, &isTop)
        return table.elements
    }

    private func rows(
        of element: XMLElement, isHeader: Bool, _ context: Context, _ table: inout FlowTable, _ isTop: inout Bool
    ) {
        for child in element.elements {
            switch child.name {
            case "table:table-header-rows": rows(of: child, isHeader: true, context, &table, &isTop)
            case "table:table-rows", "table:table-row-group":
                rows(of: child, isHeader: isHeader, context, &table, &isTop)
            case "table:table-row":
                if !isHeader { isTop = false }
                let row = row(child, context)
                let asked = times(child["table:number-rows-repeated"], limit: OpenDocumentReader.repeatLimit)
                for _ in 0..<granted(asked, cells: row.cells.count) {
                    guard table.rows.count < FlowTable.rowLimit else { return }
                    table.rows.append(row)
                    if isHeader, isTop { table.headerRows += 1 }
                }
            case "text:soft-page-break":
                if sheets.noted(), let row = table.rows.indices.last, let cell = table.rows[row].cells.indices.last {
                    table.rows[row].cells[cell].content.append(.pageBreak)
                }
            default: continue
            }
        }
    }

    private func row(_ element: XMLElement, _ context: Context) -> FlowTable.Row {
        var row = FlowTable.Row(sheet: sheets.sheet)
        let rowFill = element["table:style-name"].flatMap { styles.style("table-row", $0).fill }
        var column = 0
        for cell in element.elements {
            let count = times(cell["table:number-columns-repeated"], limit: FlowTable.columnLimit)
            switch cell.name {
            case "table:covered-table-cell": column += count
            case "table:table-cell":
                let content = blocks(cell.elements, Context(isFurniture: context.isFurniture))
                let fill = cell["table:style-name"].flatMap { styles.style("table-cell", $0).fill } ?? rowFill
                let width = times(cell["table:number-columns-spanned"], limit: FlowTable.columnLimit)
                let height = times(cell["table:number-rows-spanned"], limit: FlowTable.rowLimit)
                for _ in 0..<granted(count, cells: 1) where column < FlowTable.columnLimit {
                    row.cells.append(
                        FlowTable.Cell(
                            column: column, columnSpan: min(width, FlowTable.columnLimit - column), rowSpan: height,
                            content: content, fill: fill, sheet: row.sheet))
                    column += 1
                }
            default: continue
            }
            if column >= FlowTable.columnLimit { break }
        }
        return row
    }

    /// How often cells may be repeated of how often the file asks; once at least.
    private func granted(_ asked: Int, cells: Int) -> Int {
        let granted = min(asked, 1 + repeatsLeft / max(cells, 1))
        repeatsLeft -= (granted - 1) * max(cells, 1)
        return granted
    }

    private func times(_ value: String?, limit: Int) -> Int { min(max(value.flatMap { Int($0) } ?? 1, 1), limit) }
}
