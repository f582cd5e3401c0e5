/// The lines of a sheet among which tables are sought, with what tells tables from text.
struct TableLines {
    let lines: [WordLine]
    /// The usual height of a line.
    let height: Double
    /// Where the words furthest to the left begin.
    let margin: Double
    /// Whether a table's header begins on a line.
    let headed: [Bool]
    /// Where a table's header begins on a line: how many lines of it stand above the last row of the header.
    let titles: [Int]
    /// Whether a line is divided by gaps wider than any between words.
    let seeds: [Bool]
    /// Whether a line stands alone, undivided and with white space above and below it.
    let lonely: [Bool]
    /// The usual white space between two lines of a cell, and more: a row may end there.
    private let rowGap: Double

    /// - Parameters:
    ///   - lines: At least one, from the top down.
    ///   - leading: The gap between lines of a paragraph, where other text tells it.
    init(_ lines: [WordLine], leading: Double?) {
        self.lines = lines
        let height = lines.map(\.height).sorted()[lines.count / 2]
        self.height = height
        margin = lines.reduce(.infinity) { min($0, $1.box.left) }
        let gaps = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.bottom }.filter { $0 > -2 }.sorted()
        let rowGap = min(gaps.isEmpty ? 0 : gaps[gaps.count / 5], leading ?? 0.2 * height) + 0.28 * height
        self.rowGap = rowGap
        let headed = TableLines.headed(lines)
        self.headed = headed
        titles = lines.indices.map { headed[$0] ? TableLines.titles(lines[$0...]) : 0 }
        let seeds = lines.map(TableLines.isSeed)
        self.seeds = seeds
        let parted = (0...lines.count).map { TableLines.isParted(lines, $0, rowGap) }
        lonely = lines.indices.map { parted[$0] && parted[$0 + 1] && !seeds[$0] }
    }

    /// How far apart two lines of one table may stand.
    func isNear(_ index: Int) -> Bool {
        lines[index].box.top - lines[index - 1].box.bottom < 3.2 * max(lines[index].height, lines[index - 1].height)
    }

    /// Whether white space parts a line from the one above; a sheet's ends part, too.
    func isParted(_ index: Int) -> Bool { TableLines.isParted(lines, index, rowGap) }

    private static func isParted(_ lines: [WordLine], _ index: Int, _ rowGap: Double) -> Bool {
        index == 0 || index == lines.count || lines[index].box.top - lines[index - 1].box.bottom > rowGap
    }

    /// A number or bullet belongs to the words behind it.
    private static func isSeed(_ line: WordLine) -> Bool {
        let chunks = line.chunks(wider: 1.1 * line.height)
        return chunks.count > 2 || chunks.count == 2 && !(chunks[0].words.count == 1 && ListMark.of(line) != nil)
    }

    // MARK: Headers

    /// Whether lines begin with a header: bold words in columns over words that are not bold.
    static func isHeaded(_ lines: some Collection<WordLine>) -> Bool {
        guard let first = lines.first, first.isBold, first.chunks(wider: first.height).count > 1 else { return false }
        // The rows of a header at the foot of a sheet stand on the next.
        return lines.count == 1 || lines.dropFirst().prefix(4).contains { !$0.isBold }
    }

    private static func headed(_ lines: [WordLine]) -> [Bool] {
        var headed = lines.indices.map { isHeaded(lines[$0...]) }
        // A header of several lines begins with the first.
        var isOpen = false
        for index in lines.indices {
            isOpen =
                isOpen && lines[index].isBold
                && lines[index].box.top - lines[index - 1].box.bottom < lines[index].height
            if isOpen { headed[index] = false } else { isOpen = headed[index] }
        }
        return headed
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
}
