/// The bank holidays of England and Wales (Banking and Financial Dealings Act 1971, schedule 1; royal proclamations; gov.uk/bank-holidays).
public enum BankHolidays {
    /// One bank holiday (Banking and Financial Dealings Act 1971, section 1).
    public struct Holiday: Hashable, Sendable {
        /// The day on which offices are closed (Banking and Financial Dealings Act 1971, section 1).
        public let day: Day
        /// Its name, with "(substitute day)" where it stands in for one at a weekend (gov.uk/bank-holidays).
        public let name: String
    }

    /// The years that the table holds; of any other nothing is known, for a proclamation can add or move a day (section 1(3)).
    public static let years = 2010...2030

    /// Every bank holiday of `years`, in order (gov.uk/bank-holidays).
    public static let all: [Holiday] = parse(table)

    /// The days alone, for `WorkingDays` (gov.uk/bank-holidays).
    public static let days: Set<Day> = Set(all.map(\.day))

    /// The bank holidays of one year, in order; nil beyond the table (gov.uk/bank-holidays).
    public static func holidays(in year: Int) -> [Holiday]? {
        years.contains(year) ? all.filter { $0.day.year == year } : nil
    }

    /// Reads lines of a date, a tab and a name, passing over any that are not so made.
    static func parse(_ table: String) -> [Holiday] {
        table.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), let date = String(line[..<tab]),
                let day = Day(iso: date),
                let name = String(line[line.index(after: tab)...])
            else { return nil }
            return Holiday(day: day, name: name)
        }
    }
}
