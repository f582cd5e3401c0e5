extension Timescale {
    /// Something printed that cannot be so: kept, flagged and never guessed at (finding contract, rule 3).
    public struct Problem: Hashable, Sendable, Codable {
        /// What is wrong (finding contract, rule 3).
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// No such day in that month.
            case day
            /// No such month.
            case month
            /// No such year.
            case year
            /// No such quarter.
            case quarter
            /// No such half.
            case half
            /// No such accounting period.
            case period
            /// The end comes before the start.
            case order
            /// The day falls on another weekday than printed; the date itself is kept.
            case weekday
        }

        /// What is wrong (finding contract, rule 3).
        public let kind: Kind
        /// The words at fault, as printed (finding contract, rule 3).
        public let found: String

        /// A problem of this kind with these words (finding contract, rule 3).
        public init(kind: Kind, found: String) {
            self.kind = kind
            self.found = found
        }

        /// What was found, why it is a problem and what is accepted, in words for the reader.
        public var message: String {
            switch kind {
            case .day:
                "“\(found)” names a day that its month does not have. Print a day that exists, such as 30 June 2025."
            case .month:
                "“\(found)” names a month after December or before January. Print day, month and year, such as 30/06/2025."
            case .year:
                "“\(found)” does not name a year that can be meant. Print the year in four figures, such as March 2021 or 2024/25."
            case .quarter:
                "“\(found)” names a quarter that no year has. Print Q1, Q2, Q3 or Q4 and the year, such as Q2 2025/26."
            case .half: "“\(found)” names a half that no year has. Print H1 or H2 and the year, such as H1 2025/26."
            case .period:
                "“\(found)” names an accounting period that no year has. Print a period from 1 to 13, such as Period 6 2025/26."
            case .order: "“\(found)” ends before it starts. Print the earlier date first, such as Aug 2020 – Dec 2020."
            case .weekday:
                "“\(found)” falls on another day of the week. Print the weekday that the date has, or leave it out."
            }
        }
    }
}
