/// Reads values and operators from a stretch of PDF syntax (ISO 32000-1, 7.2 and 7.3).
struct PDFScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index: Int
    private let end: Int

    /// How deep arrays and dictionaries may nest.
    private static let depthLimit = 64

    /// What stands next: a value, or a word that is none, such as an operator.
    enum Token {
        case value(PDFValue)
        case word(String)
    }

    /// - Parameter bytes: Must outlive the scanner.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        self.end = min(end ?? bytes.count, bytes.count)
        index = max(0, start)
    }

    mutating func next() -> Token? { next(depth: 0) }

    private mutating func next(depth: Int) -> Token? {
        skipWhite()
        guard index < end else { return nil }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "+"), .dash, .dot, UInt8(ascii: "0")...UInt8(ascii: "9"): return .value(.number(number()))
        case UInt8(ascii: "/"):
            index += 1
            return .value(.name(nameWord()))
        case UInt8(ascii: "("):
            skipLiteral()
            return .value(.string)
        case UInt8(ascii: "<"):
            if index + 1 < end, bytes[index + 1] == UInt8(ascii: "<") {
                index += 2
                return .value(.dictionary(dictionary(depth + 1)))
            }
            skipHexadecimal()
            return .value(.string)
        case UInt8(ascii: "["):
            index += 1
            return .value(.array(array(depth + 1)))
        case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            index += 1
            return .word(String(Unicode.Scalar(byte)))
        default:
            let word = word()
            switch word {
            case "true": return .value(.bool(true))
            case "false": return .value(.bool(false))
            case "null": return .value(.null)
            default: return .word(word)
            }
        }
    }

    /// Moves past the binary data of an inline image, which ends with a lone `EI`.
    mutating func skipInlineImage() {
        while index + 2 < end {
            if bytes[index] == UInt8(ascii: "E"), bytes[index + 1] == UInt8(ascii: "I"), index > 0,
                isWhite(bytes[index - 1]), index + 2 >= end || isWhite(bytes[index + 2])
            {
                index += 2
                return
            }
            index += 1
        }
        index = end
    }

    /// The byte that stands next behind white space; nil at the end.
    mutating func peek() -> UInt8? {
        skipWhite()
        return index < end ? bytes[index] : nil
    }

    /// Moves past one byte.
    mutating func skip() { index = min(index + 1, end) }

    /// The bytes of the literal string that stands next.
    mutating func literal() -> [UInt8] {
        let start = index + 1
        skipLiteral()
        var string: [UInt8] = []
        var position = start
        let last = index - 1
        while position < last {
            var byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\\"), position < last {
                byte = bytes[position]
                position += 1
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "7"):
                    var code = Int(byte - 48)
                    for _ in 0..<2 where position < last && (48...55).contains(bytes[position]) {
                        code = code * 8 + Int(bytes[position] - 48)
                        position += 1
                    }
                    byte = UInt8(truncatingIfNeeded: code)
                case UInt8(ascii: "n"): byte = 10
                case UInt8(ascii: "r"): byte = 13
                case UInt8(ascii: "t"): byte = 9
                case UInt8(ascii: "b"): byte = 8
                case UInt8(ascii: "f"): byte = 12
                case 10, 13:
                    // The string goes on in the next line.
                    if byte == 13, position < last, bytes[position] == 10 { position += 1 }
                    continue
                default: break
                }
            }
            string.append(byte)
        }
        return string
    }

    /// The bytes of the string of hexadecimal digits that stands next.
    mutating func hexadecimal() -> [UInt8] {
        let start = index + 1
        skipHexadecimal()
        var string: [UInt8] = []
        var upper: UInt8?
        for byte in bytes[min(start, index)..<index] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 48
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - 87
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 55
            default: continue
            }
            if let high = upper {
                string.append(high << 4 | digit)
                upper = nil
            } else {
                upper = digit
            }
        }
        if let high = upper { string.append(high << 4) }
        return string
    }

    // MARK: Parts

    private mutating func skipWhite() {
        while index < end {
            if isWhite(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "%") {
                while index < end, bytes[index] != .newline, bytes[index] != 13 { index += 1 }
            } else {
                return
            }
        }
    }

    private mutating func number() -> Double {
        var digits = DecimalDigits()
        while index < end, digits.take(bytes[index]) { index += 1 }
        return digits.value
    }

    private mutating func nameWord() -> String {
        let start = index
        while index < end, isRegular(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func word() -> String {
        let start = index
        while index < end, isRegular(bytes[index]) { index += 1 }
        if index == start { index += 1 }
        return String(decoding: bytes[start..<min(index, end)], as: UTF8.self)
    }

    /// Moves past a literal string, which may hold brackets in pairs; nothing asks what it says.
    private mutating func skipLiteral() {
        index += 1
        var depth = 1
        while index < end, depth > 0 {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index += 1
        }
        index = min(index, end)
    }

    private mutating func skipHexadecimal() {
        while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
        index = min(index + 1, end)
    }

    private mutating func array(_ depth: Int) -> [PDFValue] {
        var values: [PDFValue] = []
        while let token = depth > PDFScanner.depthLimit ? nil : next(depth: depth) {
            switch token {
            case .value(let value): values.append(value)
            case .word("]"): return values
            case .word("R"): makeReference(&values)
            case .word: continue
            }
        }
        return values
    }

    private mutating func dictionary(_ depth: Int) -> [String: PDFValue] {
        var values: [PDFValue] = []
        loop: while let token = depth > PDFScanner.depthLimit ? nil : next(depth: depth) {
            switch token {
            case .value(let value): values.append(value)
            case .word("R"): makeReference(&values)
            case .word(">"):
                if index < end, bytes[index] == UInt8(ascii: ">") { index += 1 }
                break loop
            case .word: continue
            }
        }
        var entries: [String: PDFValue] = [:]
        var position = 0
        while position + 1 < values.count {
            if let name = values[position].name {
                entries[name] = values[position + 1]
                position += 2
            } else {
                position += 1
            }
        }
        return entries
    }

    /// "12 0 R": the last two numbers were an object's.
    private func makeReference(_ values: inout [PDFValue]) {
        guard values.count >= 2, let number = values[values.count - 2].integer else { return }
        values.removeLast(2)
        values.append(.reference(number))
    }

    private func isWhite(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (byte.isBlank || byte == 10 || byte == 13 || byte == 12 || byte == 0)
    }

    private func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"),
            UInt8(ascii: "%"):
            false
        default: true
        }
    }
}
