extension PeriodParser {
    /// A day that begins here, worded or in figures, with or without its weekday.
    func dayDate(at start: Int) -> Found? {
        var place = start
        var weekday = 0
        if phrase.lexeme(place) == .weekday {
            weekday = Int(phrase[place].value)
            place += 1
            while [.comma, .dot, .the, .dash].contains(phrase.lexeme(place)) { place += 1 }
        } else if phrase.lexeme(place) == .the {
            place += 1
        }
        var found: Found?
        switch phrase.lexeme(place) {
        case .number, .ordinal: found = figures(at: place) ?? isoDay(at: place) ?? dayAndMonth(at: place)
        case .monthName:
            found = month(at: place)
            guard found?.period.unit == .day else { return nil }
        default: return nil
        }
        found?.period.weekday = weekday
        return found
    }

    /// Whatever begins with a figure or an ordinal: a day, a year, or "third quarter".
    func numeric(at place: Int) -> Found? {
        let token = phrase[place]
        if token.isGlued || token.isTight && phrase.lexeme(place - 1) == .money { return nil }
        if token.lexeme == .ordinal, let found = ordinal(at: place) { return found }
        if let found = figures(at: place) ?? isoDay(at: place) { return found }
        switch token.digits {
        case 3...:
            guard token.digits == 4 || phrase.lexeme(place + 1) == .slash,
                let year = years(at: place, allowsShort: token.digits != 4), token.digits == 4 || year.next == place + 3
            else { return nil }
            if token.digits == 4, year.fault != nil, year.next == place + 1 { return nil }
            return pastYearName(whole(year, part: .whole))
        case 1, 2:
            if token.lexeme == .number, let year = years(at: place, allowsShort: false), isLikely(year, at: place) {
                return pastYearName(whole(year, part: .whole))
            }
            return monthAndYear(at: place) ?? dayAndMonth(at: place) ?? dayOverMonth(at: place)
        default: return dayAndMonth(at: place)
        }
    }

    // "10/11" may be a score, a pair of items or a day in November: a year only where the paper's date bears it out.
    private func isLikely(_ year: YearReference, at place: Int) -> Bool {
        let centre = reference?.year ?? 2020
        guard abs(year.start - centre) <= 20 else { return false }
        return phrase.lexeme(place - 1) != .item && phrase.lexeme(year.next) != .symbol
    }

    /// "12/10/2020", "15.11.2023", "30-9-24": day, month, year, as everybody in the United Kingdom writes them.
    private func figures(at place: Int) -> Found? {
        let mark = phrase.lexeme(place + 1)
        guard mark == .slash || mark == .dot || mark == .dash, phrase.lexeme(place + 3) == mark else { return nil }
        let (day, month, year) = (phrase[place], phrase[place + 2], phrase[place + 4])
        guard day.lexeme == .number, month.lexeme == .number || month.lexeme == .monthName,
            (1...2).contains(day.digits), month.lexeme == .monthName || (1...2).contains(month.digits)
        else { return nil }
        if month.lexeme == .monthName { return nil }
        var found = Found(
            period: NamedPeriod(unit: .day, index: Int(month.value), day: Int(day.value)), next: place + 5)
        if year.lexeme == .garbled {
            found.fault = .year
            return found
        }
        guard year.lexeme == .number, !year.isGlued, year.digits >= 2 else { return nil }
        if year.digits == 2 {
            found.period.year = Self.century(of: Int(year.value))
        } else if year.digits == 4, Self.plausibleYears.contains(Int(year.value)) {
            found.period.year = Int(year.value)
        } else {
            found.fault = .year
        }
        let isReal = Day(year: found.period.year ?? 2000, month: Int(month.value), day: Int(day.value)) != nil
        if !isReal {
            // Numbered paragraphs look like this; a printed day does not.
            if mark == .dot, year.digits != 4 { return nil }
            found.fault = (1...12).contains(month.value) ? .day : .month
        }
        return found
    }

    private func isoDay(at place: Int) -> Found? {
        let mark = phrase.lexeme(place + 1)
        guard phrase[place].digits == 4, mark == .dash || mark == .slash, phrase.lexeme(place + 3) == mark,
            phrase[place + 1].isTight, phrase[place + 4].isTight
        else { return nil }
        let (year, month, day) = (phrase[place], phrase[place + 2], phrase[place + 4])
        guard month.lexeme == .number, day.lexeme == .number, month.digits == 2, day.digits == 2,
            Self.plausibleYears.contains(Int(year.value))
        else { return nil }
        let period = NamedPeriod(unit: .day, index: Int(month.value), day: Int(day.value), year: Int(year.value))
        let isReal = Day(year: Int(year.value), month: Int(month.value), day: Int(day.value)) != nil
        return Found(
            period: period, next: place + 5, fault: isReal ? nil : (1...12).contains(month.value) ? .day : .month)
    }

    /// "14 March 2026", "1st of May", "14-Mar-26", "the sixth day of October 2020".
    private func dayAndMonth(at start: Int) -> Found? {
        let token = phrase[start]
        guard !token.isGlued, token.digits <= 2, phrase.lexeme(start - 1) != .phase,
            token.digits > 0 || token.lexeme == .ordinal || token.value >= 20
        else { return nil }
        var (place, number) = (start + 1, Int(token.value))
        // "Twenty-first", "thirty first"
        if token.lexeme == .number, token.digits == 0 {
            place = phrase.pastDash(place)
            guard phrase.lexeme(place) == .ordinal, phrase[place].digits == 0, phrase[place].value < 10 else {
                return nil
            }
            (place, number) = (place + 1, number + Int(phrase[place].value))
        }
        if phrase.lexeme(place) == .unitDay { place += 1 }
        while [.of, .the, .dash, .slash, .dot].contains(phrase.lexeme(place)), place < start + 6 {
            // "Phase 2 - March 2026" holds no second of March.
            if phrase.lexeme(place) == .dash, !phrase[place].isTight || !phrase[place + 1].isTight { return nil }
            place += 1
        }
        guard phrase.lexeme(place) == .monthName, number < 100 else { return nil }
        let month = Int(phrase[place].value)
        if month == 5, token.lexeme == .number, isModalMay(at: place) { return nil }
        return withYear(NamedPeriod(unit: .day, index: month, day: number), at: place + 1)
    }
}
