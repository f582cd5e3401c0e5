extension PhraseReader {
    /// Takes a horizon without a date: "ASAP", "medium term", "subject to funding", "Year 1".
    mutating func takeHorizon() -> Bool {
        let next = place + 1
        switch phrase.lexeme(place) {
        case .immediate: return take(.immediate, to: next)
        case .asWord where phrase.lexeme(next) == .soon:
            return take(.immediate, to: next + (phrase.lexeme(next + 1) == .asWord ? 3 : 1))
        case .soon: return take(.immediate, to: next)
        case .short: return takeTerm()
        case .future: return take(.term(text(place, next)), to: next)
        case .inside where phrase.lexeme(next) == .filler && phrase.lexeme(next + 1) == .course:
            return take(.term(text(place, next + 2)), to: next + 2)
        case .phase, .year, .unitMonth, .unitWeek: return takeStage()
        case .condition: return takeCondition(at: next)
        case .inside where phrase.lexeme(next) == .line: return takeCondition(at: next + 1)
        case .aligned: return takeCondition(at: next)
        default: return false
        }
    }

    private mutating func take(_ relation: Timescale.Relation, to next: Int) -> Bool {
        self.relation = self.relation ?? relation
        anchors += 1
        place = next
        mode = .plain
        return true
    }

    private mutating func takeTerm() -> Bool {
        var next = place + 1
        while next < place + 5, [.short, .dash, .slash, .to, .and, .ampersand, .or].contains(phrase.lexeme(next)) {
            next += 1
        }
        guard phrase.lexeme(next) == .term || phrase.lexeme(next) == .future else { return false }
        return take(.term(text(place, next + 1)), to: next + 1)
    }

    // "Year 1", "Phase 2", "Month 6": so far into the plan.
    private mutating func takeStage() -> Bool {
        let number = phrase[place + 1]
        guard number.lexeme == .number, number.digits <= 2, !number.isGlued, phrase[place].end - phrase[place].start > 1
        else { return false }
        var next = place + 2
        if phrase.lexeme(next) == .dash || phrase.lexeme(next) == .to, phrase.lexeme(next + 1) == .number { next += 2 }
        return take(.term(text(place, next)), to: next)
    }

    private mutating func takeCondition(at start: Int) -> Bool {
        var next = start
        while [.on, .to, .with].contains(phrase.lexeme(next)) { next += 1 }
        let end = clauseEnd(next)
        guard relation == nil, next < end else { return false }
        relation = .condition(text(next, end))
        anchors += 1
        tolerate(next, end)
        place = next
        mode = .plain
        return true
    }

    /// Takes a length of time: "12 months", "6 – 12 months", "within three months of adoption", "18 months from October 2020".
    mutating func takeDuration() -> Bool {
        guard let (least, most, end) = duration(at: place) else { return false }
        let opening = place
        anchors += 1
        place = end
        while [.filler, .less, .at].contains(phrase.lexeme(place)) { place += 1 }
        let anchor = phrase.lexeme(place)
        if [.of, .from, .after, .starting, .since].contains(anchor) {
            if let expression = parser.expression(at: place + 1),
                case .meaning(let meaning) = expression.resolve(reference: parser.reference),
                let bounds = span(most, from: meaning, isWithin: anchor == .of || anchor == .after)
            {
                place = expression.next
                (start, due, isInferred, hasDue) = (bounds.first, bounds.last, meaning.isInferred, true)
                precision = .range
                return true
            }
            let tail = clauseEnd(place + 1)
            if relation == nil, tail > place + 1 {
                relation = .duration(atLeast: least, atMost: most, from: text(place + 1, tail))
                tolerate(place, tail)
            }
        } else if let start, isStarted, due == nil, phrase.lexeme(opening - 1) == .forWord {
            due = most.after(start)?.adding(days: -1)
            hasDue = due != nil
        }
        relation = relation ?? .duration(atLeast: least, atMost: most, from: nil)
        mode = .plain
        return true
    }

    private func span(_ length: Timescale.Length, from meaning: PeriodExpression.Meaning, isWithin: Bool) -> (
        first: Day?, last: Day
    )? {
        guard length.count > 0 else { return nil }
        if isWithin { return length.after(meaning.last).map { (nil, $0) } }
        return length.after(meaning.first).map { (meaning.first, $0.adding(days: -1)) }
    }

    private func duration(at start: Int) -> (Timescale.Length, Timescale.Length, Int)? {
        guard let (least, most, afterFirst) = count(at: start) else { return nil }
        if let (unit, size, next) = unit(at: afterFirst) {
            // "18 months to 2 years"
            if [.to, .dash, .slash, .or].contains(phrase.lexeme(next)), let (_, second, place) = count(at: next + 1),
                let (secondUnit, secondSize, end) = self.unit(at: place)
            {
                return (.init(least * size, unit), .init(second * secondSize, secondUnit), end)
            }
            return (.init(least * size, unit), .init(most * size, unit), next)
        }
        guard [.to, .dash, .slash, .or, .and].contains(phrase.lexeme(afterFirst)),
            let (_, second, place) = count(at: afterFirst + 1),
            let (unit, size, next) = unit(at: place)
        else { return nil }
        return (.init(least * size, unit), .init(second * size, unit), next)
    }

    private func count(at start: Int) -> (Int, Int, Int)? {
        let token = phrase[start]
        switch token.lexeme {
        case .number where token.value < 1000 && !(token.isTight && phrase.lexeme(start - 1) == .money):
            return (Int(token.value), Int(token.value), phrase.lexeme(start + 1) == .plus ? start + 2 : start + 1)
        case .few: return (2, 6, start + 1)
        case .article
        where [.unitDay, .unitWeek, .fortnight, .unitMonth, .year, .few].contains(phrase.lexeme(start + 1)):
            return phrase.lexeme(start + 1) == .few ? (2, 6, start + 2) : (1, 1, start + 1)
        case .the, .next: return phrase.lexeme(start + 1) == .fortnight ? (1, 1, start + 1) : nil
        default: return nil
        }
    }

    /// The unit here, how many of it the word stands for, and the place after it.
    private func unit(at start: Int) -> (Timescale.Length.Unit, Int, Int)? {
        var place = phrase.pastDash(start)
        let isWorking = phrase.lexeme(place) == .working
        if isWorking || phrase.lexeme(place) == .calendar { place += 1 }
        switch phrase.lexeme(place) {
        case .unitDay: return (isWorking ? .workingDay : .day, 1, place + 1)
        case .unitWeek: return (.week, 1, place + 1)
        case .fortnight: return (.week, 2, place + 1)
        case .unitMonth:
            // "12m" is months; a lone letter is not.
            guard phrase[place].value != 2 || phrase[place].isTight else { return nil }
            return (.month, 1, place + 1)
        case .year: return (.year, 1, place + 1)
        default: return nil
        }
    }
}
