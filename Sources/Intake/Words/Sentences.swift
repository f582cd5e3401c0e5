/// Divides running text into sentences.
enum Sentences {
    /// Ranges of UTF-8 offsets, one a sentence, white space between them left out.
    static func ranges(_ text: Folded) -> [Range<Int>] {
        let bytes = text.bytes
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                var end = index + 1
                while end < bytes.count, closing.contains(bytes[end]) { end += 1 }
                if end < bytes.count, bytes[end] == 32, end + 1 < bytes.count, opens(bytes, end + 1),
                    byte != UInt8(ascii: ".") || !isAbbreviation(text, endingAt: index)
                {
                    ranges.append(start..<end)
                    start = end + 1
                    index = start
                    continue
                }
            }
            index += 1
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        return ranges
    }

    /// The sentences of a text.
    static func list(_ text: String) -> [String] {
        let folded = Folded(text)
        return ranges(folded).map { folded.slice($0) }.filter { !$0.isEmpty }
    }

    private static let closing: Set<UInt8> = [UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'")]

    /// A sentence begins with a capital, a digit, a quote, a pound sign or a bracket.
    private static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        return byte &- 65 < 26 || byte &- 48 < 10 || byte >= 0x80 || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "(")
    }

    /// "Mr.", "No.", "e.g.", and single initials do not end a sentence.
    private static func isAbbreviation(_ text: Folded, endingAt dot: Int) -> Bool {
        var start = dot
        while start > 0, text.bytes[start - 1] != 32, text.bytes[start - 1] != UInt8(ascii: "(") { start -= 1 }
        let word = String(decoding: text.lower[start..<dot], as: UTF8.self)
        if word.utf8.count == 1 { return text.bytes[start] &- 65 < 26 }
        return abbreviations.contains(word)
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "no", "nos", "e.g", "i.e", "cllr", "cllrs", "st", "rev", "tel", "ext", "para",
        "approx",
        "etc", "hon", "inc", "ltd", "min", "p.m", "a.m", "vs", "prof",
    ]
}
