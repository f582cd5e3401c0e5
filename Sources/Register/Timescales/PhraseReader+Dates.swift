extension PhraseReader {
    /// Takes a date, in the light of the words before and after it.
    mutating func take(_ expression: PeriodExpression) {
        let opening = place
        var expression = expression
        if mode != .by, expression.first.period.part == .middle { expression.first.period.part = .mid }
        anchors += 1
        place = expression.next
        lastDateEnd = expression.next
        defer {
            mode = .plain
            isReplacing = false
        }
        precision = precision ?? grain(of: expression)
        let isOnward = takeOnward()
        noteEnds(expression, isOnward: isOnward)
        switch expression.resolve(reference: parser.reference) {
        case .unknown: return
        case .fault(let kind): problem = problem ?? .init(kind: kind, found: text(opening, expression.next))
        case .meaning(let meaning):
            let weekday = expression.first.period.weekday
            if weekday != 0, expression.last == nil, !meaning.isInferred, weekday != meaning.first.weekday,
                expression.first.period.unit == .day
            {
                problem = problem ?? .init(kind: .weekday, found: text(opening, expression.next))
            }
            settle(meaning, expression, isOnward: isOnward)
        }
    }

    private mutating func takeOnward() -> Bool {
        switch phrase.lexeme(place) {
        case .onwards: place += 1
        case .plus where parser.period(at: place + 1) == nil && phrase.lexeme(place + 1) != .ongoing: place += 1
        case .going where phrase.lexeme(place + 1) == .forward: place += 2
        case .and where phrase.lexeme(place + 1) == .onwards: place += 2
        case .to where phrase.lexeme(place + 1) == .filler && phrase[place + 1].value == 1: place += 2
        default: return false
        }
        return true
    }

    private mutating func noteEnds(_ expression: PeriodExpression, isOnward: Bool) {
        let isRange = expression.last != nil && expression.joint == .span
        switch mode {
        case _ where isOnward: isStarted = true
        case .from where !isRange, .after, .notBefore: isStarted = true
        case .until:
            isOngoing = false
            hasDue = true
        default: hasDue = true
        }
    }

    private mutating func settle(_ meaning: PeriodExpression.Meaning, _ expression: PeriodExpression, isOnward: Bool) {
        let isRange = meaning.isRange && expression.joint == .span
        if isOnward {
            begin(meaning.first, meaning)
            return
        }
        switch mode {
        case .plain, .at: record(meaning, start: meaning.isSpread ? meaning.first : nil, due: meaning.last)
        case .by, .until: record(meaning, start: nil, due: meaning.last)
        case .before:
            let isEnd = expression.first.period.part == .end
            record(meaning, start: nil, due: isEnd ? meaning.last : meaning.first.adding(days: -1))
        case .during: record(meaning, start: meaning.first, due: meaning.last)
        case .from where isRange: record(meaning, start: meaning.first, due: meaning.last)
        case .from, .notBefore: begin(meaning.first, meaning)
        case .after: begin(dayAfter(meaning, expression), meaning)
        case .old:
            guard let last = expression.last, expression.joint == .span else {
                given = given ?? meaning.last
                return
            }
            let later = PeriodExpression(first: last, next: last.next)
            guard case .meaning(let moved) = later.resolve(reference: parser.reference) else { return }
            isReplacing = true
            record(moved, start: moved.isSpread ? moved.first : nil, due: moved.last)
        }
    }

    private mutating func begin(_ day: Day, _ meaning: PeriodExpression.Meaning) {
        // "June, commencing June 2020": a printed beginning outweighs an end whose year was only taken from the paper.
        if isInferred, !meaning.isInferred {
            due = nil
            hasDue = false
            isInferred = false
        }
        // A beginning after the end already read belongs to something else.
        if let due, day > due { return }
        start = start ?? day
        isInferred = isInferred || meaning.isInferred
        main = main ?? meaning
    }

    private mutating func record(_ meaning: PeriodExpression.Meaning, start newStart: Day?, due newDue: Day) {
        defer { main = main ?? meaning }
        guard let held = main, start != nil || due != nil else {
            (start, due, isInferred) = (newStart, newDue, meaning.isInferred)
            precision = meaning.isRange ? .range : grain(of: meaning.period)
            return
        }
        if isStarted, due == nil {
            if let start, newDue >= start { due = newDue }
            return
        }
        let isFiner = meaning.period.rank < held.period.rank && held.first <= meaning.first && meaning.last <= held.last
        if isReplacing || depth > 0 && isFiner {
            (start, due, isInferred) = (newStart, newDue, meaning.isInferred)
            precision = meaning.isRange ? .range : grain(of: meaning.period)
            main = meaning
        } else if depth == 0, let due, newDue > due {
            self.due = newDue
        }
    }

    // Local elections are on the first Thursday in May (Representation of the People Act 1983, section 37).
    private func dayAfter(_ meaning: PeriodExpression.Meaning, _ expression: PeriodExpression) -> Day {
        let isElection = (expression.next - 5...expression.next + 2).contains { phrase.lexeme($0) == .elections }
        guard isElection, expression.last == nil, expression.first.period.unit == .month, meaning.first.month == 5
        else {
            return meaning.last.adding(days: 1)
        }
        return meaning.first.adding(days: (11 - meaning.first.weekday) % 7 + 1)
    }

    private func grain(of expression: PeriodExpression) -> Timescale.Precision {
        expression.last == nil ? grain(of: expression.first.period) : .range
    }

    private func grain(of period: NamedPeriod) -> Timescale.Precision {
        let isPart = period.part != .whole && period.part != .end
        switch period.unit {
        case .day, .feast: return .day
        case .week, .weekOfMonth: return .week
        case .month, .accountingPeriod: return isPart ? .partOfMonth : .month
        case .quarter: return isPart ? .thirdOfYear : .quarter
        case .half: return isPart ? .thirdOfYear : .half
        case .season: return isPart ? .thirdOfYear : .season
        case .calendarYear: return isPart ? .thirdOfYear : .calendarYear
        case .financialYear: return isPart ? .thirdOfYear : .financialYear
        case .municipalYear: return isPart ? .thirdOfYear : .municipalYear
        case .academicYear: return isPart ? .thirdOfYear : .academicYear
        case .yearSpan: return .range
        }
    }
}
