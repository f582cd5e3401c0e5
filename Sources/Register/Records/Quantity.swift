/// An exact decimal with its unit: 93.4 %, £1,200.50.
public struct Quantity: Sendable, Hashable, Codable {
    /// The digits without the point: 934 for 93.4.
    public var digits: Int
    /// How many of them stand behind the point: 1 for 93.4.
    public var scale: Int
    /// "%", "£", "days"; nil where none is printed.
    public var unit: String?

    /// A figure as printed, with at most one unit before or behind it; nil for anything that is not one exact number.
    public init?(printed: String) {
        var text = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
        var unit: String?
        var sign = 1
        if text.hasPrefix("(") && text.hasSuffix(")") {
            text = text.dropFirst().dropLast()
            sign = -1
        }
        if text.hasPrefix("-") || text.hasPrefix("−") {
            guard sign == 1 else { return nil }
            text = text.dropFirst()
            sign = -1
        }
        if text.hasPrefix("£") {
            unit = "£"
            text = text.dropFirst()
        }
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
        let tail = text.dropFirst(number.count).drop { $0 == " " }
        if !tail.isEmpty {
            guard unit == nil, tail.count <= 12, tail.allSatisfy({ $0.isLetter || $0 == "%" || $0 == " " }) else {
                return nil
            }
            unit = String(tail)
        }
        guard let (digits, scale) = Quantity.exact(number) else { return nil }
        (self.digits, self.scale, self.unit) = (sign * digits, scale, unit)
    }

    /// "1,234.5" is 12345 with one digit behind the point; commas stand before groups of three.
    private static func exact(_ text: Substring) -> (Int, Int)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !decimals.isEmpty && !decimals.contains(","), whole.count + decimals.count <= 18,
            let digits = Int(groups.joined() + decimals)
        else { return nil }
        return (digits, decimals.count)
    }
}
