import Papers

/// Forms that hold tables within a table: "Planned activities | Who | Date due" in the midst of a highlight report.
enum TableParts {
    /// The tables that begin at a header row inside another; their rows are taken out of it.
    static func split(_ table: inout ReadTable, lexicon: Lexicon) -> [ReadTable] {
        guard table.rows.count >= 3, table.roles.count >= 3 else { return [] }
        var parts: [ReadTable] = []
        var kept: [TableRow] = []
        var current: ReadTable?
        for row in table.rows {
            if let roles = headerRoles(row, lexicon) {
                if let part = current { parts.append(part) }
                var part = table
                part.roles = roles
                part.headers = table.roles.indices.map { row[$0].text }
                part.rows = []
                part.headerLines = [row.line]
                part.kind = TableSense.kind(of: part, section: nil, lexicon: lexicon)
                current = part
            } else if current != nil, row.cells.filter({ !$0.isBlank }).count > 1, !namesColumns(row, lexicon) {
                current?.rows.append(row)
            } else {
                if let part = current { parts.append(part) }
                current = nil
                kept.append(row)
            }
        }
        if let part = current { parts.append(part) }
        parts = parts.filter { !$0.rows.isEmpty && $0.kind != .unknown }
        guard !parts.isEmpty else { return [] }
        let taken = Set(parts.flatMap { $0.rows.map(\.line) + $0.headerLines })
        table.rows = table.rows.filter { !taken.contains($0.line) }
        return parts
    }

    /// Whether every filled cell names a column: another part of the form begins.
    private static func namesColumns(_ row: TableRow, _ lexicon: Lexicon) -> Bool {
        row.cells.allSatisfy { $0.isBlank || lexicon.columns.match($0.text.trimmed("*: ")) != nil }
    }

    /// What the cells of a row name, where the row is a header: a date, an owner or a rating among them.
    private static func headerRoles(_ row: TableRow, _ lexicon: Lexicon) -> [Role?]? {
        let filled = row.cells.filter { !$0.isBlank }
        guard filled.count >= 3, filled.allSatisfy({ $0.text.wordCount <= 6 && $0.text.utf8.last != UInt8(ascii: ":") })
        else {
            return nil
        }
        let roles = row.cells.map { $0.isBlank ? nil : HeaderSense.role(of: $0.text, lexicon) }
        let known = roles.compactMap { $0 }
        guard known.count == filled.count, Set(known).count == known.count else { return nil }
        return known.contains { [.timescale, .owner, .likelihood, .score].contains($0) } ? roles : nil
    }
}
