/// Puts paragraphs and items together that a page break cut in two.
enum PageSplits {
    static func heal(_ blocks: inout [Block]) {
        var count = 0
        /// The last block with words, where only furniture follows it.
        var last: Int?
        for index in blocks.indices {
            let isFurniture = blocks[index].isFurniture
            if !isFurniture, let above = last, goesOn(blocks[above], blocks[index]) {
                LineJoin.join(blocks[index].text, to: &blocks[above].text)
                blocks[above].lines += blocks[index].lines
                continue
            }
            blocks.swapAt(count, index)
            let shape = blocks[count].shape
            if !isFurniture { last = shape == .paragraph || shape == .item ? count : nil }
            count += 1
        }
        blocks.removeLast(blocks.count - count)
    }

    private static func goesOn(_ above: Block, _ below: Block) -> Bool {
        guard below.shape == .paragraph, below.marker == nil, below.text.utf8.first?.isLower == true else {
            return false
        }
        guard let end = above.text.utf8.last, above.text.utf8.count > 30 else { return false }
        return end != .dot && end != UInt8(ascii: ":") && end != UInt8(ascii: "!") && end != UInt8(ascii: "?")
            && !LetterCase.isCapitals(above.text)
    }
}
