/// What becomes of tables once a sheet is divided: rows that they lost, parts that are one, and what is none.
extension AlignedTables {
    /// Tables with the rows behind them that a short line or two part from them: what stands alone may be a cell's.
    func grown(_ regions: [Region]) -> [Region] {
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
        guard start > floor, !sheet.headed[start], lines[start].box.top - lines[start - 1].box.bottom < sheet.height
        else {
            return false
        }
        let parts = lines[start - 1].chunks(wider: 1.1 * sheet.height)
        return parts.count == region.gutters.columnCount
            && (lines[start - 1].box.left - lines[start].box.left).magnitude < 3
    }

    /// Where a table ends that has one row more, up to two lines further on; nil where it has none.
    private func end(beyond region: Region, _ limit: Int) -> Int? {
        let start = region.lines.upperBound
        for next in start..<max(start, min(start + 3, limit)) {
            guard sheet.isNear(next), region.gutters.fits(lines[next]), region.gutters.holds(lines[next]) else {
                return nil
            }
            if isRow(next, of: region) { return next + 1 }
        }
        return nil
    }

    /// Whether a line's parts begin where columns of a table do.
    private func isRow(_ index: Int, of region: Region) -> Bool {
        let parts = lines[index].chunks(wider: 1.1 * sheet.height)
        guard parts.count > 1, !sheet.headed[index] else { return false }
        return parts.dropFirst().allSatisfy { part in
            region.gutters.strips.contains { (part.box.left - $0.right).magnitude < 3 }
        }
    }

    /// Tables that a line running across parts, and that share their columns, are one.
    func merged(_ regions: [Region]) -> [Region] {
        var merged: [Region] = []
        for region in regions {
            guard let last = merged.last, (0...2).contains(region.lines.lowerBound - last.lines.upperBound),
                (last.lines.upperBound...region.lines.lowerBound).allSatisfy(sheet.isNear),
                !sheet.headed[region.lines.lowerBound]
            else {
                merged.append(region)
                continue
            }
            let both =
                last.lines.upperBound == region.lines.lowerBound
                ? gutters(last.lines.lowerBound..<region.lines.upperBound)
                : gutters(lines[last.lines] + lines[region.lines])
            if both.columnCount == last.gutters.columnCount, region.gutters.columnCount <= both.columnCount {
                merged[merged.count - 1] = Region(
                    lines: last.lines.lowerBound..<region.lines.upperBound, gutters: both, titles: last.titles)
            } else {
                merged.append(region)
            }
        }
        return merged
    }

    /// Whether what stands in columns is a table, and no list and no lone pair.
    func isTable(_ region: Region) -> Bool {
        let members = lines[region.lines]
        guard region.gutters.columnCount >= 2 else { return false }
        let divided = members.count { line in
            Set(line.words.map { region.gutters.column(of: $0.centre) }).count > 1
        }
        guard
            divided >= 2
                || divided == 1
                    && (members.count == 1 && region.lines.lowerBound == 0 || sheet.headed[region.lines.lowerBound])
        else { return false }
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
