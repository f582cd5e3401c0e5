/// Goes through a phrase once, from left to right, and gathers what its pieces say about time.
struct PhraseReader {
    /// How the words before a date bear on it.
    enum Mode {
        case plain, at, by, before, from, after, during, until, notBefore, old
    }

    let words: String
    let parser: PeriodParser
    var phrase: Phrase { parser.phrase }

    var place = 0
    var mode = Mode.plain
    var depth = 0

    var start: Day?
    var due: Day?
    var precision: Timescale.Precision?
    var recurrence: Recurrence?
    var relation: Timescale.Relation?
    var problem: Timescale.Problem?
    var isOngoing = false
    var isCompleted = false
    var isInferred = false
    /// A beginning was named ("from", "starting"), so that without a due date the end is open.
    var isStarted = false
    var hasDue = false
    /// The next date stands in place of the one before ("now", "revised to").
    var isReplacing = false
    /// What follows a first milestone ("then quarterly").
    var hasSequel = false
    /// The date that was given up, kept where no other is printed ("Slipped from 20 April").
    var given: Day?
    var main: PeriodExpression.Meaning?
    /// Where an event may begin that the phrase hangs on ("on adoption").
    var eventPlace: Int?
    var lastDateEnd = -1

    /// Pieces that speak of time, and words that do not: what `resembles` weighs.
    var anchors = 0
    var strangers = 0
    /// Up to here words belong to a condition or an event and are no strangers.
    var tolerated = 0

    init(_ words: String, reference: Day?) {
        self.words = words
        parser = PeriodParser(phrase: PhraseTokenizer.phrase(of: words), reference: reference)
    }

    mutating func read() {
        while place < phrase.count {
            let before = place
            step()
            if place <= before { place = before + 1 }
        }
    }

    private mutating func step() {
        if let expression = parser.expression(at: place), !isProse(expression) {
            take(expression)
            return
        }
        if let (found, next) = recurrence(at: place) {
            recurrence = recurrence ?? found
            anchors += 1
            place = next
            mode = .plain
            return
        }
        if takeDuration() || takeStatus() || takeReference() || takeHorizon() { return }
        if !takeQualifier() { takeOther() }
    }

    // A bare year among other words may count anything: "2000 homes".
    private func isProse(_ expression: PeriodExpression) -> Bool {
        let period = expression.first.period
        guard expression.last == nil, period.unit == .calendarYear, period.part == .whole, !period.isInferred,
            mode == .plain,
            expression.next == place + 1
        else { return false }
        let (before, after) = (phrase.lexeme(place - 1), phrase.lexeme(expression.next))
        return before == .unknown || before == .number || before == .money || after == .unknown || after == .money
            || after == .symbol || after == .number || after == .item || before == .item
    }

    private mutating func takeOther() {
        switch phrase.lexeme(place) {
        case .open:
            depth += 1
            mode = .plain
            if isGivenUp(at: place + 1) {
                while place < phrase.count, phrase.lexeme(place) != .close { place += 1 }
                return
            }
        case .close:
            depth = max(depth - 1, 0)
            mode = .plain
        case .the, .article, .inside, .on, .at, .colon, .dot, .weekday, .approximately, .of, .forWord, .comma:
            if mode == .plain, phrase.lexeme(place) == .inside { mode = .at }
        case .filler:
            if phrase[place].value != 1 { mode = mode == .old ? .old : .plain }
        case .then: hasSequel = true
        case .dash, .slash, .ampersand, .and, .or, .semicolon, .being, .to, .already, .overdue, .with, .meeting, .phase,
            .plus, .this, .event, .forward, .lastly, .partly, .term, .they, .within, .through, .up, .onwards, .less,
            .part:
            mode = .plain
        case .ordinal where phrase[place].digits == 0, .done, .next: mode = .plain
        case .elections: break
        default:
            if place >= tolerated { strangers += 1 }
            mode = .plain
        }
        place += 1
    }

    private func isGivenUp(at place: Int) -> Bool {
        switch phrase.lexeme(place) {
        case .originally: true
        case .being: words.utf8Byte(at: Int(phrase[place].start)) | 0x20 == UInt8(ascii: "w")
        case .moved: phrase.lexeme(place + 1) == .from
        default: false
        }
    }

    /// The printed words from one token up to another.
    func text(_ from: Int, _ to: Int) -> String {
        guard from < to, from >= 0, to <= phrase.count else { return "" }
        let utf8 = words.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: Int(phrase[from].start))
        let end = utf8.index(utf8.startIndex, offsetBy: Int(phrase[to - 1].end))
        return String(words[start..<end])
    }

    /// The end of the clause that holds this token.
    func clauseEnd(_ start: Int) -> Int {
        var place = start
        while place < phrase.count, ![.comma, .semicolon, .open, .close].contains(phrase.lexeme(place)) { place += 1 }
        return place
    }

    /// Lets the words of a short condition or event pass.
    mutating func tolerate(_ from: Int, _ to: Int) {
        if to - from <= 8 { tolerated = max(tolerated, to) }
    }

    /// Writes what was gathered into the timescale.
    func conclude(_ timescale: inout Timescale) {
        timescale.problem = problem
        timescale.recurrence = recurrence
        timescale.isCompleted = isCompleted
        timescale.precision = isStarted && start != nil && due != nil ? .range : precision
        let isVoid = isCompleted || problem.map { $0.kind != .weekday } ?? false
        // A day and month that come round each year name no one year, as "March (annually)" does.
        let isPerennial = isInferred && !isStarted && !hasSequel && isYearly
        timescale.isOpenEnded = isOngoing || isStarted && !hasDue && !isCompleted
        if !isVoid, !isPerennial {
            timescale.start = start
            timescale.due = due ?? (start == nil ? given : nil)
            timescale.isYearInferred = isInferred
        }
        timescale.relation = relation ?? event
    }

    private var isYearly: Bool {
        switch recurrence {
        case .annually: true
        case .everyMonths(let months): months >= 12
        default: false
        }
    }

    private var event: Timescale.Relation? {
        guard let eventPlace, precision == nil, recurrence == nil, !isOngoing, !isCompleted, problem == nil else {
            return nil
        }
        let words = text(eventPlace, clauseEnd(eventPlace))
        return words.isEmpty ? nil : .event(words)
    }
}

extension String {
    fileprivate func utf8Byte(at offset: Int) -> UInt8 {
        utf8[utf8.index(utf8.startIndex, offsetBy: offset)]
    }
}
