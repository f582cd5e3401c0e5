import Register

extension Pounds {
    /// "£1,250,000", "−£12.50".
    var words: String {
        let parts = decimal.drop { $0 == "-" }.split(separator: ".")
        let digits = Array(parts.first ?? "0")
        let whole = digits.enumerated().map { place, digit in
            (place > 0 && (digits.count - place).isMultiple(of: 3) ? "," : "") + String(digit)
        }.joined()
        // Pence are written with two digits.
        let pence = parts.count > 1 ? "." + parts[1] + (parts[1].count == 1 ? "0" : "") : ""
        return (self.pence < 0 ? "−£" : "£") + whole + pence
    }
}
