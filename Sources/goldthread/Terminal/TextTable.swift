/// A table for people: columns as wide as what stands in them, the last one cut to fit the terminal.
struct TextTable {
    /// A column by its heading.
    struct Column {
        var title: String
        var isFigure = false
        /// Columns of characters that it takes at most; the last column takes what is left.
        var most = 28
    }

    var columns: [Column]
    var rows: [[String]] = []

    /// The table's lines; columns in which nothing stands are left out. Without a width nothing is cut.
    func lines(width: Int?) -> [String] {
        let used = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        guard let last = used.last else { return [] }
        var widths: [Int: Int] = [:]
        for column in used {
            let widest = rows.map { $0[column].count }.max() ?? 0
            widths[column] = max(columns[column].title.count, width == nil ? widest : min(widest, columns[column].most))
        }
        if let width {
            let others = used.dropLast().reduce(0) { $0 + (widths[$1] ?? 0) + 2 }
            widths[last] = max(12, width - others)
        }
        func line(_ cells: [String]) -> String {
            used.map { column in
                let room = widths[column] ?? 0
                let text = width == nil ? cells[column] : cells[column].clipped(to: room)
                return column == last ? text : text.padded(to: room, right: columns[column].isFigure)
            }.joined(separator: "  ").trimmingTrailing()
        }
        let head = line(columns.map(\.title))
        let rule = String(repeating: "─", count: max(head.count, width ?? head.count))
        return [head, rule] + rows.map(line)
    }
}
