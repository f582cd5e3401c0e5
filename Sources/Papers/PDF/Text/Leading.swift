/// The usual white space between two lines of one paragraph on a sheet, in points.
enum Leading {
    /// Told by words that begin small right under others: they go on with what stands above them, whether in a paragraph or
    /// in a cell. Nil where too few do.
    static func of(_ lines: [WordLine]) -> Double? {
        let parts = lines.map { $0.chunks(wider: 1.1 * $0.height) }
        var gaps: [Double] = []
        for index in lines.indices.dropFirst() {
            for part in parts[index] where isSmall(part.words[0].text) {
                if let gap = gap(above: part, in: parts[max(0, index - 6)..<index]) { gaps.append(gap) }
            }
        }
        gaps.sort()
        return gaps.count < 2 ? nil : gaps[gaps.count / 2]
    }

    /// Whether a word is one that goes on with a sentence, and no "n/a".
    private static func isSmall(_ word: String) -> Bool {
        word.utf8.count > 1 && word.utf8.first?.isLower == true && !word.utf8.contains(UInt8(ascii: "/"))
    }

    /// How far a part of a line stands below the nearest one that begins about where it does.
    private static func gap(above part: WordLine, in lines: ArraySlice<[WordLine]>) -> Double? {
        for line in lines.reversed() {
            let above = line.last { $0.box.left < part.box.right && $0.box.right > part.box.left }
            guard let above else { continue }
            let isUnder = (above.box.left - part.box.left).magnitude < 1.5 * part.height
            let gap = part.box.top - above.box.bottom
            return isUnder && above.words.count > 1 && gap < part.height && gap > -0.5 * part.height ? gap : nil
        }
        return nil
    }
}
