import Testing

@testable import Papers

/// What a cell shows: words, numbers, dates and colours.
@Suite struct ExcelCellTests {
    /// What each cell of the first row shows, its table's first line and address left out.
    private func shown(_ file: ExcelFile) throws -> [String] {
        try file.layout().lines.dropFirst().map { String($0.split(separator: ": ", maxSplits: 1).last ?? "") }
    }

    /// What a number shows in a format code.
    private func shown(_ number: String, in format: String, isFrom1904: Bool = false) throws -> String? {
        var file = ExcelFile(ExcelFile.row(1, "Label", ExcelFile.number(number, style: 2)))
        file.styles = ExcelFile.styles(formats: [format])
        file.isFrom1904 = isFrom1904
        return try shown(file).last
    }

    @Test func `words are shared, in several styles, or the cell's own; how they are pronounced is left out`() throws {
        var file = ExcelFile(
            ExcelFile.row(
                1, "<c r=\"@\" t=\"s\"><v>0</v></c>", "<c r=\"@\" t=\"s\"><v>1</v></c>", "Own &amp; only",
                "<c r=\"@\" t=\"inlineStr\"><is><r><t>In </t></r><r><rPr><b/></rPr><t>parts</t></r></is></c>",
                "<c r=\"@\" t=\"s\"><v>9</v></c>", "<c r=\"@\" t=\"s\"><v>2</v></c>"))
        file.strings = [
            "<t>Shared</t>", "<r><t xml:space=\"preserve\">Rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh>",
            "<t>a_x0009_b_x zero</t>",
        ]
        #expect(try shown(file) == ["Shared", "Rich text", "Own & only", "In parts", "a\tb_x zero"])
    }

    @Test func `a formula shows the value it last had`() throws {
        let file = ExcelFile(
            ExcelFile.row(
                1, "<c r=\"@\" t=\"str\"><f>A2&amp;\"x\"</f><v>Joined</v></c>",
                "<c r=\"@\"><f>SUM(B2:B9)</f><v>12</v></c>", "<c r=\"@\" t=\"b\"><f>1=1</f><v>1</v></c>",
                "<c r=\"@\" t=\"b\"><v>0</v></c>", "<c r=\"@\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"))
        #expect(try shown(file) == ["Joined", "12", "TRUE", "FALSE", "#DIV/0!"])
    }

    @Test func `a cell without an address stands beside the one before it`() throws {
        let file = ExcelFile(
            "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c></row>"
                + "<row><c><v>6</v></c></row>")
        let lines = try file.layout().lines
        #expect(lines == ["table of 1 rows, 0 of them header", "A1: a", "D1: 4", "E1: 5", "6"])
    }

    @Test(arguments: [
        ("46142", "dd/mm/yyyy", "30 April 2026"), ("46142", "d-mmm-yy", "30 April 2026"),
        ("46142", "mmm-yy", "April 2026"), ("46142", "mmmm yyyy", "April 2026"), ("46142", "yyyy", "2026"),
        ("46142", "[$-809]dd mmmm yyyy;@", "30 April 2026"), ("46142.75", "dd/mm/yyyy hh:mm", "30 April 2026 18:00"),
        ("0.5", "hh:mm", "12:00"), ("59", "dd/mm/yyyy", "28 February 1900"), ("61", "dd/mm/yyyy", "1 March 1900"),
        ("45351", "dd/mm/yyyy", "29 February 2024"), ("46142", "yyyy-mm-dd", "30 April 2026"),
        ("46142", "dddd d mmmm", "30 April 2026"),
    ]) func `dates are written out, whatever the format shows of them`(
        number: String, format: String, words: String
    ) throws {
        #expect(try shown(number, in: format) == words)
    }

    @Test(arguments: [
        (14, "30 April 2026"), (15, "30 April 2026"), (16, "30 April 2026"), (17, "April 2026"),
        (22, "30 April 2026"), (9, "4614200%"), (3, "46,142"), (4, "46,142.00"), (0, "46142"),
    ])
    func
        `built-in formats are known by their number`(id: Int, words: String) throws
    {
        var file = ExcelFile(ExcelFile.row(1, "Label", ExcelFile.number("46142", style: 1)))
        file.styles = "<cellXfs><xf/><xf numFmtId=\"\(id)\"/></cellXfs>"
        #expect(try shown(file).last == words)
    }

    @Test func `a workbook may count its days from 1904`() throws {
        #expect(try shown("44680", in: "dd/mm/yyyy", isFrom1904: true) == "30 April 2026")
        #expect(try shown("0", in: "dd/mm/yyyy", isFrom1904: true) == "1 January 1904")
    }

    @Test(arguments: [
        ("0.125", "0.0%", "12.5%"), ("1234567.5", "£#,##0", "£1,234,568"), ("1234.5", "\"£\"#,##0.00", "£1,234.50"),
        ("-250", "#,##0;(#,##0)", "(250)"), ("-250", "£#,##0;[Red](£#,##0)", "(£250)"),
        ("-250", "#,##0_);[Red]\\(#,##0\\)", "(250)"), ("-250", "£#,##0;-£#,##0", "-£250"),
        ("1250", "_-£* #,##0_-;-£* #,##0_-;_-£* \"-\"??_-;_-@_-", "£1,250"), ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"), ("1234567890123", "General", "1234567890123"),
        ("-0.0", "0", "0"), ("7", "@", "7"),
    ]) func `numbers are shown as the sheet shows them`(number: String, format: String, words: String) throws {
        #expect(try shown(number, in: format) == words)
    }

    @Test(arguments: [
        ("0.125", "0%", "13%"), ("2.5", "0", "3"), ("-1234.5", "[$£-809]#,##0.00", "-£1,234.50"),
        ("-0.004", "0.00", "0.00"), ("2500000", "£0.0,,\"m\"", "£2.5m"), ("12500", "#,##0,\"k\"", "13k"),
        ("7", "0\" days\"", "7 days"), ("7", "\"R\"0", "R7"), ("7", "000", "007"), ("1.5", "0.##", "1.5"),
        ("0", "0;-0;\"nil\"", "nil"),
    ]) func `words, scales and roundings of a format are followed`(
        number: String, format: String, words: String
    ) throws {
        let shown = try shown(number, in: format)
        withKnownIssue("Only the first section of a format is followed so far.", isIntermittent: true) {
            #expect(shown == words)
        }
    }

    @Test func `fills are given by their parts, by a palette or by a theme's colour and tint`() throws {
        let fills = [
            "rgb=\"FFFF0000\"", "indexed=\"11\"", "theme=\"4\"", "theme=\"4\" tint=\"0.5\"",
            "theme=\"4\" tint=\"-0.5\"",
            "theme=\"0\"", "rgb=\"FFFFFFFF\"", "auto=\"1\"",
        ]
        var file = ExcelFile(
            "<row r=\"1\">"
                + fills.indices.map { index in
                    ExcelFile.words("x", style: 2 + index)
                        .replacing("@", with: CellAddress(column: index, row: 0).description)
                }.joined() + "</row>")
        file.styles = ExcelFile.styles(fills: fills)
        file.theme = """
            <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
            <a:dk2><a:srgbClr val="111111"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2>
            <a:accent1><a:srgbClr val="4080C0"/></a:accent1>
            """
        #expect(
            try file.layout().lines.dropFirst() == [
                "A1 #FF0000: x", "B1 #00FF00: x", "C1 #4080C0: x", "D1 #9FBFDF: x", "E1 #204060: x", "F1: x", "G1: x",
                "H1: x",
            ])
    }
}
