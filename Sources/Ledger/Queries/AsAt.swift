public import Register

/// As at when a question is asked of the ledger.
public enum AsAt: Sendable, Hashable {
    /// As things stand.
    case now
    /// When an entry was the last one.
    case entry(Int)
    /// At a moment.
    case moment(Timestamp)

    /// As at the end of a day, a time of a day, or an entry: "2026-06-30", "2026-06-30T14:00", "2026-06-30 14:00:05",
    /// "2026-06-30T14:00Z", "#1204". Times are those that clocks in the United Kingdom show, unless "Z" says otherwise.
    public init?(_ text: String) {
        if text == "now" {
            self = .now
            return
        }
        if text.hasPrefix("#") || text.allSatisfy(\.isNumber) {
            guard let sequence = Int(text.drop { $0 == "#" }), sequence >= 0 else { return nil }
            self = .entry(sequence)
            return
        }
        guard let day = Day(iso: text.prefix(10)) else { return nil }
        let rest = text.dropFirst(10)
        if rest.isEmpty {
            self = .moment(LondonTime.end(of: day))
            return
        }
        guard rest.first == "T" || rest.first == " " else { return nil }
        let isUniversal = rest.last == "Z"
        let parts = rest.dropFirst().dropLast(isUniversal ? 1 : 0).split(
            separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count == 2 && $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60,
            numbers.count == 2 || numbers[2] < 60
        else { return nil }
        // A minute is meant to its end, a second too.
        let second = numbers.count == 3 ? numbers[2] : 59
        let moment =
            isUniversal
            ? Timestamp(day: day, hour: numbers[0], minute: numbers[1], second: second)
            : LondonTime.moment(day: day, hour: numbers[0], minute: numbers[1], second: second)
        self = .moment(Timestamp(microseconds: moment.microseconds + 999_999))
    }
}
