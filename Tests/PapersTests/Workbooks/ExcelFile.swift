import Fuzzing

@testable import Papers

/// An Excel workbook made of the parts that a test names.
struct ExcelFile {
    struct Worksheet {
        var name: String
        /// What stands in its `sheetData`.
        var rows: String
        /// What stands behind it, such as merged cells.
        var after = ""
        var before = ""
        var state: String?
    }

    var sheets: [Worksheet]
    /// Entries of the shared strings.
    var strings: [String] = []
    /// What stands in the style sheet.
    var styles = ""
    var theme = ""
    var isFrom1904 = false

    init(_ rows: String, after: String = "", before: String = "") {
        sheets = [Worksheet(name: "Sheet1", rows: rows, after: after, before: before)]
    }

    init(sheets: [Worksheet]) { self.sheets = sheets }

    /// A row of words from column A on. An empty string is no cell; what begins with `<c` is a cell's own XML, in which
    /// `@` stands for its address.
    static func row(_ number: Int, _ cells: String..., attributes: String = "") -> String {
        let made = cells.enumerated().map { column, text in
            let address = CellAddress(column: column, row: number - 1)
            if text.isEmpty { return "" }
            if text.hasPrefix("<c") { return text.replacing("@", with: address.description) }
            return "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(number)\" \(attributes)>\(made.joined())</row>"
    }

    /// Bold words.
    static func bold(_ text: String) -> String { words(text, style: 1) }

    static func words(_ text: String, style: Int) -> String {
        "<c r=\"@\" s=\"\(style)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    static func number(_ value: String, style: Int = 0) -> String { "<c r=\"@\" s=\"\(style)\"><v>\(value)</v></c>" }

    /// A style sheet whose style 0 is plain and 1 bold; then one for each number format, then one for each fill.
    static func styles(formats: [String] = [], fills: [String] = []) -> String {
        let made = formats.enumerated().map { index, code in
            let code = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            return "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
        }
        let patterns = fills.map { "<fill><patternFill patternType=\"solid\"><fgColor \($0)/></patternFill></fill>" }
        let styles =
            formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
            + fills.indices.map { "<xf fillId=\"\(2 + $0)\"/>" }
        return "<numFmts>\(made.joined())</numFmts><fonts><font/><font><b/></font></fonts>"
            + "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + "\(patterns.joined())</fills><cellXfs><xf/><xf fontId=\"1\"/>\(styles.joined())</cellXfs>"
    }

    var bytes: [UInt8] {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        func relation(_ id: String, _ kind: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(type)\(kind)\" Target=\"\(target)\"/>"
        }
        var relations = relation("st", "styles", "styles.xml") + relation("ss", "sharedStrings", "sharedStrings.xml")
        if !theme.isEmpty { relations += relation("th", "theme", "theme/theme1.xml") }
        var list = ""
        for (index, sheet) in sheets.enumerated() {
            relations += relation("r\(index)", "worksheet", "/xl/worksheets/sheet\(index).xml")
            let state = sheet.state.map { "state=\"\($0)\"" } ?? ""
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\" \(state)/>"
        }
        let workbook =
            "<workbook \(main) xmlns:r=\"\(type.dropLast())\"><workbookPr date1904=\"\(isFrom1904 ? 1 : 0)\"/>"
            + "<sheets>\(list)</sheets></workbook>"
        let entries = strings.map { "<si>\($0)</si>" }.joined()
        var files = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(space)\">\(relation("a", "officeDocument", "xl/workbook.xml"))</Relationships>"
            ),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(space)\">\(relations)</Relationships>"),
            ("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"),
            ("xl/sharedStrings.xml", "<sst \(main)>\(entries)</sst>"),
        ]
        if !theme.isEmpty {
            files.append(
                (
                    "xl/theme/theme1.xml",
                    "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements>"
                        + "<a:clrScheme>\(theme)</a:clrScheme></a:themeElements></a:theme>"
                ))
        }
        for (index, sheet) in sheets.enumerated() {
            files.append(
                (
                    "xl/worksheets/sheet\(index).xml",
                    "<worksheet \(main)>\(sheet.before)<sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>"
                ))
        }
        return ZipWriter.pack(files.map { (name: $0.0, text: $0.1) })
    }

    func layout() throws -> Layout { try ExcelLayout.read(bytes, name: "register.xlsx") }
    func paper() async throws -> Paper { try await PaperReaders.read(bytes, name: "register.xlsx") }
}
