/// Finds the date in a title block, a heading or any running text.
public enum PrintedDate {
    /// The first full date in a text ("17TH JANUARY 2011", "12/10/2020", "Monday, 4 July 2005"); failing that, the first month
    /// with its year, which gives the month's last day (finding contract, rule 3).
    ///
    /// Dates without a year, and dates that the calendar does not have, are passed over. O(*n*) in the length of the text.
    public static func first(in text: some StringProtocol) -> (day: Day, precision: Timescale.Precision)? {
        let parser = PeriodParser(phrase: PhraseTokenizer.phrase(of: String(text)), reference: nil)
        var month: Day?
        var place = 0
        while place < parser.phrase.count {
            guard let found = parser.unit(at: place), found.next > place else {
                place += 1
                continue
            }
            place = found.next
            guard found.fault == nil, let year = found.period.year, let bounds = found.period.bounds(in: year) else {
                continue
            }
            switch found.period.unit {
            case .day: return (bounds.last, .day)
            case .month: month = month ?? bounds.last
            default: continue
            }
        }
        return month.map { ($0, .month) }
    }
}
