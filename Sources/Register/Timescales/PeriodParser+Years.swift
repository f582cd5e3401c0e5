extension PeriodParser {
    /// A year or pair of years as printed: "2025", "'25", "2024/25", "24-25", "2021–24", "FY25".
    struct YearReference {
        enum Kind { case calendar, financial, span, month }

        var kind: Kind
        var start: Int
        /// The year a span ends in, or the month of "2025-03".
        var extra = 0
        var next: Int
        var fault: Timescale.Problem.Kind?
    }

    /// The years that papers of our time can mean; anything else is a slip of the keyboard.
    static let plausibleYears = 1900...2099

    /// The year after the name of a quarter, season or half, past one comma, "of", dash or bracket.
    func yearReference(at start: Int, allowsShort: Bool) -> YearReference? {
        var place = start
        var isBracketed = false
        switch phrase.lexeme(place) {
        case .comma, .of, .dash, .slash, .inside, .forWord, .colon, .dot: place += 1
        case .open:
            isBracketed = true
            place += 1
        default: break
        }
        if phrase.lexeme(place) == .the { place += 1 }
        var isFinancial = false
        if phrase.lexeme(place) == .financial {
            isFinancial = true
            place += 1
            if phrase.lexeme(place) == .year { place += 1 }
        } else if phrase.lexeme(place) == .year {
            place += 1
        }
        // "Qtr 2 / 30 Sep 2009": the figure is the day of the month after it.
        if phrase[place].digits == 2, phrase.lexeme(place) == .number, phrase.lexeme(place + 1) == .monthName {
            return nil
        }
        guard var found = years(at: place, allowsShort: allowsShort, isFinancial: isFinancial) else { return nil }
        if isBracketed {
            guard phrase.lexeme(found.next) == .close else { return nil }
            found.next += 1
        }
        if phrase.lexeme(found.next) == .financial, phrase.lexeme(found.next + 1) == .year { found.next += 2 }
        return found
    }

    /// The year or years that begin at this very token.
    func years(at place: Int, allowsShort: Bool, isFinancial: Bool = false) -> YearReference? {
        let first = phrase[place]
        switch first.lexeme {
        case .garbled: return YearReference(kind: .calendar, start: 0, next: place + 1, fault: .year)
        case .apostrophe:
            guard phrase[place + 1].digits == 2, phrase[place + 1].isTight else { return nil }
            return shortYears(at: place + 1, isFinancial: isFinancial)
        case .number: break
        default: return nil
        }
        if first.isGlued { return nil }
        switch first.digits {
        case 2 where isFinancial || allowsShort || isPair(at: place):
            return shortYears(at: place, isFinancial: isFinancial)
        case 4: return fullYears(at: place, isFinancial: isFinancial)
        case 3, 5...8:
            guard allowsShort, !isCounted(place + 1) else { return nil }
            let isPaired =
                phrase.lexeme(place + 1) == .slash && phrase[place + 2].isTight && phrase.lexeme(place + 2) == .number
            return YearReference(kind: .calendar, start: 0, next: place + (isPaired ? 3 : 1), fault: .year)
        default: return nil
        }
    }

    /// Whether the number before this place counts something ("100 homes", "12 months") and so is no year.
    private func isCounted(_ place: Int) -> Bool {
        switch phrase.lexeme(place) {
        case .unknown, .filler, .unitDay, .unitWeek, .unitMonth, .year, .meeting, .symbol, .money: true
        default: false
        }
    }

    private func secondOfPair(_ place: Int) -> (token: PhraseToken, isTight: Bool)? {
        let lexeme = phrase.lexeme(place + 1)
        guard lexeme == .slash || lexeme == .dash else { return nil }
        let token = phrase[place + 2]
        guard token.lexeme == .number, !token.isGlued else { return nil }
        // A third figure makes it a date; a month or a unit takes the second figure for itself.
        switch phrase.lexeme(place + 3) {
        case .slash, .dash:
            if phrase[place + 3].isTight, phrase[place + 4].isTight, phrase.lexeme(place + 4) == .number { return nil }
        case .monthName, .unitMonth, .unitWeek, .unitDay, .fortnight: return nil
        case .year where phrase.lexeme(place + 4) != .ends: return nil
        default: break
        }
        return (token, phrase[place + 1].isTight && token.isTight)
    }

    private func isPair(at place: Int) -> Bool {
        guard let (second, isTight) = secondOfPair(place), isTight, second.digits == 2 else { return false }
        return (phrase[place].value + 1) % 100 == second.value
    }

    private func shortYears(at place: Int, isFinancial: Bool) -> YearReference? {
        let year = Self.century(of: Int(phrase[place].value))
        if isPair(at: place) { return YearReference(kind: .financial, start: year, next: place + 3) }
        if isFinancial { return YearReference(kind: .financial, start: year - 1, next: place + 1) }
        let next = phrase.lexeme(place + 1)
        // "Sept 20 months", "4 April 10.30"
        if isCounted(place + 1), next != .unknown, next != .filler, next != .meeting { return nil }
        if next == .dot || next == .colon, phrase[place + 1].isTight, phrase[place + 2].isTight,
            phrase.lexeme(place + 2) == .number
        {
            return nil
        }
        return YearReference(kind: .calendar, start: year, next: place + 1)
    }

    private func fullYears(at place: Int, isFinancial: Bool) -> YearReference? {
        let year = Int(phrase[place].value)
        guard Self.plausibleYears.contains(year) else {
            return isCounted(place + 1) ? nil : YearReference(kind: .calendar, start: 0, next: place + 1, fault: .year)
        }
        let single = YearReference(
            kind: isFinancial ? .financial : .calendar, start: isFinancial ? year - 1 : year, next: place + 1)
        guard let (second, isTight) = secondOfPair(place) else { return single }
        let value = Int(second.value)
        let end = second.digits == 2 ? year / 100 * 100 + value + (value < year % 100 ? 100 : 0) : value
        switch second.digits {
        case 2,
            4 where end == year + 1:
            if end == year + 1 { return YearReference(kind: .financial, start: year, next: place + 3) }
            guard isTight else { return single }
            if (2...15).contains(end - year) {
                return YearReference(kind: .span, start: year, extra: end, next: place + 3)
            }
            if phrase.lexeme(place + 1) == .dash, (1...12).contains(value) {
                return YearReference(kind: .month, start: year, extra: value, next: place + 3)
            }
            return YearReference(kind: .calendar, start: 0, next: place + 3, fault: .year)
        case 4:
            guard isTight else { return single }
            let isSpan = (2...15).contains(end - year)
            return YearReference(kind: .span, start: year, extra: end, next: place + 3, fault: isSpan ? nil : .year)
        case 3, 5...8:
            return isTight ? YearReference(kind: .calendar, start: 0, next: place + 3, fault: .year) : single
        default: return single
        }
    }

    /// The year that two digits mean: 1970 to 2069.
    static func century(of short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

    /// A year standing for itself.
    func whole(_ year: YearReference, part: NamedPeriod.Part) -> Found {
        var period = NamedPeriod(unit: .calendarYear, year: year.start, part: part)
        switch year.kind {
        case .calendar: break
        case .financial: period.unit = .financialYear
        case .span: (period.unit, period.day) = (.yearSpan, year.extra)
        case .month: (period.unit, period.index) = (.month, year.extra)
        }
        return Found(period: period, next: year.next, fault: year.fault)
    }
}
