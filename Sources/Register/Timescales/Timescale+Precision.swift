extension Timescale {
    /// How fine a date is, from a day to a span of years.
    public enum Precision: String, Hashable, Sendable, Codable, CaseIterable {
        /// One day.
        case day
        /// A week, "w/c 3 Nov".
        case week
        /// A third or half of a month, "late Sept".
        case partOfMonth
        /// A month.
        case month
        /// A quarter of a financial or calendar year.
        case quarter
        /// A half of a financial or calendar year.
        case half
        /// A season.
        case season
        /// A part of something longer than a month, "early 2025" (a year in thirds).
        case thirdOfYear
        /// A year from January.
        case calendarYear
        /// A year from April.
        case financialYear
        /// A year from one annual meeting, in May, to the next.
        case municipalYear
        /// A year from September.
        case academicYear
        /// From one named date to another.
        case range
    }
}
