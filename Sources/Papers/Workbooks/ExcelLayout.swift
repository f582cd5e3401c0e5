/// Reads the layout of Excel workbooks: .xlsx, .xlsm and the templates of both.
struct ExcelLayout {
    private let name: String
    private let archive: Archive
    private var layout = Layout()

    /// - Throws: `PaperError` where the file is damaged, naming the part, or larger than any workbook of a council.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        var reader = try ExcelLayout(bytes, name: name)
        try reader.read()
        return reader.layout
    }

    private init(_ bytes: [UInt8], name: String) throws(PaperError) {
        self.name = name
        archive = try Archive(bytes, name: name) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
    }

    private mutating func read() throws(PaperError) {
        let main = try relations(of: "").first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
        let workbook = try part(main)
        let relations = try relations(of: main)
        func target(_ kind: String) -> [UInt8]? {
            relations.first { $0.type.hasSuffix(kind) }.flatMap { archive[$0.target] }
        }
        let strings = try target("/sharedStrings").map { bytes throws(PaperError) in
            try ExcelStrings.read(bytes, name: name)
        }
        var styles = ExcelStyles()
        if let bytes = target("/styles") {
            let theme = try target("/theme").map { bytes throws(PaperError) in
                try XMLElement.read(bytes, name: name, part: "the theme")
            }
            styles = ExcelStyles(try XMLElement.read(bytes, name: name, part: "styles.xml"), theme: theme)
        }
        styles.isFrom1904 = ["1", "true"].contains(workbook.first("workbookPr")?["date1904"] ?? "")
        var sheets: [Sheet] = []
        var cells = 0
        for entry in workbook.first("sheets")?.elements ?? [] {
            let sheetName = entry["name"] ?? "Sheet"
            guard let path = relations.first(where: { $0.id == entry["r:id"] })?.target, let bytes = archive[path]
            else {
                throw .damaged(name: name, what: "the sheet “\(sheetName)” is missing")
            }
            // Charts on sheets of their own hold no cells.
            guard path.contains("worksheets/") else { continue }
            let sheet = try ExcelSheetReader.read(
                bytes, name: name, sheet: sheetName, strings: strings ?? [], styles: styles, cells: &cells)
            if entry["state"] == "hidden" || entry["state"] == "veryHidden" {
                if sheet.hasWords {
                    layout.notices.append(
                        Notice(
                            "The sheet “\(sheetName)” is hidden: its \(sheet.rows.count) rows were not read. Unhide it and import again to have them read.",
                            at: Place(worksheet: sheetName)))
                }
                continue
            }
            layout.notices += [sheet.hiddenNotice, sheet.formulaNotice].compactMap { $0 }
            sheets.append(sheet)
        }
        layout.elements = Elements(SheetLayout.elements(of: sheets))
    }

    // MARK: Parts

    private struct Relation {
        var id: String
        var type: String
        var target: String
    }

    private func part(_ path: String) throws(PaperError) -> XMLElement {
        guard let bytes = archive[path] else { throw .damaged(name: name, what: "\(path) is missing") }
        return try XMLElement.read(bytes, name: name, part: path)
    }

    /// What a part points to; targets as whole paths within the archive.
    private func relations(of path: String) throws(PaperError) -> [Relation] {
        var folder = path.split(separator: "/").map(String.init)
        let file = folder.popLast() ?? ""
        guard let bytes = archive[(folder + ["_rels", file + ".rels"]).joined(separator: "/")] else { return [] }
        let root = try XMLElement.read(bytes, name: name, part: "\(file).rels")
        return root.elements.map { element in
            let target = element["Target"] ?? ""
            var parts = target.hasPrefix("/") ? [] : folder
            for step in target.split(separator: "/") {
                if step == ".." { _ = parts.popLast() } else if step != "." { parts.append(String(step)) }
            }
            return Relation(
                id: element["Id"] ?? "", type: element["Type"] ?? "", target: parts.joined(separator: "/"))
        }
    }
}
