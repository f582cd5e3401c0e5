extension WebReader {
    mutating func table(_ element: XMLElement, _ context: Context) {
        flush()
        let label = pendingItem
        pendingItem = nil
        defer { pendingItem = label }
        if let caption = element.first("caption") { block(caption, context) }
        if WebTable.isLayout(element) {
            for row in WebTable.sections(of: element).flatMap(\.rows) {
                for cell in row.elements where cell.name == "td" || cell.name == "th" { walk(cell, context) }
            }
            return
        }
        var inner = context
        inner.isCell = true
        inner.headingLevel = nil
        let table = WebTable.read(element, styles) { cell in content(of: cell, inner) }
        elements +=
            context.isFurniture
            ? table.elements.flatMap(\.passages).map { .furniture($0) } : table.elements
    }

    private mutating func content(of cell: XMLElement, _ context: Context) -> [Layout.Element] {
        let outer = elements
        elements = []
        defer { elements = outer }
        var inner = context
        inner.listDepth = 0
        walk(cell, inner)
        flush()
        return elements
    }
}
