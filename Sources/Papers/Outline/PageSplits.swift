/// Puts paragraphs and items together that a page break cut in two.
enum PageSplits {
    static func heal(_ blocks: inout [Block]) {
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        /// The last block with words, where only furniture follows it.
        var last: Int?
        for block in blocks {
            if block.isFurniture {
                result.append(block)
                continue
            }
            if let index = last, goesOn(result[index], block) {
                LineJoin.join(block.text, to: &result[index].text)
                result[index].lines += block.lines
                continue
            }
            result.append(block)
            last = block.shape == .paragraph || block.shape == .item ? result.count - 1 : nil
        }
        blocks = result
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
