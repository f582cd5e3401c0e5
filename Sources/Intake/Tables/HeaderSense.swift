import Papers

/// Finds a table's header rows and what they say of its columns.
enum HeaderSense {
    static func read(_ table: Table, lexicon: Lexicon) -> ReadTable {
        var rows = withoutGaps(table.header + table.rows)
        var header: [TableRow] = []
        // At most two rows of headers, and only above the body.
        while header.count < 2, let first = rows.first, rows.count > 1 || header.isEmpty {
            let isMarked = header.count < table.header.count
            guard isHeader(first, isMarked: isMarked, above: header.last, below: rows.dropFirst().first, lexicon) else {
                break
            }
            header.append(rows.removeFirst())
        }
        let count =
            rows.lazy.map(\.cells.count).max().map { max($0, header.first?.cells.count ?? 0) } ?? table.columnCount
        var read = ReadTable(
            kind: .unknown, roles: Array(repeating: nil, count: count), headers: Array(repeating: "", count: count),
            councils: Array(repeating: nil, count: count), rows: [], headerLines: header.map(\.line),
            block: table.blocks.first ?? 0)
        name(&read, by: header, lexicon)
        let unmarked = header.dropFirst(table.header.count)
        for var row in rows {
            if unmarked.first?.run == row.run { row.number -= unmarked.count }
            if header.contains(where: { sameWords($0, row) }) || (!header.isEmpty && repeats(row, read, lexicon)) {
                read.headerLines.append(row.line)
            } else {
                read.rows.append(row)
            }
        }
        return read
    }

    /// Rows without a column that extraction put in: where the first row has words for fewer columns than the others
    /// have cells, and a column that it names is empty below, columns that are empty below are left out.
    private static func withoutGaps(_ rows: [TableRow]) -> [TableRow] {
        guard let first = rows.first, rows.count > 1 else { return rows }
        let named = first.cells.count { !$0.isBlank }
        let body = rows.dropFirst()
        let width = body.lazy.map(\.cells.count).max() ?? 0
        guard named >= 2, width > named, first.cells.prefix(named).allSatisfy({ !$0.isBlank }) else { return rows }
        let filled = (0..<width).filter { column in body.contains { !$0[column].isBlank } }
        guard filled.count == named, filled != Array(0..<named) else { return rows }
        return [first]
            + body.map { row in
                var row = row
                row.cells = filled.map { row[$0] }
                return row
            }
    }

    private static func isHeader(
        _ row: TableRow, isMarked: Bool, above: TableRow?, below: TableRow?, _ lexicon: Lexicon
    ) -> Bool {
        let filled = row.cells.filter { !$0.isBlank }
        guard !filled.isEmpty, filled.allSatisfy({ $0.text.wordCount <= 14 }) else { return false }
        if labelsValues(row) { return false }
        // Answers and statuses are values; "No" is no number where "Yes" could stand.
        if !isMarked, filled.contains(where: { ["yes", "no", "n/a"].contains($0.text.lowercased()) }),
            row.cells.count == 2
        {
            return false
        }
        if !isMarked, filled.allSatisfy({ lexicon.statuses.match($0.text) != nil }) { return false }
        let exact = filled.filter { lexicon.columns.match(plain($0.text)) != nil }.count
        let known = filled.filter { role(of: $0.text, lexicon) != nil }.count
        // Several months side by side head a column each.
        let months = filled.count { $0.text.wordCount <= 2 && ColumnEvidence.isTimescale($0.text) }
        let hasFigures = filled.contains { cell in
            if months >= 3, cell.text.wordCount <= 2, ColumnEvidence.isTimescale(cell.text) { return false }
            guard role(of: cell.text, lexicon) == nil else { return false }
            return Amounts.isAmount(cell.text)
                || ColumnEvidence.isTimescale(cell.text) && SavingColumns.year(in: cell.text) == nil
        }
        if let above {
            // Only a header that leaves cells empty groups columns for another to name.
            guard above.cells.contains(where: \.isBlank), filled.allSatisfy({ $0.text.wordCount <= 6 }) else {
                return false
            }
            // A second row of headers names columns that the first only groups.
            let years = filled.filter { SavingColumns.year(in: $0.text) != nil && $0.text.wordCount <= 3 }.count
            if row[0].isBlank, years == filled.count { return years >= 2 }
            return !hasFigures && known + councilLike(filled) >= max(2, filled.count * 2 / 3) && row[0].isBlank
                || !hasFigures && filled.count >= 4 && exact * 4 >= filled.count * 3
        }
        if isMarked, filled.count >= 3, filled.count == row.cells.count, !hasFigures,
            filled.allSatisfy({
                $0.parts.count == 1 && $0.text.wordCount <= 4 && $0.text.utf8.last != UInt8(ascii: ".")
            })
        {
            // Short words over dashes head columns, known or not.
            return true
        }
        if isMarked {
            return known > 0 && !hasFigures || (exact >= 1 && filled.count <= 3) || SavingColumns.isHeader(filled)
        }
        if row.cells.count == 2 {
            // Two columns are more often a label and its value: both cells must name columns.
            return exact == 2 && known == 2 && below != nil
        }
        if known >= 3, known * 4 >= filled.count * 3, !hasFigures, filled.allSatisfy({ $0.text.wordCount <= 5 }) {
            return true
        }
        return known >= 2 && exact * 2 >= filled.count && !hasFigures || SavingColumns.isHeader(filled) && known >= 1
    }

    /// Whether a row is a line of a form: "Name of project: | Single case system | Sponsor: | T. Quill".
    static func labelsValues(_ row: TableRow) -> Bool {
        guard row.cells.count >= 4 else { return false }
        var pairs = 0
        for (label, value) in zip(row.cells, row.cells.dropFirst()) where label.text.utf8.last == UInt8(ascii: ":") {
            guard !value.isBlank, value.text.utf8.last != UInt8(ascii: ":") else { return false }
            pairs += 1
        }
        return pairs >= 2
    }

    private static func councilLike(_ cells: [Cell]) -> Int {
        cells.filter { $0.text.utf8.count <= 6 && $0.text.allSatisfy { $0.isUppercase } }.count
    }

    private static func plain(_ text: String) -> String {
        Words.withoutBrackets(text).trimmed("*:.-–? ")
    }

    /// What a header's words stand for.
    static func role(of text: String, _ lexicon: Lexicon) -> Role? {
        let plain = plain(text)
        return lexicon.columns.match(plain) ?? lexicon.columns.match(text.trimmed("*: "))
            ?? lexicon.columns.containedMatch(plain) ?? withoutPeriod(plain).flatMap { lexicon.columns.match($0) }
            ?? behindName(plain, lexicon)
    }

    /// "Penmarsh target": what stands behind a council's name.
    private static func behindName(_ text: String, _ lexicon: Lexicon) -> Role? {
        let words = text.split(separator: " ").map(String.init)
        guard (2...5).contains(words.count), let last = words.last, let role = lexicon.columns.match(last),
            [.target, .actual, .baseline, .status, .trend].contains(role),
            words.dropLast().allSatisfy({ $0.utf8.first.map { $0 &- 65 < 26 } ?? false })
        else { return nil }
        return role
    }

    /// "Q2 Target" without "Q2": a period before a header's word only says when.
    private static func withoutPeriod(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        let kept = words.filter { word in
            period(of: word) == nil && SavingColumns.year(in: word) == nil
                && !Self.timeWords.contains(word.lowercased())
        }
        return kept.isEmpty || kept.count == words.count ? nil : kept.joined(separator: " ")
    }

    private static let timeWords: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "at",
        "as", "to", "of", "in", "on", "since", "by", "for", "the",
    ]

    /// A quarter or "YTD" as a word of a header.
    static func period(of word: String) -> String? {
        let upper = word.uppercased()
        return ["YTD", "Q1", "Q2", "Q3", "Q4"].contains(upper) ? upper : nil
    }

    private static func name(_ table: inout ReadTable, by header: [TableRow], _ lexicon: Lexicon) {
        guard let first = header.first else { return }
        let second = header.count > 1 ? header[1] : nil
        var group = ""
        for column in table.roles.indices {
            let (own, below) = (first[column].text, second?[column].text ?? "")
            if !own.isEmpty { group = own }
            if below.isEmpty {
                table.headers[column] = own
                table.roles[column] = own.isEmpty ? nil : role(of: own, lexicon)
            } else {
                table.headers[column] = (own.isEmpty ? group : own) + " " + below
                let joint = role(of: group + " " + below, lexicon)
                let lower = role(of: below, lexicon)
                table.roles[column] = RatingGroups.role(group: group, below: below) ?? lower ?? joint
                table.councils[column] = CouncilGroups.council(group: group, below: below, lexicon)
                if table.councils[column] != nil, lower == nil { table.roles[column] = role(of: group, lexicon) }
            }
        }
        if second == nil { CouncilGroups.readPrefixes(&table, lexicon) }
        dropRepeats(&table)
    }

    /// A role that two columns claim goes to the first, save where columns come in groups of councils.
    private static func dropRepeats(_ table: inout ReadTable) {
        guard table.councils.allSatisfy({ $0 == nil }) else { return }
        var seen = Set<Role>()
        for column in table.roles.indices {
            guard let role = table.roles[column] else { continue }
            if seen.insert(role).inserted { continue }
            if role == .risk, let first = table.roles.firstIndex(of: .risk) {
                // "Risk" beside "Description" is its title.
                let isDescribed = Words.key(table.headers[column]).contains("description")
                table.roles[isDescribed ? first : column] = .riskTitle
                continue
            }
            table.roles[column] = role == .timescale ? .revised : role == .action ? .update : nil
        }
    }

    static func sameWords(_ left: TableRow, _ right: TableRow) -> Bool {
        let (first, second) = (left.cells.map { Words.key($0.text) }, right.cells.map { Words.key($0.text) })
        return first.filter { !$0.isEmpty } == second.filter { !$0.isEmpty } && first.contains { !$0.isEmpty }
    }

    /// Whether a body row prints the header again in other letters or with other gaps.
    private static func repeats(_ row: TableRow, _ table: ReadTable, _ lexicon: Lexicon) -> Bool {
        let filled = row.cells.indices.filter { !row[$0].isBlank }
        guard filled.count >= 3 else { return false }
        let same = filled.filter { column in
            column < table.headers.count && Words.key(row[column].text) == Words.key(table.headers[column])
        }
        return same.count * 4 >= filled.count * 3
    }
}
