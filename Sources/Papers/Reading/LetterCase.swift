/// How a line's letters are cased.
enum LetterCase {
    /// No small letters and at least four capitals; numbers and signs do not count.
    static func isCapitals(_ text: String) -> Bool {
        var capitals = 0
        for byte in text.utf8 {
            if byte.isLower { return isOrdinalOnly(text) && capitals >= 4 }
            if byte.isUpper { capitals += 1 }
        }
        return capitals >= 4
    }

    /// Small letters only in ordinals: "MONDAY 12th OCTOBER".
    private static func isOrdinalOnly(_ text: String) -> Bool {
        for word in text.split(separator: " ") {
            guard word.utf8.contains(where: \.isLower) else { continue }
            guard let first = word.utf8.first, first.isDigit else { return false }
        }
        return true
    }
}
