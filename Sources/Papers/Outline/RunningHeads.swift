/// Finds the heads and feet that are printed again on each page.
enum RunningHeads {
    /// Marks short lines that recur where pages end or that cut a sentence or a table in two.
    static func mark(in blocks: inout [Block]) {
        var places: [String: [Int]] = [:]
        for index in blocks.indices where isCandidate(blocks[index]) {
            places[key(blocks[index].text), default: []].append(index)
        }
        markContinued(&blocks)
        var repeated = Set<Int>()
        for indices in places.values where indices.count >= 2 { repeated.formUnion(indices) }
        guard !repeated.isEmpty else { return }
        let groups = groups(of: repeated, in: blocks)
        for indices in places.values where indices.count >= 2 {
            let evident = indices.filter { index in
                isAtPageEnd(index, blocks, repeated) || indices.count > 2 && groups[index, default: 0] > 2
            }.count
            if indices.count == 2, indices[0] < 6, indices[1] > 12, blocks[indices[1]].text.wordCount >= 5 {
                // The paper's title once more on a later sheet.
                blocks[indices[1]].shape = .runningHead
            }
            // Between two halves of a table a repeated line is the page's, whatever it is elsewhere.
            for index in indices where cutsTable(index, blocks, repeated) { blocks[index].shape = .runningHead }
            guard evident >= max(2, indices.count / 2) else { continue }
            for index in indices { blocks[index].shape = .runningHead }
        }
    }

    /// "APPENDIX A (continued)" is printed again for the page's sake where the heading stands above without it.
    private static func markContinued(_ blocks: inout [Block]) {
        var seen = Set<String>()
        for index in blocks.indices where blocks[index].text.utf8.count <= 110 && blocks[index].shape != .table {
            let lower = blocks[index].text.lowercased()
            for ending in ["(continued)", "(cont)", "(cont.)", "(cont’d)", "(cont'd)", "continued"]
            where lower.hasSuffix(ending) {
                let base = lower.dropLast(ending.count).split(separator: " ").joined(separator: " ")
                if seen.contains(base) { blocks[index].shape = .runningHead }
            }
            seen.insert(lower)
        }
    }

    private static func isCandidate(_ block: Block) -> Bool {
        guard block.shape == .paragraph || block.shape == .heading, block.lines.count <= 2, block.marker == nil else {
            return false
        }
        guard let last = block.text.utf8.last, block.text.utf8.count <= 110 else { return false }
        return last != UInt8(ascii: ":") && last != UInt8(ascii: ";")
    }

    /// The words; a trailing number may be the page's and is left out, as are white space and dashes around it.
    private static func key(_ text: String) -> String {
        var words = text.split(whereSeparator: { " |–—".contains($0) })
        func isNumber(_ word: Substring?) -> Bool {
            guard let word, word.utf8.count <= 3 else { return false }
            return word.utf8.allSatisfy(\.isDigit)
        }
        if words.count > 4, isNumber(words.last), words[words.count - 2] == "of", isNumber(words[words.count - 3]) {
            words.removeLast(3)
        } else if words.count > 2, isNumber(words.last) {
            words.removeLast()
        }
        if words.count > 2, words.last?.lowercased() == "page" { words.removeLast() }
        if words.count > 2, isNumber(words.first) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// For each repeated line that stands with others, how often that whole group of lines recurs.
    private static func groups(of repeated: Set<Int>, in blocks: [Block]) -> [Int: Int] {
        var members: [String: [[Int]]] = [:]
        var current: [Int] = []
        func close() {
            if current.count > 1 {
                members[current.map { key(blocks[$0].text) }.joined(separator: "\n"), default: []].append(current)
            }
            current = []
        }
        for index in blocks.indices {
            if repeated.contains(index) { current.append(index) } else { close() }
        }
        close()
        var counts: [Int: Int] = [:]
        for group in members.values { for indices in group { for index in indices { counts[index] = group.count } } }
        return counts
    }

    /// How many blocks are passed in search of what stands above and below a repeated line: a sheet has no more at
    /// its edge, and a paper of nothing but repeated lines is read in linear time.
    private static let reach = 40

    /// The nearest blocks above and below a repeated line, passing over those that `isPassed` names.
    private static func neighbours(
        of index: Int, in blocks: [Block], passing isPassed: (Int) -> Bool
    ) -> (above: Block?, below: Block?) {
        var before = index - 1
        while before >= max(0, index - reach), isPassed(before) { before -= 1 }
        var after = index + 1
        while after < min(blocks.count, index + reach), isPassed(after) { after += 1 }
        return (before >= 0 ? blocks[before] : nil, after < blocks.count ? blocks[after] : nil)
    }

    private static func cutsTable(_ index: Int, _ blocks: [Block], _ repeated: Set<Int>) -> Bool {
        let (above, below) = neighbours(of: index, in: blocks) { repeated.contains($0) || blocks[$0].isFurniture }
        return above?.shape == .table && below?.shape == .table
    }

    /// Whether a sheet ends here: a page mark, a cut sentence or a cut table next to the line and others like it.
    private static func isAtPageEnd(_ index: Int, _ blocks: [Block], _ repeated: Set<Int>) -> Bool {
        let (above, below) = neighbours(of: index, in: blocks, passing: repeated.contains)
        if above?.shape == .pageMark || below?.shape == .pageMark || above?.shape == .noise || below?.shape == .noise {
            return true
        }
        guard let above, let below else { return index > 0 }
        if above.shape == .table, below.shape == .table { return true }
        guard above.shape != .table, below.shape != .table else { return false }
        if below.text.utf8.first?.isLower == true, below.marker == nil { return true }
        if let end = above.text.utf8.last, end != .dot, end != UInt8(ascii: ":"), end != UInt8(ascii: ";"),
            above.text.utf8.count > 60, above.marker == nil || below.marker == nil
        {
            return true
        }
        // Between two numbered paragraphs that follow one another.
        guard let (first, second) = above.marker.flatMap({ first in below.marker.map { (first, $0) } }) else {
            return false
        }
        return first.style == second.style && first.style != .bullet && second.ordinal == (first.ordinal ?? -2) + 1
    }
}
