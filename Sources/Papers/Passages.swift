extension Paper {
    /// Words that stand together, with the line on which they begin: paragraphs, headings and rows of tables, without
    /// what is printed for the page's sake. What search finds places by.
    public var passages: [TextLine] {
        var passages: [TextLine] = []
        for block in blocks where block.shape != .table && !block.isFurniture {
            let text = block.lines.map(\.text).joined(separator: " ")
            if let line = block.lines.first?.line, !text.isEmpty { passages.append(TextLine(text: text, line: line)) }
        }
        for table in tables {
            for row in table.header + table.rows {
                let text = row.cells.flatMap { $0.parts.map(\.text) }.filter { !$0.isEmpty }.joined(separator: " ")
                if !text.isEmpty { passages.append(TextLine(text: text, line: row.line)) }
            }
        }
        return passages.sorted { $0.line < $1.line }
    }
}
