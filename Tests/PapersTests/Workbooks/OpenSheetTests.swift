import Fuzzing
import Testing

@testable import Papers

@Suite struct OpenSheetTests {
    private static let spaces =
        ["office", "text", "table", "style"].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\" " }
        .joined() + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""

    private func bytes(_ tables: String, styles: String = "", automatic: String = "") -> [UInt8] {
        let content =
            "<office:document-content \(Self.spaces)><office:automatic-styles>\(automatic)</office:automatic-styles>"
            + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
        return ZipWriter.pack([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
            (
                "styles.xml",
                "<office:document-styles \(Self.spaces)><office:styles>\(styles)</office:styles></office:document-styles>"
            ),
        ])
    }

    private func layout(_ tables: String, styles: String = "", automatic: String = "") throws -> Layout {
        try OpenSheetLayout.read(bytes(tables, styles: styles, automatic: automatic), name: "register.ods")
    }

    private func table(_ rows: String, name: String = "Sheet1", _ attributes: String = "") -> String {
        "<table:table table:name=\"\(name)\" \(attributes)>\(rows)</table:table>"
    }

    private func row(_ cells: String..., attributes: String = "") -> String {
        let made = cells.map { $0.hasPrefix("<") ? $0 : cell($0) }.joined()
        return "<table:table-row \(attributes)>\(made)</table:table-row>"
    }

    private func cell(_ text: String, _ attributes: String = "") -> String {
        "<table:table-cell \(attributes)>" + (text.isEmpty ? "" : "<text:p>\(text)</text:p>") + "</table:table-cell>"
    }

    @Test func `cells and rows that repeat stand as often as they say, and keep their addresses`() throws {
        let rows =
            row("Ref", cell("", "table:number-columns-repeated=\"2\""), "By")
            + row(cell("x", "table:number-columns-repeated=\"2\""), attributes: "table:number-rows-repeated=\"2\"")
            + row("", attributes: "table:number-rows-repeated=\"1000000\"") + row("1", "2")
        #expect(
            try layout(table(rows)).lines == [
                "table of 3 rows, 0 of them header", "A1: Ref", "D1: By", "A2: x", "B2: x", "A3: x", "B3: x",
                "table of 1 rows, 0 of them header", "A1000004: 1", "B1000004: 2",
            ])
    }

    @Test func `cells that span cover others, which are not read`() throws {
        let covered = "<table:covered-table-cell><text:p>old</text:p></table:covered-table-cell>"
        let rows =
            row("Ref", "Action", "By")
            + row(cell("Wide", "table:number-columns-spanned=\"2\""), covered, "May")
            + row(cell("Tall", "table:number-rows-spanned=\"2\""), "b", "c") + row(covered, "d", "e")
        #expect(
            try layout(table(rows)).lines.dropFirst(4) == [
                "A2 2x1: Wide", "C2: May", "A3 1x2: Tall", "B3: b", "C3: c", "B4: d", "C4: e",
            ])
    }

    @Test func `fill and weight come from a cell's style, its parents, its row's or its column's`() throws {
        let styles =
            "<style:style style:name=\"Red\"><style:table-cell-properties fo:background-color=\"#ff0000\"/></style:style>"
        let automatic =
            "<style:style style:name=\"ce1\" style:parent-style-name=\"Red\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
            + "<style:style style:name=\"ce2\"><style:table-cell-properties fo:background-color=\"#ffc000\"/></style:style>"
            + "<style:style style:name=\"ce3\" style:parent-style-name=\"Red\"><style:table-cell-properties fo:background-color=\"transparent\"/></style:style>"
        let columns =
            "<table:table-column/><table:table-column table:number-columns-repeated=\"2\" table:default-cell-style-name=\"ce2\"/>"
        let rows =
            row(cell("a", "table:style-name=\"ce1\""), "b", cell("c", "table:style-name=\"ce3\""))
            + row("d", "e", "f", attributes: "table:default-cell-style-name=\"ce1\"")
        #expect(
            try layout(table(columns + rows), styles: styles, automatic: automatic).lines.dropFirst() == [
                "A1 #FF0000: *a*", "B1 #FFC000: b", "C1: c", "A2 #FF0000: *d*", "B2 #FF0000: *e*", "C2 #FF0000: *f*",
            ])
    }

    @Test func `rows that a filter hides are read and reported`() throws {
        let hidden = "table:visibility=\"filter\""
        let rows =
            "<table:table-column table:visibility=\"collapse\"/><table:table-column/>"
            + "<table:table-header-rows>\(row("Ref", "Action"))</table:table-header-rows>"
            + "<table:table-row-group>\(row("1", "Write", attributes: hidden))</table:table-row-group>"
            + row("2", "Ask", attributes: hidden) + row("3", "Call")
        let layout = try layout(table(rows))
        #expect(
            layout.messages == [
                "On the sheet “Sheet1”, rows 2–3 and column A are hidden; they were read all the same."
            ])
        #expect(layout.lines.contains("B2: Write") && layout.lines.contains("B4: Call"))
    }

    @Test func `a hidden table is not read but reported`() throws {
        let automatic =
            "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"
        let layout = try layout(
            table(row("a", "b"), name: "Open") + table(row("c", "d"), name: "Lists", "table:style-name=\"ta2\""),
            automatic: automatic)
        #expect(
            layout.messages == [
                "The sheet “Lists” is hidden: its 1 rows were not read. Unhide it and import again to have them read."
            ])
        #expect(layout.lines == ["## Open", "table of 1 rows, 0 of them header", "A1: a", "B1: b"])
    }

    @Test func `dates are written out from their value, and all else as it is shown`() throws {
        let rows = row(
            cell("30/04/26", "office:value-type=\"date\" office:date-value=\"2026-04-30\""),
            cell("x", "office:value-type=\"date\" office:date-value=\"2026-04-30T18:00:00\""),
            cell("£1,250", "office:value-type=\"currency\" office:value=\"1250\""),
            cell("13%", "office:value-type=\"percentage\" office:value=\"0.125\""),
            "<table:table-cell><text:p>One<text:s text:c=\"2\"/>two</text:p><office:annotation><text:p>no</text:p></office:annotation><text:p>Three</text:p></table:table-cell>"
        )
        #expect(
            try layout(table(rows)).lines.dropFirst() == [
                "A1: 30 April 2026", "B1: 30 April 2026", "C1: £1,250", "D1: 13%", "E1: One  two / Three",
            ])
    }

    @Test func `the kind of file is told from its parts`() async throws {
        let paper = try await PaperReaders.read(bytes(table(row("Ref", "Action") + row("1", "Write"))), name: "a.bin")
        #expect(paper.format == .openSheet)
        let row = try #require(paper.tables.first?.rows.last)
        #expect(row.addresses.first == CellAddress("A2"))
        #expect(paper.place(ofLine: row.line).worksheet == "Sheet1")
    }
}
