/// Decides whether the hyphen at a line's end is the word's own: "long-term" keeps it, "com-munity" loses it.
struct Hyphens {
    private var known: Set<String> = []
    private var wanted: Set<String> = []

    /// Whether a line end divided any word.
    var areWanted: Bool { !wanted.isEmpty }

    /// Takes note of the words of an element that line ends divided.
    mutating func want(_ element: Layout.Element) { element.forEachRun { want($0.text) } }

    /// Learns from an element how divided words are written elsewhere: the paper itself is the dictionary. All that are
    /// wanted are known before.
    mutating func learn(_ element: Layout.Element) { element.forEachRun { learn($0.text) } }

    /// The element with its divided words put together.
    func settled(_ element: Layout.Element) -> Layout.Element {
        var divides = false
        element.forEachRun { divides = divides || Hyphens.divides($0.text) }
        return divides ? element.changingRuns { if Hyphens.divides($0.text) { $0.text = settled($0.text) } } : element
    }

    /// Whether a soft hyphen stands in some words.
    private static func divides(_ words: some StringProtocol) -> Bool {
        // Its first byte is enough to look for in nearly all words.
        words.utf8.contains(0xC2) && words.unicodeScalars.contains("\u{AD}")
    }

    private static func letters(_ word: some StringProtocol) -> String {
        // Every word of a paper comes here; nearly all are plain letters.
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else {
            return word.lowercased().filter { $0.isLetter || $0 == "-" }
        }
        return String(unsafeUninitializedCapacity: word.utf8.count) { buffer in
            var count = 0
            for byte in word.utf8 {
                let lower = byte &- 65 < 26 ? byte + 32 : byte
                guard lower &- 97 < 26 || lower == .dash else { continue }
                buffer[count] = lower
                count += 1
            }
            return count
        }
    }

    private mutating func want(_ text: String) {
        guard Hyphens.divides(text) else { return }
        for word in text.split(separator: " ") where Hyphens.divides(word) {
            let halves = word.split(separator: TextFlow.divided).map(Hyphens.letters)
            wanted.insert(halves.joined())
            wanted.insert(halves.joined(separator: "-"))
            wanted.formUnion(halves)
        }
    }

    private mutating func learn(_ text: String) {
        for word in text.utf8.split(separator: .space).lazy.map(Substring.init) where !Hyphens.divides(word) {
            let letters = Hyphens.letters(word)
            if wanted.contains(letters) { known.insert(letters) }
        }
    }

    private func settled(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard Hyphens.divides(word) else { return String(word) }
            let halves = word.split(separator: TextFlow.divided)
            let letters = halves.map(Hyphens.letters)
            let keeps =
                known.contains(letters.joined(separator: "-"))
                || !known.contains(letters.joined())
                    && letters.allSatisfy { known.contains($0) && $0.utf8.count > 1 }
            return halves.joined(separator: keeps ? "-" : "")
        }
        .joined(separator: " ")
    }
}

extension Layout.Element {
    /// Calls a closure with every stretch of words.
    fileprivate func forEachRun(_ body: (Run) -> Void) {
        switch self {
        case .heading(let passage, _), .paragraph(let passage), .item(let passage, _, _), .furniture(let passage):
            passage.runs.forEach(body)
        case .table(let grid):
            for row in grid.rows {
                for cell in row.cells { for part in cell.parts { part.passage.runs.forEach(body) } }
            }
        case .pageBreak: return
        }
    }

    /// The element with every stretch of words as a closure changes it.
    fileprivate func changingRuns(_ change: (inout Run) -> Void) -> Layout.Element {
        func changed(_ passage: Passage) -> Passage {
            var passage = passage
            for index in passage.runs.indices { change(&passage.runs[index]) }
            return passage
        }
        switch self {
        case .heading(let passage, let level): return .heading(changed(passage), level: level)
        case .paragraph(let passage): return .paragraph(changed(passage))
        case .item(let passage, let depth, let label): return .item(changed(passage), depth: depth, label: label)
        case .furniture(let passage): return .furniture(changed(passage))
        case .table(var grid):
            for row in grid.rows.indices {
                for cell in grid.rows[row].cells.indices {
                    for part in grid.rows[row].cells[cell].parts.indices {
                        let passage = grid.rows[row].cells[cell].parts[part].passage
                        grid.rows[row].cells[cell].parts[part].passage = changed(passage)
                    }
                }
            }
            return .table(grid)
        case .pageBreak: return self
        }
    }
}
