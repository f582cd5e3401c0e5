extension Source {
    /// Where to look, for people: "page 14 (sheet 16), table 3, row 2", "worksheet Actions, cell B7", "table 2,
    /// row 1, line 160".
    public var words: String {
        var parts: [String] = []
        if let page {
            parts.append("page \(page)" + (sheet.map { $0 == page ? "" : " (sheet \($0))" } ?? ""))
        } else if let sheet {
            parts.append("sheet \(sheet)")
        }
        // Comma-separated values are a worksheet without a name.
        if let worksheet, !worksheet.isEmpty { parts.append("worksheet \(worksheet)") }
        if worksheet != nil, let cell {
            parts.append("cell \(cell)")
        } else {
            parts += [table.map { "table \($0)" }, row.map { "row \($0)" }].compactMap { $0 }
        }
        // Lines are counted in plain text only, which knows no sheets and cells; of anything else they are those of its
        // transcript, and help only where nothing better is known.
        if sheet == nil, worksheet == nil, cell == nil { parts.append("line \(line)") }
        return parts.joined(separator: ", ")
    }
}
