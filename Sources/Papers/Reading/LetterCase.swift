/// How a line's letters are cased.
enum LetterCase {
    /// No small letters but in ordinals, and at least four capitals; numbers and signs do not count.
    static func isCapitals(_ text: String) -> Bool {
        var capitals = 0
        for byte in text.utf8 {
            if byte.isLower { return text.utf8.count <= 220 && hasOnlyOrdinals(text) && count(of: text) >= 4 }
            if byte.isUpper { capitals += 1 }
        }
        return capitals >= 4
    }

    private static func count(of text: String) -> Int { text.utf8.reduce(0) { $0 + ($1.isUpper ? 1 : 0) } }

    /// Small letters only in ordinals: "MONDAY 12th OCTOBER".
    private static func hasOnlyOrdinals(_ text: String) -> Bool {
        var isNumber = false
        var isAtStart = true
        for byte in text.utf8 {
            if byte == .space {
                isAtStart = true
                continue
            }
            if isAtStart { isNumber = byte.isDigit }
            isAtStart = false
            if byte.isLower, !isNumber { return false }
        }
        return true
    }
}
