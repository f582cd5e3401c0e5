import Foundation
/// Finds tables without lines between their columns among the lines of a sheet.
///
/// Each stretch of lines is worth as much as its white strips have lines on both sides; of all ways to divide the sheet
/// into such stretches and text, the one worth most is taken.
struct AlignedTables {
    /// A stretch of lines, and the strips that divide it.
    struct Region {
        var lines: Range<Int>
        var gutters: Gutters
        /// How many of its lines name several columns at once, over the header that names each.
        var titles = 0
    }

    /// What a table has to be worth beyond its lines, so that chance alone makes none.
    private static let tableCost = 6
    /// What it costs to begin or end a table within a row.
    private static let cutCost = 20
    /// More lines and words on a sheet than any table has that is printed to be read.
    private static let lineLimit = 400
    private static let wordLimit = 20_000

    private let lines: [WordLine]
    private let height: Double
    /// Where the words furthest to the left begin.
    private let margin: Double
    /// Whether a table's header stands on a line.
    private let headed: [Bool]
    /// Where a table's header begins on a line: how many lines of it stand above the last row of the header.
    private let titles: [Int]
    /// The usual white space between two lines of a cell, and more: a row may end there.
    private let rowGap: Double

    /// - Parameters:
    ///   - lines: From the top down, those of ruled tables left out.
    ///   - carried: The strips of a table that ended the sheet before and may go on here.
    ///   - leading: The gap between lines of a paragraph, where other text tells it.
    static func find(_ lines: [WordLine], carried: Gutters? = nil, leading: Double? = nil) -> [Region] {
        guard !lines.isEmpty, lines.count <= lineLimit, lines.reduce(0, { $0 + $1.words.count }) <= wordLimit else {
            return []
        }
        let finder = AlignedTables(lines, leading)
        guard carried != nil || lines.contains(where: finder.isSeed) else { return [] }
        return finder.merged(finder.grown(finder.divided(carried).filter(finder.isTable)))
    }

    private init(_ lines: [WordLine], _ leading: Double?) {
        self.lines = lines
        var headed = lines.indices.map { AlignedTables.isHeaded(lines[$0...]) }
        // A header of several lines begins with the first.
        var isOpen = false
        for index in lines.indices {
            isOpen = isOpen && lines[index].isBold && lines[index].box.top - lines[index - 1].box.bottom < lines[index].height
            if isOpen { headed[index] = false } else { isOpen = headed[index] }
        }
        self.headed = headed
        titles = lines.indices.map { headed[$0] ? AlignedTables.titles(lines[$0...]) : 0 }
        height = lines.map(\.height).sorted()[lines.count / 2]
        margin = lines.reduce(.infinity) { min($0, $1.box.left) }
        let gaps = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.bottom }.filter { $0 > -2 }.sorted()
        rowGap = min(gaps.isEmpty ? 0 : gaps[gaps.count / 5], leading ?? 0.2 * height) + 0.28 * height
    }

    /// Whether a line is divided by gaps wider than any between words. A number or bullet belongs to the words behind it.
    private func isSeed(_ line: WordLine) -> Bool {
        let chunks = line.chunks(wider: 1.1 * line.height)
        return chunks.count > 2 || chunks.count == 2 && !(chunks[0].words.count == 1 && ListMark.of(line) != nil)
    }

    /// How many lines of a header stand above white space within it; none where it is a single row.
    private static func titles(_ lines: ArraySlice<WordLine>) -> Int {
        let header = lines.prefix(8).prefix(while: \.isBold)
        let last = header.indices.dropFirst().last { index in
            let gap = lines[index].box.top - lines[index - 1].box.bottom
            return gap > 0.35 * lines[index].height && lines[index].chunks(wider: lines[index].height).count > 1
        }
        return last.map { $0 - lines.startIndex } ?? 0
    }

    /// How far apart two lines of one table may stand.
    private func isNear(_ index: Int) -> Bool {
        lines[index].box.top - lines[index - 1].box.bottom < 3.2 * max(lines[index].height, lines[index - 1].height)
    }

    // MARK: Dividing the sheet

    /// The best way to divide the lines, worked out from the last line upwards.
    private func divided(_ carried: Gutters?) -> [Region] {
        let width = lines.map(\.box.right).max() ?? 0
        let masks = lines.map { line in
            var mask = LineMask(width: width)
            mask.cover(line)
            return mask
        }
        let seeds = lines.map(isSeed)
        let lonely = lines.indices.map { isLonely($0) && !seeds[$0] }
        var worth = [Int](repeating: 0, count: lines.count + 1)
        var choice = [Int?](repeating: nil, count: lines.count)
        for start in lines.indices.reversed() {
            worth[start] = worth[start + 1]
            var mask = LineMask(width: width)
            var seedCount = 0
            for end in start..<lines.count {
                guard end == start || isNear(end) else { break }
                if end >= start + titles[start] { mask.formUnion(masks[end]) }
                if seeds[end] { seedCount += 1 }
                let gaps = mask.gaps(atLeast: 0.18 * height)
                guard !gaps.isEmpty, end > start || headed[start], seedCount > 0 else { continue }
                let value = self.value(gaps, start...end, lonely) - cuts(start, end + 1) + worth[end + 1]
                if headed[start], ProcessInfo.processInfo.environment["GTDEBUG"] != nil {
                    FileHandle.standardError.write(Data("  \(start)-\(end): \(value - worth[end + 1]) + \(worth[end+1]) strips \(gaps.filter { Gutters.divides($0.left, $0.right, lines[start...end], height: height) }.map { "\(Int($0.left))-\(Int($0.right))" })\n".utf8))
                }
                if value > worth[start] {
                    worth[start] = value
                    choice[start] = end + 1
                }
            }
        }
        if ProcessInfo.processInfo.environment["GTDEBUG"] != nil {
            var text = "== height \(height) rowGap \(rowGap)\n"
            for index in lines.indices {
                let gap = index == 0 ? 0 : lines[index].box.top - lines[index - 1].box.bottom
                text += "\(index) gap \((gap * 10).rounded() / 10) x \(Int(lines[index].box.left))-\(Int(lines[index].box.right)) h \((lines[index].height*10).rounded()/10) seed \(seeds[index]) lonely \(lonely[index]) worth \(worth[index]) choice \(choice[index] ?? -1) | \(lines[index].chunks(wider: height).map(\.text).joined(separator: " | ").prefix(90))\n"
            }
            FileHandle.standardError.write(Data(text.utf8))
        }
        var regions: [Region] = []
        var index = 0
        if let carried, let end = goOn(with: carried, worth, lonely) {
            regions.append(Region(lines: 0..<end, gutters: carried.narrowed(to: lines[..<end])))
            index = end
        }
        while index < lines.count {
            if let end = choice[index] {
                regions.append(
                    Region(
                        lines: index..<end, gutters: Gutters(Array(lines[index..<end])).withoutMarks(lines[index..<end])
                    ))
                index = end
            } else {
                index += 1
            }
        }
        return regions
    }

    /// The strips of a table. A header may stand beside the columns that it names: where there are as many as it has parts,
    /// the rows alone tell where they are.
    private func gutters(_ range: Range<Int>) -> Gutters {
        let range = range.lowerBound + min(titles[range.lowerBound], range.count - 1)..<range.upperBound
        let all = Gutters(Array(lines[range])).withoutMarks(lines[range])
        guard lines[range.lowerBound].isBold, AlignedTables.isHeaded(lines[range]) else { return all }
        let rows = lines[range].drop { $0.isBold }
        guard !rows.isEmpty else { return all }
        let below = Gutters(Array(rows)).withoutMarks(rows)
        let parts = lines[range.lowerBound].chunks(wider: lines[range.lowerBound].height)
        return below.columnCount == parts.count && below.columnCount < all.columnCount ? below : all
    }

    /// What a stretch of lines is worth as a table: for each line the columns in which it has words beyond the first, and one
    /// more where it begins in a column behind the first. Nothing for strips so narrow that chance may have left them.
    private func value(_ gaps: [(left: Double, right: Double)], _ range: ClosedRange<Int>, _ lonely: [Bool]) -> Int {
        let whole = range
        let range = range.lowerBound + min(titles[range.lowerBound], range.count - 1)...range.upperBound
        let strips = gaps.filter { Gutters.divides($0.left, $0.right, lines[range], height: height) }
        guard let first = strips.first else { return -AlignedTables.tableCost }
        var value = whole.count - range.count
        let left = lines[range].reduce(.infinity) { min($0, $1.box.left) }
        for index in range {
            let line = lines[index]
            var columns = 0
            var strip = 0
            var isOpen = false
            for word in line.words {
                while strip < strips.count, word.box.left >= strips[strip].right - 1 {
                    strip += 1
                    isOpen = false
                }
                if !isOpen { columns += 1 }
                isOpen = true
            }
            value += columns - 1
            if strips.contains(where: { line.box.left >= $0.right - 1 && line.box.left < $0.right + 1.2 * height }) {
                value += 1
            }
            // A line that stands alone in the first column is a title more often than a row, unless it is set in from
            // the margin where titles begin.
            if lonely[index], line.box.left < first.left {
                value += left > margin + 2 && line.box.left < left + 1.5 ? 1 : -6
            }
            // Another header begins another table.
            if headed[index], index > whole.lowerBound { value -= 6 }
        }
        // A header alone names what no table holds.
        if whole.count == 1 { return 1 }
        if headed[whole.lowerBound] { value += 4 }
        // Few lines make a table under a header, or where its strips are wider than any chance leaves them.
        let isClear = headed[whole.lowerBound] || strips.contains { $0.right - $0.left >= 2.5 * height }
        return value - (isClear ? 1 : AlignedTables.tableCost)
    }

    /// Whether white space parts a line from those above and below it.
    private func isLonely(_ index: Int) -> Bool { isParted(index) && isParted(index + 1) }

    /// Whether white space parts a line from the one above; a sheet's ends part, too.
    private func isParted(_ index: Int) -> Bool {
        index == 0 || index == lines.count || lines[index].box.top - lines[index - 1].box.bottom > rowGap
    }

    /// What it costs that a table begins or ends within a row.
    private func cuts(_ start: Int, _ end: Int) -> Int {
        (isParted(start) ? 0 : AlignedTables.cutCost) + (isParted(end) ? 0 : AlignedTables.cutCost)
    }

    /// Where the table that ended the sheet before ends on this one; nil where it does not go on, or where the lines
    /// here make a better table of their own.
    private func goOn(with carried: Gutters, _ worth: [Int], _ lonely: [Bool]) -> Int? {
        var best: Int?
        var most = worth[0]
        let gaps = carried.strips.map { (left: $0.left, right: $0.right) }
        for end in lines.indices {
            guard end == 0 || isNear(end), carried.fits(lines[end]), carried.holds(lines[end]) else { break }
            let value =
                self.value(gaps, 0...end, lonely) + AlignedTables.tableCost - cuts(0, end + 1) + worth[end + 1]
            if value > most { (best, most) = (end + 1, value) }
        }
        return best
    }

    // MARK: What is a table

    /// Tables with the rows behind them that a short line or two part from them: what stands alone may be a cell's.
    private func grown(_ regions: [Region]) -> [Region] {
        var grown = regions
        for index in grown.indices {
            let floor = index > 0 ? grown[index - 1].lines.upperBound : 0
            if hasNames(grown[index], floor) {
                grown[index].lines = (grown[index].lines.lowerBound - 1)..<grown[index].lines.upperBound
            }
            let limit = index + 1 < grown.count ? grown[index + 1].lines.lowerBound : lines.count
            while let end = end(beyond: grown[index], limit) {
                grown[index].lines = grown[index].lines.lowerBound..<end
            }
        }
        return grown
    }

    /// Whether right above a table stand as many words, or groups of words, as it has columns: they name them, though they
    /// may stand beside them.
    private func hasNames(_ region: Region, _ floor: Int) -> Bool {
        let start = region.lines.lowerBound
        guard start > floor, !headed[start], lines[start].box.top - lines[start - 1].box.bottom < height else { return false }
        let parts = lines[start - 1].chunks(wider: 1.1 * height)
        return parts.count == region.gutters.columnCount && (lines[start - 1].box.left - lines[start].box.left).magnitude < 3
    }

    private func end(beyond region: Region, _ limit: Int) -> Int? {
        let start = region.lines.upperBound
        for next in start..<max(start, min(start + 3, limit)) {
            guard isNear(next), region.gutters.fits(lines[next]), region.gutters.holds(lines[next]) else { return nil }
            if isRow(next, of: region) { return next + 1 }
        }
        return nil
    }

    /// Whether a line's parts begin where columns of a table do.
    private func isRow(_ index: Int, of region: Region) -> Bool {
        let parts = lines[index].chunks(wider: 1.1 * height)
        guard parts.count > 1, !headed[index] else { return false }
        return parts.dropFirst().allSatisfy { part in
            region.gutters.strips.contains { (part.box.left - $0.right).magnitude < 3 }
        }
    }

    /// Tables that a line running across parts, and that share their columns, are one.
    private func merged(_ regions: [Region]) -> [Region] {
        var merged: [Region] = []
        for region in regions {
            guard let last = merged.last, (0...2).contains(region.lines.lowerBound - last.lines.upperBound),
                (last.lines.upperBound...region.lines.lowerBound).allSatisfy(isNear), !headed[region.lines.lowerBound]
            else {
                merged.append(region)
                continue
            }
            let both = Gutters(Array(lines[last.lines] + lines[region.lines])).withoutMarks(
                lines[last.lines] + lines[region.lines])
            if both.columnCount == max(last.gutters.columnCount, region.gutters.columnCount),
                both.columnCount == min(last.gutters.columnCount, region.gutters.columnCount)
            {
                merged[merged.count - 1] = Region(
                    lines: last.lines.lowerBound..<region.lines.upperBound, gutters: both, titles: last.titles)
            } else {
                merged.append(region)
            }
        }
        return merged
    }

    /// Whether lines begin with a header: bold words in columns over words that are not bold.
    static func isHeaded(_ lines: some Collection<WordLine>) -> Bool {
        guard let first = lines.first, first.isBold, first.chunks(wider: first.height).count > 1 else { return false }
        // The rows of a header at the foot of a sheet stand on the next.
        return lines.count == 1 || lines.dropFirst().prefix(4).contains { !$0.isBold }
    }

    /// Whether what stands in columns is a table, and no list and no lone pair.
    private func isTable(_ region: Region) -> Bool {
        let members = lines[region.lines]
        guard region.gutters.columnCount >= 2 else { return false }
        let divided = members.count { line in
            Set(line.words.map { region.gutters.column(of: $0.centre) }).count > 1
        }
        guard divided >= 2 || divided == 1 && (members.count == 1 && region.lines.lowerBound == 0 || headed[region.lines.lowerBound]) else { return false }
        guard region.gutters.columnCount == 2 else { return true }
        // A first column of nothing but numbers or bullets before one column of words is a list.
        let marked = members.filter { line in
            line.words.first.map { region.gutters.column(of: $0.centre) == 0 } ?? false
        }
        return !marked.allSatisfy { line in
            line.words.count { region.gutters.column(of: $0.centre) == 0 } == 1 && ListMark.of(line) != nil
        }
    }
}
