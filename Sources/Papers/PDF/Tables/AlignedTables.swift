/// Finds tables without lines between their columns among the lines of a sheet.
struct AlignedTables {
    /// A stretch of lines, and the strips that divide it.
    struct Region {
        var lines: Range<Int>
        var gutters: Gutters
    }

    private let lines: [WordLine]

    /// How many words and lines a sheet may have, and a table on it: far more than any that is printed to be read.
    private static let wordLimit = 20_000
    private static let lineLimit = 1000
    private static let tableLimit = 300

    /// - Parameters:
    ///   - lines: From the top down, those of ruled tables left out.
    ///   - carried: The strips of a table that ended the sheet before and may go on here.
    static func find(_ lines: [WordLine], carried: Gutters? = nil) -> [Region] {
        guard lines.count <= lineLimit, lines.reduce(0, { $0 + $1.words.count }) <= wordLimit else { return [] }
        let finder = AlignedTables(lines: lines)
        var regions: [Region] = []
        var index = 0
        if let carried, let region = finder.goOn(with: carried.carried) {
            regions.append(region)
            index = region.lines.upperBound
        }
        while index < lines.count {
            guard finder.isSeed(index),
                let region = finder.grow(from: index, after: regions.last?.lines.upperBound ?? 0)
            else {
                index += 1
                continue
            }
            regions.append(region)
            index = region.lines.upperBound
        }
        return regions
    }

    /// Whether a line is divided by gaps wider than any between words.
    private func isSeed(_ index: Int) -> Bool { chunks(lines[index]).count > 1 }

    /// The parts of a line, where a number or bullet belongs to the words behind it.
    private func chunks(_ line: WordLine) -> [WordLine] {
        let chunks = line.chunks(wider: 1.1 * line.height)
        guard chunks.count == 2, chunks[0].words.count == 1, ListMark.of(line) != nil else { return chunks }
        return [line]
    }

    /// How far apart two lines of one table may stand.
    private func isNear(_ index: Int) -> Bool {
        lines[index].box.top - lines[index - 1].box.bottom < 3.2 * max(lines[index].height, lines[index - 1].height)
    }

    /// The lines at the top of a sheet that go on with the table before: each leaves its strips free, and more than
    /// one of them is divided by them.
    private func goOn(with carried: Gutters) -> Region? {
        var end = 0
        while end < lines.count, end == 0 || isNear(end), carried.fits(lines[end]),
            carried.holds(lines[end])
        {
            end += 1
        }
        guard end < lines.count || end > 0 else { return nil }
        // Words under the table that stand only in its first column are no longer its own.
        while end > 1, carried.column(of: lines[end - 1].box.right) == 0,
            lines[end - 1].box.top - lines[end - 2].box.bottom > 0.8 * lines[end - 1].height
        {
            end -= 1
        }
        let divided = lines[..<end].count { line in
            Set(line.words.map { carried.column(of: $0.centre) }).count > 1
        }
        return divided >= 2 || divided == 1 && end == 1 ? Region(lines: 0..<end, gutters: carried) : nil
    }

    private func grow(from start: Int, after floor: Int) -> Region? {
        var members = [start]
        var gutters = Gutters([lines[start]])
        var end = start + 1
        /// Lines that run across, until it shows whether the table goes on behind them.
        var pending = 0
        var crossing = 0
        while end < lines.count, end - start < AlignedTables.tableLimit, isNear(end) {
            let line = lines[end]
            if gutters.fits(line) {
                members.append(end)
                let next = Gutters(members.map { lines[$0] })
                guard !next.strips.isEmpty else {
                    members.removeLast()
                    break
                }
                gutters = next
                pending = 0
            } else if !gutters.crossed(by: line).contains(where: \.isSure) {
                // What only a few lines left free may have been chance.
                let next = Gutters((members + [end]).map { lines[$0] })
                guard next.strips.count * 5 >= gutters.strips.count * 3, !next.strips.isEmpty else {
                    crossing = end
                    pending += 1
                    break
                }
                members.append(end)
                gutters = next
                pending = 0
            } else {
                if pending == 0 { crossing = end }
                pending += 1
                // A heading may run across; words that are divided elsewhere are another table's.
                if pending > 2 || chunks(line).count > 1 { break }
            }
            end += 1
        }
        if let cut = cut(members, pendingFrom: pending > 0 ? crossing : nil) { members.removeAll { $0 >= cut } }
        guard var last = members.last else { return nil }
        // The strips of all lines that fit, as the first line may lack a column that others have.
        gutters = Gutters(members.map { lines[$0] })
        var first = start
        // A header's upper line may stand over a single column.
        while first > floor, isNear(first), !chunks(lines[first - 1]).isEmpty, gutters.fits(lines[first - 1]),
            gutters.column(of: lines[first - 1].box.left) > 0,
            lines[first].box.top - lines[first - 1].box.bottom < 0.8 * lines[first].height
        {
            first -= 1
        }
        // Words under the table that stand only in its first column, after a gap, are no longer its own.
        while last > start + 1, gutters.column(of: lines[last].box.right) == 0,
            lines[last].box.top - lines[last - 1].box.bottom > 0.8 * lines[last].height
        {
            last -= 1
        }
        let region = Region(lines: first..<(last + 1), gutters: gutters)
        return isTable(region) ? region : nil
    }

    /// Where a table ends whose strips the lines behind it cross: at the white space before the row of the first of them.
    private func cut(_ members: [Int], pendingFrom crossing: Int?) -> Int? {
        guard let crossing, let first = members.first else { return nil }
        let gaps = (first + 1..<crossing + 1).map { lines[$0].box.top - lines[$0 - 1].box.bottom }
        guard let leading = gaps.sorted().first(where: { $0 > -2 }) else { return nil }
        var index = crossing
        while index > first {
            if lines[index].box.top - lines[index - 1].box.bottom > leading + 0.28 * lines[index].height {
                return index
            }
            index -= 1
        }
        return crossing
    }

    /// Whether what stands in columns is a table, and no list, no dotted lines of contents, no lone pair.
    private func isTable(_ region: Region) -> Bool {
        let members = lines[region.lines]
        guard region.gutters.columnCount >= 2, members.count >= 2 else { return false }
        let divided = members.count { line in
            Set(line.words.map { region.gutters.column(of: $0.centre) }).count > 1
        }
        guard divided >= 2 else { return false }
        // A first column of nothing but numbers or bullets before one column of words is a list.
        if region.gutters.columnCount == 2 {
            let marks = members.filter { line in
                guard let first = line.words.first, region.gutters.column(of: first.centre) == 0 else { return false }
                return true
            }
            let isList = marks.allSatisfy { line in
                line.words.count { region.gutters.column(of: $0.centre) == 0 } == 1 && ListMark.of(line) != nil
            }
            if isList { return false }
        }
        return true
    }
}
