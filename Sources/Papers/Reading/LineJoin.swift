/// How words that a line or page end divided are put together.
enum LineJoin {
    /// Two stretches joined by a space, or without one where a hyphen divides a word.
    static func join(_ first: String, _ second: String) -> String {
        if first.isEmpty { return second }
        if second.isEmpty { return first }
        let bytes = first.utf8
        if bytes.last == .dash, bytes.dropLast().last?.isLetter == true, second.utf8.first?.isLower == true {
            // "face-" + "to-face" keeps its hyphen; a divided word does too, as no dictionary says which it is.
            return first + second
        }
        return first + " " + second
    }

    /// Whether words plainly go on: they end in a joining word, a comma, an opening bracket or a dash.
    static func isUnfinished(_ text: String) -> Bool {
        guard let last = text.utf8.last else { return false }
        if last == UInt8(ascii: ",") || last == UInt8(ascii: "&") || last == .dash || last == UInt8(ascii: "(") {
            return true
        }
        guard let word = text.split(separator: " ").last else { return false }
        return joiningWords.contains(word.lowercased())
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
