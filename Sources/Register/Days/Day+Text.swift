extension Day: CustomStringConvertible {
    /// The day written "YYYY-MM-DD" (ISO 8601, calendar date, extended format).
    public var description: String {
        let (year, month, day) = (year, month, day)
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ value: Int, at place: Int, digits: Int) {
                var rest = value
                for offset in stride(from: digits - 1, through: 0, by: -1) {
                    bytes[place + offset] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(year, at: 0, digits: 4)
            bytes[4] = UInt8(ascii: "-")
            put(month, at: 5, digits: 2)
            bytes[7] = UInt8(ascii: "-")
            put(day, at: 8, digits: 2)
            return 10
        }
    }

    /// The day written "YYYY-MM-DD" and nothing else (ISO 8601); nil where the text has another shape or names no day.
    public init?(iso text: some StringProtocol) { self.init(iso: text.utf8) }

    /// The same of a text in UTF-8, as a database holds it.
    @inlinable public init?(iso text: some Sequence<UInt8>) {
        var fields = (0, 0, 0)
        var place = 0
        for byte in text {
            switch (place, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0...3, UInt8(ascii: "0")...UInt8(ascii: "9")): fields.0 = fields.0 * 10 + Int(byte & 15)
            case (5...6, UInt8(ascii: "0")...UInt8(ascii: "9")): fields.1 = fields.1 * 10 + Int(byte & 15)
            case (8...9, UInt8(ascii: "0")...UInt8(ascii: "9")): fields.2 = fields.2 * 10 + Int(byte & 15)
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: fields.0, month: fields.1, day: fields.2)
    }
}

extension Day: Codable {
    /// Reads a day from one string "YYYY-MM-DD"; throws `DecodingError.dataCorrupted` for any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "“\(text)” is not a day of the calendar: write it as YYYY-MM-DD, such as 2025-03-31."
            )
        }
        self = day
    }

    /// Writes the day as one string "YYYY-MM-DD"; throws what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day {
    private static let shortMonths = months.map { String($0.prefix(3)) }
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// "12 October 2020", as people in the United Kingdom write it; no locale of the machine is asked.
    public var words: String { "\(day) \(monthWords)" }

    /// "12 Oct 2020".
    public var shortWords: String { "\(day) \(shortMonthWords)" }

    /// "October 2020".
    public var monthWords: String { "\(Day.months[month - 1]) \(year)" }

    /// "Oct 2020".
    public var shortMonthWords: String { "\(Day.shortMonths[month - 1]) \(year)" }
}
