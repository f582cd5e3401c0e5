import Register

extension Day {
    /// How long it is until a later day, as people say it: "12 days", "7 months", "3 years 7 months".
    ///
    /// Days up to three months, then whole months: nobody reckons with 1331 days.
    func length(until later: Day) -> String {
        var months = (later.year - year) * 12 + later.month - month
        if adding(months: months) > later { months -= 1 }
        guard months >= 3 else { return days(until: later).words("day", "days") }
        let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
        let parts = [years.words("year", "years"), rest.words("month", "months")]
        return zip([years, rest], parts).filter { $0.0 > 0 }.map(\.1).joined(separator: " ")
    }
}
