/// Makes a run's columns those of the table that it continues.
enum Columns {
    /// The run with as many columns as the table, or nil where the two differ in more than empty columns.
    static func fit(_ run: TableRun, to table: Table) -> TableRun? {
        let rows = run.header + run.rows
        let count = rows.map(\.cells.count).max() ?? 0
        if count == table.columnCount { return run }
        var run = run
        if count > table.columnCount {
            // Columns that are empty all the way down are the extractor's.
            var empty = (0..<count).filter { column in rows.allSatisfy { $0[column].isBlank } }
            if empty.first == 0, count - empty.count < table.columnCount { empty.removeFirst() }
            let surplus = Array(empty.suffix(count - table.columnCount).reversed())
            guard surplus.count == count - table.columnCount else { return nil }
            for index in run.rows.indices { run.rows[index].remove(columns: surplus) }
            for index in run.header.indices { run.header[index].remove(columns: surplus) }
            return run
        }
        // Trailing empty cells are often left out.
        let isRagged = table.rows.contains { $0.cells.count == count }
        return isRagged || rows.allSatisfy({ $0[0].isBlank }) ? run : nil
    }
}
