import Papers

/// Knows tables that explain a scale: likelihood, impact or status levels with values and meanings.
enum ScaleSense {
    static func isScale(_ table: ReadTable, section: Section?, lexicon: Lexicon) -> Bool {
        guard !table.rows.isEmpty, table.rows.count <= 12 else { return false }
        let roles = Set(table.roles.compactMap { $0 })
        if roles.contains(.level) && roles.contains(.meaning) { return true }
        if roles.contains(.status), roles.contains(.meaning) { return true }
        let onlyRatings = roles.isSubset(of: [
            .likelihood, .impact, .score, .level, .meaning, .number, .consequence, .status, .actual,
        ])
        if onlyRatings, roles.contains(.likelihood) || roles.contains(.impact) {
            // Names of levels, not figures of risks.
            let words = table.rows.flatMap(\.cells).filter { !$0.isBlank && Int($0.text) == nil }.count
            return words >= table.rows.count
        }
        if section == .key,
            table.rows.allSatisfy({ $0.cells.filter { !$0.isBlank }.allSatisfy { $0.text.wordCount <= 40 } })
        {
            return table.rows.contains { row in row.cells.contains { lexicon.statuses.match($0.text) != nil } }
        }
        return false
    }
}
