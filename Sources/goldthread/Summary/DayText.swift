import Intake
import Register

/// Days and months in words, without the machine's locale.
enum DayText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// "12 October 2020".
    static func long(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

    /// "12 October 2020", or "October 2020" where only a month is printed.
    static func text(_ date: PaperDate) -> String {
        date.origin == .printedDay ? long(date.day) : "\(months[date.day.month - 1]) \(date.day.year)"
    }

    /// "Oct 2020" for "2020-10".
    static func month(_ iso: String) -> String {
        let parts = iso.split(separator: "-")
        guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return iso }
        return "\(months[month - 1].prefix(3)) \(parts[0])"
    }
}
