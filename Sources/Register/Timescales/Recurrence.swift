/// How often something comes round, in the words of the finding contract.
public enum Recurrence: Hashable, Sendable {
    case daily, weekly, fortnightly, monthly, quarterly, annually
    case sixWeekly, biMonthly, fourMonthly, sixMonthly
    /// Every so many weeks, where no other case says so: "three-weekly".
    case everyWeeks(Int)
    /// Every so many months, where no other case says so: "nine-monthly"; whole years print as "two-yearly".
    case everyMonths(Int)

    /// The recurrence of so many weeks, 1 to 520, by its own name where it has one.
    public init?(weeks: Int) {
        switch weeks {
        case 1: self = .weekly
        case 2: self = .fortnightly
        case 6: self = .sixWeekly
        case 3...520: self = .everyWeeks(weeks)
        default: return nil
        }
    }

    /// The recurrence of so many months, 1 to 240, by its own name where it has one.
    public init?(months: Int) {
        switch months {
        case 1: self = .monthly
        case 2: self = .biMonthly
        case 3: self = .quarterly
        case 4: self = .fourMonthly
        case 6: self = .sixMonthly
        case 12: self = .annually
        case 5...240: self = .everyMonths(months)
        default: return nil
        }
    }
}

extension Recurrence: RawRepresentable, Codable {
    private static let named: [Recurrence] = [
        .daily, .weekly, .fortnightly, .monthly, .sixWeekly, .biMonthly, .quarterly, .fourMonthly, .sixMonthly,
        .annually,
    ]

    private static let numerals = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// The word or words as the finding contract prints them: "six-monthly", "two-yearly".
    public var rawValue: String {
        switch self {
        case .daily: "daily"
        case .weekly: "weekly"
        case .fortnightly: "fortnightly"
        case .monthly: "monthly"
        case .sixWeekly: "six-weekly"
        case .biMonthly: "bi-monthly"
        case .quarterly: "quarterly"
        case .fourMonthly: "four-monthly"
        case .sixMonthly: "six-monthly"
        case .annually: "annually"
        case .everyWeeks(let weeks): Self.numeral(weeks) + "-weekly"
        case .everyMonths(let months):
            months % 12 == 0 ? Self.numeral(months / 12) + "-yearly" : Self.numeral(months) + "-monthly"
        }
    }

    /// The recurrence that prints so; nil for any other text.
    public init?(rawValue: String) {
        if let found = Self.named.first(where: { $0.rawValue == rawValue }) {
            self = found
            return
        }
        let pieces = rawValue.utf8.split(separator: UInt8(ascii: "-"))
        guard pieces.count == 2, let head = String(pieces[0]), let tail = String(pieces[1]),
            let count = Self.numerals.firstIndex(of: head) ?? Int(head), (0...1000).contains(count)
        else { return nil }
        let found: Recurrence? =
            switch tail {
            case "weekly": Recurrence(weeks: count)
            case "monthly": Recurrence(months: count)
            case "yearly": Recurrence(months: count * 12)
            default: nil
            }
        guard let found, found.rawValue == rawValue else { return nil }
        self = found
    }

    private static func numeral(_ count: Int) -> String {
        numerals.indices.contains(count) ? numerals[count] : String(count)
    }
}
