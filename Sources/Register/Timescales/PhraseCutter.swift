/// Finds where one timescale ends and the next begins with nothing to join them.
struct PhraseCutter {
    private enum Kind { case date, done, status }

    private var reader: PhraseReader
    private var phrase: Phrase { reader.phrase }

    init(reader: PhraseReader) { self.reader = reader }

    mutating func pieces() -> [String] {
        guard phrase.count > 0 else {
            let marks = trimmed(0, reader.words.utf8.count)
            return marks.isEmpty ? [] : [marks]
        }
        var cuts = [0]
        var place = 0
        var depth = 0
        var held: Kind?
        var isJoined = false
        while place < phrase.count {
            let head = pastQualifiers(place)
            if let (kind, next) = piece(at: head), next > head {
                if let held, depth == 0, !isJoined, place > cuts[cuts.count - 1], begins(at: place, after: held, kind) {
                    cuts.append(place)
                }
                held = kind
                isJoined = false
                place = next
                continue
            }
            switch phrase.lexeme(place) {
            case .open: (depth, isJoined) = (depth + 1, true)
            case .close: (depth, isJoined) = (max(depth - 1, 0), false)
            case .semicolon, .dot: isJoined = false
            case .comma: isJoined = !isBetweenDates(place)
            default: isJoined = true
            }
            place += 1
        }
        return cuts.indices.map { index in
            let start = index == 0 ? 0 : Int(phrase[cuts[index]].start)
            let end = index + 1 < cuts.count ? Int(phrase[cuts[index + 1]].start) : reader.words.utf8.count
            return trimmed(start, end)
        }
    }

    private func trimmed(_ start: Int, _ end: Int) -> String {
        let utf8 = reader.words.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: start)
        var piece = reader.words[from..<utf8.index(utf8.startIndex, offsetBy: end)].drop(while: \.isWhitespace)
        while piece.last?.isWhitespace == true { piece.removeLast() }
        return String(piece)
    }

    private func pastQualifiers(_ start: Int) -> Int {
        var place = start
        while [
            .by, .from, .before, .until, .since, .during, .starting, .overdue, .filler, .inside, .the, .after,
            .approximately,
        ]
        .contains(phrase.lexeme(place)) {
            if phrase.lexeme(place) == .inside, phrase.lexeme(place + 1) == .place { break }
            place += 1
        }
        return place
    }

    private mutating func piece(at place: Int) -> (Kind, Int)? {
        if let found = reader.parser.period(at: place) { return (.date, joined(found.next)) }
        if let (_, next) = reader.recurrence(at: place) { return (.status, next) }
        var trial = reader
        trial.place = place
        // A piece is judged by itself, as if nothing stood before it.
        trial.lastDateEnd = place
        if trial.takeDuration() { return (.date, trial.place) }
        let anchors = trial.anchors
        guard trial.takeStatus(), trial.anchors > anchors else { return nil }
        return (trial.isCompleted ? .done : .status, trial.place)
    }

    /// The end of a run of dates that belong together: "Aug – Dec 2020", "Aug/Sept 2020".
    private func joined(_ start: Int) -> Int {
        var place = start
        while let (_, next) = reader.parser.joint(at: place), phrase.lexeme(place) != .comma,
            let found = reader.parser.period(at: next)
        {
            place = found.next
        }
        return place
    }

    private func begins(at place: Int, after held: Kind, _ kind: Kind) -> Bool {
        // "Completed Oct 2020" tells one thing.
        if held == .done, kind == .date { return false }
        let token = phrase[place]
        switch token.lexeme {
        case .number, .ordinal, .monthName, .quarter, .season, .apostrophe, .halfLetter: return true
        case .early, .mid, .late, .ends: return held == .date || token.isCapital
        case .recurring, .ongoing, .done, .unsettled: return token.isCapital
        default: return token.isCapital
        }
    }

    // "Oct 2020, Jan 2021" are two; "Sept, Oct & Nov 2025" and "June 2025, then quarterly" one.
    private func isBetweenDates(_ place: Int) -> Bool {
        phrase[place - 1].digits >= 2 && reader.parser.period(at: place + 1)?.period.year != nil
    }
}
