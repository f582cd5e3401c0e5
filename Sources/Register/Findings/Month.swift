/// A month of a year.
public struct Month: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Year of the common era.
    public var year: Int
    /// 1 to 12.
    public var month: Int

    /// The month that a day lies in.
    public init(of day: Day) {
        year = day.year
        month = day.month
    }

    /// `YYYY-MM`.
    public var description: String { String(Day(year: year, month: month, day: 1)?.description.dropLast(3) ?? "") }
}
