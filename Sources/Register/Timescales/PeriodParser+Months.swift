extension PeriodParser {
    /// A month with its year, or the day after it: "Dec-23", "Nov '25", "July 4, 2005", "March".
    func month(at place: Int) -> Found? {
        let number = Int(phrase[place].value)
        if isOrdinaryWord(at: place) { return nil }
        var next = place + 1
        if phrase.lexeme(next) == .dot { next += 1 }
        if phrase.lexeme(next) == .the, phrase.lexeme(next + 1) == .ordinal { next += 1 }
        let token = phrase[next]
        if token.lexeme == .ordinal, token.digits > 0 {
            return withYear(NamedPeriod(unit: .day, index: number, day: Int(token.value)), at: next + 1)
        }
        if token.lexeme == .number, (1...2).contains(token.digits), !token.isGlued, !takesNumber(next + 1) {
            let after = phrase.lexeme(next + 1) == .comma ? next + 2 : next + 1
            if phrase[after].digits == 4, phrase.lexeme(after) == .number,
                Self.plausibleYears.contains(Int(phrase[after].value)),
                !isPairedYear(after), (1...31).contains(token.value)
            {
                return withYear(NamedPeriod(unit: .day, index: number, day: Int(token.value)), at: next + 1)
            }
            if token.digits == 1 {
                return Found(period: NamedPeriod(unit: .day, index: number, day: Int(token.value)), next: next + 1)
            }
        }
        return withYear(NamedPeriod(unit: .month, index: number), at: next)
    }

    private func isPairedYear(_ place: Int) -> Bool { years(at: place, allowsShort: false)?.next != place + 1 }

    /// Whether a number before this place belongs to what follows it: "3 months", "1 May", "10.30".
    func takesNumber(_ place: Int) -> Bool {
        switch phrase.lexeme(place) {
        case .unitDay, .unitWeek, .unitMonth, .year, .fortnight, .monthName, .working: true
        case .dot, .colon, .slash:
            phrase[place + 1].isTight && phrase.lexeme(place + 1) == .number && phrase[place].isTight
        default: false
        }
    }

    func withYear(_ period: NamedPeriod, at start: Int) -> Found {
        var found = Found(period: period, next: start)
        let tallest = Day.lengthOfMonth(period.index, year: 2000)
        if period.unit == .day, !(1...tallest).contains(period.day) { found.fault = .day }
        var place = start
        let mark = phrase.lexeme(place)
        var allowsShort = true
        var isBracketed = false
        switch mark {
        case .dash, .slash, .dot: place += 1
        case .comma, .of, .inside: (place, allowsShort) = (place + 1, false)
        case .open: (place, allowsShort, isBracketed) = (place + 1, false, true)
        default: break
        }
        let token = phrase[place]
        guard [.number, .garbled, .apostrophe].contains(token.lexeme) else { return found }
        // "Aug – 15 Sept": the figure belongs to the month after it.
        if mark == .dash || mark == .slash || period.unit == .day, token.digits == 2,
            phrase.lexeme(place + 1) == .monthName
        {
            return found
        }
        if !allowsShort, token.digits != 4 && token.lexeme == .number { return found }
        guard var year = years(at: place, allowsShort: allowsShort) else { return found }
        if isBracketed {
            guard phrase.lexeme(year.next) == .close else { return found }
            year.next += 1
        }
        found.next = year.next
        found.fault = found.fault ?? year.fault
        switch year.kind {
        case .calendar: found.period.year = year.start
        // "March 2024/25" is the March of that financial year.
        case .financial: (found.period.year, found.period.isFinancial) = (year.start, true)
        case .span, .month:
            (found.period.year, found.next) = (year.start, place + 1)
        }
        if found.fault == nil, let printed = found.period.year, found.period.bounds(in: printed) == nil {
            found.fault = .day
        }
        return found
    }

    func monthAndYear(at place: Int) -> Found? {
        let mark = phrase.lexeme(place + 1)
        let (month, year) = (phrase[place], phrase[place + 2])
        guard mark == .slash || mark == .dot || mark == .dash, month.lexeme == .number, (1...12).contains(month.value),
            year.lexeme == .number, year.digits == 4, year.isTight, phrase[place + 1].isTight,
            Self.plausibleYears.contains(Int(year.value)), !isPairedYear(place + 2)
        else { return nil }
        return Found(period: NamedPeriod(unit: .month, index: Int(month.value), year: Int(year.value)), next: place + 3)
    }

    // "30/09" without a year; "3/4" and "6/12 months" are fractions and ranges.
    func dayOverMonth(at place: Int) -> Found? {
        let (day, month) = (phrase[place], phrase[place + 2])
        guard phrase.lexeme(place + 1) == .slash, day.lexeme == .number, month.lexeme == .number, month.isTight,
            !month.isGlued,
            phrase[place + 1].isTight, month.digits == 2, (1...12).contains(month.value), (1...31).contains(day.value),
            !takesNumber(place + 3), phrase.lexeme(place + 3) != .slash
        else { return nil }
        return Found(period: NamedPeriod(unit: .day, index: Int(month.value), day: Int(day.value)), next: place + 3)
    }

    /// "May" and "march" are also verbs: months only where a date can stand.
    private func isOrdinaryWord(at place: Int) -> Bool {
        let token = phrase[place]
        switch token.value {
        case 5: return isModalMay(at: place)
        case 3: return !token.isCapital && phrase.lexeme(place - 1) == .unknown && phrase.lexeme(place + 1) == .unknown
        default: return false
        }
    }

    func isModalMay(at place: Int) -> Bool {
        switch phrase.lexeme(place + 1) {
        case .number, .ordinal, .apostrophe, .dash, .slash, .end, .comma, .dot, .ampersand, .and, .or, .onwards, .close,
            .open, .semicolon,
            .plus, .to, .monthName, .recurring, .ongoing, .every, .garbled, .elections, .colon, .season, .quarter:
            return false
        case .being, .not: return true
        default: break
        }
        switch phrase.lexeme(place - 1) {
        case .by, .before, .inside, .from, .until, .ends, .early, .mid, .late, .of, .since, .during, .every, .next,
            .this, .after, .number,
            .ordinal, .to, .and, .dash, .slash:
            return false
        default: return !phrase[place].isCapital || phrase.lexeme(place + 1) == .unknown
        }
    }
}
