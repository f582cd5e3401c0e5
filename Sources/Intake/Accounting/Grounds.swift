import Papers
import Register

/// Says of findings how they were found.
struct Grounds {
    private let reading: Reading
    /// By the run in which a table's rows stand.
    private var tables: [Int: Ground] = [:]

    init(_ reading: Reading) {
        self.reading = reading
        for table in reading.tables {
            let ground = Grounds.ground(of: table, reading.lexicon)
            var last = 0
            for row in table.rows where row.run != last {
                last = row.run
                tables[row.run] = ground
            }
        }
    }

    func ground(of finding: Finding) -> Ground {
        if let table = finding.source.table, let ground = tables[table] { return ground }
        guard let index = block(at: finding.source.line) else { return .prose }
        let block = reading.blocks[index]
        if Labelled.read(block, reading.lexicon) != nil || Card.read(block, index: index, reading.lexicon) != nil {
            return .labels
        }
        return block.marker != nil || block.shape == .item || block.shape == .heading ? .item : .prose
    }

    private static func ground(of table: ReadTable, _ lexicon: Lexicon) -> Ground {
        if table.kind == .card || table.roles.count == 1 { return .labels }
        let named = table.headers.filter { !$0.isEmpty }
        let known = named.count { HeaderSense.role(of: $0, lexicon) != nil }
        guard known > 0 else { return .contents }
        return table.headerLines.isEmpty ? .neighbour : .header(known: known, of: named.count)
    }

    /// The block that holds a line; blocks stand in the order of their lines.
    private func block(at line: Int) -> Int? {
        var (low, high) = (0, reading.blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if reading.blocks[middle].line <= line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
