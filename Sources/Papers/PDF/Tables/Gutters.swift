/// The white strips that run down a table between its columns.
struct Gutters {
    /// A strip that no word crosses, by its left and right edge.
    struct Strip {
        var left: Double
        var right: Double
        var width: Double { right - left }
        var middle: Double { (left + right) / 2 }
    }

    private(set) var strips: [Strip]

    /// The strips that all lines leave free. The more lines there are, the narrower a strip may be: a gap between two
    /// words rarely lies over another gap for long.
    init(_ lines: [WordLine]) {
        let words = lines.flatMap(\.words).map(\.box).sorted { $0.left < $1.left }
        strips = []
        guard var reach = words.first?.right else { return }
        var candidates: [Strip] = []
        for box in words.dropFirst() {
            if box.left > reach { candidates.append(Strip(left: reach, right: box.left)) }
            reach = max(reach, box.right)
        }
        let height = lines.map(\.height).sorted()[lines.count / 2]
        let isHeaded = TableLines.isHeaded(lines)
        strips = candidates.filter {
            Gutters.divides($0.left, $0.right, lines[...], height: height, isHeaded: isHeaded)
        }
    }

    /// Whether a strip that lines leave free divides columns: where it is wider than chance would leave it, or where what
    /// stands behind it begins at one edge, and wide white space before it or a header shows that this is a column's.
    static func divides(_ left: Double, _ right: Double, _ lines: ArraySlice<WordLine>, height: Double, isHeaded: Bool)
        -> Bool
    {
        let support = lines.count { $0.box.left < left + 0.1 && $0.box.right > right - 0.1 }
        guard support > 0 else { return false }
        if right - left >= leastWidth(support: support) * height { return true }
        guard right - left >= 0.18 * height else { return false }
        var starts = 0
        var isWide = isHeaded && right - left >= 0.3 * height
        for line in lines {
            guard let index = line.words.firstIndex(where: { ($0.box.left - right).magnitude < 0.8 }) else { continue }
            starts += 1
            if index > 0, right - line.words[index - 1].box.right >= 1.4 * height { isWide = true }
        }
        return isWide && starts > 1 && starts * 3 >= support * 2
    }

    /// How wide a strip has to be, as a share of the letters' height, where so many lines leave it free.
    private static func leastWidth(support: Int) -> Double { support >= 6 ? 0.38 : support >= 3 ? 0.8 : 1.4 }

    /// Without the strips behind bullets and numbers: a mark belongs to the words behind it.
    func withoutMarks(_ lines: some Sequence<WordLine>) -> Gutters {
        var marks = [Bool](repeating: true, count: columnCount)
        var filled = [Bool](repeating: false, count: columnCount)
        for line in lines {
            for (index, word) in line.words.enumerated() {
                let column = self.column(of: word.centre)
                guard marks[column] else { continue }
                filled[column] = true
                let rest = WordLine(Array(line.words[index...]))
                marks[column] = rest.map { ListMark.of($0) != nil } ?? false
            }
        }
        var result = self
        result.strips = strips.enumerated().filter { !(marks[$0.offset] && filled[$0.offset]) }.map(\.element)
        return result
    }

    var columnCount: Int { strips.count + 1 }

    /// Whether a line leaves a part of every strip free.
    func fits(_ line: WordLine) -> Bool { strips.allSatisfy { Gutters.isFree($0, line) } }

    /// Whether a line begins where one of the columns does: what goes on with a table stands in its columns.
    func holds(_ line: WordLine) -> Bool {
        guard let first = strips.first else { return false }
        return line.box.left < first.left || strips.contains { (line.box.left - $0.right).magnitude < 3 }
    }

    /// Whether a stretch of a strip, wide enough to divide two columns, is free of a line's words.
    private static func isFree(_ strip: Strip, _ line: WordLine) -> Bool {
        var left = strip.left
        for word in line.words where word.box.right > strip.left && word.box.left < strip.right {
            if word.box.left - left >= 0.38 * line.height { return true }
            left = max(left, word.box.right)
        }
        return strip.right - left >= 0.38 * line.height
    }

    /// The strips as far as the lines of another sheet leave them free, too: of each the widest stretch.
    func narrowed(to lines: ArraySlice<WordLine>) -> Gutters {
        var result = self
        let boxes = lines.flatMap(\.words).map(\.box).sorted { $0.left < $1.left }
        for (index, strip) in strips.enumerated() {
            var best: Strip?
            var reach = strip.left
            for box in boxes where box.right > strip.left && box.left < strip.right {
                if box.left - reach > best?.width ?? 0 { best = Strip(left: reach, right: box.left) }
                reach = max(reach, box.right)
            }
            if strip.right - reach > best?.width ?? 0 { best = Strip(left: reach, right: strip.right) }
            if let best { result.strips[index] = best }
        }
        return result
    }

    /// The column in which a point lies, counted from 0.
    func column(of x: Double) -> Int { strips.count { $0.middle <= x } }
}
