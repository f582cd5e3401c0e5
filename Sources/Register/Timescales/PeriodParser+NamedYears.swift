extension PeriodParser {
    /// "Financial year 2024/25", "FY25", "municipal year 2024/25", "calendar year 2025", with or without the year.
    func namedYear(at start: Int) -> Found? {
        let kind = phrase.lexeme(start)
        var place = start + 1
        let isWritten = phrase.lexeme(place) == .year || phrase.lexeme(place) == .yearEnd
        if isWritten { place += 1 }
        var isEnd = phrase.lexeme(place - 1) == .yearEnd
        if phrase.lexeme(phrase.pastDash(place)) == .ends {
            isEnd = true
            place = phrase.pastDash(place) + 1
            if let day = dayDate(at: place) ?? (phrase.lexeme(place) == .monthName ? month(at: place) : nil) {
                return day
            }
        }
        var found: Found
        if let year = yearReference(at: place, allowsShort: false)
            ?? years(at: place, allowsShort: true, isFinancial: kind == .financial)
        {
            found = whole(year, part: isEnd ? .end : .whole)
            if kind == .financial, year.kind == .calendar {
                (found.period.unit, found.period.year) = (.financialYear, year.start - 1)
            }
        } else {
            guard isWritten else { return nil }
            found = Found(period: NamedPeriod(unit: .financialYear, part: isEnd ? .end : .whole), next: place)
        }
        rename(&found, to: kind)
        return found
    }

    /// Takes "financial year", "municipal year", "year end" and a quarter printed after the year they belong to.
    func pastYearName(_ found: Found) -> Found {
        var found = found
        let place = found.next
        if [.financial, .municipal, .academic, .calendar].contains(phrase.lexeme(place)),
            phrase.lexeme(place + 1) == .year
        {
            rename(&found, to: phrase.lexeme(place))
            found.next = place + 2
        }
        if phrase.lexeme(found.next) == .yearEnd { (found.period.part, found.next) = (.end, found.next + 1) }
        if phrase.lexeme(found.next) == .year, phrase.lexeme(phrase.pastDash(found.next + 1)) == .ends {
            (found.period.part, found.next) = (.end, phrase.pastDash(found.next + 1) + 1)
        }
        return quarterAfter(found) ?? found
    }

    private func rename(_ found: inout Found, to kind: PhraseLexeme) {
        switch kind {
        case .municipal: found.period.unit = .municipalYear
        case .academic: found.period.unit = .academicYear
        case .calendar: found.period.unit = .calendarYear
        default: break
        }
    }

    // "2024/25 Q3", unless the quarter has a year of its own behind it.
    private func quarterAfter(_ found: Found) -> Found? {
        guard found.fault == nil, let year = found.period.year,
            found.period.unit == .financialYear || found.period.unit == .calendarYear
        else { return nil }
        var place = found.next
        if [.comma, .dash, .colon].contains(phrase.lexeme(place)) { place += 1 }
        guard phrase.lexeme(place) == .quarter || phrase.lexeme(place) == .halfLetter, var divided = unit(at: place),
            divided.period.year == nil
        else { return nil }
        divided.period.year = year
        divided.period.isFinancial = found.period.unit == .financialYear
        return divided
    }

    /// "Year end", "year-end 2024/25", "year ending 31 March 2026", "year 2025".
    func yearEnd(at start: Int) -> Found? {
        var place = start + 1
        let isEnd = phrase.lexeme(start) == .yearEnd || phrase.lexeme(phrase.pastDash(place)) == .ends
        if isEnd, phrase.lexeme(start) == .year {
            place = phrase.pastDash(place) + 1
            if let day = dayDate(at: place) { return day }
        }
        if let year = yearReference(at: place, allowsShort: false) {
            var found = whole(year, part: isEnd ? .end : .whole)
            // The year end of 2025 is that of the accounts, 31 March 2025.
            if isEnd, year.kind == .calendar {
                (found.period.unit, found.period.year) = (.financialYear, year.start - 1)
            }
            return found
        }
        return isEnd ? Found(period: NamedPeriod(unit: .financialYear, part: .end), next: place) : nil
    }
}
