/// Finds tables without lines between their columns among the lines of a sheet.
///
/// Each stretch of lines is worth as much as its white strips have lines on both sides; of all ways to divide the sheet
/// into such stretches and text, the one worth most is taken.
struct AlignedTables {
    /// A stretch of lines, and the strips that divide it.
    struct Region {
        var lines: Range<Int>
        var gutters: Gutters
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
        return finder.merged(finder.divided(carried).filter(finder.isTable))
    }

    private init(_ lines: [WordLine], _ leading: Double?) {
        self.lines = lines
        height = lines.map(\.height).sorted()[lines.count / 2]
        let gaps = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.bottom }.filter { $0 > -2 }.sorted()
        rowGap = min(gaps.isEmpty ? 0 : min(gaps[gaps.count / 5], height), leading ?? height) + 0.28 * height
    }

    /// Whether a line is divided by gaps wider than any between words. A number or bullet belongs to the words behind it.
    private func isSeed(_ line: WordLine) -> Bool {
        let chunks = line.chunks(wider: 1.1 * line.height)
        return chunks.count > 2 || chunks.count == 2 && !(chunks[0].words.count == 1 && ListMark.of(line) != nil)
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
        // How many of the lines before each stand alone, between white space, in a single piece: titles more often
        // than rows.
        var lonely = [0]
        for index in lines.indices {
            let opens = index == 0 || lines[index].box.top - lines[index - 1].box.bottom > rowGap
            let ends = index + 1 == lines.count || lines[index + 1].box.top - lines[index].box.bottom > rowGap
            lonely.append(lonely[index] + (opens && ends && !seeds[index] ? 1 : 0))
        }
        var worth = [Int](repeating: 0, count: lines.count + 1)
        var choice = [Int?](repeating: nil, count: lines.count)
        for start in lines.indices.reversed() {
            worth[start] = worth[start + 1]
            var mask = masks[start]
            var seedCount = 0
            for end in start..<lines.count {
                if end > start {
                    guard isNear(end) else { break }
                    mask.formUnion(masks[end])
                }
                if seeds[end] { seedCount += 1 }
                let gaps = mask.gaps(atLeast: 0.36 * height)
                guard !gaps.isEmpty else { break }
                guard end > start, seedCount > 0 else { continue }
                let value =
                    gaps.reduce(0) { $0 + support($1, start...end) } - cost(start, end + 1)
                    - 3 * (lonely[end + 1] - lonely[start]) + worth[end + 1]
                if value > worth[start] {
                    worth[start] = value
                    choice[start] = end + 1
                }
            }
        }
        var regions: [Region] = []
        var index = 0
        if let carried, let end = goOn(with: carried, worth, choice) {
            regions.append(Region(lines: 0..<end, gutters: carried))
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

    /// What a gap is worth: how many lines have words on both sides of it, none where so few do that chance may have left it.
    private func support(_ gap: (left: Double, right: Double), _ range: ClosedRange<Int>) -> Int {
        let support = range.reduce(0) {
            $0 + (lines[$1].box.left < gap.left && lines[$1].box.right > gap.right ? 1 : 0)
        }
        let width = (gap.right - gap.left) / height
        guard width >= Gutters.leastWidth(support: support) else { return 0 }
        // Few lines make a table where its strips are wider than any chance leaves them.
        return support + (range.count <= 4 && width >= 2.5 ? 3 : 0)
    }

    private func cost(_ start: Int, _ end: Int) -> Int {
        func isCut(_ index: Int) -> Bool {
            index > 0 && index < lines.count && lines[index].box.top - lines[index - 1].box.bottom <= rowGap
        }
        return AlignedTables.tableCost + (isCut(start) ? AlignedTables.cutCost : 0)
            + (isCut(end) ? AlignedTables.cutCost : 0)
    }

    /// Where the table that ended the sheet before ends on this one; nil where it does not go on, or where the lines
    /// here make a better table of their own.
    private func goOn(with carried: Gutters, _ worth: [Int], _ choice: [Int?]) -> Int? {
        var end = 0
        while end < lines.count, end == 0 || isNear(end), carried.fits(lines[end]), carried.holds(lines[end]) {
            end += 1
        }
        // Words under the table that stand only in its first column are no longer its own.
        while end > 1, carried.column(of: lines[end - 1].box.right) == 0,
            lines[end - 1].box.top - lines[end - 2].box.bottom > 0.8 * lines[end - 1].height
        {
            end -= 1
        }
        guard end > 0 else { return nil }
        let columns = lines[..<end].map { line in Set(line.words.map { carried.column(of: $0.centre) }).count }
        let divided = columns.count { $0 > 1 }
        guard divided >= 2 || divided == 1 && end == 1 else { return nil }
        let value = columns.reduce(0) { $0 + $1 - 1 } + worth[end]
        return value + AlignedTables.tableCost >= worth[0] ? end : nil
    }

    // MARK: What is a table

    /// Tables that a line running across parts, and that share their columns, are one.
    private func merged(_ regions: [Region]) -> [Region] {
        var merged: [Region] = []
        for region in regions {
            guard let last = merged.last, (1...2).contains(region.lines.lowerBound - last.lines.upperBound),
                (last.lines.upperBound...region.lines.lowerBound).allSatisfy(isNear)
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
                    lines: last.lines.lowerBound..<region.lines.upperBound, gutters: both)
            } else {
                merged.append(region)
            }
        }
        return merged
    }

    /// Whether what stands in columns is a table, and no list and no lone pair.
    private func isTable(_ region: Region) -> Bool {
        let members = lines[region.lines]
        guard region.gutters.columnCount >= 2 else { return false }
        let divided = members.count { line in
            Set(line.words.map { region.gutters.column(of: $0.centre) }).count > 1
        }
        guard divided >= 2 || divided == 1 && members.count == 1 && region.lines.lowerBound == 0 else { return false }
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
