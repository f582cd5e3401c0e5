/// Reads the cells of one worksheet, piece by piece: a sheet may have hundreds of thousands of rows.
struct ExcelSheetReader {
    private let strings: [String]
    private let styles: ExcelStyles
    private var sheet: Sheet
    private var row = Sheet.Row(number: -1)
    private var cell = Sheet.Cell(column: -1)
    private var kind = "n"
    private var style = 0
    private var value = ""
    private var hasFormula = false
    private var inValue = false
    private var inPhonetic = false

    /// - Parameter cells: How many cells of the workbook were read so far.
    static func read(
        _ bytes: [UInt8], name: String, sheet: String, strings: [String], styles: ExcelStyles, cells: inout Int
    ) throws(PaperError) -> Sheet {
        var reader = ExcelSheetReader(strings: strings, styles: styles, sheet: Sheet(name: sheet))
        let pull = try XMLPull(bytes, name: name, part: "the sheet “\(sheet)”")
        while let piece = try pull.next() {
            switch piece {
            case .start(let element, let attributes): reader.start(element, attributes)
            case .text(let words): if reader.inValue { reader.value += words }
            case .end(let element):
                if element == "c" {
                    cells += 1
                    guard cells <= Sheet.cellLimit else {
                        throw .bomb(name: name, what: "it has more than \(Sheet.cellLimit) cells")
                    }
                }
                reader.end(element)
            }
        }
        return reader.sheet
    }

    private init(strings: [String], styles: ExcelStyles, sheet: Sheet) {
        self.strings = strings
        self.styles = styles
        self.sheet = sheet
    }

    private mutating func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row":
            // A number left out is that of the next row.
            let number = attributes["r"].flatMap(Int.init).map { max($0, 0) - 1 } ?? row.number + 1
            row = Sheet.Row(number: min(number, 2_000_000))
            if Self.isSet(attributes["hidden"]) { sheet.hiddenRows.append(row.number) }
            cell = Sheet.Cell(column: -1)
        case "c":
            let column = attributes["r"].flatMap { CellAddress($0)?.column } ?? cell.column + 1
            cell = Sheet.Cell(column: column)
            kind = attributes["t"] ?? "n"
            style = attributes["s"].flatMap(Int.init) ?? 0
            value = ""
            hasFormula = false
        case "f": hasFormula = true
        case "v", "t": inValue = !inPhonetic
        case "rPh": inPhonetic = true
        case "mergeCell": merge(attributes["ref"] ?? "")
        case "col":
            guard Self.isSet(attributes["hidden"]), let first = attributes["min"].flatMap(Int.init),
                let last = attributes["max"].flatMap(Int.init), first >= 1, last >= first, last - first < 200
            else { return }
            sheet.hiddenColumns += (first - 1)...(last - 1)
        default: return
        }
    }

    private mutating func end(_ element: String) {
        switch element {
        case "v", "t": inValue = false
        case "rPh": inPhonetic = false
        case "c":
            cell.text = words()
            cell.fill = styles.fill(style)
            cell.isBold = styles.isBold(style)
            if hasFormula, value.isEmpty, cell.column >= 0, row.number >= 0, sheet.blankFormulas.count < 1000 {
                sheet.blankFormulas.append(CellAddress(column: cell.column, row: row.number))
            }
            if !cell.isBlank || cell.fill != nil, row.number >= 0, cell.column >= 0 { row.cells.append(cell) }
        case "row": if row.cells.contains(where: { !$0.isBlank }) { sheet.rows.append(row) }
        default: return
        }
    }

    /// What a cell shows.
    private func words() -> String {
        switch kind {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return "" }
            return strings[index]
        case "str", "inlineStr": return ExcelStrings.unescaped(value)
        case "b": return value == "1" ? "TRUE" : value.isEmpty ? "" : "FALSE"
        case "e": return value
        case "d": return ExcelNumber.date(iso: value) ?? value
        default:
            guard let number = Double(value) else { return value }
            return ExcelNumber.text(number, format: styles.format(style), isFrom1904: styles.isFrom1904)
        }
    }

    private mutating func merge(_ range: String) {
        let ends = range.split(separator: ":")
        guard ends.count == 2, let first = CellAddress(ends[0]), let last = CellAddress(ends[1]),
            last.row >= first.row, last.column >= first.column
        else { return }
        sheet.merges.append(
            Sheet.Merge(
                row: first.row, column: first.column, rowSpan: last.row - first.row + 1,
                columnSpan: last.column - first.column + 1))
    }

    private static func isSet(_ value: String?) -> Bool { value == "1" || value == "true" }
}
