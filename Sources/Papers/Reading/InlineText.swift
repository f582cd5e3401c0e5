import Foundation

/// Turns a stretch of bytes into plain words: white space folded, entities decoded, tags, emphasis and soft hyphens
/// removed, ligatures and no-break spaces made plain, and the rest in normal form C.
struct InlineText {
    private(set) var bytes: [UInt8] = []
    private var needsComposing = false

    /// The words so far, trimmed.
    var text: String {
        var end = bytes.count
        while end > 0, bytes[end - 1] == .space { end -= 1 }
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        return needsComposing ? text.precomposedStringWithCanonicalMapping : text
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsComposing = false
    }

    /// Adds one byte of plain ASCII, folding white space.
    mutating func add(_ byte: UInt8) {
        if byte.isBlank {
            if let last = bytes.last, last != .space { bytes.append(.space) }
        } else if byte >= 0x20, byte != 0x7F {
            bytes.append(byte)
        }
    }

    /// Adds what starts at `index` and returns the index after it; `end` is exclusive.
    mutating func add(_ source: [UInt8], at index: Int, end: Int) -> Int {
        let byte = source[index]
        switch byte {
        case .star:
            // One star between letters or digits is kept ("5*3"); runs of stars, and stars at a word's edge, are emphasis.
            var next = index
            while next < end, source[next] == .star { next += 1 }
            let isInside =
                index > 0 && next < end && next - index == 1 && isWord(source[index - 1]) && isWord(source[next])
            let isFootnote = next - index == 1 && index > 0 && isWord(source[index - 1]) && !closes(source, index, end)
            if isInside || isFootnote { bytes.append(.star) }
            return next
        case UInt8(ascii: "<"):
            if let close = InlineText.tagEnd(source, at: index, end: end) { return close }
            bytes.append(byte)
            return index + 1
        case UInt8(ascii: "&"):
            if let (scalar, next) = InlineText.entity(source, at: index, end: end) {
                if scalar == 0xA0 { add(.space) } else { append(scalar: scalar) }
                return next
            }
            bytes.append(byte)
            return index + 1
        case UInt8(ascii: "\\"):
            // Markdown escapes stand before punctuation only.
            if index + 1 < end, isEscapable(source[index + 1]) {
                bytes.append(source[index + 1])
                return index + 2
            }
            bytes.append(byte)
            return index + 1
        case 0..<0x80:
            add(byte)
            return index + 1
        default:
            return addWide(source, at: index, end: end)
        }
    }

    private mutating func addWide(_ source: [UInt8], at index: Int, end: Int) -> Int {
        let length = source[index] < 0xE0 ? 2 : source[index] < 0xF0 ? 3 : 4
        let next = min(index + length, end)
        if length == 2, index + 1 < end {
            let (first, second) = (source[index], source[index + 1])
            if first == 0xC2, second == 0xA0 { add(.space); return next }
            // A soft hyphen, and the second set of control characters, of which a terminal would make commands.
            if first == 0xC2, second == 0xAD || second < 0xA0 { return next }
            if first == 0xCC || (first == 0xCD && second < 0xB0) { needsComposing = true }
        } else if length == 3, index + 2 < end {
            let scalar =
                UInt32(source[index] & 0xF) << 12 | UInt32(source[index + 1] & 0x3F) << 6
                | UInt32(source[index + 2] & 0x3F)
            switch scalar {
            case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: add(.space); return next
            // No width, or only a direction: they would turn the words around that follow.
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return next
            case 0x2010, 0x2011: bytes.append(.dash); return next
            case 0xFB00...0xFB06:
                bytes.append(contentsOf: InlineText.ligatures[Int(scalar - 0xFB00)].utf8)
                return next
            default: break
            }
        }
        bytes.append(contentsOf: source[index..<next])
        return next
    }

    private mutating func append(scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar), scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value),
            !(0x202A...0x202E).contains(scalar.value), !(0x2060...0x2069).contains(scalar.value)
        else { return }
        bytes.append(contentsOf: String(Character(scalar)).utf8)
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }
    private func isEscapable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !byte.isLetter && !byte.isDigit }

    /// Whether a star at `index` closes an emphasis opened earlier in the same stretch.
    private func closes(_ source: [UInt8], _ index: Int, _ end: Int) -> Bool {
        var back = index - 1
        while back >= 0, source[back] != .newline, source[back] != .pipe, source[back] != .tab {
            if source[back] == .star { return true }
            back -= 1
        }
        return false
    }

    /// Words of a stretch of bytes.
    static func plain(_ source: [UInt8], _ range: Range<Int>) -> String {
        var inline = InlineText()
        var index = range.lowerBound
        while index < range.upperBound { index = inline.add(source, at: index, end: range.upperBound) }
        return inline.text
    }

    /// The index after a tag that starts at `index`, where it is one: `<p>`, `</ul>`, `<br/>`.
    static func tagEnd(_ source: [UInt8], at index: Int, end: Int) -> Int? {
        var next = index + 1
        guard next < end else { return nil }
        if source[next] == UInt8(ascii: "/") || source[next] == UInt8(ascii: "!") { next += 1 }
        guard next < end, source[next].isLetter || source[next] == .dash else { return nil }
        let limit = min(end, index + 400)
        while next < limit {
            if source[next] == UInt8(ascii: ">") { return next + 1 }
            if source[next] == UInt8(ascii: "<") { return nil }
            next += 1
        }
        return nil
    }

    /// The character that an entity at `index` names, and the index after it.
    static func entity(_ source: [UInt8], at index: Int, end: Int) -> (UInt32, Int)? {
        let limit = min(end, index + 12)
        guard let close = source[index..<limit].firstIndex(of: UInt8(ascii: ";")), close > index + 1 else { return nil }
        let name = String(decoding: source[(index + 1)..<close], as: UTF8.self)
        if let scalar = entities[name] { return (scalar, close + 1) }
        if name.hasPrefix("#x"), let scalar = UInt32(name.dropFirst(2), radix: 16) { return (scalar, close + 1) }
        if name.hasPrefix("#"), let scalar = UInt32(name.dropFirst()) { return (scalar, close + 1) }
        return nil
    }

    private static let entities: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "pound": 0xA3, "ndash": 0x2013,
        "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D, "bull": 0x2022,
        "hellip": 0x2026, "euro": 0x20AC, "eacute": 0xE9, "middot": 0xB7,
    ]
    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
