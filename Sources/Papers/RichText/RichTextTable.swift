/// A table of rich text: rows that say where the right edges of their cells are, in twentieths of a point.
struct RichTextTable {
    /// What a row says of a cell before its words come.
    struct Definition {
        var right = 0
        var beginsColumn = false
        var goesDownColumn = false
        var goesAlongRow = false
        var fill: Int?
    }

    private struct Row {
        var left: Int
        var definitions: [Definition]
        var contents: [[Layout.Element]]
        var isHeader: Bool
    }

    private var rows: [Row] = []
    /// The row that is being defined.
    var left = 0
    var isHeader = false
    private(set) var definitions: [Definition] = []
    var definition = Definition()
    private var contents: [[Layout.Element]] = []

    var isEmpty: Bool { rows.isEmpty && contents.isEmpty }
    /// Whether a row has begun that is not yet ended.
    var isOpen: Bool { !contents.isEmpty }

    mutating func beginDefinition() {
        definitions = []
        definition = Definition()
        left = 0
        isHeader = false
    }

    mutating func endDefinition(right: Int) {
        guard definitions.count < FlowTable.columnLimit else { return }
        definition.right = right
        definitions.append(definition)
        definition = Definition()
    }

    mutating func endCell(_ content: [Layout.Element]) {
        if contents.count < FlowTable.columnLimit { contents.append(content) }
    }

    mutating func endRow() {
        defer { contents = [] }
        guard !contents.isEmpty, rows.count < FlowTable.rowLimit else { return }
        rows.append(Row(left: left, definitions: definitions, contents: contents, isHeader: isHeader))
    }

    /// The whole table; `colours` are those of the file.
    ///
    /// Tables that follow each other without a paragraph between them cannot be told apart but by their columns: a row
    /// begins a new one where most of its inner edges are none of those above it, and it does not divide the cells of the
    /// row above it further.
    func elements(colours: [Colour?]) -> [Layout.Element] {
        var elements: [Layout.Element] = []
        var start = 0
        var seen = Edges()
        var above: [Int] = []
        for (index, row) in rows.enumerated() {
            let inner = row.definitions.dropLast().map(\.right)
            guard !inner.isEmpty else { continue }
            let shared = inner.count(where: seen.holds)
            if shared * 2 < inner.count, !above.allSatisfy(Edges(inner).holds) {
                elements += self.elements(of: rows[start..<index], colours)
                start = index
                seen = Edges()
            }
            seen.add(inner)
            above = inner
        }
        return elements + self.elements(of: rows[start...], colours)
    }

    /// Edges that are less than this apart are one, in twentieths of a point.
    private static let hair = 60

    /// Edges of cells; one that is a hair off is held too.
    private struct Edges {
        private var steps: Set<Int> = []

        init() {}

        init(_ edges: [Int]) { add(edges) }

        mutating func add(_ edges: [Int]) { steps.formUnion(edges.map { $0 / 20 }) }

        func holds(_ edge: Int) -> Bool { (edge / 20 - 2...edge / 20 + 2).contains(where: steps.contains) }
    }

    private func elements(of rows: ArraySlice<Row>, _ colours: [Colour?]) -> [Layout.Element] {
        let edges = columnEdges(of: rows)
        var table = FlowTable()
        /// The cell that reaches down each column: its row and its index there.
        var open: [Int: (row: Int, cell: Int)] = [:]
        for row in rows {
            let index = table.rows.count
            var cells: [FlowTable.Cell] = []
            var left = row.left
            for (place, content) in row.contents.enumerated() {
                let definition = row.definitions.indices.contains(place) ? row.definitions[place] : nil
                let column =
                    definition.map { _ in self.column(left, edges) }
                    ?? (cells.last.map { $0.column + $0.columnSpan } ?? 0)
                let end = max(definition.map { self.column($0.right, edges) } ?? 0, column + 1)
                if let definition { left = max(definition.right, left) }
                if definition?.goesAlongRow ?? false, let last = cells.indices.last {
                    cells[last].columnSpan = max(end - cells[last].column, cells[last].columnSpan)
                    cells[last].content += content
                    continue
                }
                if definition?.goesDownColumn ?? false, let start = open[column], start.row < index {
                    table.rows[start.row].cells[start.cell].rowSpan = index - start.row + 1
                    table.rows[start.row].cells[start.cell].content += content
                    continue
                }
                open[column] = definition?.beginsColumn ?? false ? (index, cells.count) : nil
                let fill = definition?.fill.flatMap { colours.indices.contains($0) ? colours[$0] : nil }
                cells.append(FlowTable.Cell(column: column, columnSpan: end - column, content: content, fill: fill))
            }
            if row.isHeader, table.headerRows == index { table.headerRows += 1 }
            table.rows.append(FlowTable.Row(cells: cells))
        }
        return table.elements
    }

    /// The edges of all columns of the table; edges that are a hair apart are one.
    private func columnEdges(of rows: ArraySlice<Row>) -> [Int] {
        var all: Set<Int> = []
        for row in rows {
            all.insert(row.left)
            for definition in row.definitions { all.insert(definition.right) }
        }
        var edges: [Int] = []
        for edge in all.sorted() where edges.count <= FlowTable.columnLimit {
            if let last = edges.last, edge - last < Self.hair { continue }
            edges.append(edge)
        }
        return edges
    }

    /// The column that begins at an edge, by halving.
    private func column(_ edge: Int, _ edges: [Int]) -> Int {
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] + Self.hair <= edge { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
