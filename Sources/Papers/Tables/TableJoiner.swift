/// Joins the runs that page breaks split, drops repeated headers, and puts cut cells together.
enum TableJoiner {
    static func join(_ runs: [TableRun], blocks: inout [Block]) -> [Table] {
        var tables: [Table] = []
        var previous: (table: Int, block: Int)?
        for index in blocks.indices where blocks[index].shape == .table {
            guard let runIndex = blocks[index].table, runIndex < runs.count else { continue }
            var run = runs[runIndex]
            let (number, page) = (run.number, run.page)
            for row in run.header.indices { run.header[row].stamp(number, page) }
            for row in run.rows.indices {
                run.rows[row].stamp(number, page)
                run.rows[row].number = row + 1
            }
            if let last = previous, onlyFurniture(blocks, from: last.block + 1, to: index),
                let body = continuation(of: tables[last.table], by: run)
            {
                append(body, to: &tables[last.table])
                tables[last.table].blocks.append(index)
                blocks[index].table = last.table
                previous = (last.table, index)
                continue
            }
            if isBlankHeader(run.header) { run.header = [] }
            let columns = (run.header + run.rows).map(\.cells.count).max() ?? 0
            blocks[index].table = tables.count
            previous = (tables.count, index)
            tables.append(
                Table(header: run.header, rows: run.rows, columnCount: columns, blocks: [index], page: run.page))
        }
        for index in tables.indices { mendLoneTails(&tables[index]) }
        return tables
    }

    /// Puts cells together that a page end cut where nothing else shows that a page ended.
    private static func mendLoneTails(_ table: inout Table) {
        guard table.rows.contains(where: { $0.cells.count > 2 && $0[0].isBlank }) else { return }
        var rows: [TableRow] = []
        rows.reserveCapacity(table.rows.count)
        for row in table.rows {
            if let last = rows.indices.last, CutRow.isLoneTail(row, of: rows[last]) {
                CutRow.mend(&rows[last], with: row)
            } else {
                rows.append(row)
            }
        }
        table.rows = rows
    }

    private static func onlyFurniture(_ blocks: [Block], from: Int, to: Int) -> Bool {
        // A rule or a blank line alone does not divide a table; words do.
        blocks[from..<to].allSatisfy(\.isFurniture)
    }

    private static func isBlankHeader(_ header: [TableRow]) -> Bool { header.allSatisfy(\.isBlank) }

    /// The body rows by which a run goes on with a table, or nil where it begins another.
    private static func continuation(of table: Table, by run: TableRun) -> [TableRow]? {
        var run = run
        guard let columns = Columns.fit(run, to: table) else { return nil }
        run = columns
        let head = table.header.isEmpty ? Array(table.rows.prefix(1)) : table.header
        let body = run.header + run.rows
        if let first = head.first, let own = body.first, sameWords(first, own) {
            // The header is printed again.
            let repeated = zip(head, body).prefix { sameWords($0, $1) }.count
            return Array(body.dropFirst(repeated))
        }
        if run.header.isEmpty || isBlankHeader(run.header) { return run.rows }
        // An extractor takes the first row of a sheet for a header: it is one only if it reads like one.
        return run.header.contains(where: readsLikeBody) ? run.header + run.rows : nil
    }

    /// Long or unfinished words, sentences, lists: no header has them.
    private static func readsLikeBody(_ row: TableRow) -> Bool {
        if row.cells.first?.isBlank == true, row.cells.filter({ !$0.isBlank }).count <= max(1, row.cells.count / 2) {
            return true
        }
        return row.cells.contains { cell in
            let text = cell.text
            guard let first = text.utf8.first, let last = text.utf8.last else { return false }
            return cell.parts.count > 1 || first.isLower || last == .dot || last == UInt8(ascii: ";")
                || text.split(separator: " ").count > 10
        }
    }

    static func sameWords(_ left: TableRow, _ right: TableRow) -> Bool {
        guard left.cells.count == right.cells.count else { return false }
        var hasWords = false
        for (first, second) in zip(left.cells, right.cells) {
            guard sameWords(first, second) else { return false }
            hasWords = hasWords || !first.isBlank
        }
        return hasWords
    }

    /// Compared byte by byte to the first difference, as a cell may have grown to many pages.
    private static func sameWords(_ left: Cell, _ right: Cell) -> Bool {
        var first = left.parts.lazy.flatMap(\.text.utf8).filter { $0 > .space && $0 != .dash }.makeIterator()
        var second = right.parts.lazy.flatMap(\.text.utf8).filter { $0 > .space && $0 != .dash }.makeIterator()
        while true {
            let (one, other) = (first.next(), second.next())
            guard let one, let other else { return one == other }
            guard one == other || one.isLetter && one ^ other == 0x20 else { return false }
        }
    }

    private static func append(_ body: [TableRow], to table: inout Table) {
        for (position, row) in body.enumerated() {
            var row = row
            row.number = position + 1
            if position == 0 {
                row.opensContinuation = true
                if let last = table.rows.indices.last, CutRow.isTail(row, of: table.rows[last]) {
                    CutRow.mend(&table.rows[last], with: row)
                    continue
                }
            }
            table.rows.append(row)
            table.columnCount = max(table.columnCount, row.cells.count)
        }
    }
}

extension TableRow {
    fileprivate mutating func stamp(_ run: Int, _ page: Int?) {
        self.run = run
        self.page = page
    }
}
