extension PhraseReader {
    /// How often something comes round, where the words from this token on say so.
    func recurrence(at start: Int) -> (Recurrence, next: Int)? {
        let token = phrase[start]
        let next = phrase.pastDash(start + 1)
        switch token.lexeme {
        case .recurring:
            // The annual meeting is an event, not a frequency.
            let isEvent = [.meeting, .governance].contains(phrase.lexeme(start + 1)) && token.value == 12
            return isEvent ? nil : multiple(1, of: token.value, next: start + 1)
        case .number:
            if phrase.lexeme(next) == .recurring {
                return multiple(Int(token.value), of: phrase[next].value, next: next + 1)
            }
            if phrase.lexeme(next) == .times { return timesIn(Int(token.value), at: phrase.pastDash(next + 1)) }
            if phrase.lexeme(next) == .per { return timesIn(Int(token.value), at: next) }
            return nil
        case .half where phrase.lexeme(next) == .recurring && phrase[next].value == 12: return (.sixMonthly, next + 1)
        case .bi where phrase.lexeme(next) == .recurring:
            let value = phrase[next].value
            return value == 12 ? (.sixMonthly, next + 1) : multiple(2, of: value, next: next + 1)
        case .twice, .once: return timesIn(Int(token.value), at: next)
        case .every: return every(at: start + 1)
        case .per: return timesIn(1, at: start)
        default: return nil
        }
    }

    /// "6 weekly", "two-yearly": so many of a unit's weeks (negative) or months.
    private func multiple(_ count: Int, of unit: Int32, next: Int) -> (Recurrence, next: Int)? {
        guard (1...520).contains(count) else { return nil }
        let found: Recurrence? =
            switch unit {
            case 0: count == 1 ? .daily : nil
            case ..<0: Recurrence(weeks: count * -Int(unit))
            default: Recurrence(months: count * Int(unit))
            }
        return found.map { ($0, next) }
    }

    /// "Twice a year", "four times per annum", "twice yearly".
    private func timesIn(_ count: Int, at start: Int) -> (Recurrence, next: Int)? {
        guard (1...12).contains(count) else { return nil }
        var place = start
        if [.article, .per, .every, .slash, .inside, .the].contains(phrase.lexeme(place)) { place += 1 }
        var found: Recurrence?
        switch (phrase.lexeme(place), phrase[place].value) {
        case (.year, _), (.recurring, 12), (.financial, _), (.municipal, _):
            if phrase.lexeme(place) == .financial || phrase.lexeme(place) == .municipal { place += 1 }
            found = 12 % count == 0 ? Recurrence(months: 12 / count) : nil
        case (.unitMonth, _), (.recurring, 1):
            found = count == 1 ? .monthly : count == 2 ? .fortnightly : count == 4 ? .weekly : nil
        case (.unitWeek, _), (.recurring, -1): found = count == 1 ? .weekly : nil
        case (.quarter, _): found = count == 1 ? .quarterly : count == 3 ? .monthly : nil
        case (.fortnight, _): found = count == 1 ? .fortnightly : count == 2 ? .weekly : nil
        case (.unitDay, _): found = count == 1 ? .daily : nil
        case (.term, _): found = count == 1 ? .fourMonthly : nil
        default: break
        }
        return found.map { ($0, place + 1) }
    }

    private func every(at start: Int) -> (Recurrence, next: Int)? {
        var place = start
        var count = 1
        switch phrase.lexeme(place) {
        case .other: (count, place) = (2, place + 1)
        // "Every 3 to 6 months" comes round after six at the latest.
        case .number where [.to, .dash, .or].contains(phrase.lexeme(place + 1)) && phrase.lexeme(place + 2) == .number:
            (count, place) = (Int(phrase[place + 2].value), place + 3)
        case .number where phrase[place].value < 100:
            (count, place) = (Int(phrase[place].value), phrase.pastDash(place + 1))
        case .ordinal where phrase.lexeme(place + 1) != .monthName && phrase.lexeme(place + 1) != .of:
            (count, place) = (Int(phrase[place].value), place + 1)
        case .working: place += 1
        default: break
        }
        switch phrase.lexeme(place) {
        case .unitDay:
            let weeks = count % 7 == 0 ? Recurrence(weeks: count / 7) : count == 1 ? .daily : nil
            return weeks.map { ($0, place + 1) }
        case .unitWeek: return Recurrence(weeks: count).map { ($0, place + 1) }
        case .fortnight: return Recurrence(weeks: count * 2).map { ($0, place + 1) }
        case .unitMonth: return Recurrence(months: count).map { ($0, place + 1) }
        case .quarter where phrase.lexeme(place + 1) != .number:
            return Recurrence(months: count * 3).map { ($0, place + 1) }
        case .half where phrase.lexeme(place + 1) == .year: return (.sixMonthly, place + 2)
        case .term: return (.fourMonthly, place + 1)
        case .year: return Recurrence(months: count * 12).map { ($0, place + 1) }
        case .financial, .municipal, .academic, .calendar:
            return phrase.lexeme(place + 1) == .year ? Recurrence(months: count * 12).map { ($0, place + 2) } : nil
        case .weekday: return Recurrence(weeks: count).map { ($0, place + 1) }
        default: break
        }
        guard let found = parser.period(at: start), found.period.year == nil, found.fault == nil else { return nil }
        return (.annually, found.next)
    }
}
