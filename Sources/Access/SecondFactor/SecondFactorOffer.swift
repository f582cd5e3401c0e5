/// A secret that is offered to an authenticator app, and counts once a code of it has been typed in.
public struct SecondFactorOffer: Sendable, Hashable {
    /// Who gives it, as apps show it.
    public static let issuer = "Goldthread"

    /// The secret in base32, for typing in: 32 letters and digits.
    public let secret: String
    /// The account, as apps show it.
    public let address: MailAddress

    init(secret: [UInt8], address: MailAddress) {
        self.secret = Base32.text(secret)
        self.address = address
    }

    /// The address that apps read from a picture ("Key Uri Format" of Google Authenticator, which all apps follow).
    public var url: String {
        let issuer = SecondFactorOffer.escaped(SecondFactorOffer.issuer)
        return "otpauth://totp/\(issuer):\(SecondFactorOffer.escaped(address.text))"
            + "?secret=\(secret)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=\(TOTP.period)"
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986 section 2.3.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                [byte]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
