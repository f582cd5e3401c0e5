import Papers

/// Columns of a savings table that hold figures: one a year, or one for all.
enum SavingColumns {
    struct Column {
        var index: Int
        var year: String?
        /// What one unit of the column is in pounds.
        var scale: Int
    }

    /// Columns whose header names a year and that hold amounts.
    static func years(of table: ReadTable) -> [Column] {
        table.headers.indices.compactMap { index in
            guard let year = year(in: table.headers[index]), table.roles[index] != .baseline || table.has(.proposal)
            else { return nil }
            let key = Words.key(table.headers[index])
            guard !key.contains("total"), !key.contains("budget"), !key.contains("outturn") else { return nil }
            let amounts = table.rows.filter { Amounts.isAmount($0[index].text) }.count
            guard amounts > 0 else { return nil }
            return Column(index: index, year: year, scale: scale(of: table.headers[index]))
        }
    }

    /// "£'000" and "£k" are thousands, "£m" millions.
    static func scale(of header: String) -> Int {
        let key = header.lowercased()
        if key.contains("000") || key.contains("£k") || key.contains("£ k") || key.contains("thousand") { return 1000 }
        if key.contains("£m") || key.contains("million") { return 1_000_000 }
        return 1
    }

    /// A financial or calendar year printed in words: "2025/26", "2025-26", "25/26", "Year 1" is none.
    static func year(in text: String) -> String? {
        for word in text.split(whereSeparator: { " ()£'’,".contains($0) }) {
            let word = Substring(String(word).trimmed(".:;*"))
            let digits = word.split(whereSeparator: { "/-–".contains($0) })
            if digits.count == 2, digits.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }),
                digits[0].utf8.count == 4 || (digits[0].utf8.count == 2 && digits[1].utf8.count == 2),
                digits[1].utf8.count != 1,
                let first = Int(digits[0].suffix(2)), let second = Int(digits[1].suffix(2)), (first + 1) % 100 == second
            {
                return String(word).trimmed(".:;")
            }
            if digits.count == 1, word.utf8.count == 4, let year = Int(word), (1990...2099).contains(year) {
                return String(word)
            }
        }
        return nil
    }

    /// Whether cells read as the header of a table with a column for each year.
    static func isHeader(_ cells: [Cell]) -> Bool {
        cells.filter { year(in: $0.text) != nil && $0.text.wordCount <= 4 }.count >= 2
    }
}
