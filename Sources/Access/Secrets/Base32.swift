/// Base32 in capitals without padding (RFC 4648 section 6), as authenticator apps take secrets.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var letters: [UInt8] = []
        var (held, bits) = (0, 0)
        for byte in bytes {
            held = (held << 8 | Int(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                letters.append(alphabet[held >> bits & 31])
            }
        }
        if bits > 0 { letters.append(alphabet[held << (5 - bits) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Letters and digits of a text as somebody typed it: in capitals, without spaces and hyphens, with the digits that
    /// base32 has not read as the letters they look like; nil where it holds anything else.
    static func tidied(_ typed: String) -> String? {
        var letters: [UInt8] = []
        for byte in typed.uppercased().utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            case UInt8(ascii: "0"): letters.append(UInt8(ascii: "O"))
            case UInt8(ascii: "1"): letters.append(UInt8(ascii: "I"))
            case UInt8(ascii: "8"): letters.append(UInt8(ascii: "B"))
            case let byte where alphabet.contains(byte): letters.append(byte)
            default: return nil
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
