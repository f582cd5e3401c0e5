/// Texts as words in small letters, for comparison.
enum Words {
    /// Words joined by single spaces: letters and digits kept, "&" read as "and", apostrophes dropped.
    static func key(_ text: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        var isInWord = false
        func open() { if !isInWord { if !key.isEmpty { key.append(32) }; isInWord = true } }
        var skip = 0
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if skip > 0 { skip -= 1; continue }
            switch byte {
            case 65...90: open(); key.append(byte | 0x20)
            case 97...122, 48...57: open(); key.append(byte)
            case UInt8(ascii: "'"): continue
            case UInt8(ascii: "&"):
                isInWord = false
                open()
                key.append(contentsOf: "and".utf8)
                isInWord = false
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
                skip = 2
                // Right quotes inside a word are apostrophes; dashes and other signs part words.
                if bytes[index + 2] != 0x99 && bytes[index + 2] != 0x98 { isInWord = false }
            case 0xC2: isInWord = false
            case 0x80...: open(); key.append(byte)
            default: isInWord = false
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The words of a text's key.
    static func list(_ text: String) -> [Substring] { key(text).split(separator: " ") }

    /// A text without what stands in brackets.
    static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "(" || scalar == "[" { depth += 1; continue }
            if scalar == ")" || scalar == "]" { if depth > 0 { depth -= 1 }; continue }
            if depth == 0 { kept.append(scalar) }
        }
        return String(kept)
    }
}
