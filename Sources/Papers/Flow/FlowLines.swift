/// Gathers the runs of one paragraph, line by line, as word processors and web pages give them: in pieces.
///
/// White space is folded across pieces, soft hyphens and marks without width are dropped, and signs of symbol fonts
/// become the letters that they look like.
struct FlowLines {
    private struct Line {
        var runs: [Run] = []
        /// The sheet on which its first word stands.
        var sheet: Int?
    }

    private var lines: [Line] = [Line()]
    /// Whether no word has come yet.
    private(set) var isBlank = true

    /// Adds words in one style.
    /// - Parameter sheet: The sheet that they stand on, where sheets are known.
    mutating func add(_ text: String, isBold: Bool = false, sheet: Int? = nil) {
        let last = lines.count - 1
        let endsInSpace = lines[last].runs.last.map { $0.text.utf8.last == .space } ?? true
        let words = FlowLines.folded(text, afterSpace: endsInSpace)
        if words.isEmpty { return }
        if words != " " {
            isBlank = false
            if lines[last].sheet == nil { lines[last].sheet = sheet }
        }
        let end = lines[last].runs.count - 1
        if end >= 0, lines[last].runs[end].isBold == isBold || words == " " {
            lines[last].runs[end].text += words
        } else {
            lines[last].runs.append(Run(words, isBold: isBold))
        }
    }

    /// Goes on in a new line of the same paragraph.
    mutating func breakLine() {
        if let last = lines.last, !last.runs.isEmpty { lines.append(Line()) }
    }

    /// Adds all lines of a paragraph that goes on in this one.
    mutating func append(_ other: FlowLines) {
        for (index, line) in other.lines.enumerated() {
            if index > 0 { breakLine() }
            for run in line.runs { add(run.text, isBold: run.isBold, sheet: line.sheet) }
        }
    }

    /// Its lines with words in them; all but the first stand tight.
    /// - Parameter sheet: The sheet for lines that know none.
    func passages(sheet: Int? = nil) -> [Passage] {
        var passages: [Passage] = []
        for line in lines {
            var runs = line.runs
            while let last = runs.popLast() {
                var text = last.text
                while text.utf8.last == .space { text.removeLast() }
                if text.isEmpty { continue }
                runs.append(Run(text, isBold: last.isBold))
                break
            }
            if runs.isEmpty { continue }
            passages.append(Passage(runs, place: Place(sheet: line.sheet ?? sheet), isTight: !passages.isEmpty))
        }
        return passages
    }

    /// A text with white space folded, and what is not for reading left out.
    private static func folded(_ text: String, afterSpace: Bool) -> String {
        var afterSpace = afterSpace
        var isPlain = true
        var space = afterSpace
        for byte in text.utf8 {
            if byte == .space {
                if space { isPlain = false; break }
                space = true
            } else if byte > .space, byte < 0x7F {
                space = false
            } else {
                isPlain = false
                break
            }
        }
        if isPlain { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21..<0x7F:
                folded.append(scalar)
                afterSpace = false
            case 9...13, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                if !afterSpace { folded.append(" ") }
                afterSpace = true
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC:
                continue
            case 0x2010, 0x2011:
                folded.append("-")
                afterSpace = false
            case 0xF020...0xF0FF:
                guard let sign = SymbolFont.wingdings.scalar(scalar.value) else { continue }
                folded.append(sign)
                afterSpace = false
            default:
                folded.append(scalar)
                afterSpace = false
            }
        }
        return String(folded)
    }
}
