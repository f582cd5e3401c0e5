import Testing

@testable import Papers

/// How worksheets become headings, tables, notes and notices.
@Suite struct ExcelSheetTests {
    private typealias File = ExcelFile

    private func lines(_ rows: String..., after: String = "") throws -> [String] {
        var file = File(rows.joined(), after: after)
        file.styles = File.styles(fills: ["rgb=\"FFFFC000\""])
        return try file.layout().lines
    }

    @Test func `a title block above the header is text, and notes below are text again`() throws {
        let note =
            "These figures were agreed with the finance team in May and will be looked at again when the accounts are closed."
        #expect(
            try lines(
                File.row(1, File.bold("Savings register")), File.row(2, "Updated weekly by the programme office"),
                File.row(4, File.bold("Ref"), File.bold("Saving")), File.row(5, "S1", "Agency staff"),
                File.row(6, "S2", "Fleet"), File.row(8, note)) == [
                    "### *Savings register*", "Updated weekly by the programme office",
                    "table of 3 rows, 1 of them header", "A4: *Ref*", "B4: *Saving*", "A5: S1", "B5: Agency staff",
                    "A6: S2", "B6: Fleet", note,
                ])
    }

    @Test func `a blank row and blank columns are no part of a table, and cells keep their addresses`() throws {
        let lines = try lines(
            File.row(3, "", "Ref", "", "Action"), File.row(4, "", "1", "", "Write"), File.row(6, "", "2", "", "Ask"))
        #expect(
            lines == [
                "table of 3 rows, 0 of them header", "B3: Ref", "D3: Action", "B4: 1", "D4: Write", "B6: 2", "D6: Ask",
            ])
    }

    @Test func `a formula without a result is named, not passed over`() async throws {
        let file = File(
            File.row(1, "Ref", "Due")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>1</v></c><c r=\"B2\"><f>TODAY()</f></c></row>")
        #expect(
            try file.layout().messages == [
                "On the sheet “Sheet1”, the formulas in B2 have no result, and so were not read. Open the workbook in "
                    + "Excel or LibreOffice, save it, and import it again."
            ])
    }

    @Test func `a line broken so that it fits its column is one; a new sentence and a lead's items are not`() throws {
        let lines = try lines(
            File.row(1, "Ref", "Action"), File.row(2, "1", "Review fees\nand charges"),
            File.row(3, "2", "Write to all\nAsk the panel"), File.row(4, "3", "Agree to:\nopen the books"))
        #expect(
            lines.filter { $0.hasPrefix("B") }.dropFirst() == [
                "B2: Review fees and charges", "B3: Write to all / Ask the panel", "B4: Agree to: / open the books",
            ])
    }

    @Test func `two blank rows end a table`() throws {
        let lines = try lines(File.row(1, "Ref", "Action"), File.row(2, "1", "Write"), File.row(5, "2", "Ask"))
        #expect(lines.count { $0.hasPrefix("table") } == 2)
        #expect(lines.last == "B5: Ask")
    }

    @Test func `cells merged across and down span, though Excel writes every cell that they cover`() async throws {
        var file = File(
            File.row(1, File.bold("Ref"), File.bold("Action"), File.bold("By"))
                + File.row(2, "1", File.words("Write to all", style: 2), "May")
                + File.row(3, "2", "<c r=\"@\" s=\"2\"/>", "June")
                + File.row(4, "Closed actions", "<c r=\"@\" s=\"2\"/>", "<c r=\"@\" s=\"2\"/>")
                + File.row(5, "3", "Ask", "July"),
            after: "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"A4:C4\"/></mergeCells>")
        file.styles = File.styles(fills: ["rgb=\"FFFFC000\""])
        #expect(
            try file.layout().lines.dropFirst(4) == [
                "A2: 1", "B2 1x2 #FFC000: Write to all", "C2: May", "A3: 2", "C3: June", "A4 3x1: Closed actions",
                "A5: 3", "B5: Ask", "C5: July",
            ])
        let table = try #require(try await file.paper().tables.first)
        #expect(table.rows.map { $0[1].isMergedDown } == [false, true, false, false])
        #expect(table.rows[1][1].isBlank)
        #expect(table.rows[1].addresses.map(\.?.description) == ["A3", "B2", "C3"])
    }

    @Test func `a cell merged over columns of which only some have words spans just those`() throws {
        let lines = try lines(
            File.row(1, "Wide", "", "", "Last"), File.row(2, "a", "", "c", "d"),
            after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
        #expect(lines.dropFirst() == ["A1 2x1: Wide", "D1: Last", "A2: a", "C2: c", "D2: d"])
    }

    @Test func `each sheet has a page and a heading of its own`() async throws {
        let register = File.row(1, File.bold("Ref"), File.bold("Action")) + File.row(2, "1", "Write")
        let file = File(sheets: [
            .init(name: "Actions", rows: register), .init(name: "Empty", rows: ""),
            .init(name: "Risks &amp; issues", rows: register),
        ])
        let layout = try file.layout()
        #expect(
            layout.lines == [
                "## Actions", "table of 2 rows, 0 of them header", "A1: Ref", "B1: Action", "A2: 1", "B2: Write", "---",
                "## Risks & issues", "table of 2 rows, 0 of them header", "A1: Ref", "B1: Action", "A2: 1", "B2: Write",
            ])
        let paper = try await file.paper()
        #expect(paper.tables.count == 2)
        let row = try #require(paper.tables[1].rows.first)
        #expect(paper.place(ofLine: row.line) == Place(worksheet: "Risks & issues", cell: CellAddress("A1")))
    }

    @Test func `a lone sheet that nobody named has no heading`() throws {
        #expect(try File(File.row(1, "Words")).layout().lines == ["Words"])
        #expect(
            try File(sheets: [.init(name: "KPIs", rows: File.row(1, "Words"))]).layout().lines == ["## KPIs", "Words"])
    }

    @Test(arguments: ["hidden", "veryHidden"]) func `a hidden sheet is not read but reported`(state: String) throws {
        let rows = File.row(1, "a", "b") + File.row(2, "c", "d")
        let layout = try File(sheets: [
            .init(name: "Open", rows: rows), .init(name: "Lists", rows: rows, state: state),
            .init(name: "Blank", rows: "", state: state),
        ]).layout()
        #expect(
            layout.messages == [
                "The sheet “Lists” is hidden: its 2 rows were not read. Unhide it and import again to have them read."
            ])
        #expect(layout.notices.first?.place == Place(worksheet: "Lists"))
        #expect(layout.lines.count == 6)
    }

    @Test func `hidden rows and columns are read and reported`() throws {
        let rows = (1...9).map { row in
            File.row(row, "r\(row)", "x", attributes: [3, 4, 5, 8].contains(row) ? "hidden=\"1\"" : "")
        }
        let layout = try File(
            rows.joined(),
            before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"27\" max=\"28\" hidden=\"true\"/></cols>"
        ).layout()
        #expect(
            layout.messages == [
                "On the sheet “Sheet1”, rows 3–5, 8 and columns B, AA–AB are hidden; they were read all the same."
            ])
        #expect(layout.lines.contains("A4: r4"))
    }

    @Test func `a group's row within a register belongs to it`() throws {
        let lines = try lines(
            File.row(1, File.bold("Ref"), File.bold("Action"), File.bold("By")), File.row(2, File.bold("Housing")),
            File.row(3, "1", "Write", "May"), File.row(4, File.bold("Finance")), File.row(5, "2", "Ask", "June"))
        #expect(lines.first == "table of 5 rows, 1 of them header")
        #expect(lines.contains("A2: *Housing*") && lines.contains("A4: *Finance*"))
    }

    @Test func `two tables with titles on one sheet are two`() throws {
        let lines = try lines(
            File.row(1, File.bold("Open actions")), File.row(2, File.bold("Ref"), File.bold("Action")),
            File.row(3, "1", "Write"), File.row(4, "2", "Ask"), File.row(6, File.bold("Closed actions")),
            File.row(7, File.bold("Ref"), File.bold("Action"), File.bold("Closed")),
            File.row(8, "3", "Call", "May"), File.row(9, "4", "Meet", "June"))
        #expect(lines.filter { $0.hasPrefix("table") }.count == 2)
        #expect(lines.filter { $0.hasPrefix("###") } == ["### *Open actions*", "### *Closed actions*"])
    }

    @Test func `lines of a cell are paragraphs, and those behind bullets are items`() throws {
        let lines = try lines(
            File.row(1, "Ref", "Action"), File.row(2, "1", "Two steps:\n• Write\n- Ask\n–5 is no item"))
        #expect(lines.last == "B2: Two steps: / 1. [•] Write / 1. [•] Ask / –5 is no item")
    }
}
