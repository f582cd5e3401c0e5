/// Reads the number, letter or bullet at the start of a line or of a part of a cell.
enum MarkerReader {
    /// A marker and the index of the first byte after it and its white space.
    struct Result {
        var marker: Marker
        var next: Int
    }

    /// The marker at the start of `range`, where something follows it.
    static func read(_ source: [UInt8], _ range: Range<Int>) -> Result? {
        var index = range.lowerBound
        while index < range.upperBound, source[index].isBlank { index += 1 }
        if let next = bullet(source, index..<range.upperBound) {
            // "- 2.1 That …": the number says more than the dash before it.
            if let inner = numbered(source, next..<range.upperBound, afterBullet: true) { return inner }
            return Result(marker: Marker(style: .bullet, label: ""), next: next)
        }
        return numbered(source, index..<range.upperBound)
    }

    /// "2 Recommendations": a number without a stop, where the line is known to be a heading.
    static func bareNumber(_ source: [UInt8], _ range: Range<Int>) -> Result? {
        var index = range.lowerBound
        while index < range.upperBound, source[index].isBlank || source[index] == .star { index += 1 }
        let start = index
        while index < range.upperBound, source[index].isDigit { index += 1 }
        guard (1...2).contains(index - start), index < range.upperBound, source[index].isBlank else { return nil }
        let label = String(decoding: source[start..<index], as: UTF8.self)
        guard let next = skipBlanks(source, index..<range.upperBound), source[next].isUpper else { return nil }
        return Result(marker: Marker(style: .number, label: label), next: next)
    }

    /// The index after a bullet and its white space.
    static func bullet(_ source: [UInt8], _ range: Range<Int>) -> Int? {
        guard let first = source[range].first else { return nil }
        var next = range.lowerBound
        switch first {
        case .dash, .star, UInt8(ascii: "+"): next += 1
        case UInt8(ascii: "o"): next += 1
        case 0xC2 where next + 1 < range.upperBound && source[next + 1] == 0xB7: next += 2
        case 0xE2, 0xEF:
            guard next + 2 < range.upperBound else { return nil }
            let scalar =
                UInt32(first & 0xF) << 12 | UInt32(source[next + 1] & 0x3F) << 6 | UInt32(source[next + 2] & 0x3F)
            guard bulletScalars.contains(scalar) else { return nil }
            next += 3
            // A bullet sign may touch its words; a dash may not.
            if scalar == 0x2013 || scalar == 0x2014 { break }
            return skipBlanks(source, next..<range.upperBound)
        default: return nil
        }
        guard next < range.upperBound, source[next].isBlank else { return nil }
        return skipBlanks(source, next..<range.upperBound)
    }

    private static func skipBlanks(_ source: [UInt8], _ range: Range<Int>) -> Int? {
        var next = range.lowerBound
        while next < range.upperBound, source[next].isBlank { next += 1 }
        return next < range.upperBound ? next : nil
    }

    private static let bulletScalars: Set<UInt32> = [
        0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0x25A0, 0x25A1, 0x2013, 0x2014, 0x27A2, 0x2713,
        0x2714, 0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0x25BA, 0x25B6, 0x2666,
    ]

    /// A number ("3.", "3)", "(3)", "2.1", "2.1."), letter ("a)", "(a)", "b.") or roman numeral ("iv.", "(iv)").
    private static func numbered(_ source: [UInt8], _ range: Range<Int>, afterBullet: Bool = false) -> Result? {
        var index = range.lowerBound
        // "**1.** words" and "**1. Words**": emphasis may begin before the number.
        while index < range.upperBound, source[index] == .star { index += 1 }
        let isBracketed = index < range.upperBound && source[index] == UInt8(ascii: "(")
        if isBracketed { index += 1 }
        let start = index
        guard start < range.upperBound else { return nil }
        var style: Marker.Style
        if source[index].isDigit {
            var dots = 0
            while index < range.upperBound {
                if source[index].isDigit { index += 1; continue }
                if source[index] == .dot, index + 1 < range.upperBound, source[index + 1].isDigit {
                    dots += 1
                    index += 1
                    continue
                }
                break
            }
            guard index - start <= 10 else { return nil }
            // "2.0 Recommendations" is the second section.
            let isWhole = dots == 1 && source[index - 1] == UInt8(ascii: "0") && source[index - 2] == .dot
            style = dots == 0 || isWhole ? .number : .clause
        } else if source[index].isLetter {
            while index < range.upperBound, source[index].isLetter, index - start < 6 { index += 1 }
            let letters = String(decoding: source[start..<index], as: UTF8.self).lowercased()
            if letters.utf8.count == 1, !(letters == "i" || (letters == "v" && isBracketed)) {
                style = .letter
            } else if Marker.romans.contains(letters) {
                style = .roman
            } else if letters.utf8.count == 2, letters.utf8.first == letters.utf8.last, isBracketed {
                style = .letter
            } else {
                return nil
            }
        } else {
            return nil
        }
        let label = String(decoding: source[start..<index], as: UTF8.self)
        var closed = false
        if isBracketed {
            guard index < range.upperBound, source[index] == UInt8(ascii: ")") else { return nil }
            index += 1
            closed = true
        } else if index < range.upperBound, source[index] == UInt8(ascii: ")") || source[index] == .dot {
            index += 1
            closed = true
        }
        while index < range.upperBound, source[index] == .star { index += 1 }
        // A bare number is a marker only as a clause number: "2.1 Words", never "14 Words" or "a word".
        guard closed || style == .clause || source[start..<index].contains(.dot) else { return nil }
        guard index < range.upperBound, source[index].isBlank else { return nil }
        while index < range.upperBound, source[index].isBlank { index += 1 }
        guard index < range.upperBound else { return nil }
        // "3.5 per cent" and "2.30 p.m." are no clauses: a clause's words begin with a capital, a bracket or a sign.
        if style == .clause, !closed, !afterBullet, source[index].isLower { return nil }
        // Initials: "C. B. Taylor" and "I. Jones" are names.
        if !isBracketed, source[start].isUpper, style == .letter || style == .roman,
            index < range.upperBound, looksLikeName(source, index..<range.upperBound)
        {
            return nil
        }
        return Result(marker: Marker(style: style, label: label), next: index)
    }

    /// Another initial, or a single capitalised word to the end of the line.
    private static func looksLikeName(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        guard source[start].isUpper else { return false }
        if start + 1 < range.upperBound, source[start + 1] == .dot { return true }
        return source[range].count(where: \.isBlank) <= 1
    }
}
