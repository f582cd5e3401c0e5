/// How a workbook's cells are dressed: number format, fill and weight, by the number that each cell names.
struct ExcelStyles {
    private struct Style {
        var format = "General"
        var fill: Colour?
        var isBold = false
    }

    private var styles: [Style] = []
    /// Whether days are counted from 1904 instead of 1900, as workbooks from old Macintosh computers do.
    var isFrom1904 = false

    init() {}

    init(_ root: XMLElement, theme: XMLElement?) {
        let colours = ExcelColours(theme: theme)
        var formats = ExcelStyles.builtIn
        for format in root.first("numFmts")?.elements ?? [] {
            if let id = format["numFmtId"].flatMap(Int.init) { formats[id] = format["formatCode"] ?? "General" }
        }
        let bold = (root.first("fonts")?.elements ?? []).map { font in
            font.first("b").map { $0["val"] != "0" && $0["val"] != "false" } ?? false
        }
        let fills = (root.first("fills")?.elements ?? []).map { fill -> Colour? in
            guard let pattern = fill.first("patternFill"), pattern["patternType"] != "none" else { return nil }
            let isSolid = pattern["patternType"] == nil || pattern["patternType"] == "solid"
            return isSolid ? pattern.first("fgColor").flatMap(colours.colour) : nil
        }
        styles = (root.first("cellXfs")?.elements ?? []).map { xf in
            func index(_ name: String) -> Int { xf[name].flatMap(Int.init) ?? 0 }
            var style = Style(format: formats[index("numFmtId")] ?? "General")
            if fills.indices.contains(index("fillId")), fills[index("fillId")]?.isWhite == false {
                style.fill = fills[index("fillId")]
            }
            if bold.indices.contains(index("fontId")) { style.isBold = bold[index("fontId")] }
            return style
        }
    }

    func format(_ style: Int) -> String { styles.indices.contains(style) ? styles[style].format : "General" }
    func fill(_ style: Int) -> Colour? { styles.indices.contains(style) ? styles[style].fill : nil }
    func isBold(_ style: Int) -> Bool { styles.indices.contains(style) && styles[style].isBold }

    /// Formats that have a number and no code in the file (ECMA-376, part 1, 18.8.30).
    private static let builtIn: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy",
        16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
        22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
        40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    ]
}

/// Colours as workbooks name them: by their parts, by a number in a palette, or by their place in a theme.
struct ExcelColours {
    private var theme: [Colour?] = []

    init(theme: XMLElement?) {
        let scheme = theme?.at("a:themeElements", "a:clrScheme")?.elements ?? []
        self.theme = scheme.map { entry in
            entry.elements.first.flatMap { Colour(hex: $0["val"] ?? "") ?? Colour(hex: $0["lastClr"] ?? "") }
        }
        // The file lists dark before light; cells count light first.
        if self.theme.count >= 4 {
            self.theme.swapAt(0, 1)
            self.theme.swapAt(2, 3)
        }
    }

    func colour(_ element: XMLElement) -> Colour? {
        if let value = element["rgb"] { return Colour(hex: value.suffix(6)) }
        if let index = element["indexed"].flatMap(Int.init) { return ExcelColours.palette[index] }
        guard let index = element["theme"].flatMap(Int.init), theme.indices.contains(index), let base = theme[index]
        else { return nil }
        let tint = element["tint"].flatMap(Double.init) ?? 0
        func tinted(_ part: UInt8) -> UInt8 {
            let value = Double(part)
            return UInt8(min(max(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint, 0), 255))
        }
        return Colour(red: tinted(base.red), green: tinted(base.green), blue: tinted(base.blue))
    }

    /// The colours of the standard palette that are used for status (ECMA-376, part 1, 18.8.27).
    private static let palette: [Int: Colour] = [
        2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 10: "FF0000", 11: "00FF00", 12: "0000FF", 13: "FFFF00",
        16: "800000", 17: "008000", 18: "000080", 19: "808000", 22: "C0C0C0", 23: "808080", 42: "CCFFCC", 43: "FFFF99",
        45: "FF99CC", 47: "FFCC99", 50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600", 57: "339966",
    ].compactMapValues { Colour(hex: $0) }
}
