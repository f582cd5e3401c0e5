/// How a file's bytes stand for letters.
public enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "UTF-8", utf16LittleEndian = "UTF-16LE", utf16BigEndian = "UTF-16BE", windows1252 = "Windows-1252"

    /// Decides by byte-order mark, then by where the zeros are, then by whether the bytes are valid UTF-8.
    static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, skip: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        let sample = bytes.prefix(4096)
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd > sample.count / 4, zeros.even == 0 { return (.utf16LittleEndian, 0) }
        if zeros.even > sample.count / 4, zeros.odd == 0 { return (.utf16BigEndian, 0) }
        return (isValidUTF8(bytes) ? .utf8 : .windows1252, 0)
    }

    /// The same text in UTF-8.
    func utf8(_ bytes: [UInt8], skip: Int) -> [UInt8] {
        switch self {
        case .utf8: return skip == 0 ? bytes : Array(bytes.dropFirst(skip))
        case .utf16LittleEndian, .utf16BigEndian:
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            var index = skip
            while index + 1 < bytes.count {
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                units.append(self == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
                index += 2
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        case .windows1252:
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + bytes.count / 8)
            for byte in bytes {
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    let scalar = byte < 0xA0 ? TextEncoding.windows1252High[Int(byte - 0x80)] : UInt32(byte)
                    text.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
                }
            }
            return text
        }
    }

    private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    }

    /// Bytes 0x80 to 0x9F of Windows-1252; the five that it leaves empty read as U+FFFD.
    private static let windows1252High: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
