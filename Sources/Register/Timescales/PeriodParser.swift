/// Reads one named stretch of the calendar ("mid-July 2025", "Q2 2025/26", "w/c 3 Nov") out of a phrase.
struct PeriodParser {
    struct Found {
        var period: NamedPeriod
        var next: Int
        var fault: Timescale.Problem.Kind?
    }

    let phrase: Phrase
    let reference: Day?

    /// The period that begins at this token, its "early", "end of" and the like included.
    func period(at start: Int) -> Found? {
        var place = start
        if phrase.lexeme(place) == .the { place += 1 }
        guard let (part, next) = part(at: place) else { return unit(at: place) }
        place = next
        var lastPart: NamedPeriod.Part?
        if part == .early || part == .mid, isJoint(phrase.lexeme(place)),
            let (second, after) = self.part(at: place + 1),
            second == .mid || second == .late
        {
            (lastPart, place) = (second, after)
        }
        if part == .end, let found = endOfCurrent(at: place, hasArticle: phrase.lexeme(place - 1) == .the) {
            return found
        }
        guard var found = unit(at: place) else { return nil }
        if found.period.part == .whole {
            found.period.part = part
            found.period.lastPart = lastPart
        }
        return found
    }

    private func isJoint(_ lexeme: PhraseLexeme) -> Bool {
        lexeme == .to || lexeme == .dash || lexeme == .slash || lexeme == .and
    }

    private func part(at start: Int) -> (NamedPeriod.Part, Int)? {
        var part: NamedPeriod.Part
        switch phrase.lexeme(start) {
        case .early: part = .early
        case .mid: part = phrase[start].value == 0 ? .mid : .middle
        case .late: part = .late
        case .later, .ends: part = .end
        case .starting, .beginning:
            guard phrase.lexeme(start + 1) == .of else { return nil }
            part = .early
        default: return nil
        }
        var place = start + 1
        if phrase.lexeme(place) == .half || phrase.lexeme(place) == .part && phrase.lexeme(place + 1) == .half {
            part = part == .late ? .secondHalf : part == .early ? .firstHalf : part
            place += 1
        }
        // "mid to late": the joint belongs to the second part.
        if phrase.lexeme(place) == .dash, isPart(phrase.lexeme(place + 1)) { return (part, place) }
        while [.dash, .part, .of, .inside, .the].contains(phrase.lexeme(place)) { place += 1 }
        return (part, place)
    }

    private func isPart(_ lexeme: PhraseLexeme) -> Bool {
        lexeme == .early || lexeme == .mid || lexeme == .late
    }

    // "End of year" is the financial one, "the end of the year" the calendar one, unless more is said.
    private func endOfCurrent(at place: Int, hasArticle: Bool) -> Found? {
        guard phrase.lexeme(place) == .year else {
            guard [.unitMonth, .quarter, .unitWeek].contains(phrase.lexeme(place)), phrase.lexeme(place + 1) != .number
            else { return nil }
            return relativePeriod(to: place, shift: 0)
        }
        if let year = yearReference(at: place + 1, allowsShort: false) { return whole(year, part: .end) }
        let unit = hasArticle ? NamedPeriod.Unit.calendarYear : .financialYear
        return Found(period: NamedPeriod(unit: unit, part: .end), next: place + 1)
    }

    /// The period that begins at this token, without anything before it.
    func unit(at place: Int) -> Found? {
        switch phrase.lexeme(place) {
        case .number, .ordinal, .garbled: numeric(at: place)
        case .monthName: month(at: place)
        case .weekday: dayDate(at: place)
        case .quarter: quarter(at: place)
        case .half, .halfLetter: half(at: place)
        case .season: season(at: place)
        case .feast: feast(at: place)
        case .period, .unitMonth: accountingPeriod(at: place)
        case .financial, .municipal, .academic, .calendar: namedYear(at: place)
        case .year, .yearEnd: yearEnd(at: place)
        case .next, .this: relativePeriod(to: place + 1, shift: phrase.lexeme(place) == .next ? 1 : 0)
        case .weekCommencing, .weekEnding, .unitWeek: week(at: place)
        case .lastly: lastOf(at: place)
        case .apostrophe: yearReference(at: place, allowsShort: true).map { whole($0, part: .whole) }
        case .today, .tomorrow: nearDay(at: place)
        default: nil
        }
    }

    private func quarter(at place: Int) -> Found? {
        let place = phrase.lexeme(place + 1) == .dot ? place + 2 : place + 1
        let number = phrase[place]
        guard number.lexeme == .number || number.lexeme == .ordinal, number.digits <= 1, !number.isGlued else {
            return nil
        }
        return quarter(Int(number.value), next: place + 1)
    }

    func quarter(_ number: Int, next: Int) -> Found {
        dividedYear(
            NamedPeriod(unit: .quarter, index: number, isFinancial: true), next: next, highest: 4, fault: .quarter)
    }

    private func half(at place: Int) -> Found? {
        let number = phrase[place + 1]
        guard number.lexeme == .number, number.digits == 1, !number.isGlued,
            phrase.lexeme(place) == .half || number.isTight
        else { return nil }
        return half(Int(number.value), next: place + 2)
    }

    func half(_ number: Int, next: Int) -> Found {
        dividedYear(NamedPeriod(unit: .half, index: number, isFinancial: true), next: next, highest: 2, fault: .half)
    }

    // "Qn yyyy/yy" and "Qn" are financial, "Qn yyyy" calendar (finding contract, rule 3).
    private func dividedYear(_ period: NamedPeriod, next: Int, highest: Int, fault: Timescale.Problem.Kind) -> Found {
        var found = Found(period: period, next: next)
        if let year = yearReference(at: next, allowsShort: true) {
            found.next = year.next
            found.fault = year.fault
            found.period.year = year.start
            found.period.isFinancial = year.kind != .calendar
        } else {
            found.next = pastNamelessYear(next)
        }
        if !(1...highest).contains(period.index) { found.fault = fault }
        return found
    }

    /// The place after "of the year" or "of the financial year", which add nothing.
    private func pastNamelessYear(_ start: Int) -> Int {
        var place = start
        guard phrase.lexeme(place) == .of || phrase.lexeme(place) == .inside else { return start }
        place += 1
        if phrase.lexeme(place) == .the { place += 1 }
        if phrase.lexeme(place) == .financial { place += 1 }
        return phrase.lexeme(place) == .year ? place + 1 : start
    }

    private func season(at place: Int) -> Found {
        var found = Found(period: NamedPeriod(unit: .season, index: Int(phrase[place].value)), next: place + 1)
        // "Autumn term 2025"
        if phrase.lexeme(found.next) == .term { found.next += 1 }
        if let year = yearReference(at: found.next, allowsShort: true) {
            (found.period.year, found.next, found.fault) = (year.start, year.next, year.fault)
        }
        return found
    }

    private func feast(at place: Int) -> Found {
        var found = Found(period: NamedPeriod(unit: .feast, index: Int(phrase[place].value)), next: place + 1)
        switch (phrase.lexeme(found.next), phrase[found.next].value) {
        case (.unitDay, _): found.next += 1
        case (.weekday, 7) where found.period.index == 2: found.next += 1
        case (.weekday, 1) where found.period.index == 2: (found.period.index, found.next) = (4, found.next + 1)
        default: break
        }
        if let year = yearReference(at: found.next, allowsShort: true) {
            (found.period.year, found.next, found.fault) = (year.start, year.next, year.fault)
        }
        return found
    }

    // "Month 6" alone is the sixth month of a project; only with a year is it the ledger's.
    private func accountingPeriod(at place: Int) -> Found? {
        let number = phrase[place + 1]
        guard number.lexeme == .number, (1...2).contains(number.digits), !number.isGlued else { return nil }
        var found = Found(
            period: NamedPeriod(unit: .accountingPeriod, index: Int(number.value), isFinancial: true), next: place + 2)
        if let year = yearReference(at: found.next, allowsShort: false), year.kind == .financial {
            (found.period.year, found.next, found.fault) = (year.start, year.next, year.fault)
        } else if phrase.lexeme(place) == .unitMonth || phrase[place].end - phrase[place].start == 1 {
            return nil
        }
        if !(1...13).contains(found.period.index) { found.fault = .period }
        return found
    }
}
