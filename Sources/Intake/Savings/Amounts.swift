import Register

/// Reads amounts of money as councils print them.
enum Amounts {
    /// An amount in text and where it stands, as UTF-8 offsets.
    struct Found {
        var pounds: Pounds
        var range: Range<Int>
    }

    /// Amounts with a pound sign in running text: "£7.5m", "£246,000", "£120k", "£1.2 million".
    static func inText(_ text: Folded) -> [Found] {
        var found: [Found] = []
        let bytes = text.lower
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == 0xC2, bytes[index + 1] == 0xA3 else {
                index += 1
                continue
            }
            let start = index
            index += 2
            while index < bytes.count, bytes[index] == 32 { index += 1 }
            guard let (pence, end) = number(bytes, at: index) else { continue }
            var (next, scale) = (end, 1)
            var unit = end
            while unit < bytes.count, bytes[unit] == 32 { unit += 1 }
            for (name, value) in units where bytes[unit...].starts(with: name.utf8) {
                let after = unit + name.utf8.count
                if after == bytes.count || !(bytes[after] &- 97 < 26) {
                    (next, scale) = (after, value)
                    break
                }
            }
            index = next
            let (scaled, overflow) = pence.multipliedReportingOverflow(by: scale)
            if !overflow { found.append(Found(pounds: Pounds(pence: scaled), range: start..<next)) }
        }
        return found
    }

    private static let units: [(String, Int)] = [
        ("million", 1_000_000), ("billion", 1_000_000_000), ("bn", 1_000_000_000), ("thousand", 1000), ("m", 1_000_000),
        ("k", 1000),
    ]

    /// A whole cell that is an amount, in pence before scaling; brackets and minus signs are negative.
    static func cell(_ text: String, scale: Int) -> Pounds? {
        let words = text.trimmed("* ")
        guard !words.isEmpty, words.utf8.count <= 24 else { return nil }
        var lower = Array(words.lowercased().utf8)
        var isNegative = false
        if lower.first == UInt8(ascii: "("), lower.last == UInt8(ascii: ")") {
            isNegative = true
            lower = Array(lower.dropFirst().dropLast())
        }
        var index = 0
        if lower.starts(with: [0xE2, 0x88, 0x92]) || lower.starts(with: [0xE2, 0x80, 0x93]) {
            isNegative = true
            index = 3
        } else if lower.first == UInt8(ascii: "-") {
            isNegative = true
            index = 1
        }
        while index < lower.count, lower[index] == 32 { index += 1 }
        var hasSign = false
        if lower[index...].starts(with: [0xC2, 0xA3]) {
            index += 2
            hasSign = true
            if index < lower.count, lower[index] == UInt8(ascii: "-") { isNegative = true; index += 1 }
        }
        guard let (pence, end) = number(lower, at: index) else { return nil }
        var scale = scale
        if end < lower.count {
            let unit = String(decoding: lower[end...], as: UTF8.self).trimmed()
            guard let named = units.first(where: { $0.0 == unit })?.1 else { return nil }
            scale = named
        } else if hasSign, pence >= 100_000_00 {
            scale = 1
        }
        let (scaled, overflow) = pence.multipliedReportingOverflow(by: scale)
        return overflow ? nil : Pounds(pence: isNegative ? -scaled : scaled)
    }

    /// Whether a whole text is an amount or a plain number.
    static func isAmount(_ text: String) -> Bool { cell(text, scale: 1) != nil }

    /// Digits with thousands commas and up to two decimals that count; the rest of the decimals scale a unit.
    private static func number(_ bytes: [UInt8], at start: Int) -> (pence: Int, end: Int)? {
        var index = start
        var whole = 0
        var digits = 0
        while index < bytes.count {
            if bytes[index] &- 48 < 10 {
                whole = whole * 10 + Int(bytes[index] - 48)
                digits += 1
                guard digits <= 14 else { return nil }
            } else if bytes[index] == UInt8(ascii: ","), digits > 0, index + 3 < bytes.count + 0,
                bytes[(index + 1)...].prefix(3).count == 3,
                bytes[(index + 1)...].prefix(3).allSatisfy({ $0 &- 48 < 10 })
            {
                // a thousands comma
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        var pence = whole * 100
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1] &- 48 < 10 {
            index += 1
            var place = 10
            while index < bytes.count, bytes[index] &- 48 < 10 {
                if place > 0 { pence += Int(bytes[index] - 48) * place }
                place /= 10
                index += 1
            }
        }
        return (pence, index)
    }
}
