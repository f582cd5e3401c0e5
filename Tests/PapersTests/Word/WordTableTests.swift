import Testing

@testable import Papers

@Suite struct WordTableTests {
    private func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.paragraph(text))</w:tc>"
    }

    private func row(_ cells: String, _ properties: String = "") -> String {
        "<w:tr><w:trPr>\(properties)</w:trPr>\(cells)</w:tr>"
    }

    @Test func `cells span columns and rows, and those below keep their columns`() throws {
        let body =
            "<w:tbl>" + row(cell("Wide", "<w:gridSpan w:val=\"2\"/>") + cell("C"), "<w:tblHeader/>")
            + row(cell("Tall", "<w:vMerge w:val=\"restart\"/>") + cell("b2") + cell("c2"))
            + row(cell("", "<w:vMerge/>") + cell("b3") + cell("c3")) + row(cell("late"), "<w:gridBefore w:val=\"1\"/>")
            + "</w:tbl>"
        #expect(
            try WordFile(body).layout().lines == [
                "table of 4 rows, 1 of them header", "A1 2x1: Wide", "C1: C", "A2 1x2: Tall", "B2: b2", "C2: c2",
                "B3: b3",
                "C3: c3", "B4: late",
            ])
    }

    @Test func `fills are read from the cell and from the theme, and white is none`() throws {
        var file = WordFile(
            "<w:tbl>"
                + row(
                    cell("Red", "<w:shd w:val=\"clear\" w:fill=\"FF0000\"/>")
                        + cell("White", "<w:shd w:fill=\"FFFFFF\"/>")
                        + cell("Auto", "<w:shd w:fill=\"auto\"/>") + cell("Theme", "<w:shd w:themeFill=\"accent6\"/>")
                        + cell("Half", "<w:shd w:themeFill=\"accent6\" w:themeFillTint=\"80\"/>")
                        + cell("Solid", "<w:shd w:val=\"solid\" w:color=\"00B050\" w:fill=\"FFFFFF\"/>")) + "</w:tbl>")
        file.others = [
            (
                "theme", "theme1.xml",
                "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements><a:clrScheme>"
                    + "<a:accent6><a:srgbClr val=\"70AD00\"/></a:accent6></a:clrScheme></a:themeElements></a:theme>"
            )
        ]
        #expect(
            try file.layout().lines.dropFirst() == [
                "A1 #FF0000: Red", "B1: White", "C1: Auto", "D1 #70AD00: Theme", "E1 #B7D57F: Half",
                "F1 #00B050: Solid",
            ])
    }

    @Test func `a status may be marked with the highlighter, over all of a cell's words`() throws {
        let red = "<w:r><w:rPr><w:highlight w:val=\"red\"/></w:rPr><w:t>At risk</w:t></w:r>"
        let body =
            "<w:tbl>"
            + row(
                "<w:tc><w:p>\(red)</w:p></w:tc><w:tc><w:p>\(red)<w:r><w:t> now</w:t></w:r></w:p></w:tc>"
                    + "<w:tc>\(WordFile.paragraph("Done", "<w:shd w:fill=\"00B050\"/>"))</w:tc>") + "</w:tbl>"
        #expect(
            try WordFile(body).layout().lines.dropFirst() == [
                "A1 #FF0000: At risk", "B1: At risk now", "C1 #00B050: Done",
            ])
    }

    @Test func `a table within a cell is read row by row; one within a frame is a table of its own`() throws {
        let inner = "<w:tbl>" + row(cell("i1") + cell("i2")) + row(cell("i3") + cell("i4")) + "</w:tbl>"
        let nested = "<w:tbl>" + row(cell("a") + "<w:tc>\(inner)\(WordFile.paragraph("after"))</w:tc>") + "</w:tbl>"
        #expect(
            try WordFile(nested).layout().lines == [
                "table of 1 rows, 0 of them header", "A1: a", "B1: i1 / i2 / i3 / i4 / after",
            ])
        let framed = "<w:tbl>" + row("<w:tc>\(WordFile.paragraph("Title"))\(inner)</w:tc>") + "</w:tbl>"
        #expect(
            try WordFile(framed).layout().lines == [
                "Title", "table of 2 rows, 0 of them header", "A1: i1", "B1: i2", "A2: i3", "B2: i4",
            ])
    }

    @Test func `rows in forms, cells merged the older way, and items in cells are read`() throws {
        let form = "<w:sdt><w:sdtContent>\(row(cell("a") + cell("b") + cell("c")))</w:sdtContent></w:sdt>"
        let item = "<w:tc>\(WordFile.paragraph("Do", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"))</w:tc>"
        var file = WordFile(
            "<w:tbl>\(form)"
                + row(cell("Wide", "<w:hMerge w:val=\"restart\"/>") + cell("", "<w:hMerge/>") + item) + "</w:tbl>")
        file.numbering = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """
        #expect(
            try file.layout().lines.dropFirst() == ["A1: a", "B1: b", "C1: c", "A2 2x1: Wide", "C2: 1. [1)] Do"])
    }

    @Test func `spans beyond any table are cut`() throws {
        let body =
            "<w:tbl>" + row(cell("a", "<w:gridSpan w:val=\"2000000000\"/>") + cell("b"))
            + row(cell("c", "<w:gridSpan w:val=\"-7\"/>") + cell("d")) + "</w:tbl>"
        #expect(try WordFile(body).layout().lines.dropFirst() == ["A1 1000x1: a", "A2: c", "B2: d"])
    }
}
