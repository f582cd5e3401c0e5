import Papers

/// Tells whose the progress and the status are that the rows of a plan print: an action's, or those of the recommendation
/// beside it.
///
/// They are the row's action's. They are a recommendation's where its row has no action, and throughout a table that
/// says of each recommendation once how it goes on, however many actions answer it.
struct RowProgress {
    /// How many rows of its recommendation print progress of their own, by row and column.
    private var shares: [Role: [Int]] = [:]
    private var summed: Set<Role> = []

    init(_ table: ReadTable, rows: [TableRow], action: Role?) {
        guard let recommended = table.column(.recommendation) else { return }
        let actions = action.flatMap(table.column)
        for role in [Role.update, .status] {
            guard let column = table.column(role) else { continue }
            func speaks(_ row: TableRow) -> Bool { !row[column].isBlank && !row[column].isMergedDown }
            var groups: [Range<Int>] = []
            for (index, row) in rows.enumerated() {
                if let last = groups.last,
                    row[recommended].isBlank || row[recommended].text == rows[last.lowerBound][recommended].text
                {
                    groups[groups.count - 1] = last.lowerBound..<(index + 1)
                } else {
                    groups.append(index..<(index + 1))
                }
            }
            shares[role] = groups.flatMap { group in
                Array(repeating: group.count { speaks(rows[$0]) }, count: group.count)
            }
            guard let actions else { continue }
            let below = groups.flatMap { $0.dropFirst() }.filter { !rows[$0][actions].isBlank }
            let several = rows.contains { $0[actions].parts.count > 1 && speaks($0) }
            if several || !below.isEmpty, !below.contains(where: { speaks(rows[$0]) }) { summed.insert(role) }
        }
    }

    /// Whether the column says of each recommendation once how it goes on.
    func isSummed(_ role: Role) -> Bool { summed.contains(role) }

    /// Whether what stands in the recommendation's own row is all that is said of it and its actions.
    func speaksAlone(_ role: Role, row: Int) -> Bool { (shares[role]?[row] ?? 0) <= 1 }

    /// Puts the words of rows that hold nothing but progress with those that they go on, and says on which lines they stood.
    static func join(_ rows: [TableRow], _ table: ReadTable) -> (rows: [TableRow], lines: [Int]) {
        guard let column = table.column(.update) else { return (rows, []) }
        let recommended = table.column(.recommendation)
        var (joined, lines): ([TableRow], [Int]) = ([], [])
        for row in rows {
            let isAlone = !row[column].isBlank && row.cells.indices.allSatisfy { $0 == column || row[$0].isBlank }
            guard isAlone, var place = joined.lastIndex(where: { !$0.isBlank }) else {
                joined.append(row)
                continue
            }
            // A progress cell that stands beside several rows of a recommendation began in the last of them that has one.
            let nearest = place
            while joined[place][column].isBlank, place > 0, recommended.map({ joined[place][$0].isBlank }) ?? false {
                place -= 1
            }
            if joined[place][column].isBlank { place = nearest }
            while joined[place].cells.count <= column { joined[place].cells.append(Cell()) }
            joined[place].cells[column].parts += row[column].parts
            lines.append(row.line)
        }
        return (joined, lines)
    }
}
