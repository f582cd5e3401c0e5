/// Which of a line's words are bold.
struct Emphasis {
    var isWhole = false
    var lead: String?

    /// Reads `**…**` at the start of a line.
    static func read(_ source: [UInt8], _ range: Range<Int>) -> Emphasis {
        guard range.count > 4, source[range.lowerBound] == .star, source[range.lowerBound + 1] == .star else {
            return Emphasis()
        }
        var index = range.lowerBound + 2
        while index + 1 < range.upperBound {
            if source[index] == .star, source[index + 1] == .star {
                let after = source[(index + 2)..<range.upperBound]
                if after.allSatisfy({ $0.isBlank || $0 == .star }) { return Emphasis(isWhole: true) }
                return Emphasis(lead: InlineText.plain(source, (range.lowerBound + 2)..<index))
            }
            index += 1
        }
        return Emphasis()
    }
}
