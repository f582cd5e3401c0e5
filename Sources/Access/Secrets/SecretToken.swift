import Crypto
import Foundation

/// A secret of 32 random bytes: what a cookie or a one-time link holds. The book keeps only its SHA-256, so that a copy of
/// the file opens no session.
///
/// It prints as "(secret)", for logs.
public struct SecretToken: Sendable, Hashable {
    private static let length = 32
    private let bytes: [UInt8]

    init(_ random: RandomBytes) { bytes = random(SecretToken.length) }

    /// Reads a token as `text` writes it; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text), bytes.count == SecretToken.length else {
            return nil
        }
        self.bytes = bytes
    }

    /// The token in 43 letters, digits, "-" and "_" (base64url, RFC 4648 section 5), as it goes into cookies and addresses.
    public var text: String { Base64URL.text(bytes) }

    /// SHA-256 of the bytes: what is stored.
    var hash: Data { Data(SHA256.hash(data: bytes)) }

    /// What forms of the session carry, so that no other site can send them: HMAC-SHA-256 of a fixed label under the
    /// token, in 43 letters. It says nothing of the token itself.
    public var formToken: String { Base64URL.text(Array(code)) }

    /// Whether a form was made for this session. Takes as long for any text of a length.
    public func isFormToken(_ text: String) -> Bool { ConstantTime.areEqual(Array(text.utf8), Array(formToken.utf8)) }

    private var code: HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array("goldthread form 1".utf8), using: SymmetricKey(data: bytes))
    }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// "(secret)".
    public var description: String { "(secret)" }
    /// "(secret)".
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Comparing secrets without telling by the time taken where they differ.
enum ConstantTime {
    /// Compares digests of both, which swift-crypto does in a time that does not depend on what they are.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        SHA256.hash(data: left) == SHA256.hash(data: right)
    }
}
