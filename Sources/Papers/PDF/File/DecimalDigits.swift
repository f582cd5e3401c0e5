/// A decimal number without an exponent, as PDFs and poppler write them, taken byte by byte: no string is made of it.
struct DecimalDigits {
    private var isNegative = false
    private var magnitude = 0.0
    /// What the next digit behind the point is worth, times ten; 0 before the point.
    private var scale = 0.0

    var value: Double { isNegative ? -magnitude : magnitude }

    /// Takes a sign, digit or point; false, and nothing taken, for any other byte and for a second point.
    mutating func take(_ byte: UInt8) -> Bool {
        switch byte {
        case .dash: isNegative = true
        case UInt8(ascii: "+"): break
        case .dot where scale == 0: scale = 1
        case let digit where digit.isDigit:
            if scale == 0 {
                magnitude = magnitude * 10 + Double(digit - 48)
            } else {
                scale /= 10
                magnitude += Double(digit - 48) * scale
            }
        default: return false
        }
        return true
    }
}
