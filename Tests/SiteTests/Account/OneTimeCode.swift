import Testing

@testable import Access

/// What an authenticator app shows for a secret as it is typed in.
enum OneTimeCode {
    static func of(_ secret: String, at second: Int, stepsLater: Int = 0) throws -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, held, bits): ([UInt8], Int, Int) = ([], 0, 0)
        for letter in secret where letter != " " {
            held = (held << 5 | (try #require(alphabet.firstIndex(of: letter)))) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 0xFF))
            }
        }
        return TOTP(secret: bytes).code(step: TOTP.step(at: second) + stepsLater)
    }
}
