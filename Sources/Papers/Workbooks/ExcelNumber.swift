import Foundation

/// Numbers as a workbook shows them: as dates, money, shares or plain.
enum ExcelNumber {
    /// The words of a number under a format code (ECMA-376, part 1, 18.8.31). Dates are written out, as in any paper.
    static func text(_ number: Double, format: String, isFrom1904: Bool) -> String {
        let sections = format.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let first = plain(sections.first ?? "General")
        if isDate(first) { return date(number, format: first, isFrom1904: isFrom1904) }
        guard first.contains(where: { "0#?".contains($0) }) else { return general(number) }
        let inBrackets = number < 0 && sections.count > 1 && sections[1].contains("(")
        var value = number.magnitude
        let isShare = first.contains("%")
        if isShare { value *= 100 }
        let digits = first.split(separator: ".", maxSplits: 1)
        let decimals = digits.count > 1 ? digits[1].prefix(while: { "0#?".contains($0) }).count : 0
        var words = String(format: "%.\(min(decimals, 12))f", value)
        if first.contains(",") { words = grouped(words) }
        for sign in ["£", "€", "$"] where sections[0].contains(sign) { words = sign + words }
        if isShare { words += "%" }
        return inBrackets ? "(\(words))" : number < 0 ? "-" + words : words
    }

    /// A day or time in ISO 8601, written out.
    static func date(iso text: String) -> String? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return nil }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    /// The number itself, to the fifteen figures that Excel shows, without an exponent where it is not needed.
    private static func general(_ number: Double) -> String {
        if number == number.rounded(), number.magnitude < 1e15 { return String(format: "%.0f", number) }
        return String(format: "%.15g", number)
    }

    private static func grouped(_ words: String) -> String {
        let parts = words.split(separator: ".", maxSplits: 1)
        var grouped = ""
        for (index, digit) in (parts.first ?? "").enumerated() {
            let left = (parts.first?.count ?? 0) - index
            if index > 0, left.isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return parts.count > 1 ? grouped + "." + parts[1] : grouped
    }

    // MARK: Dates

    /// The code without what stands in quotation marks or square brackets, or behind a backslash.
    private static func plain(_ code: String) -> String {
        var result = ""
        var close: Character?
        var skips = false
        for sign in code {
            if skips {
                skips = false
            } else if let end = close {
                if sign == end { close = nil }
            } else if sign == "\"" {
                close = "\""
            } else if sign == "[" {
                close = "]"
            } else if sign == "\\" || sign == "_" || sign == "*" {
                skips = true
            } else {
                result.append(sign)
            }
        }
        return result
    }

    private static func isDate(_ code: String) -> Bool {
        let lower = code.lowercased()
        return lower != "general" && lower.contains { "dmyhs".contains($0) } && !lower.contains { "#?".contains($0) }
    }

    private static func date(_ number: Double, format: String, isFrom1904: Bool) -> String {
        let code = format.lowercased()
        guard number >= 0, number < 3_000_000 else { return general(number) }
        var day = Int(number)
        let minutes = Int(((number - number.rounded(.down)) * 1440).rounded())
        let time = code.contains("h") ? String(format: "%02d:%02d", minutes / 60 % 24, minutes % 60) : nil
        guard code.contains("d") || code.contains("y") || code.contains("mmm") else { return time ?? general(number) }
        // 1900 is a leap year to Excel: from March on, its days are one ahead.
        day += isFrom1904 ? 1462 : day < 60 ? 1 : 0
        let (year, month, date) = civil(day - 25_569)
        let words =
            code.contains("d")
            ? "\(date) \(months[month - 1]) \(year)"
            : code.contains("m") ? "\(months[month - 1]) \(year)" : "\(year)"
        return time.map { minutes > 0 ? words + " " + $0 : words } ?? words
    }

    /// Year, month and day of a count of days from 1 January 1970.
    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * ofYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
