extension PhraseReader {
    /// Takes a word that says whether the thing is done, goes on or is not settled yet.
    mutating func takeStatus() -> Bool {
        switch phrase.lexeme(place) {
        case .ongoing: return takeOngoing(to: place + 1)
        case .working where phrase[place].value == 1 && phrase.lexeme(place + 1) == .asWord:
            return takeOngoing(to: place + 3)
        case .on where phrase.lexeme(phrase.pastDash(place + 1)) == .going:
            return takeOngoing(to: phrase.pastDash(place + 1) + 1)
        case .opened where phrase.lexeme(phrase.pastDash(place + 1)) == .ended:
            return takeOngoing(to: phrase.pastDash(place + 1) + 1)
        case .not where phrase.lexeme(place + 1) == .ends: return takeOngoing(to: place + 2)
        case .asWord where [.and, .they, .needed].contains(phrase.lexeme(place + 1)):
            var next = place + 1
            while [.and, .they, .needed, .or, .asWord, .being].contains(phrase.lexeme(next)) { next += 1 }
            return takeOngoing(to: next)
        case .done: return takeDone(to: place + 1, isVerb: phrase[place].end - phrase[place].start == 8)
        case .inside where phrase.lexeme(place + 1) == .place: return takeDone(to: place + 2, isVerb: false)
        case .unsettled: return takeUnsettled(to: place + 1)
        case .to where phrase.lexeme(place + 1) == .being && phrase.lexeme(place + 2) == .settling:
            return takeUnsettled(to: place + 3)
        case .not where phrase.lexeme(place + 1) == .notApplicable:
            place += 2
            return true
        case .notApplicable:
            place += 1
            return true
        default: return false
        }
    }

    mutating func takeOngoing(to next: Int) -> Bool {
        isOngoing = true
        anchors += 1
        place = next
        mode = .plain
        return true
    }

    private mutating func takeUnsettled(to next: Int) -> Bool {
        anchors += 1
        place = next
        mode = .plain
        return true
    }

    // "Completed" is a status; "to be completed by", "80% complete" and "complete the review" are not.
    private mutating func takeDone(to next: Int, isVerb: Bool) -> Bool {
        guard stands(at: place) || closes(next), isStatus(before: next, isVerb: isVerb) else { return false }
        isCompleted = true
        anchors += 1
        place = next
        mode = .plain
        return true
    }

    private func stands(at place: Int) -> Bool {
        var index = place - 1
        var hasVerb = false
        while [.already, .being].contains(phrase.lexeme(index)) {
            hasVerb = hasVerb || phrase.lexeme(index) == .being
            index -= 1
        }
        switch phrase.lexeme(index) {
        case .end, .dash, .slash, .open, .comma, .semicolon, .colon, .ampersand, .done, .dot: return true
        case .and: return !hasVerb
        case .close: return true
        default: return index + 1 == lastDateEnd
        }
    }

    // "Work completed", "policy in place": a short clause that ends so, with nothing to take it back.
    private func closes(_ next: Int) -> Bool {
        guard [.end, .dot, .close, .open].contains(phrase.lexeme(next)) else { return false }
        var index = place - 1
        while ![.end, .comma, .semicolon, .open, .dash, .colon].contains(phrase.lexeme(index)) {
            switch phrase.lexeme(index) {
            case .unknown, .filler, .being, .already, .meeting, .event, .the, .and, .phase, .item: index -= 1
            default: return false
            }
        }
        return place - index <= 5
    }

    private func isStatus(before next: Int, isVerb: Bool) -> Bool {
        switch phrase.lexeme(next) {
        case .by, .before, .from, .within, .through, .asWord, .prior, .until, .since: false
        case .unknown, .the, .article, .filler, .meeting, .event, .phase, .item, .every: !isVerb
        default: true
        }
    }

    /// Takes a pointer to another entry: "As 19 above", "Point 9 refers", "See 2.3", "Ditto".
    mutating func takeReference() -> Bool {
        var next = place + 1
        switch phrase.lexeme(place) {
        case .ditto:
            guard phrase[place].value == 0 || phrase.lexeme(next) == .asWord else { return false }
            if phrase.lexeme(next) == .asWord { return takePointer(at: next + 1, needsSign: false) }
            return takeSame("above", to: next)
        case .asWord:
            if phrase.lexeme(next) == .per || phrase.lexeme(next) == .forWord { next += 1 }
            return takePointer(at: next, needsSign: next == place + 1)
        case .see:
            if phrase.lexeme(next) == .to { next += 1 }
            return takePointer(at: next, needsSign: false)
        case .item: return takePointer(at: place, needsSign: true)
        default: return false
        }
    }

    private mutating func takePointer(at start: Int, needsSign: Bool) -> Bool {
        var next = start
        while [.item, .filler, .the, .dot, .open].contains(phrase.lexeme(next)) { next += 1 }
        let number = next
        if phrase.lexeme(next) == .number
            || phrase.lexeme(next) == .unknown && phrase[next].value <= 3 && phrase[next + 1].isTight
        {
            next += 1
            while phrase[next].isTight, [.number, .dot, .unknown, .article].contains(phrase.lexeme(next)) { next += 1 }
            while next > number + 1, phrase.lexeme(next - 1) == .dot { next -= 1 }
            let isSigned =
                phrase.lexeme(next) == .refers || phrase.lexeme(next) == .above || phrase.lexeme(next) == .end
            guard !needsSign || isSigned, parser.period(at: number) == nil || isSigned else { return false }
            let target = text(number, next)
            if phrase.lexeme(next) == .refers || phrase.lexeme(next) == .above { next += 1 }
            return takeSame(target, to: next)
        }
        switch phrase.lexeme(next) {
        case .above: return takeSame(text(next, next + 1), to: next + 1)
        case .originally where phrase.lexeme(next + 1) == .column: return takeSame(text(next, next + 2), to: next + 2)
        case .originally: return takeSame(text(next, next + 1), to: next + 1)
        default: return false
        }
    }

    private mutating func takeSame(_ target: String, to next: Int) -> Bool {
        relation = relation ?? .sameAs(target)
        place = next
        mode = .plain
        return true
    }
}
