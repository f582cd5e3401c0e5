/// Words that stand on one line, left to right.
struct WordLine {
    var words: [Word]
    var box: Box

    init(_ word: Word) {
        words = [word]
        box = word.box
    }

    /// - Parameter words: At least one, left to right.
    init?(_ words: [Word]) {
        guard let first = words.first else { return nil }
        self.words = words
        box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
    }

    /// Height of its tallest word; the line itself is higher where its words do not stand level.
    var height: Double { words.reduce(0) { max($0, $1.box.height) } }
    var isBold: Bool {
        words.allSatisfy { $0.isBold || !$0.text.utf8.contains { $0.isLetter || $0.isDigit } }
            && words.contains(where: \.isBold)
    }
    var size: Double { words.max { $0.text.utf8.count < $1.text.utf8.count }?.size ?? height }
    var text: String { words.map(\.text).joined(separator: " ") }

    /// Groups words into lines, from the top down. Words share a line where they overlap in height by two thirds.
    static func group(_ words: [Word]) -> [WordLine] {
        var lines: [WordLine] = []
        for word in words.sorted(by: { ($0.middle, $0.box.left) < ($1.middle, $1.box.left) }) {
            // Only the last few lines can still be open: middles only grow.
            let open = lines.indices.suffix(4).last { line in
                let box = lines[line].box
                let overlap = min(box.bottom, word.box.bottom) - max(box.top, word.box.top)
                return overlap > 0.66 * min(box.height, word.box.height)
            }
            if let open {
                lines[open].words.append(word)
                lines[open].box = lines[open].box.union(word.box)
            } else {
                lines.append(WordLine(word))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.box.left < $1.box.left } }
        return lines.sorted { $0.box.top < $1.box.top }
    }

    /// The parts of the line that gaps wider than `gap` divide.
    func chunks(wider gap: Double) -> [WordLine] {
        var parts: [WordLine] = []
        for word in words {
            if let last = parts.indices.last, word.box.left - parts[last].box.right <= gap {
                parts[last].words.append(word)
                parts[last].box = parts[last].box.union(word.box)
            } else {
                parts.append(WordLine(word))
            }
        }
        return parts
    }
}
