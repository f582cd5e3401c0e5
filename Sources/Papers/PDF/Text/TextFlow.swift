/// Puts the lines of a column or cell together into paragraphs and items, by the white space around them.
struct TextFlow {
    /// A paragraph or item as it flows.
    struct Part {
        var runs: [Run]
        var box: Box
        var isBullet = false
        /// The left edge of an item's sign; nesting is told by comparing those of one list.
        var markLeft = 0.0
        /// Whether it stands right under the part before it.
        var isTight = false
        var isBold: Bool
        var size: Double
        var lineCount = 1
        /// White space behind the last word, in points.
        var room = 0.0
        /// Width of the first word, in points; nothing for an item, which goes on with nothing.
        var firstWord: Double?
    }

    /// The sign left where a line end divides a word; whether the hyphen is the word's own is decided at the end.
    static let divided: Character = "\u{AD}"

    /// - Parameters:
    ///   - lines: From the top down.
    ///   - right: Where the column ends: a line that leaves room for the next word before it was ended on purpose.
    ///   - leading: The white space between two lines of a paragraph, where more lines than these tell it.
    static func parts(_ lines: [WordLine], right: Double, leading known: Double? = nil) -> [Part] {
        let leading = known ?? smallGap(lines)
        // Where only these lines tell what is usual, more is needed to be sure of a gap.
        let slack = known == nil ? 0.2 : 0.06
        var parts: [Part] = []
        var previous: WordLine?
        /// Where the words of the open item begin.
        var textLeft = 0.0
        for line in lines {
            let mark = ListMark.of(line)
            defer {
                previous = line
                if let last = parts.indices.last { parts[last].room = right - line.box.right }
            }
            guard let above = previous, let last = parts.indices.last else {
                parts.append(part(line, mark, isTight: false))
                textLeft = left(of: line, mark)
                continue
            }
            let gap = line.box.top - above.box.bottom
            let isApart = gap > leading + max(slack * line.height, 0.6)
            let room = right - above.box.right - 0.25 * line.height
            let isEnded = room > (line.words.first?.box.width ?? 0) + 2
            // A dash at the start of a line may be the sentence's own.
            let opens = mark.map { $0 == .sign || isEnded || isApart || $0 == .number && isHung(line) } ?? false
            let isRestyled =
                above.isBold != line.isBold && (above.isBold || isApart || isEnded)
                || (above.size - line.size).magnitude > 1.2
            if opens || isApart || isRestyled {
                parts.append(part(line, mark, isTight: false))
                textLeft = left(of: line, mark)
            } else if isEnded, !goesOn(parts[last], line), !(parts[last].isBullet && line.box.left >= textLeft - 3) {
                parts.append(part(line, nil, isTight: true))
                textLeft = line.box.left
            } else {
                join(line, to: &parts[last])
            }
        }
        return parts
    }

    /// Whether a part at the top of a sheet goes on with one at the foot of the sheet before: its first word had no
    /// room there, and no sentence ended.
    static func goesOn(_ above: Part, over below: Part) -> Bool {
        guard let word = below.firstWord, above.room < word + 2.5, above.isBold == below.isBold,
            (above.size - below.size).magnitude < 0.6, let sign = above.runs.last?.text.unicodeScalars.last
        else { return false }
        return !".!?:;".unicodeScalars.contains(sign)
    }

    /// Adds the words of a part that goes on with another.
    static func join(_ below: Part, to above: inout Part) {
        if let last = above.runs.indices.last, isDivided(above.runs[last].text, below.runs.first?.text ?? "") {
            above.runs[last].text.removeLast()
            above.runs[last].text.append(divided)
        } else if let last = above.runs.indices.last, !isSlashed(above.runs[last].text) {
            above.runs[last].text.append(" ")
        }
        for run in below.runs {
            if let last = above.runs.indices.last, above.runs[last].isBold == run.isBold {
                above.runs[last].text += run.text
            } else {
                above.runs.append(run)
            }
        }
        above.lineCount += below.lineCount
        above.room = below.room
    }

    /// Lines that flow together, and where their column ends.
    typealias Column = (lines: [WordLine], right: Double)

    /// The usual gap between two lines of one paragraph: the one behind lines that had no room for the next word.
    /// Nil where there are not enough such lines.
    static func leading(_ columns: [Column], atLeast count: Int = 1) -> Double? {
        var gaps: [Double] = []
        for column in columns {
            for (above, line) in zip(column.lines, column.lines.dropFirst()) {
                let word = line.words.first?.box.width ?? 0
                let gap = line.box.top - above.box.bottom
                if column.right - above.box.right < word + 2, gap < line.height { gaps.append(gap) }
            }
        }
        gaps.sort()
        return gaps.count < count ? nil : gaps[gaps.count / 2]
    }

    /// The smaller gaps between lines, where nothing tells which of them divide paragraphs.
    private static func smallGap(_ lines: [WordLine]) -> Double {
        let gaps = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.bottom }.filter { $0 < 10 }.sorted()
        return gaps.isEmpty ? 0 : min(gaps[gaps.count / 4], 6)
    }

    private static func left(of line: WordLine, _ mark: ListMark?) -> Double {
        mark != nil && line.words.count > 1 ? line.words[1].box.left : line.box.left
    }

    /// Whether more room than a space parts the mark from its words.
    private static func isHung(_ line: WordLine) -> Bool {
        guard line.words.count > 1 else { return false }
        return line.words[1].box.left - line.words[0].box.right > 0.45 * line.height
    }

    /// Whether a line that ended early still goes on: the next begins small, or its last word asks for another.
    private static func goesOn(_ part: Part, _ line: WordLine) -> Bool {
        guard let first = line.words.first?.text.utf8.first, let last = part.runs.last?.text else { return false }
        return first.isLower || first == UInt8(ascii: "(") || first == UInt8(ascii: "&") || LineJoin.isUnfinished(last)
    }

    private static func part(_ line: WordLine, _ mark: ListMark?, isTight: Bool) -> Part {
        var words = line.words
        let isBullet = mark == .sign || mark == .dash
        if isBullet { words.removeFirst() }
        var part = Part(runs: [], box: line.box, isTight: isTight, isBold: line.isBold, size: line.size)
        part.isBullet = isBullet
        part.markLeft = line.box.left
        part.firstWord = mark == nil ? words.first?.box.width : nil
        add(words, to: &part.runs)
        return part
    }

    private static func join(_ line: WordLine, to part: inout Part) {
        part.box = part.box.union(line.box)
        part.lineCount += 1
        part.isBold = part.isBold && line.isBold
        if let last = part.runs.indices.last, isDivided(part.runs[last].text, line.words.first?.text ?? "") {
            part.runs[last].text.removeLast()
            part.runs[last].text.append(divided)
        } else if let last = part.runs.indices.last, !isSlashed(part.runs[last].text) {
            part.runs[last].text.append(" ")
        }
        add(line.words, to: &part.runs)
    }

    /// Whether a line ends in a stroke right behind a word, or a dash behind a figure: what follows belongs to it.
    private static func isSlashed(_ end: String) -> Bool {
        let scalars = end.unicodeScalars.suffix(2)
        guard scalars.count == 2, let before = scalars.first?.properties, let last = scalars.last else { return false }
        return last == "/" && (before.isAlphabetic || before.numericType != nil)
            || (last == "\u{2013}" || last == "-") && before.numericType != nil
    }

    private static func isDivided(_ end: String, _ start: String) -> Bool {
        guard let last = end.unicodeScalars.last, [0x2D, 0x2010, 0xAD].contains(last.value),
            start.unicodeScalars.first?.properties.isLowercase == true
        else { return false }
        return end.unicodeScalars.dropLast().last?.properties.isAlphabetic == true
    }

    private static func add(_ words: [Word], to runs: inout [Run]) {
        for (index, word) in words.enumerated() {
            let space = index == 0 ? "" : " "
            if let last = runs.indices.last, runs[last].isBold == word.isBold {
                runs[last].text += space + word.text
            } else if let last = runs.indices.last {
                if index > 0 { runs[last].text += " " }
                runs.append(Run(word.text, isBold: word.isBold))
            } else {
                runs.append(Run(word.text, isBold: word.isBold))
            }
        }
    }
}
