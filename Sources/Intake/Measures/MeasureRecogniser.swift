import Papers
import Register

/// Reads performance measures from tables; a measure printed for several councils gives one finding each.
struct MeasureRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables where table.kind == .measure { read(table, reading, &harvest) }
    }

    private func read(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        for line in table.headerLines { harvest.setAside(furniture: line) }
        var theme = reading.heading(above: table.block)
        guard
            let column = table.column(.measure) ?? table.column(.risk) ?? table.column(.proposal)
                ?? table.column(.riskTitle)
        else { return }
        let councils = orderedCouncils(table)
        for row in table.rows where !row.isBlank {
            let text = row[column].text
            let filled = row.cells.filter { !$0.isBlank }.count
            if filled == 1, row.cells.count > 2 {
                theme = row.cells.first { !$0.isBlank }?.text.trimmed("* ")
                harvest.use(line: row.line)
                continue
            }
            guard !text.isEmpty, filled >= 2 else { continue }
            let source = Source(
                line: row[column].parts.first?.line ?? row.line, page: row.page, table: row.run, row: max(row.number, 1)
            )
            if councils.isEmpty {
                var measure = base(text, table, row, theme)
                measure.council = table.text(row, .council)
                fill(&measure, table, row, council: nil)
                harvest.add(.measure(measure), at: source)
            } else {
                for council in councils {
                    var measure = base(text, table, row, theme)
                    measure.council = council
                    fill(&measure, table, row, council: council)
                    // A council with nothing printed for it has no measure here.
                    let own = table.roles.indices.contains { table.councils[$0] == council && !row[$0].isBlank }
                    if own { harvest.add(.measure(measure), at: source) }
                }
            }
            harvest.use(line: row.line)
        }
    }

    /// Councils that have a target or an actual of their own, in the order of their columns.
    private func orderedCouncils(_ table: ReadTable) -> [String] {
        var councils: [String] = []
        for column in table.roles.indices {
            guard let council = table.councils[column], [.target, .actual, .q1].contains(table.roles[column]),
                !councils.contains(council)
            else { continue }
            councils.append(council)
        }
        return councils.count >= 2 ? councils : []
    }

    private func base(_ text: String, _ table: ReadTable, _ row: TableRow, _ theme: String?) -> Measure {
        let stripped = table.has(.number) ? (number: nil, text: text) : ItemNumber.strip(text)
        var measure = Measure(text: stripped.text)
        measure.ref = table.text(row, .number) ?? stripped.number
        measure.theme = table.text(row, .theme) ?? theme
        return measure
    }

    private func fill(_ measure: inout Measure, _ table: ReadTable, _ row: TableRow, council: String?) {
        func value(_ role: Role) -> String? {
            for column in table.roles.indices where table.roles[column] == role {
                if council == nil || table.councils[column] == nil || matches(table.councils[column], council) {
                    let text = row[column].text
                    if !text.isEmpty { return text }
                    if council != nil, table.councils[column] != nil { return nil }
                }
            }
            return nil
        }
        measure.polarity = value(.polarity)
        measure.baseline = value(.baseline)
        measure.target = value(.target)
        measure.actual = value(.actual)
        measure.q1 = value(.q1)
        measure.q2 = value(.q2)
        measure.q3 = value(.q3)
        measure.q4 = value(.q4)
        measure.status = value(.status)
        measure.trend = value(.trend)
        measure.commentary = value(.commentary) ?? value(.update)
        measure.period = value(.period) ?? headerPeriod(table)
    }

    /// "BDC" and "Bromford District" may both stand for one council: the same letters begin their words.
    private func matches(_ printed: String?, _ council: String?) -> Bool {
        guard let printed, let council else { return printed == council }
        if Words.key(printed) == Words.key(council) { return true }
        let (short, long) = printed.utf8.count < council.utf8.count ? (printed, council) : (council, printed)
        guard short.utf8.count <= 6, let first = short.utf8.first, let initial = long.utf8.first else { return false }
        return first == initial && short.utf8.allSatisfy { $0 &- 65 < 26 }
    }

    /// "YTD" in a column's head is the period of its figures.
    private func headerPeriod(_ table: ReadTable) -> String? {
        for column in table.roles.indices where table.roles[column] == .actual {
            for word in table.headers[column].split(separator: " ") {
                if let period = HeaderSense.period(of: String(word)) { return period }
            }
        }
        return nil
    }
}
