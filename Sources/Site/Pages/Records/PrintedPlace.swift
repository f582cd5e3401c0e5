import Ledger
import Markup
import Papers
import Register

/// What a paper prints at the place where a record was found: the row of a table under its header, or the words with some
/// lines around them.
struct PrintedPlace: Sendable, Hashable {
    /// A line of the paper with its number.
    struct Line: Sendable, Hashable {
        var number: Int
        var text: String
    }

    /// The row that the place is; its lines are empty then.
    struct TableRow: Sendable, Hashable {
        /// What stands above its cells; empty where the paper prints the table without a header.
        var header: [String]
        var cells: [String]
    }

    /// The line where the record was found.
    let line: Int
    private(set) var row: TableRow?
    private(set) var lines: [Line] = []

    /// The place at a line of a paper; nil where the paper has no such line.
    init?(line: Int, in printed: [String]) {
        guard line > 0, line <= printed.count else { return nil }
        self.line = line
        if let cells = Self.cells(printed[line - 1]) {
            row = TableRow(
                header: Self.header(above: line - 1, in: printed).map(PrintedLines.words),
                cells: cells.map(PrintedLines.words))
        } else {
            lines = (max(1, line - 3)...min(printed.count, line + 3)).compactMap { number in
                let text = PrintedLines.words(printed[number - 1])
                let isShown = !text.isEmpty && Self.cells(printed[number - 1]) == nil
                return isShown ? Line(number: number, text: text) : nil
            }
        }
    }

    /// The place of a record, from the text that is kept of its paper: the paper is not read again.
    init?(_ thread: RecordThread, _ reader: any LedgerReader) throws {
        guard let line = thread.record.place?.source.line, let paper = thread.paper,
            let bytes = try reader.paper(paper.transcript ?? paper.hash)
        else { return nil }
        self.init(line: line, in: PrintedLines.of(bytes))
    }

    /// The most lines of words, such as the foot and head of a page, over which a table goes on.
    private static let mostBetween = 8

    /// The header of the table that a row is in: the row above the nearest rule. Where the table came over from the page
    /// before, that of the part with as many columns.
    private static func header(above row: Int, in printed: [String]) -> [String] {
        let count = cells(printed[row])?.count
        var between = 0
        for index in stride(from: row - 1, to: 0, by: -1) {
            if let cells = cells(printed[index]) {
                guard cells.count == count else { return [] }
                let above = isRule(cells) ? Self.cells(printed[index - 1]) ?? [] : []
                if above.contains(where: { !$0.isEmpty }) { return above }
                between = 0
            } else if !printed[index].allSatisfy(\.isWhitespace) {
                between += 1
                guard between <= mostBetween else { return [] }
            }
        }
        return []
    }

    /// The cells of a line that begins with a pipe; nil for other lines. A pipe behind a backslash is one of a cell's words.
    private static func cells(_ line: String) -> [String]? {
        guard line.first == "|" else { return nil }
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for letter in line.dropFirst() {
            switch letter {
            case "\\" where !isEscaped: isEscaped = true
            case "|" where !isEscaped:
                cells.append(cell.trimmed)
                cell = ""
            default:
                if isEscaped, !letter.isPunctuation, !letter.isSymbol { cell.append("\\") }
                cell.append(letter)
                isEscaped = false
            }
        }
        if !cell.trimmed.isEmpty { cells.append(cell.trimmed) }
        return cells
    }

    /// Whether a row is only the rule between a header and its rows.
    private static func isRule(_ cells: [String]) -> Bool {
        cells.contains { !$0.isEmpty } && cells.allSatisfy { $0.allSatisfy { "-: ".contains($0) } }
    }

    // MARK: On the page

    func write(to html: inout HTML) {
        if let row { write(row, to: &html) } else { words(&html) }
    }

    private func write(_ row: TableRow, to html: inout HTML) {
        html(.div, .class("table-box"), .role("region"), .aria("label", "Row of the paper"), .tabindex(0)) { html in
            html(.table, .class("records printed-row")) { html in
                html(.caption, "Line \(line) of the paper")
                if !row.header.isEmpty {
                    html(.thead) { html in
                        html(.tr) { html in
                            for title in row.header {
                                if title.isEmpty { html(.td, "") } else { html(.th, .scope(.col), text: title) }
                            }
                        }
                    }
                }
                html(.tbody) { html in
                    html(.tr) { html in
                        for (index, cell) in row.cells.enumerated() {
                            let title = index < row.header.count ? row.header[index] : ""
                            html(.td, .data("title", title.isEmpty ? nil : title), text: cell)
                        }
                    }
                }
            }
        }
    }

    private func words(_ html: inout HTML) {
        html(.div, .class("printed-lines")) { html in
            for line in lines {
                html(.p) { html in
                    html(.span, .class("line-number"), text: "\(line.number)")
                    if line.number == self.line {
                        html(.mark, line.text)
                    } else {
                        html(.span, line.text)
                    }
                }
            }
        }
    }
}
