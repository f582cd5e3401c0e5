import Papers
import Register

/// Rows whose cells slipped to the left at a page break are read by what they say (rule 11 of the finding contract).
enum SlippedRows {
    static func mend(_ table: ReadTable, heading: String?, lexicon: Lexicon) -> [TableRow] {
        var rows = table.rows
        guard let action = table.column(.action) ?? table.column(.response) else { return rows }
        if let dates = table.column(.timescale), dates > 0 {
            for index in rows.indices {
                shiftWhole(&rows[index], dates: dates, owners: table.column(.owner), lexicon: lexicon)
            }
        }
        guard action >= 2, table.roles[..<action].allSatisfy({ $0 != nil && $0 != .number }) else { return rows }
        let theme = Words.key(heading ?? "")
        let printed = rows.filter { !$0[0].isBlank }.map { Words.key($0[0].text) }
        let standsUnderOneTheme = printed.first == theme
        let rest = [table.column(.timescale), table.column(.owner)].compactMap { $0 }
        // The column left of the action stands empty while the first holds what no theme says.
        shiftRuns(&rows, gap: action - 1, atLeast: 1) { row in
            row[action - 1].isBlank && !row[action].isBlank && row.cells[..<(action - 1)].contains { !$0.isBlank }
        } confirmed: { run in
            guard action >= 3 else { return false }
            let themes = Set(run.filter { !$0[0].isBlank }.map { Words.key($0[0].text) })
            // A lone row has slipped where the plan's other rows all stand under the one theme that heads them.
            return run.count > 1 && themes.count >= 2
                || standsUnderOneTheme && !themes.isEmpty && !themes.contains(theme)
                    && run.allSatisfy { !$0[1].isBlank || $0[0].isBlank }
        }
        // The action column itself stands empty over several rows that have a date or an owner.
        shiftRuns(&rows, gap: action, atLeast: 3) { row in
            row[action].isBlank && !row[action - 1].isBlank && rest.contains { !row[$0].isBlank }
        } confirmed: { _ in
            true
        }
        return rows
    }

    /// Moves a row one to the right where its date and owner stand one column too far left.
    private static func shiftWhole(_ row: inout TableRow, dates: Int, owners: Int?, lexicon: Lexicon) {
        func score(_ shift: Int) -> Int {
            var score = 0
            let date = row[dates + shift]
            if !date.isBlank { score += ColumnEvidence.isTimescale(date.text) ? 2 : -1 }
            if let owners {
                let owner = row[owners + shift]
                if !owner.isBlank { score += Owners.resembles(owner.text, lexicon) ? 1 : -1 }
            }
            return score
        }
        guard row.cells.last?.isBlank ?? true || row.cells.count <= max(dates, owners ?? 0), score(-1) >= score(0) + 2
        else { return }
        row.cells.insert(Cell(), at: 0)
        if row.cells.last?.isBlank == true { row.cells.removeLast() }
    }

    /// Moves the cells left of a gap one to the right, in runs of rows on one sheet.
    private static func shiftRuns(
        _ rows: inout [TableRow], gap: Int, atLeast: Int, where slips: (TableRow) -> Bool,
        confirmed: ([TableRow]) -> Bool
    ) {
        var start = 0
        while start < rows.count {
            var end = start
            while end < rows.count, rows[end].run == rows[start].run,
                slips(rows[end]) || (end > start && isBlankLeft(rows[end], gap))
            {
                end += 1
            }
            if end - start >= atLeast, confirmed(Array(rows[start..<end])) {
                for index in start..<end where gap < rows[index].cells.count {
                    rows[index].cells.remove(at: gap)
                    rows[index].cells.insert(Cell(), at: 0)
                }
            }
            start = max(end, start + 1)
        }
    }

    /// A row with nothing left of the gap belongs to the run that it stands in.
    private static func isBlankLeft(_ row: TableRow, _ gap: Int) -> Bool {
        (0...gap).allSatisfy { row[$0].isBlank } && !row.isBlank
    }
}
