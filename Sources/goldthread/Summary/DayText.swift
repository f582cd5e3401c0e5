import Intake
import Register

/// Days and months in words, without the machine's locale.
enum DayText {
    /// "12 October 2020", or "October 2020" where only a month is printed.
    static func text(_ date: PaperDate) -> String {
        date.origin == .printedDay ? date.day.words : date.day.monthWords
    }

    /// "Oct 2020" for "2020-10".
    static func month(_ iso: String) -> String { Day(iso: iso + "-01")?.shortMonthWords ?? iso }
}
