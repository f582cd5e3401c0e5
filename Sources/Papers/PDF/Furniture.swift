/// Tells running heads, feet and page numbers from what a sheet says: they stand at its edges, and stand there again
/// on other sheets.
struct Furniture {
    /// What a sheet has at its edges.
    struct Edge {
        var lines: [WordLine] = []
        /// The page number printed there.
        var printedPage: Int?
    }

    /// The share of a sheet's height at its upper and lower edge in which heads and feet stand.
    private static let zone = 0.12

    /// How often each line was met, by its words without numbers and where it stands.
    private var counts: [Key: Int] = [:]
    /// How often each distance between a printed number and the sheet's own was met.
    private var offsets: [Int: Int] = [:]

    private struct Key: Hashable {
        var words: String
        /// Where it stands down the sheet, in steps of some points.
        var band: Int
    }

    private struct Candidate {
        var line: WordLine
        var key: Key
        var numbers: [Int]
    }

    /// Takes heads and feet out of sheets, and says what was taken from each. Sheets met before are remembered.
    mutating func take(from pages: inout [WordPage]) -> [Edge] {
        let candidates = pages.map { page in Furniture.candidates(page) }
        for (page, found) in zip(pages, candidates) {
            for candidate in found {
                counts[candidate.key, default: 0] += 1
                for number in Set(candidate.numbers) { offsets[number - page.number, default: 0] += 1 }
            }
        }
        return pages.indices.map { index in
            let taken = candidates[index].filter { isFurniture($0, page: pages[index].number) }
            let boxes = taken.map(\.line.box)
            pages[index].words.removeAll { word in boxes.contains { $0.contains(word.box) } }
            return Edge(
                lines: taken.map(\.line), printedPage: printedPage(taken, page: pages[index].number))
        }
    }

    private func isFurniture(_ candidate: Candidate, page: Int) -> Bool {
        if let mark = PageMarks.read(candidate.line.text), case .number(_, isCertain: true) = mark.kind { return true }
        guard counts[candidate.key, default: 0] >= 2 else { return false }
        // A number alone is a page's only where it counts with the pages.
        if candidate.key.words == "#" { return candidate.numbers.contains { offsets[$0 - page, default: 0] >= 2 } }
        return true
    }

    private func printedPage(_ taken: [Candidate], page: Int) -> Int? {
        let numbers = taken.flatMap { candidate in
            candidate.numbers.map { (number: $0, isMarked: PageMarks.read(candidate.line.text) != nil) }
        }
        let best = numbers.max {
            (offsets[$0.number - page, default: 0], $0.isMarked ? 1 : 0)
                < (offsets[$1.number - page, default: 0], $1.isMarked ? 1 : 0)
        }
        guard let best, offsets[best.number - page, default: 0] >= 2 || best.isMarked else { return nil }
        return best.number
    }

    /// Lines at the edges of a sheet, each parted from what the sheet says by white space.
    private static func candidates(_ page: WordPage) -> [Candidate] {
        let upper = page.height * zone
        let lower = page.height * (1 - zone)
        let top = WordLine.group(page.words.filter { $0.box.bottom < upper })
        let bottom = WordLine.group(page.words.filter { $0.box.top > lower })
        let inner = page.words.filter { $0.box.bottom >= upper && $0.box.top <= lower }
        let head = edge(top, before: inner.map(\.box.top).min() ?? .infinity)
        let foot = edge(bottom.reversed(), after: inner.map(\.box.bottom).max() ?? 0)
        return (head + foot).map { line in
            let text = line.text
            return Candidate(
                line: line, key: Key(words: key(text), band: Int(line.box.top / 6)), numbers: numbers(text))
        }
    }

    /// The lines from the upper edge down to the last that white space parts from the next.
    private static func edge(_ lines: [WordLine], before body: Double) -> [WordLine] {
        for count in stride(from: min(lines.count, 4), to: 0, by: -1) {
            let below = count < lines.count ? lines[count].box.top : body
            if below - lines[count - 1].box.bottom > 0.8 * lines[count - 1].height { return Array(lines[..<count]) }
        }
        return []
    }

    /// The lines from the lower edge up to the last that white space parts from the one above.
    private static func edge(_ lines: [WordLine], after body: Double) -> [WordLine] {
        for count in stride(from: min(lines.count, 4), to: 0, by: -1) {
            let above = count < lines.count ? lines[count].box.bottom : body
            if lines[count - 1].box.top - above > 0.5 * lines[count - 1].height { return Array(lines[..<count]) }
        }
        return []
    }

    /// The words with each number as the same sign.
    private static func key(_ text: String) -> String {
        text.split(separator: " ").map { $0.utf8.allSatisfy(\.isDigit) ? "#" : String($0) }.joined(separator: " ")
    }

    /// Numbers that may be the page's: the first and the last word, and that behind "Page".
    private static func numbers(_ text: String) -> [Int] {
        let words = text.split(separator: " ").map { $0.filter { !"-–—|()[].,".contains($0) } }
        var numbers: [Int] = []
        for (index, word) in words.enumerated() where word.utf8.count <= 4 {
            let isPlaced = index == 0 || index == words.count - 1 || words[index - 1].lowercased() == "page"
            if isPlaced, word.utf8.allSatisfy(\.isDigit), let number = Int(word) { numbers.append(number) }
        }
        return numbers
    }
}
