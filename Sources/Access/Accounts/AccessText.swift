import Foundation

/// Names as they are kept: in NFC, without spaces around them.
enum AccessText {
    /// - Throws: `AccessError.nameMalformed`.
    static func name(_ text: String, longest: Int) throws(AccessError) -> String {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        let isPlain = !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard !name.isEmpty, name.count <= longest, isPlain else { throw .nameMalformed(longest: longest) }
        return name
    }
}
