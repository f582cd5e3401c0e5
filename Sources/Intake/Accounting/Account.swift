import Register

import Papers

/// Accounts for every line of a paper: nothing is lost in reading.
enum Account {
    /// What became of each line; nil for blank lines.
    static func fates(of reading: Reading, _ harvest: Harvest) -> [Fate?] {
        var fates = [Fate?](repeating: nil, count: reading.paper.lineCount)
        func set(_ fate: Fate, _ line: Int) { if line >= 1, line <= fates.count { fates[line - 1] = fate } }
        var findingLines = harvest.usedLines
        for finding in harvest.findings { findingLines.insert(finding.source.line) }
        for index in reading.blocks.indices {
            let block = reading.blocks[index]
            if block.shape == .table { continue }
            let isUsed = harvest.isTaken(index) || block.lines.contains { findingLines.contains($0.line) }
            let fate: Fate =
                block.isFurniture
                ? .furniture : isUsed ? .finding : isMissed(index, reading) ? .unrecognised : .narrative
            for line in block.lines { set(fate, line.line) }
        }
        for table in reading.tables {
            for line in table.headerLines {
                set(
                    harvest.furnitureLines.contains(line)
                        ? .furniture : findingLines.contains(line) ? .finding : .narrative, line)
            }
            for row in table.rows {
                let lines = Set(row.cells.flatMap(\.parts).map(\.line)).union([row.line])
                let isUsed = !lines.isDisjoint(with: findingLines)
                let isBox = table.kind == .unknown && row.cells.count <= 2
                for line in lines {
                    set(
                        isUsed
                            ? .finding
                            : row.isBlank ? .furniture : isBox || table.kind == .card ? .narrative : .unrecognised, line
                    )
                }
            }
        }
        return fates
    }

    /// A list item under a heading that promises findings, from which none was read.
    private static func isMissed(_ index: Int, _ reading: Reading) -> Bool {
        guard reading.blocks[index].shape == .item else { return false }
        return [.recommendations, .actions, .workProgramme, .unallocated].contains(reading.sections[index])
    }
}
