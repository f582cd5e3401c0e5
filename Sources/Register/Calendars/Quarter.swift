/// Three months of a year that begins in January or in April.
public struct Quarter: Hashable, Sendable {
    /// Which year the quarters divide: "Q2 2025/26" is financial, "Q2 2005" is calendar.
    public enum Basis: String, Hashable, Sendable, Codable {
        case calendar, financial
    }

    /// 1 to 4.
    public let number: Int
    /// The year in which the quarters' year begins.
    public let year: Int
    /// Which year the quarters divide.
    public let basis: Basis

    /// The quarter of this number, 1 to 4; nil for any other.
    public init?(_ number: Int, of year: Int, basis: Basis) {
        guard (1...4).contains(number), (1...9998).contains(year) else { return nil }
        self.number = number
        self.year = year
        self.basis = basis
    }

    /// The first day: 1 April for the first financial quarter.
    public var first: Day { Day(firstOfMonth: (basis == .financial ? 1 : -2) + number * 3, year: year) }

    /// The last day: 30 June for the first financial quarter.
    public var last: Day { first.adding(months: 2).lastOfMonth }
}
