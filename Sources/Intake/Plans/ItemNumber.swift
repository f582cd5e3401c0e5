/// Numbers printed before the words of a cell or paragraph.
enum ItemNumber {
    /// The number without list punctuation, and the words after it: "1. Be clear" is 1, "R4 Deal" is R4.
    static func strip(_ text: String) -> (number: String?, text: String) {
        let bytes = Array(text.utf8)
        var index = 0
        let isBracketed = bytes.first == UInt8(ascii: "(")
        if isBracketed { index = 1 }
        let start = index
        var letters = 0
        while index < bytes.count, letters < 3, bytes[index] &- 65 < 26 { index += 1; letters += 1 }
        var digits = 0
        while index < bytes.count {
            if bytes[index] &- 48 < 10 { digits += 1; index += 1; continue }
            if digits > 0, bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count, bytes[index + 1] &- 48 < 10 {
                index += 1; continue
            }
            break
        }
        if digits == 0 { return letter(text, bytes) }
        guard digits <= 6, index < bytes.count else { return (nil, text) }
        let label = String(decoding: bytes[start..<index], as: UTF8.self)
        var closed = false
        while index < bytes.count, [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":")].contains(bytes[index]) {
            index += 1
            closed = true
        }
        guard index < bytes.count, bytes[index] == 32 else { return (nil, text) }
        // A bare number before small letters is part of the words: "6 weekly meetings".
        guard closed || letters > 0 || label.contains(".") else { return (nil, text) }
        if !closed, letters == 0, bytes[index...].drop(while: { $0 == 32 }).first.map({ $0 &- 97 < 26 }) ?? true {
            return (nil, text)
        }
        let rest = String(decoding: bytes[index...], as: UTF8.self).trimmed("–— ")
        return rest.isEmpty ? (nil, text) : (label, rest)
    }

    /// "None", "N/A" and the like, which say that there is nothing.
    static func isNothing(_ text: String) -> Bool {
        ["none", "n a", "na", "nil", "none identified", "not applicable", "none required", ""].contains(Words.key(text))
    }

    /// Whether a cell says what will be done: words, not a figure or "None".
    static func saysSomething(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic } && !isNothing(text)
    }

    /// Only numbers such as "1.1", which are never part of the words.
    static func stripClause(_ text: String) -> String {
        let stripped = strip(text)
        return stripped.number?.contains(".") == true ? stripped.text : text
    }

    /// "(a) words" and "a) words".
    private static func letter(_ text: String, _ bytes: [UInt8]) -> (number: String?, text: String) {
        var index = 0
        if bytes.first == UInt8(ascii: "(") { index = 1 }
        let start = index
        while index < bytes.count, index - start < 4, bytes[index] &- 97 < 26 { index += 1 }
        guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return (nil, text) }
        let label = String(decoding: bytes[start..<index], as: UTF8.self)
        guard index - start == 1 || label.allSatisfy({ "ivx".contains($0) }) else { return (nil, text) }
        let rest = String(decoding: bytes[(index + 1)...], as: UTF8.self).trimmed()
        return rest.isEmpty ? (nil, text) : (label, rest)
    }
}
