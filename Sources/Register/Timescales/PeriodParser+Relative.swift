extension PeriodParser {
    /// "This quarter", "next year": counted from the paper's own date.
    func relativePeriod(to place: Int, shift: Int) -> Found? {
        guard let reference else { return relativeShape(at: place) }
        var period = NamedPeriod(unit: .calendarYear, year: reference.year + shift, isInferred: true)
        var next = place + 1
        switch phrase.lexeme(place) {
        case .year:
            if phrase[place - 1].lexeme == .next, phrase[place - 1].value == 1 { period = newYear(period, at: place) }
        case .financial where phrase.lexeme(next) == .year:
            period.unit = .financialYear
            period.year = FinancialYear(containing: reference).startYear + shift
            next += 1
        case .unitMonth:
            let month = reference.firstOfMonth.adding(months: shift)
            period = NamedPeriod(unit: .month, index: month.month, year: month.year, isInferred: true)
        case .quarter:
            let month = reference.firstOfMonth.adding(months: shift * 3)
            let year = FinancialYear(containing: month).startYear
            period = NamedPeriod(
                unit: .quarter, index: (month.month + 8) % 12 / 3 + 1, year: year, isFinancial: true, isInferred: true)
        case .unitWeek:
            let monday = reference.adding(days: 1 - reference.weekday + shift * 7)
            period = NamedPeriod(unit: .week, index: monday.month, day: monday.day, year: monday.year, isInferred: true)
        case .season, .monthName:
            guard var found = unit(at: place) else { return nil }
            guard found.period.year == nil else { return found }
            let near =
                shift > 0
                ? found.period.firstBounds(after: reference.adding(days: 1)) : found.period.firstBounds(near: reference)
            found.period.year = near?.first.year
            found.period.isInferred = true
            return found
        default: return nil
        }
        return Found(period: period, next: next)
    }

    // "By the new year" is by its first day, "in the new year" in its first months.
    private func newYear(_ year: NamedPeriod, at place: Int) -> NamedPeriod {
        let words = (place - 3...place - 2).map { phrase.lexeme($0) }
        var period = year
        if words.contains(.by) || words.contains(.before) {
            (period.unit, period.index) = (.feast, 6)
        } else {
            period.part = .early
        }
        return period
    }

    // Without the paper's date the words are still a timescale, only an unresolved one.
    private func relativeShape(at place: Int) -> Found? {
        switch phrase.lexeme(place) {
        case .season, .monthName: unit(at: place)
        case .year, .unitMonth, .quarter, .unitWeek: Found(period: NamedPeriod(unit: .feast, index: 0), next: place + 1)
        case .financial where phrase.lexeme(place + 1) == .year:
            Found(period: NamedPeriod(unit: .financialYear), next: place + 2)
        default: nil
        }
    }

    func nearDay(at place: Int) -> Found? {
        guard let day = reference?.adding(days: phrase.lexeme(place) == .today ? 0 : 1) else { return nil }
        return Found(
            period: NamedPeriod(unit: .day, index: day.month, day: day.day, year: day.year, isInferred: true),
            next: place + 1)
    }
}
