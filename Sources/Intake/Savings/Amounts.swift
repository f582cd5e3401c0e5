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
            guard let printed = number(bytes, at: index) else { continue }
            var (next, scale) = (printed.end, 1)
            var unit = printed.end
            while unit < bytes.count, bytes[unit] == 32 { unit += 1 }
            for (name, value) in units where bytes[unit...].starts(with: name.utf8) {
                let after = unit + name.utf8.count
                if after == bytes.count || !(bytes[after] &- 97 < 26) {
                    (next, scale) = (after, value)
                    break
                }
            }
            index = next
            if let pence = printed.pence(scale: scale) {
                found.append(Found(pounds: Pounds(pence: pence), range: start..<next))
            }
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
        guard let printed = number(lower, at: index) else { return nil }
        let end = printed.end
        var scale = scale
        if end < lower.count {
            let unit = String(decoding: lower[end...], as: UTF8.self).trimmed()
            guard let named = units.first(where: { $0.0 == unit })?.1 else { return nil }
            scale = named
        } else if hasSign, printed.pence(scale: 1) ?? 0 >= 100_000_00 {
            scale = 1
        }
        return printed.pence(scale: scale).map { Pounds(pence: isNegative ? -$0 : $0) }
    }

    /// Whether a whole text is an amount or a plain number.
    static func isAmount(_ text: String) -> Bool { cell(text, scale: 1) != nil }

    /// A printed number: its digits without the point, and how many of them stand behind it.
    private struct Printed {
        var digits: Int
        var decimals: Int
        var end: Int

        /// The number in pence, scaled to pounds; nil where it is too large to count.
        func pence(scale: Int) -> Int? {
            var (value, overflow) = digits.multipliedReportingOverflow(by: scale)
            if overflow { return nil }
            (value, overflow) = value.multipliedReportingOverflow(by: 100)
            if overflow { return nil }
            for _ in 0..<decimals { value /= 10 }
            return value
        }
    }

    /// Digits with thousands commas and decimals.
    private static func number(_ bytes: [UInt8], at start: Int) -> Printed? {
        var index = start
        var printed = Printed(digits: 0, decimals: 0, end: start)
        var count = 0
        var hasPoint = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 48 < 10 {
                // Beyond six decimals nothing is left even of billions in pence.
                if !hasPoint || printed.decimals < 6 {
                    printed.digits = printed.digits * 10 + Int(byte - 48)
                    printed.decimals += hasPoint ? 1 : 0
                    count += 1
                    guard count <= 15 else { return nil }
                }
            } else if byte == UInt8(ascii: ","), !hasPoint, count > 0, index + 3 < bytes.count,
                bytes[(index + 1)...(index + 3)].allSatisfy({ $0 &- 48 < 10 })
            {
                // a comma between thousands
            } else if byte == UInt8(ascii: "."), !hasPoint, count > 0, index + 1 < bytes.count,
                bytes[index + 1] &- 48 < 10
            {
                hasPoint = true
            } else {
                break
            }
            index += 1
        }
        printed.end = index
        return count > 0 ? printed : nil
    }
}
