/// Finds tables without lines between their columns among the lines of a sheet.
///
/// Each stretch of lines is worth as much as it fills columns that white strips divide; of all ways to divide the sheet
/// into such stretches and text, the one worth most is taken.
struct AlignedTables {
    /// A stretch of lines, and the strips that divide it.
    struct Region {
        var lines: Range<Int>
        var gutters: Gutters
        /// How many of its lines name several columns at once, over the header that names each.
        var titles = 0
    }

    /// More lines and words on a sheet than any table has that is printed to be read.
    private static let lineLimit = 400
    private static let wordLimit = 20_000

    let sheet: TableLines
    var lines: [WordLine] { sheet.lines }

    /// - Parameters:
    ///   - lines: From the top down, those of ruled tables left out.
    ///   - carried: The strips of a table that ended the sheet before and may go on here.
    ///   - leading: The gap between lines of a paragraph, where other text tells it.
    static func find(_ lines: [WordLine], carried: Gutters? = nil, leading: Double? = nil) -> [Region] {
        guard !lines.isEmpty, lines.count <= lineLimit, lines.reduce(0, { $0 + $1.words.count }) <= wordLimit else {
            return []
        }
        let finder = AlignedTables(sheet: TableLines(lines, leading: leading))
        guard carried != nil || finder.sheet.seeds.contains(true) else { return [] }
        return finder.merged(finder.grown(finder.divided(carried).filter(finder.isTable)))
    }

    /// The best way to divide the lines, worked out from the last line upwards.
    private func divided(_ carried: Gutters?) -> [Region] {
        let width = lines.map(\.box.right).max() ?? 0
        let masks = lines.map { line in
            var mask = LineMask(width: width)
            mask.cover(line)
            return mask
        }
        var worth = [Int](repeating: 0, count: lines.count + 1)
        var choice = [Int?](repeating: nil, count: lines.count)
        for start in lines.indices.reversed() {
            worth[start] = worth[start + 1]
            var mask = LineMask(width: width)
            var hasSeed = false
            for end in start..<lines.count {
                guard end == start || sheet.isNear(end) else { break }
                if end >= start + sheet.titles[start] { mask.formUnion(masks[end]) }
                hasSeed = hasSeed || sheet.seeds[end]
                guard hasSeed, end > start || sheet.headed[start] else { continue }
                let gaps = mask.gaps(atLeast: 0.18 * sheet.height)
                guard !gaps.isEmpty else { continue }
                let value = sheet.value(gaps, start...end) - sheet.cuts(start, end + 1) + worth[end + 1]
                if value > worth[start] { (worth[start], choice[start]) = (value, end + 1) }
            }
        }
        var regions: [Region] = []
        var index = 0
        if let carried, let end = goOn(with: carried, worth, own: choice[0]) {
            regions.append(Region(lines: 0..<end, gutters: carried.narrowed(to: lines[..<end])))
            index = end
        }
        while index < lines.count {
            if let end = choice[index] {
                regions.append(
                    Region(
                        lines: index..<end, gutters: gutters(index..<end),
                        titles: min(sheet.titles[index], end - index - 1)))
                index = end
            } else {
                index += 1
            }
        }
        return regions
    }

    /// The strips of a table. A header may stand beside the columns that it names: where there are as many as it has parts,
    /// the rows alone tell where they are.
    func gutters(_ range: Range<Int>) -> Gutters {
        let range = range.lowerBound + min(sheet.titles[range.lowerBound], range.count - 1)..<range.upperBound
        let all = gutters(lines[range])
        guard lines[range.lowerBound].isBold, TableLines.isHeaded(lines[range]) else { return all }
        let rows = lines[range].drop { $0.isBold }
        guard !rows.isEmpty else { return all }
        let below = gutters(rows)
        let parts = lines[range.lowerBound].chunks(wider: lines[range.lowerBound].height)
        return below.columnCount == parts.count && below.columnCount < all.columnCount ? below : all
    }

    /// The strips that lines leave free, but for those behind bullets and numbers.
    func gutters(_ members: ArraySlice<WordLine>) -> Gutters { Gutters(Array(members)).withoutMarks(members) }

    /// Where the table that ended the sheet before ends on this one; nil where it does not go on, or where the lines
    /// here make a better table of their own.
    /// - Parameter own: Where such a table would end.
    private func goOn(with carried: Gutters, _ worth: [Int], own: Int?) -> Int? {
        // A header that divides more columns tells more than the sheet before.
        if sheet.headed[0], let own, gutters(0..<own).columnCount > carried.columnCount { return nil }
        var best: Int?
        var most = worth[0]
        let gaps = carried.strips.map { (left: $0.left, right: $0.right) }
        for end in lines.indices {
            guard end == 0 || sheet.isNear(end), carried.fits(lines[end]), carried.holds(lines[end]) else { break }
            let value =
                sheet.value(gaps, 0...end, isKnown: true) + TableLines.tableCost - sheet.cuts(0, end + 1)
                + worth[end + 1]
            if value > most { (best, most) = (end + 1, value) }
        }
        return best
    }
}
