/// Decides which blocks are headings by layout: numbering, capitals, bold, length and what follows.
enum Headings {
    static func mark(in blocks: inout [Block]) {
        let told = blocks.indices.filter { !blocks[$0].isFurniture }
        for (position, index) in told.enumerated() {
            let above = position > 0 ? blocks[told[position - 1]] : nil
            let below = position + 1 < told.count ? blocks[told[position + 1]] : nil
            guard let depth = depth(of: blocks[index], above: above, below: below) else { continue }
            if blocks[index].marker?.style == .number, isListItem(position, told, blocks) { continue }
            blocks[index].shape = .heading
            blocks[index].depth = depth
        }
    }

    /// Whether bullets below a numbered line are its own and the next number follows them: a list within a list.
    private static func isListItem(_ position: Int, _ told: [Int], _ blocks: [Block]) -> Bool {
        let block = blocks[told[position]]
        guard !LetterCase.isCapitals(block.text), !block.isBold, let number = block.marker?.ordinal else {
            return false
        }
        var next = position + 1
        while next < told.count, blocks[told[next]].marker?.style == .bullet { next += 1 }
        guard next > position + 1, next < told.count else { return false }
        let following = blocks[told[next]]
        return following.marker?.style == .number && following.marker?.ordinal == number + 1 && !following.isBold
            && !LetterCase.isCapitals(following.text) && (following.text.utf8.count > 60 || block.indent > 0)
    }

    /// Numbers without a full stop before headings, "2 Recommendations", where they count up from one.
    static func readBareNumbers(in blocks: inout [Block]) {
        var expected = 1
        for index in blocks.indices where blocks[index].shape == .paragraph && blocks[index].marker == nil {
            let block = blocks[index]
            guard block.lines.count == 1, block.text.utf8.count <= 90 else { continue }
            let words = block.text.split(separator: " ", maxSplits: 1)
            guard words.count == 2, words[0].utf8.count <= 2, let number = Int(words[0]),
                number == expected || number == 1,
                let first = words[1].utf8.first, first.isUpper, isTitle(block),
                !months.contains(words[1].prefix(3).lowercased())
            else { continue }
            expected = number + 1
            blocks[index].marker = Marker(style: .number, label: String(words[0]))
            blocks[index].text = String(words[1])
            blocks[index].lines = [TextLine(text: String(words[1]), line: block.line)]
            blocks[index].shape = .heading
            blocks[index].depth = 1
        }
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The nesting of a block that is a heading: markdown's own, else that of its number, else below all numbers.
    private static func depth(of block: Block, above: Block?, below: Block?) -> Int? {
        if block.shape == .heading { return block.depth ?? 1 }
        guard let below, block.lines.count <= 3, below.shape != .table || block.shape == .paragraph || isShort(block)
        else {
            return nil
        }
        switch block.shape {
        case .paragraph: return isTitle(block) ? (LetterCase.isCapitals(block.text) ? 3 : 4) : nil
        case .item: return numberedDepth(block, above: above, below: below)
        default: return nil
        }
    }

    private static func numberedDepth(_ block: Block, above: Block?, below: Block) -> Int? {
        guard let marker = block.marker, isShort(block), !endsLikeSentence(block.text) else { return nil }
        switch marker.style {
        case .number:
            let isNext = below.marker?.style == .number && below.marker?.ordinal == (marker.ordinal ?? 0) + 1
            let isPrevious =
                above?.marker?.style == .number && above?.shape == .item
                && above?.marker?.ordinal == (marker.ordinal ?? 0) - 1
            if isNext { return nil }
            if isPrevious {
                // After a numbered sentence, short words over a table or a paragraph head what follows.
                let followsSentence = above.map { $0.text.utf8.count > 60 || endsLikeSentence($0.text) } ?? false
                let isTitle = block.text.wordCount <= 6 && below.marker == nil && followsSentence
                return isTitle || LetterCase.isCapitals(block.text) && below.marker == nil ? 1 : nil
            }
            return saysSomething(block) ? nil : 1
        case .clause:
            let isCapitals = LetterCase.isCapitals(block.text) || block.isBold
            guard
                isCapitals || below.marker == nil || below.marker?.style != .clause
                    || (below.marker?.clauseDepth ?? 0) > marker.clauseDepth
            else { return nil }
            // "2.2 That the plan be agreed" is a limb, however short.
            if !isCapitals, block.text.hasPrefix("That ") { return nil }
            guard isCapitals || block.text.wordCount >= 2 || below.marker == nil else { return nil }
            if below.shape == .heading || below.marker?.style == .number {
                return isCapitals ? marker.clauseDepth : nil
            }
            return marker.clauseDepth
        case .letter, .roman: return block.isBold || LetterCase.isCapitals(block.text) && below.marker == nil ? 3 : nil
        case .bullet: return nil
        }
    }

    /// A short line that is no sentence.
    private static func isTitle(_ block: Block) -> Bool {
        guard isShort(block), !endsLikeSentence(block.text), let first = block.text.unicodeScalars.first else {
            return false
        }
        if block.isBold || LetterCase.isCapitals(block.text) { return true }
        guard block.lines.count == 1, first.properties.isUppercase || "'‘“\"0123456789".unicodeScalars.contains(first)
        else {
            return false
        }
        return !block.text.split(separator: " ").contains { sentenceVerbs.contains($0.lowercased()) }
    }

    /// Whether a numbered line is as long as a sentence, or opens like a limb of one: "1. That the plan be agreed and published".
    private static func saysSomething(_ block: Block) -> Bool {
        guard !block.isBold, !LetterCase.isCapitals(block.text) else { return false }
        return block.text.wordCount > 9 || block.text.hasPrefix("That ")
    }

    private static func isShort(_ block: Block) -> Bool {
        guard block.text.utf8.count <= 220 else { return false }
        let words = block.text.wordCount
        return block.text.utf8.count <= 110 && words <= 14
            || LetterCase.isCapitals(block.text) && block.text.utf8.count <= 220 && words <= 26
    }

    private static func endsLikeSentence(_ text: String) -> Bool {
        guard let last = text.utf8.last else { return true }
        if last == .dot { return true }
        return last == UInt8(ascii: ";") || last == UInt8(ascii: ",") || last == UInt8(ascii: ":")
            || last == UInt8(ascii: "!")
    }

    /// Words that sentences have and headings do not.
    private static let sentenceVerbs: Set<String> = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "should", "must", "be", "been", "asked",
        "requested", "recommended", "recommends", "notes", "agreed", "agrees",
    ]
}
