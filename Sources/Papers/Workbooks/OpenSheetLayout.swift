/// Reads the layout of OpenDocument workbooks: .ods, its templates, and the flat form in one XML file.
struct OpenSheetLayout {
    private let name: String
    private var styles: [String: XMLElement] = [:]
    private var layout = Layout()
    private var cells = 0

    /// - Throws: `PaperError` where the file is damaged, locked, or larger than any workbook of a council.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        var reader = OpenSheetLayout(name: name)
        try reader.read(bytes)
        return reader.layout
    }

    private init(name: String) { self.name = name }

    private mutating func read(_ bytes: [UInt8]) throws(PaperError) {
        var roots: [XMLElement] = []
        if bytes.starts(with: Array("PK".utf8)) {
            let archive = try Archive(bytes, name: name) {
                $0 == "content.xml" || $0 == "styles.xml" || $0 == "META-INF/manifest.xml"
            }
            if let manifest = archive["META-INF/manifest.xml"],
                String(decoding: manifest, as: UTF8.self).contains("encryption-data")
            {
                throw .locked(name: name)
            }
            guard let content = archive["content.xml"] else {
                throw .damaged(name: name, what: "content.xml is missing")
            }
            roots.append(try XMLElement.read(content, name: name, part: "content.xml"))
            if let styles = archive["styles.xml"] {
                roots.append(try XMLElement.read(styles, name: name, part: "styles.xml"))
            }
        } else {
            roots.append(try XMLElement.read(bytes, name: name, part: "the file"))
        }
        for root in roots.reversed() {
            for group in ["office:styles", "office:automatic-styles"] {
                for style in root.first(group)?.elements ?? [] where style.name == "style:style" {
                    if let name = style["style:name"] { styles[name] = style }
                }
            }
        }
        var sheets: [Sheet] = []
        for table in roots[0].at("office:body", "office:spreadsheet")?.elements ?? [] where table.name == "table:table"
        {
            let sheet = try read(table)
            if property("table:display", of: table["table:style-name"], in: "style:table-properties") == "false" {
                if sheet.hasWords {
                    layout.notices.append(
                        Notice(
                            "The sheet “\(sheet.name)” is hidden: its \(sheet.rows.count) rows were not read. Unhide it and import again to have them read.",
                            at: Place(worksheet: sheet.name)))
                }
                continue
            }
            if let notice = sheet.hiddenNotice { layout.notices.append(notice) }
            sheets.append(sheet)
        }
        layout.elements = Elements(SheetLayout.elements(of: sheets))
    }

    // MARK: Sheets

    private mutating func read(_ table: XMLElement) throws(PaperError) -> Sheet {
        var sheet = Sheet(name: table["table:name"] ?? "Sheet")
        var columnStyles: [(upTo: Int, style: String?)] = []
        var column = 0
        var rows: [XMLElement] = []
        var open = table.elements
        open.reverse()
        while let element = open.popLast() {
            switch element.name {
            case "table:table-column":
                let count = repeats(element, "table:number-columns-repeated")
                if isHidden(element), count < 200 { sheet.hiddenColumns += column..<(column + count) }
                column += count
                columnStyles.append((column, element["table:default-cell-style-name"]))
            case "table:table-row": rows.append(element)
            case "table:table-header-rows", "table:table-rows", "table:table-row-group", "table:table-columns",
                "table:table-column-group", "table:table-header-columns":
                open += element.elements.reversed()
            default: continue
            }
        }
        var number = 0
        for element in rows {
            let count = repeats(element, "table:number-rows-repeated")
            let row = try read(element, number: number, columnStyles, into: &sheet)
            if row.cells.contains(where: { !$0.isBlank }) {
                // A row said to stand a thousand times over is a mistake of the program that wrote it.
                for copy in 0..<min(count, 1000) {
                    var row = row
                    row.number = number + copy
                    if isHidden(element) { sheet.hiddenRows.append(row.number) }
                    sheet.rows.append(row)
                }
            }
            number = min(number + count, 100_000_000)
        }
        return sheet
    }

    private mutating func read(
        _ element: XMLElement, number: Int, _ columnStyles: [(upTo: Int, style: String?)], into sheet: inout Sheet
    ) throws(PaperError) -> Sheet.Row {
        var row = Sheet.Row(number: number)
        var column = 0
        for cell in element.elements where cell.name == "table:table-cell" || cell.name == "table:covered-table-cell" {
            let count = repeats(cell, "table:number-columns-repeated")
            defer { column = min(column + count, 100_000_000) }
            guard cell.name == "table:table-cell" else { continue }
            let style =
                cell["table:style-name"] ?? element["table:default-cell-style-name"]
                ?? columnStyles.first { $0.upTo > column }?.style
            let text = Self.words(cell)
            let fill = property("fo:background-color", of: style, in: "style:table-cell-properties").flatMap {
                Colour(hex: $0)
            }
            guard !text.isEmpty || fill?.isWhite == false else { continue }
            let isBold = property("fo:font-weight", of: style, in: "style:text-properties") == "bold"
            // Colour that runs to the sheet's edge is no cell's.
            for copy in 0..<min(count, text.isEmpty ? 50 : 1000) {
                cells += 1
                guard cells <= Sheet.cellLimit else {
                    throw .bomb(name: name, what: "it has more than \(Sheet.cellLimit) cells")
                }
                row.cells.append(
                    Sheet.Cell(
                        column: column + copy, text: text, fill: fill?.isWhite == true ? nil : fill, isBold: isBold))
            }
            let (across, down) = (
                repeats(cell, "table:number-columns-spanned"), repeats(cell, "table:number-rows-spanned")
            )
            if across > 1 || down > 1 {
                sheet.merges.append(Sheet.Merge(row: number, column: column, rowSpan: down, columnSpan: across))
            }
        }
        return row
    }

    /// What a cell shows; a date is written out, as it stands in the value whatever the sheet's language.
    private static func words(_ cell: XMLElement) -> String {
        if cell["office:value-type"] == "date", let date = cell["office:date-value"].flatMap(ExcelNumber.date) {
            return date
        }
        return cell.elements.filter { $0.name == "text:p" }.map(line).joined(separator: "\n")
    }

    private static func line(_ element: XMLElement) -> String {
        var text = ""
        for child in element.children {
            switch child {
            case .text(let words): text += words
            case .element(let inner):
                switch inner.name {
                case "text:s": text += String(repeating: " ", count: min(inner["text:c"].flatMap(Int.init) ?? 1, 100))
                case "text:tab": text += " "
                case "text:line-break": text += "\n"
                case "office:annotation", "text:note": continue
                default: text += line(inner)
                }
            }
        }
        return text
    }

    // MARK: Styles

    /// A property of a style, or of one that it builds on.
    private func property(_ property: String, of style: String?, in group: String) -> String? {
        var name = style
        for _ in 0..<16 {
            guard let found = name.flatMap({ styles[$0] }) else { return nil }
            if let value = found.first(group)?[property] { return value }
            name = found["style:parent-style-name"]
        }
        return nil
    }

    private func isHidden(_ element: XMLElement) -> Bool {
        ["collapse", "filter"].contains(element["table:visibility"] ?? "")
    }

    /// How often an element stands, at least once.
    private func repeats(_ element: XMLElement, _ attribute: String) -> Int {
        max(1, min(element[attribute].flatMap(Int.init) ?? 1, 100_000_000))
    }
}
