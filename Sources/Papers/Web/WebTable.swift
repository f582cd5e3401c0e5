/// Reads the rows and cells of a web page's table.
enum WebTable {
    /// A group of rows: a head, a body, a foot.
    struct Section {
        var isHead: Bool
        var rows: [XMLElement]
    }

    static func sections(of table: XMLElement) -> [Section] {
        var sections: [Section] = []
        for element in table.elements {
            switch element.name {
            case "thead", "tbody", "tfoot":
                sections.append(
                    Section(isHead: element.name == "thead", rows: element.elements.filter { $0.name == "tr" }))
            case "tr":
                if let last = sections.indices.last, !sections[last].isHead {
                    sections[last].rows.append(element)
                } else {
                    sections.append(Section(isHead: false, rows: [element]))
                }
            default: continue
            }
        }
        return sections
    }

    /// Whether it only places blocks on the page: it holds tables or headings, and calls no cell a heading.
    static func isLayout(_ table: XMLElement) -> Bool {
        if table["role"] == "presentation" || table["role"] == "none" { return true }
        let rows = sections(of: table).flatMap(\.rows)
        if rows.contains(where: { $0.first("th") != nil }) { return false }
        return rows.contains { row in row.elements.contains { holdsBlocks($0) } }
    }

    private static func holdsBlocks(_ element: XMLElement) -> Bool {
        element.elements.contains {
            ["table", "h1", "h2", "h3", "h4", "h5", "h6"].contains($0.name) || holdsBlocks($0)
        }
    }

    /// The table with its cells at their columns.
    static func read(
        _ element: XMLElement, _ styles: WebStyles, content: (XMLElement) -> [Layout.Element]
    ) -> FlowTable {
        var table = FlowTable()
        /// The first row at which each column is free again.
        var free = [Int](repeating: 0, count: FlowTable.columnLimit)
        for section in sections(of: element) {
            let sectionEnd = table.rows.count + section.rows.count
            for row in section.rows {
                let index = table.rows.count
                guard index < FlowTable.rowLimit else { return table }
                let rowStyle = styles.style(of: row)
                if rowStyle.isHidden ?? false { continue }
                var cells: [FlowTable.Cell] = []
                var column = 0
                let sources = row.elements.filter { $0.name == "td" || $0.name == "th" }
                for cell in sources {
                    while column < free.count, free[column] > index { column += 1 }
                    guard column < free.count else { break }
                    let style = styles.style(of: cell)
                    if style.isHidden ?? false { continue }
                    let width = min(max(Int(cell["colspan"] ?? "") ?? 1, 1), free.count - column)
                    // Nought rows are all that are left of the group.
                    let asked = Int(cell["rowspan"] ?? "") ?? 1
                    let height = asked == 0 ? sectionEnd - index : min(max(asked, 1), max(sectionEnd - index, 1))
                    cells.append(
                        FlowTable.Cell(
                            column: column, columnSpan: width, rowSpan: height, content: content(cell),
                            fill: style.fill ?? rowStyle.fill))
                    if height > 1 { for covered in column..<(column + width) { free[covered] = index + height } }
                    column += width
                }
                let isHead = section.isHead || (!sources.isEmpty && sources.allSatisfy { $0.name == "th" })
                if isHead, table.headerRows == index { table.headerRows += 1 }
                table.rows.append(FlowTable.Row(cells: cells))
            }
        }
        return table
    }
}
