// What of each kind of finding is indexed, once a record keeps it.

extension Action {
    /// Its date as printed first; a revised one beside it is kept as a re-programming.
    public func index(into facts: inout Facts) {
        facts.note(timescale: timescale, status: status)
        facts.printed = ref
        facts.tags = tags
        facts.words = [commitment, issue, recommendation].compactMap { $0 }
    }
}

extension Recommendation {
    /// A review's recommendation wants an answer; one that a meeting is asked to agree does not.
    public func index(into facts: inout Facts) {
        facts.printed = number
        facts.status = status
        facts.isFinished = status.map { StatusScheme.isFinished($0) } ?? false
        facts.wantsAnswer = !isForDecision
        facts.words = [series].compactMap { $0 }
    }
}

extension Issue {
    /// Its commitment is found by search.
    public func index(into facts: inout Facts) { facts.words = [commitment].compactMap { $0 } }
}

extension Undertaking {
    /// The minute that it stands under is its printed number.
    public func index(into facts: inout Facts) { facts.printed = minute }
}

extension Risk {
    /// Its reference as printed; the score stands for its status.
    public func index(into facts: inout Facts) {
        facts.printed = ref
        facts.status = current.score.map { "score \($0)" }
        facts.words = [title, mitigation].compactMap { $0 }
    }
}

extension ScaleLevel {
    /// The value on the scale.
    public func index(into facts: inout Facts) { facts.printed = value }
}

extension Measure {
    /// Its reference and status as printed.
    public func index(into facts: inout Facts) {
        facts.printed = ref
        facts.status = status
        facts.words = [commentary].compactMap { $0 }
    }
}

extension Service {
    /// Its status as printed.
    public func index(into facts: inout Facts) { facts.status = status }
}

extension Saving {
    /// The amount, which tells several savings of one sentence apart.
    public func index(into facts: inout Facts) { facts.printed = amount.map { "£\($0.decimal)" } }
}

extension WorkItem {
    /// The last day of the month that it is planned for.
    public func index(into facts: inout Facts) {
        facts.due = month.flatMap { Day(year: $0.year, month: $0.month, day: 1)?.lastOfMonth }
        facts.timing = facts.due == nil ? .undated : .dated
        facts.words = [note].compactMap { $0 }
    }
}

extension Meeting {
    /// The day on which it is held.
    public func index(into facts: inout Facts) { facts.due = date }
}

extension AgendaItem {
    /// Its number as printed.
    public func index(into facts: inout Facts) { facts.printed = number }
}

extension Minute {
    /// Its number as printed.
    public func index(into facts: inout Facts) { facts.printed = number }
}

extension Decision {
    /// Its letter or number as printed; how it was decided is its status.
    public func index(into facts: inout Facts) {
        facts.printed = [minute, letter].compactMap { $0 }.joined(separator: " ")
        facts.status = type.rawValue
    }
}

extension Declaration {
    /// The minute in whose item the interest is.
    public func index(into facts: inout Facts) { facts.printed = minute }
}

extension Contact {
    /// Post and address are found by search.
    public func index(into facts: inout Facts) { facts.words = [post, email].compactMap { $0 } }
}
