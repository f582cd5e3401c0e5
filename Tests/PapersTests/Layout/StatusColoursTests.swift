import Testing

@testable import Papers

@Suite struct StatusColoursTests {
    /// A table written as rows of cells that `|` parts; `#00B050` in front of a cell is its fill. The first row is the header
    /// where it has more than two cells.
    private func grid(_ text: String) -> Grid {
        let rows = text.split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { column, words in
                var words = words.drop { $0 == " " }
                var cell = GridCell(column: column)
                if words.hasPrefix("#") {
                    cell.fill = Colour(hex: words.prefix(7))
                    words = words.dropFirst(7).drop { $0 == " " }
                }
                while words.last == " " { words.removeLast() }
                if !words.isEmpty { cell.parts = [GridPart(Passage(String(words)))] }
                return cell
            }
            return GridRow(cells: cells)
        }
        return Grid(rows: rows, headerRows: (rows.first?.cells.count ?? 0) > 2 ? 1 : 0)
    }

    /// The last column of the first table, once colours have words.
    private func statuses(_ tables: String..., column: Int? = nil) -> [String] {
        let layout = StatusColours.named(in: Layout(elements: tables.map { .table(grid($0)) }))
        guard case .table(let grid) = Array(layout.elements)[0] else { return [] }
        return grid.rows.dropFirst(grid.headerRows).map { row in
            let cell = column.map { row.cells[$0] } ?? row.cells[row.cells.count - 1]
            return cell.parts.map(\.passage.text).joined()
        }
    }

    private let plan = """
        Ref | Action | RAG
        1 | Write | #FF0000
        2 | Ask | #FFC000
        3 | Report | #00B050
        """

    @Test func `colours without a key have the names that status schemes use`() {
        #expect(statuses(plan) == ["Red", "Amber", "Green"])
    }

    @Test func `a key gives its own words, though it is printed paler`() {
        let key = """
            #FF4040 | At risk – will not be met
            #FFD060 | Slipping: late by a month
            #30C070 | On course
            """
        #expect(statuses(plan, key) == ["At risk", "Slipping", "On course"])
    }

    @Test func `words that cells elsewhere hold over a colour are what it means`() {
        let other = """
            Ref | Action | RAG
            4 | Close | #FF0000 Overdue
            5 | Sell | #FF0000 Overdue
            6 | Buy | #00B050 Complete
            """
        #expect(statuses(plan, other) == ["Overdue", "Amber", "Complete"])
    }

    @Test func `words stand as they are written`() {
        #expect(statuses(plan.replacing("#FF0000", with: "#FF0000 Stopped")).first == "Stopped")
    }

    @Test func `yellow is amber where there is no amber, and yellow where there is`() {
        #expect(statuses(plan.replacing("#FFC000", with: "#FFFF00")) == ["Red", "Amber", "Green"])
        let both = plan + "\n4 | Close | #FFFF00"
        #expect(statuses(both).last == "Yellow")
    }

    @Test func `rows that are shaded, and pale shades, say nothing`() {
        let shaded = """
            Ref | Action | Notes
            #00B050 1 | #00B050 Write | #00B050
            #DDEBF7 2 | Ask | #DDEBF7
            #E7E6E6 3 | Report | #E7E6E6
            """
        #expect(statuses(shaded) == ["", "", ""])
    }

    @Test func `the bars of a chart of months are no status`() {
        let chart = """
            Action | April | May | June | July | August
            Write | #0070C0 | #0070C0 | | |
            Ask | | #0070C0 | #0070C0 | |
            Report | | | | #0070C0 |
            """
        #expect(statuses(chart, column: 4) == ["", "", ""])
    }

    @Test func `a label with a colour beside it is answered`() {
        #expect(statuses("Overall status: | #FF0000\nSponsor: | T. Quill") == ["Red", "T. Quill"])
    }
}
