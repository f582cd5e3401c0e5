import Register
import Testing

@Suite struct SourceWordsTests {
    private func source(
        line: Int = 160, page: Int? = nil, table: Int? = nil, row: Int? = nil, sheet: Int? = nil,
        worksheet: String? = nil, cell: String? = nil
    ) -> Source {
        var source = Source(line: line, page: page, table: table, row: row)
        (source.sheet, source.worksheet, source.cell) = (sheet, worksheet, cell)
        return source
    }

    @Test func `a place on paper is a page, and its sheet where another number is printed on it`() {
        #expect(source(page: 14, table: 3, row: 2, sheet: 16, cell: "B4").words == "page 14 (sheet 16), table 3, row 2")
        #expect(source(page: 16, sheet: 16).words == "page 16")
        #expect(source(sheet: 16).words == "sheet 16")
    }

    @Test func `a place in a workbook is a worksheet and a cell`() {
        #expect(source(table: 1, row: 6, worksheet: "Actions", cell: "B7").words == "worksheet Actions, cell B7")
        #expect(source(table: 1, row: 6, worksheet: "Actions").words == "worksheet Actions, table 1, row 6")
        #expect(source(table: 1, row: 6, worksheet: "", cell: "B7").words == "cell B7", "comma-separated values")
    }

    @Test func `a place in any other file is a table and row, or a line`() {
        #expect(source(page: 5, table: 4, row: 3).words == "page 5, table 4, row 3, line 160")
        #expect(source(table: 2, row: 1, cell: "B2").words == "table 2, row 1", "a Word file")
        #expect(source().words == "line 160")
    }
}
