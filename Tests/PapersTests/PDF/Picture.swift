@testable import Papers

/// A sheet drawn in letters: each sign is 6 points wide and each line 12 high, so that a blank line is a wide gap.
///
/// Lines drawn of `+`, `-` and `|` are ruling lines; a word behind `!` is bold; `~` in a word is a space within it that
/// parts no words.
struct Picture {
    static let left = 60.0
    static let top = 150.0

    var words: [Word] = []
    var drawing = Drawing()

    init(_ picture: String) {
        let rows = picture.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        for (row, signs) in rows.enumerated() {
            readWords(signs, row)
            readLines(signs, row)
        }
        for column in 0..<(rows.map(\.count).max() ?? 0) {
            var start: Int?
            for row in 0...rows.count {
                let isDrawn = row < rows.count && column < rows[row].count && "|+".contains(rows[row][column])
                if isDrawn {
                    start = start ?? row
                } else if let first = start {
                    start = nil
                    guard row - first > 1 else { continue }
                    drawing.rules.append(
                        Drawing.Rule(
                            isHorizontal: false, position: Self.x(column), from: Self.y(first), to: Self.y(row - 1)))
                }
            }
        }
    }

    /// The middle of a sign.
    static func x(_ column: Int) -> Double { left + 6 * Double(column) + 3 }
    static func y(_ row: Int) -> Double { top + 12 * Double(row) + 5 }

    private mutating func readWords(_ signs: [Character], _ row: Int) {
        var column = 0
        while column < signs.count {
            guard !isBlank(signs, column) else {
                column += 1
                continue
            }
            let start = column
            while column < signs.count, !isBlank(signs, column) { column += 1 }
            let text = String(signs[start..<column]).replacing("~", with: " ")
            let isBold = text.hasPrefix("!") && text.count > 1
            let box = Box(
                left: Self.x(start) - 3, top: Self.y(row) - 5, right: Self.x(column) - 3, bottom: Self.y(row) + 5)
            words.append(Word(box: box, text: isBold ? String(text.dropFirst()) : text, isBold: isBold, size: 9))
        }
    }

    private func isBlank(_ signs: [Character], _ column: Int) -> Bool {
        if " |+".contains(signs[column]) { return true }
        guard signs[column] == "-" else { return false }
        // A dash is drawn where a row of them begins at a corner.
        let start = signs[..<column].lastIndex { $0 != "-" }
        return start.map { signs[$0] == "+" } ?? false
    }

    private mutating func readLines(_ signs: [Character], _ row: Int) {
        var column = 0
        while column < signs.count {
            let start = column
            while column < signs.count, signs[column] == "+" || signs[column] == "-" && signs[start] == "+" {
                column += 1
            }
            if column - start > 1 {
                drawing.rules.append(
                    Drawing.Rule(
                        isHorizontal: true, position: Self.y(row), from: Self.x(start), to: Self.x(column - 1)))
            }
            if column == start { column += 1 }
        }
    }

    /// A sheet of A4 with the picture on it.
    func page(_ number: Int = 1) -> WordPage { WordPage(number: number, width: 595, height: 842, words: words) }

    /// The layout of pictures, each on a sheet.
    static func layout(_ pictures: String...) -> Layout {
        let made = pictures.map(Picture.init)
        var layout = PDFLayout()
        layout.add(made.enumerated().map { $1.page($0 + 1) }, drawings: made.map(\.drawing))
        return layout.finished()
    }

    static func lines(_ pictures: String...) -> [String] {
        let made = pictures.map(Picture.init)
        var layout = PDFLayout()
        layout.add(made.enumerated().map { $1.page($0 + 1) }, drawings: made.map(\.drawing))
        return layout.finished().lines
    }
}
