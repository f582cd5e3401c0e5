/// Pairs the actions of a row with its issues by sense, keeping the order of both.
enum IssueAlignment {
    /// For each action, the index of its issue; every issue is used where there are enough actions.
    static func align(_ actions: [String], to issues: [String]) -> [Int] {
        let (rows, columns) = (actions.count, issues.count)
        guard columns > 1, rows > 0 else { return Array(repeating: 0, count: rows) }
        if rows == columns { return Array(0..<rows) }
        if rows < columns || rows * columns > 10_000 {
            // More issues than actions, or more of both than a person writes in a row: each action meets the issue
            // that stands level with it.
            return (0..<rows).map { $0 * columns / rows }
        }
        let issueWords = issues.map(stems)
        let actionWords = actions.map(stems)
        // best[row][column]: the most likeness with action `row` on issue `column`, each step staying or going on by one.
        var best = Array(repeating: Array(repeating: -Double.infinity, count: columns), count: rows)
        var came = Array(repeating: Array(repeating: 0, count: columns), count: rows)
        for row in 0..<rows {
            for column in 0..<columns
            where column <= row && columns - column <= rows - row || column == columns - 1 || row >= column {
                guard column <= row else { continue }
                let own = likeness(actionWords[row], issueWords[column])
                if row == 0 {
                    if column == 0 { best[0][0] = own }
                    continue
                }
                let stay = best[row - 1][column]
                let advance = column > 0 ? best[row - 1][column - 1] : -.infinity
                // Between equals an earlier issue is left sooner: later issues tend to gather the actions.
                came[row][column] = advance >= stay ? column - 1 : column
                best[row][column] = max(stay, advance) + own
            }
        }
        var column = columns - 1
        guard best[rows - 1][column] > -.infinity else { return Array(repeating: 0, count: rows) }
        var result = Array(repeating: 0, count: rows)
        for row in stride(from: rows - 1, through: 0, by: -1) {
            result[row] = column
            if row > 0 { column = came[row][column] }
        }
        return result
    }

    private static func likeness(_ left: Set<Substring>, _ right: Set<Substring>) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        return Double(left.intersection(right).count) / Double(min(left.count, right.count))
    }

    /// Words of four letters or more, cut to six so that forms of one word agree.
    private static func stems(_ text: String) -> Set<Substring> {
        Set(Words.list(text).filter { $0.utf8.count >= 4 && !common.contains(String($0)) }.map { $0.prefix(6) })
    }

    private static let common: Set<String> = [
        "with", "that", "this", "from", "have", "will", "their", "they", "which", "been", "work",
    ]
}
