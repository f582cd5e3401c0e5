extension WordReader {
    func table(_ element: XMLElement) -> [Layout.Element] {
        var table = FlowTable()
        /// Where the cell that reaches down to a column began: its row, its index there.
        var open: [Int: (row: Int, cell: Int)] = [:]
        var isHeader = true
        for row in rows(of: element) {
            let properties = row.first("w:trPr")
            if properties?.first("w:del") != nil {
                tally.changes += 1
                continue
            }
            if properties?.first("w:ins") != nil { tally.changes += 1 }
            guard table.rows.count < FlowTable.rowLimit else { break }
            isHeader = isHeader && properties?.toggle("w:tblHeader") ?? false
            if isHeader { table.headerRows += 1 }
            table.rows.append(readRow(row, properties, &table, &open))
        }
        return table.elements
    }

    private func readRow(
        _ row: XMLElement, _ properties: XMLElement?, _ table: inout FlowTable,
        _ open: inout [Int: (row: Int, cell: Int)]
    ) -> FlowTable.Row {
        let index = table.rows.count
        var result = FlowTable.Row(sheet: sheets.sheet)
        var column = span(properties?.first("w:gridBefore"), least: 0)
        for cell in cells(of: row) {
            guard column < FlowTable.columnLimit else { break }
            let properties = cell.first("w:tcPr")
            let width = min(span(properties?.first("w:gridSpan"), least: 1), FlowTable.columnLimit - column)
            defer { column += width }
            if properties?.first("w:cellDel") != nil {
                tally.changes += 1
                continue
            }
            let content = blocks(in: cell)
            let merge = properties?.first("w:vMerge")
            if let merge, merge["w:val"] != "restart", let start = open[column], start.row < index,
                table.rows[start.row].cells[start.cell].columnSpan == width
            {
                table.rows[start.row].cells[start.cell].rowSpan = index - start.row + 1
                // Words under a merge are not printed by all programs, but they are not lost.
                table.rows[start.row].cells[start.cell].content += content
                continue
            }
            // An older way to merge along a row: the cell goes on from the one before it.
            if properties?.first("w:hMerge").map({ $0["w:val"] != "restart" }) ?? false,
                let last = result.cells.indices.last
            {
                result.cells[last].columnSpan += width
                result.cells[last].content += content
                continue
            }
            if !open.isEmpty { for covered in column..<(column + width) { open[covered] = nil } }
            if merge != nil { open[column] = (index, result.cells.count) }
            result.cells.append(
                FlowTable.Cell(
                    column: column, columnSpan: width, content: content,
                    fill: theme.fill(properties?.first("w:shd")) ?? fillOfWords(in: cell),
                    sheet: result.sheet))
        }
        return result
    }

    /// The colour behind all words of a cell that has none itself: some mark a status with the highlighter.
    private func fillOfWords(in cell: XMLElement) -> Colour? {
        var found: Colour?
        for paragraph in cell.elements where paragraph.name == "w:p" {
            let own = theme.fill(paragraph.at("w:pPr", "w:shd"))
            for run in paragraph.elements where run.name == "w:r" && run.first("w:t") != nil {
                let properties = run.first("w:rPr")
                let highlight = properties?.first("w:highlight")?["w:val"].flatMap { WordTheme.highlights[$0] }
                guard let fill = highlight ?? theme.fill(properties?.first("w:shd")) ?? own, found ?? fill == fill
                else {
                    return nil
                }
                found = fill
            }
        }
        return found
    }

    private func rows(of element: XMLElement) -> [XMLElement] { found("w:tr", in: element) }
    private func cells(of element: XMLElement) -> [XMLElement] { found("w:tc", in: element) }

    /// Rows or cells, through the wrappers that forms and changes put around them.
    private func found(_ name: String, in element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { child -> [XMLElement] in
            switch child.name {
            case name: [child]
            case "w:sdt": child.first("w:sdtContent").map { found(name, in: $0) } ?? []
            case "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent": found(name, in: child)
            default: []
            }
        }
    }

    private func span(_ element: XMLElement?, least: Int) -> Int {
        min(max(element?["w:val"].flatMap { Int($0) } ?? least, least), FlowTable.columnLimit)
    }
}
