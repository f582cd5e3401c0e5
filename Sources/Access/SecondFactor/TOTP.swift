import Crypto

/// One-time passwords that follow the clock (RFC 6238, with HMAC-SHA-1 and steps of 30 seconds).
struct TOTP: Sendable {
    /// Seconds that a code is shown for.
    static let period = 30
    /// Length of secrets in bytes: 160 bits (RFC 4226 section 4, R6).
    static let secretLength = 20

    let secret: [UInt8]
    var digits = 6

    init(secret: [UInt8], digits: Int = 6) {
        self.secret = secret
        self.digits = digits
    }

    /// The step that a second since 1970 lies in.
    static func step(at second: Int) -> Int { second / period }

    /// The code of a step (RFC 4226 section 5.3).
    func code(step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian, Array.init)
        let code = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret))
        let bytes = Array(code)
        let offset = Int(bytes[19] & 15)
        let number = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code somebody typed: that of a second, the one before or the one after (RFC 6238 section 5.2); nil
    /// where it is none of them. Takes as long whichever it is.
    func step(of typed: String, at second: Int) -> Int? {
        let now = TOTP.step(at: second)
        var found: Int?
        for step in [now - 1, now, now + 1] where step >= 0 {
            if ConstantTime.areEqual(Array(code(step: step).utf8), Array(typed.utf8)) { found = step }
        }
        return found
    }
}
