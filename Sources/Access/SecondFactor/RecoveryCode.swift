import Crypto
import Foundation

/// A code that stands in once for the second factor, where the telephone is lost. 80 random bits, so that its SHA-256 can be
/// stored without more work.
struct RecoveryCode: Sendable, Hashable {
    /// How many somebody gets.
    static let count = 8
    private static let byteLength = 10
    private static let length = 16
    private let letters: String

    init(_ random: RandomBytes) { letters = Base32.text(random(RecoveryCode.byteLength)) }

    /// Reads a code as somebody typed it, in any case, with or without hyphens; nil where it cannot be one.
    init?(_ typed: String) {
        guard let letters = Base32.tidied(typed), letters.utf8.count == RecoveryCode.length else { return nil }
        self.letters = letters
    }

    /// The code in four groups of four: "ABCD-EFGH-IJKL-MNOP".
    var text: String {
        stride(from: 0, to: RecoveryCode.length, by: 4).map { start in String(letters.dropFirst(start).prefix(4)) }
            .joined(separator: "-")
    }

    /// What is stored.
    var hash: Data { Data(SHA256.hash(data: Array(letters.utf8))) }
}
