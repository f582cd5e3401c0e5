extension Timescale {
    /// What a relative phrase hangs on.
    public enum Relation: Hashable, Sendable, Codable {
        /// So long from the event named, or from the paper's approval where none is: "6 – 12 months", "within three months of adoption".
        case duration(atLeast: Length, atMost: Length, from: String?)
        /// What another entry says: "19" for "As 19 above", "above" for "As above".
        case sameAs(String)
        /// An event: "adoption", "next meeting".
        case event(String)
        /// A horizon without figures: "medium term", "year 1".
        case term(String)
        /// Something that must be settled first: "budget decision".
        case condition(String)
        /// At once, or as soon as can be.
        case immediate
    }

    /// A length of time as printed, such as six months.
    public struct Length: Hashable, Sendable, Codable {
        /// What is counted.
        public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
            case workingDay, day, week, month, year
        }

        /// How many; 0 for "0–6 months".
        public let count: Int
        /// Of what.
        public let unit: Unit

        /// So many of a unit.
        public init(_ count: Int, _ unit: Unit) {
            self.count = count
            self.unit = unit
        }

        /// The corresponding day so much later; nil for working days, which need a calendar of holidays (Dodds v Walker [1981] 1 WLR 1027).
        public func after(_ day: Day) -> Day? {
            switch unit {
            case .workingDay: nil
            case .day: day.adding(days: count)
            case .week: day.adding(days: count.multipliedReportingOverflow(by: 7).partialValue)
            case .month: day.adding(months: count)
            case .year: day.adding(months: count.multipliedReportingOverflow(by: 12).partialValue)
            }
        }
    }
}
