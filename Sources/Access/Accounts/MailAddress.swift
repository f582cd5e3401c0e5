import Foundation

/// An e-mail address by which somebody signs in.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address as it was written, in NFC and without spaces around it.
    public let text: String
    /// The address by which accounts are told apart: small letters only. Mail systems that tell letters by case are unknown
    /// in practice, and two accounts that differ in nothing else would confuse everybody.
    public let folded: String

    /// An address with one "@", a name before it and a domain with a dot behind it, in at most 254 bytes (RFC 5321 section
    /// 4.5.3.1.3, as corrected by erratum 1690); nil for anything else. Only a letter that arrives proves more.
    public init?(_ text: String) {
        let text = MailAddress.trimmed(text)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty,
            !text.unicodeScalars.contains(where: MailAddress.isForbidden)
        else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.text = text
        folded = MailAddress.folded(text)
    }

    /// The address as written.
    public var description: String { text }

    /// Addresses that differ only in case are one.
    public static func == (left: MailAddress, right: MailAddress) -> Bool { left.folded == right.folded }

    /// Hashes the folded address.
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }

    /// Any text that somebody typed for an address, as accounts are looked up by it.
    static func folded(_ typed: String) -> String { trimmed(typed).lowercased() }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: "<>()[],;:\\\"".unicodeScalars.contains(scalar)
        }
    }
}
