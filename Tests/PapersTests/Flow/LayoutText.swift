@testable import Papers

extension Layout {
    /// The layout in short, a line for each element, so that a test shows what it expects at a glance:
    /// `# Heading`, `1. [a] An item`, `+ A tight line`, `~ furniture`, `A1 2x1 #FF0000: a cell`, `---` for a sheet's end.
    var lines: [String] {
        elements.flatMap { element -> [String] in
            switch element {
            case .heading(let passage, let level):
                [tight(passage) + String(repeating: "#", count: level) + " " + text(passage)]
            case .paragraph(let passage): [tight(passage) + text(passage)]
            case .item(let passage, let depth, let label): ["\(depth). [\(label ?? "•")] \(text(passage))"]
            case .furniture(let passage): ["~ \(passage.text)"]
            case .pageBreak: ["---"]
            case .table(let grid): self.grid(grid)
            }
        }
    }

    private func tight(_ passage: Passage) -> String { passage.isTight ? "+ " : "" }

    private func text(_ passage: Passage) -> String {
        passage.runs.map { $0.isBold ? "*\($0.text)*" : $0.text }.joined()
    }

    private func grid(_ grid: Grid) -> [String] {
        ["table of \(grid.rows.count) rows, \(grid.headerRows) of them header"]
            + grid.rows.flatMap { row in row.cells.map(cell) }
    }

    private func cell(_ cell: GridCell) -> String {
        var line = cell.place.cell?.description ?? "?"
        if cell.columnSpan > 1 || cell.rowSpan > 1 { line += " \(cell.columnSpan)x\(cell.rowSpan)" }
        if let fill = cell.fill {
            let value = Int(fill.red) << 16 | Int(fill.green) << 8 | Int(fill.blue)
            let digits = String(value, radix: 16, uppercase: true)
            line += " #" + String(repeating: "0", count: 6 - digits.count) + digits
        }
        let parts = cell.parts.map { part in
            (part.passage.isTight ? "+ " : "")
                + (part.depth > 0 ? "\(part.depth). [\(part.label ?? "•")] " : "") + text(part.passage)
        }
        return line + ": " + parts.joined(separator: " / ")
    }

    var messages: [String] { notices.map(\.message) }
    /// The sheet of each element that stands on a known one.
    var sheets: [Int?] {
        elements.compactMap { element -> Int?? in
            if case .pageBreak = element { return nil }
            return .some(element.passages.first?.place.sheet)
        }
    }
}
