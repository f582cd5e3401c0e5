extension PeriodParser {
    /// "w/c 3 Nov 2025", "week ending 14th June 2024", "week beginning Monday 3 November".
    func week(at start: Int) -> Found? {
        var place = start
        var isEnding = phrase.lexeme(place) == .weekEnding
        if phrase.lexeme(place) == .unitWeek {
            place += 1
            switch phrase.lexeme(place) {
            case .starting, .beginning: break
            case .ends: isEnding = true
            default: return nil
            }
        }
        place += 1
        while [.colon, .dot, .dash, .on].contains(phrase.lexeme(place)) { place += 1 }
        guard var found = dayDate(at: place) else { return nil }
        found.period.unit = .week
        found.period.part = isEnding ? .end : .whole
        return found
    }

    /// "First half of June 2025", "3rd quarter 2025/26", "second week of March".
    func ordinal(at start: Int) -> Found? {
        let number = Int(phrase[start].value)
        let place = phrase.pastDash(start + 1)
        switch phrase.lexeme(place) {
        case .quarter: return quarter(number, next: place + 1)
        case .half: return halfOf(number, at: place + 1)
        case .unitWeek where (1...4).contains(number): return weekOfMonth(number, at: place + 1)
        default: return nil
        }
    }

    /// "Last week of March", "final quarter of 2024/25", "last day of June".
    func lastOf(at start: Int) -> Found? {
        let place = start + 1
        switch phrase.lexeme(place) {
        case .quarter: return quarter(4, next: place + 1)
        case .half: return halfOf(2, at: place + 1)
        case .unitWeek: return weekOfMonth(5, at: place + 1)
        case .unitDay:
            guard let inner = inside(at: place + 1) else { return nil }
            guard var found = unit(at: inner) else { return nil }
            found.period.part = .end
            return found
        default: return nil
        }
    }

    private func inside(at start: Int) -> Int? {
        guard phrase.lexeme(start) == .of || phrase.lexeme(start) == .inside else { return nil }
        return phrase.lexeme(start + 1) == .the ? start + 2 : start + 1
    }

    private func weekOfMonth(_ number: Int, at start: Int) -> Found? {
        guard let place = inside(at: start), phrase.lexeme(place) == .monthName, var found = month(at: place),
            found.period.unit == .month
        else { return nil }
        found.period.unit = .weekOfMonth
        found.period.day = number
        return found
    }

    private func halfOf(_ number: Int, at start: Int) -> Found? {
        if let place = inside(at: start), phrase.lexeme(place) == .monthName, var found = month(at: place),
            found.period.unit == .month
        {
            found.period.part = number == 1 ? .firstHalf : .secondHalf
            return found
        }
        return half(number, next: start)
    }
}
