extension PhraseTokenizer {
    /// What one character is to the tokenizer.
    enum Glyph: Equatable {
        case space, ignored, digit, letter, apostrophe
        case mark(PhraseLexeme)
    }

    func glyph(at index: Int) -> (kind: Glyph, width: Int) {
        guard index < bytes.count else { return (.space, 1) }
        let byte = bytes[index]
        if byte < 0x80 { return (asciiGlyph(byte), 1) }
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        if byte == 0xC2 {
            switch second {
            case 0xA0: return (.space, 2)
            case 0xAD: return (.ignored, 2)
            case 0xA3: return (.mark(.money), 2)
            case 0x80...0xBF: return (.mark(.symbol), 2)
            default: return (.letter, 1)
            }
        }
        guard byte >= 0xE2, index + 2 < bytes.count else { return (.letter, 1) }
        switch (byte, second, bytes[index + 2]) {
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): return (.mark(.dash), 3)
        case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
            (0xEF, 0xBB, 0xBF):
            return (.space, 3)
        case (0xE2, 0x80, 0x98...0x9B): return (.apostrophe, 3)
        case (0xE2, 0x80, 0x9C...0x9F): return (.ignored, 3)
        case (0xE2, 0x80, 0x8C...0x8F), (0xE2, 0x81, 0xA0): return (.ignored, 3)
        case (0xE2, 0x81, 0x84): return (.mark(.slash), 3)
        case (0xE2, 0x82, 0xAC): return (.mark(.money), 3)
        case (0xE2, _, _): return (.mark(.symbol), 3)
        default: return (.letter, 1)
        }
    }

    private func asciiGlyph(_ byte: UInt8) -> Glyph {
        if byte &- 48 < 10 { return .digit }
        if isASCIILetter(byte) { return .letter }
        return switch byte {
        case 0...32, 127: .space
        case UInt8(ascii: "-"), UInt8(ascii: "~"): .mark(.dash)
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"): .mark(.slash)
        case UInt8(ascii: ","): .mark(.comma)
        case UInt8(ascii: "."): .mark(.dot)
        case UInt8(ascii: ":"): .mark(.colon)
        case UInt8(ascii: ";"): .mark(.semicolon)
        case UInt8(ascii: "&"): .mark(.ampersand)
        case UInt8(ascii: "+"): .mark(.plus)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .mark(.open)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .mark(.close)
        case UInt8(ascii: "$"): .mark(.money)
        case UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: "_"): .ignored
        default: .mark(.symbol)
        }
    }
}
