/// How words that a line or page end divided are put together.
enum LineJoin {
    /// Adds a stretch behind a space, or without one where a hyphen divides a word.
    static func join(_ second: String, to first: inout String) {
        guard !second.isEmpty else { return }
        if !first.isEmpty, !isDivided(first, second) { first += " " }
        first += second
    }

    /// "face-" + "to-face" keeps its hyphen; a divided word does too, as no dictionary says which it is.
    private static func isDivided(_ first: String, _ second: String) -> Bool {
        let end = first.utf8.suffix(2)
        return end.count == 2 && end.last == .dash && end.first?.isLetter == true
            && second.utf8.first?.isLower == true
    }

    /// Whether words plainly go on: they end in a joining word, a comma, an opening bracket or a dash.
    static func isUnfinished(_ text: String) -> Bool {
        guard let last = text.utf8.last else { return false }
        if last == UInt8(ascii: ",") || last == UInt8(ascii: "&") || last == .dash || last == UInt8(ascii: "(") {
            return true
        }
        // Only the last word is looked at: a block grows line by line.
        let word = text.utf8.suffix(6).split(separator: .space, omittingEmptySubsequences: false).last ?? []
        return joiningWords.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    /// Whether a line is short words over a much longer line that begins a sentence: a heading without a gap below it.
    static func isTitle(_ text: String, above next: String) -> Bool {
        guard let last = text.utf8.last, let first = next.utf8.first, first.isUpper, text.utf8.first?.isUpper == true
        else {
            return false
        }
        let stops: [UInt8] = [.dot, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), .dash]
        return text.utf8.count <= 60 && next.utf8.count >= 60 && text.utf8.count * 2 <= next.utf8.count + 20
            && !stops.contains(last)
            && !text.contains(":") && text.wordCount >= 2 && !isUnfinished(text)
    }

    private static let joiningWords: Set<String> = [
        "and", "of", "the", "for", "to", "in", "on", "with", "a", "an", "or", "by", "at", "from", "into", "our",
        "their",
        "its", "new", "that", "which", "as", "be", "will", "all",
    ]
}
