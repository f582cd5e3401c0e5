extension PhraseReader {
    /// Takes a word that says how the date after it bears on the promise: "by", "from", "not later than", "moved from".
    mutating func takeQualifier() -> Bool {
        let next = place + 1
        switch phrase.lexeme(place) {
        case .by: return set(.by, to: next, isEvent: true)
        case .before: return set(.before, to: next, isEvent: true)
        // "On or before", "by or before"
        case .or where phrase.lexeme(next) == .before: return set(.by, to: next + 1, isEvent: true)
        case .prior where phrase.lexeme(next) == .to: return set(.before, to: next + 1, isEvent: true)
        case .ahead where phrase.lexeme(next) == .of: return set(.before, to: next + 1, isEvent: true)
        case .from: return set(isMoved ? .old : .from, to: next, isEvent: false)
        case .effective, .starting, .beginning: return set(.from, to: next, isEvent: false)
        case .asWord where phrase.lexeme(next) == .of: return set(.from, to: next + 1, isEvent: false)
        case .after: return set(.after, to: next, isEvent: true)
        case .since: return set(.from, to: next, isEvent: false)
        case .during: return set(.during, to: next, isEvent: true)
        // "Until further notice"
        case .until where phrase.lexeme(next) == .filler && phrase[next].value == 2: return takeOngoing(to: next + 2)
        case .until: return set(.until, to: next, isEvent: true)
        case .up where phrase.lexeme(next) == .to: return set(.until, to: next + 1, isEvent: true)
        case .to where isMoved || lastDateEnd < 0 && isOngoing:
            if isMoved { isReplacing = true } else { return set(.until, to: next, isEvent: false) }
            return set(.plain, to: next, isEvent: false)
        case .between: return set(.during, to: next, isEvent: false)
        case .ends: return set(.by, to: next, isEvent: false)
        case .not: return takeNegation()
        case .originally: return set(.old, to: next, isEvent: false)
        case .moved:
            isReplacing = true
            return set(.plain, to: next, isEvent: false)
        case .already where phrase[place].end - phrase[place].start == 3:
            isReplacing = true
            return set(.plain, to: next, isEvent: false)
        case .on where mode == .plain, .at where mode == .plain:
            return set(.at, to: next, isEvent: namesEvent(at: next))
        case .once: return set(.plain, to: next, isEvent: true)
        case .next where eventPlace == nil && phrase.lexeme(next) != .filler:
            return set(mode, to: next, isEvent: true, from: place)
        default: return false
        }
    }

    private var isMoved: Bool { isReplacing }

    private mutating func set(_ mode: Mode, to next: Int, isEvent: Bool, from event: Int? = nil) -> Bool {
        self.mode = mode
        if isEvent { eventPlace = eventPlace ?? event ?? next }
        place = next
        return true
    }

    private func namesEvent(at start: Int) -> Bool {
        (start...start + 3).contains { [.event, .meeting, .governance, .elections].contains(phrase.lexeme($0)) }
    }

    // "Not later than", "no earlier than", "not to be taken before"
    private mutating func takeNegation() -> Bool {
        for next in place + 1...place + 5 {
            switch phrase.lexeme(next) {
            case .later: return set(.by, to: past(.than, next + 1), isEvent: true)
            case .earlier: return set(.notBefore, to: past(.than, next + 1), isEvent: true)
            case .before: return set(.notBefore, to: next + 1, isEvent: true)
            case .prior: return set(.notBefore, to: past(.to, next + 1), isEvent: true)
            case .end, .comma, .semicolon, .open: return false
            default: continue
            }
        }
        return false
    }

    private func past(_ lexeme: PhraseLexeme, _ index: Int) -> Int {
        phrase.lexeme(index) == lexeme ? index + 1 : index
    }
}
