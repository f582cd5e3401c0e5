/// One period, or a run of them joined by "to", "/", "and" and the like.
struct PeriodExpression {
    enum Joint { case span, alternative, list }

    var first: PeriodParser.Found
    var last: PeriodParser.Found?
    var joint = Joint.span
    var next: Int
}

extension PeriodParser {
    /// The period or joined periods that begin at this token.
    func expression(at start: Int) -> PeriodExpression? {
        if let pair = daysOfOneMonth(at: start) ?? ordinalPair(at: start) { return pair }
        guard let first = period(at: start) else { return nil }
        if let explained = explained(first) { return explained }
        var expression = PeriodExpression(first: first, next: first.next)
        while let (joint, place) = joint(at: expression.next) {
            guard
                let following = period(at: place) ?? bareQuarter(after: expression.last ?? expression.first, at: place)
            else { break }
            if isYearOfProse(following, joint: joint, after: expression.last ?? expression.first) { break }
            expression.last = following
            expression.next = following.next
            expression.joint = joint
            if joint == .span { break }
        }
        return expression
    }

    /// How the token here joins the periods on either side, and where the second may begin.
    func joint(at place: Int) -> (PeriodExpression.Joint, Int)? {
        let next = place + 1
        switch phrase.lexeme(place) {
        case .dash: return (.span, phrase.pastDash(next))
        case .to, .until: return (.span, next)
        case .through: return (.span, phrase.lexeme(next) == .to ? next + 1 : next)
        case .up where phrase.lexeme(next) == .to: return (.span, next + 1)
        case .slash: return (.alternative, next)
        case .and where phrase.lexeme(next) == .slash && phrase.lexeme(next + 1) == .or: return (.list, next + 2)
        case .and, .ampersand, .or: return (.list, next)
        case .comma:
            let isAnd = phrase.lexeme(next) == .and || phrase.lexeme(next) == .ampersand
            return (.list, isAnd ? next + 1 : next)
        default: return nil
        }
    }

    // "Q1 (April - June 2025)": the bracket gives the year, or the exact date within.
    private func explained(_ found: Found) -> PeriodExpression? {
        guard found.period.year == nil, found.period.rank >= 3, found.fault == nil, phrase.lexeme(found.next) == .open,
            var inner = expression(at: found.next + 1), phrase.lexeme(inner.next) == .close,
            case .meaning(let meaning) = inner.resolve(reference: nil)
        else { return nil }
        inner.next += 1
        for year in meaning.first.year - 1...meaning.first.year {
            guard let bounds = found.period.bounds(in: year), bounds.first <= meaning.first, meaning.last <= bounds.last
            else { continue }
            guard bounds == (meaning.first, meaning.last) else { return inner }
            var outer = found
            (outer.period.year, outer.next) = (year, inner.next)
            return PeriodExpression(first: outer, next: inner.next)
        }
        return nil
    }

    // "1-10 May 2025", "12th and 13th June"
    private func daysOfOneMonth(at start: Int) -> PeriodExpression? {
        let token = phrase[start]
        guard token.lexeme == .number || token.lexeme == .ordinal, (1...2).contains(token.digits), !token.isGlued,
            let (joint, place) = joint(at: start + 1),
            phrase.lexeme(place) == .number || phrase.lexeme(place) == .ordinal,
            phrase[place].digits <= 2, let last = dayDate(at: place), last.period.unit == .day, last.next > place + 1
        else { return nil }
        let month = phrase.lexeme(place + 1) == .of ? place + 2 : place + 1
        guard phrase.lexeme(month) == .monthName else { return nil }
        var first = last
        first.period.day = Int(token.value)
        if !(1...Day.lengthOfMonth(first.period.index, year: 2000)).contains(first.period.day) { first.fault = .day }
        return PeriodExpression(first: first, last: last, joint: joint, next: last.next)
    }

    // "1st and 2nd quarter 2025/26"
    private func ordinalPair(at start: Int) -> PeriodExpression? {
        guard phrase.lexeme(start) == .ordinal, let (joint, place) = joint(at: start + 1),
            phrase.lexeme(place) == .ordinal,
            let last = ordinal(at: place), last.period.unit == .quarter || last.period.unit == .half
        else { return nil }
        var first = last
        first.period.index = Int(phrase[start].value)
        return PeriodExpression(first: first, last: last, joint: joint, next: last.next)
    }

    // "Q1-2 2024/25", "Q3/4"
    private func bareQuarter(after found: Found, at place: Int) -> Found? {
        let token = phrase[place]
        guard found.period.unit == .quarter, found.period.year == nil, token.lexeme == .number, token.digits == 1,
            !token.isGlued,
            (1...4).contains(token.value)
        else { return nil }
        return quarter(Int(token.value), next: place + 1)
    }

    // "July 2025, 2000 homes": a bare year continues only years.
    private func isYearOfProse(_ found: Found, joint: PeriodExpression.Joint, after before: Found) -> Bool {
        found.period.unit == .calendarYear && found.period.part == .whole && joint != .span && before.period.rank < 5
    }
}

extension PeriodExpression {
    /// What an expression comes to once its years are settled.
    struct Meaning {
        var first: Day
        var last: Day
        var isSpread: Bool
        var isRange: Bool
        var isInferred: Bool
        /// The period that decides how fine the date is.
        var period: NamedPeriod
    }

    enum Outcome {
        case meaning(Meaning)
        case fault(Timescale.Problem.Kind)
        case unknown
    }

    /// Settles the years and gives the days; a year left out comes from the other end of a range or from the paper's date.
    func resolve(reference: Day?) -> Outcome {
        if let fault = first.fault ?? last?.fault { return .fault(fault) }
        guard let last else { return resolve(single: first.period, reference: reference) }
        var (from, to) = (first.period, last.period)
        if from.unit == to.unit, from.unit == .quarter || from.unit == .half {
            if from.year == nil, to.year != nil { from.isFinancial = to.isFinancial }
            if to.year == nil, from.year != nil { to.isFinancial = from.isFinancial }
        }
        guard let (head, tail, isInferred) = ends(from, to, reference: reference) else {
            return from.year == nil && to.year == nil ? .unknown : .fault(.day)
        }
        if isLabel(from, head: head, of: to, tail: tail) {
            return resolve(single: to, bounds: tail, isInferred: isInferred)
        }
        if joint == .span, tail.last < head.first { return .fault(.order) }
        return .meaning(
            Meaning(
                first: min(head.first, tail.first), last: max(head.last, tail.last), isSpread: true, isRange: true,
                isInferred: isInferred, period: to))
    }

    private typealias Bounds = (first: Day, last: Day)

    private func ends(_ from: NamedPeriod, _ to: NamedPeriod, reference: Day?) -> (Bounds, Bounds, Bool)? {
        if let year = to.year {
            guard let tail = to.bounds(in: year),
                let head = from.year.map({ from.bounds(in: $0) }) ?? from.lastBounds(beginningBy: tail.first)
            else { return nil }
            return (head, tail, from.isInferred || to.isInferred)
        }
        if let year = from.year {
            guard let head = from.bounds(in: year), let tail = to.firstBounds(after: head.first) else { return nil }
            return (head, tail, from.isInferred)
        }
        guard let reference, let tail = to.firstBounds(near: reference),
            let head = from.lastBounds(beginningBy: tail.first)
        else { return nil }
        return (head, tail, true)
    }

    // "Qtr 2 / 30 Sep 2009": the first names the second more loosely.
    private func isLabel(_ from: NamedPeriod, head: Bounds, of to: NamedPeriod, tail: Bounds) -> Bool {
        guard from.rank >= 3, to.rank <= 2, joint != .span || to.unit == .day else { return false }
        return head.first <= tail.first && tail.last <= head.last
    }

    private func resolve(single period: NamedPeriod, reference: Day?) -> Outcome {
        if let year = period.year {
            guard let bounds = period.bounds(in: year) else { return .fault(.day) }
            return resolve(single: period, bounds: bounds, isInferred: period.isInferred)
        }
        guard let reference, let bounds = period.firstBounds(near: reference) else { return .unknown }
        return resolve(single: period, bounds: bounds, isInferred: true)
    }

    private func resolve(single period: NamedPeriod, bounds: Bounds, isInferred: Bool) -> Outcome {
        .meaning(
            Meaning(
                first: bounds.first, last: bounds.last, isSpread: period.isSpread, isRange: false,
                isInferred: isInferred,
                period: period))
    }
}
