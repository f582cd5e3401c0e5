/// Cuts rich text into its pieces; linear in the bytes.
struct RichTextTokens {
    enum Token {
        case open, close
        /// A control word such as `\b0`, with its number where it has one.
        case word(String, Int?)
        /// A control sign such as `\~`.
        case sign(UInt8)
        /// A letter given by its code: `\'e9`.
        case code(UInt8)
        case text(ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece; nil at the end.
    mutating func next() -> Token? {
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "{"):
                index += 1
                return .open
            case UInt8(ascii: "}"):
                index += 1
                return .close
            case UInt8(ascii: "\\"):
                index += 1
                if let token = control() { return token }
            case .newline, 13, 0: index += 1
            default:
                let start = index
                while index < bytes.count, !RichTextTokens.ends(bytes[index]) { index += 1 }
                return .text(bytes[start..<index])
            }
        }
        return nil
    }

    /// Leaves out bytes that are no text: a picture.
    mutating func skip(_ count: Int) { index = min(index + min(max(count, 0), bytes.count), bytes.count) }

    private static func ends(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\") || byte == .newline
            || byte == 13 || byte == 0
    }

    private mutating func control() -> Token? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        guard byte.isLetter else {
            index += 1
            guard byte == UInt8(ascii: "'") else { return .sign(byte) }
            guard index + 1 < bytes.count, let high = RichTextTokens.digit(bytes[index]),
                let low = RichTextTokens.digit(bytes[index + 1])
            else { return nil }
            index += 2
            return .code(high << 4 | low)
        }
        let start = index
        while index < bytes.count, bytes[index].isLetter, index - start < 40 { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        var number: Int?
        let isNegative =
            index + 1 < bytes.count && bytes[index] == .dash && bytes[index + 1].isDigit
        if isNegative { index += 1 }
        let digits = index
        while index < bytes.count, bytes[index].isDigit, index - digits < 10 {
            number = (number ?? 0) * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        if isNegative { number = number.map { -$0 } }
        if index < bytes.count, bytes[index] == .space { index += 1 }
        return .word(word, number)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        if byte.isDigit { return byte - UInt8(ascii: "0") }
        let lower = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lower) ? lower - UInt8(ascii: "a") + 10 : nil
    }
}
