import Papers
import Register

/// Reads minutes: their headings, what was decided, which interests were declared and what somebody promised.
struct MinutesRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        var state = State(reading: reading)
        for index in reading.blocks.indices {
            let block = reading.blocks[index]
            if block.isFurniture || block.shape == .table { continue }
            state.open(block)
            guard state.isOpen else { continue }
            if state.readHeading(index, &harvest) { continue }
            if index < state.limbsEnd { continue }
            if state.readDecision(index, &harvest) { continue }
            state.readSentences(index, &harvest)
            state.close(block)
        }
    }
}

/// What is known while minutes are walked through.
private struct State {
    let reading: Reading
    /// Whether the walk is inside minutes.
    var isOpen = false
    /// Number of the minute above.
    var minute: String?
    private var lastNumber = 0
    /// Index after the limbs that the last decision took.
    private(set) var limbsEnd = 0

    /// Whether the paper decides anything; an agenda has the same headings and does not.
    private let hasDecisions: Bool

    init(reading: Reading) {
        self.reading = reading
        hasDecisions = reading.blocks.contains { $0.shape != .table && DecisionWords.lead(of: $0.text) != nil }
    }

    private static let standingItems: Set<String> = [
        "apologies", "apologies for absence", "declarations of interest", "declarations of interests", "declarations",
        "minutes",
        "minutes of the last meeting", "minutes of the previous meeting", "notes of the last meeting",
        "previous minutes",
        "disclosures of interest", "election of chair", "election of chairman", "welcome and apologies",
    ]

    // MARK: Where minutes begin and end

    mutating func open(_ block: Block) {
        if isOpen { return }
        let folded = Folded(block.text)
        let isPresent = block.lines.contains { line in
            let label = line.text.split(separator: ":", maxSplits: 1).first.map(String.init) ?? ""
            return line.text.utf8.count < 600 && reading.lexicon.attendance.match(label.trimmed("* ")) == .member
                && Folded(label).contains("present")
        }
        let isMinutes =
            folded.starts(with: "minutes of")
            || folded.starts(with: "minutes")
                && block.text.wordCount <= 4 && block.marker == nil
            || folded.starts(with: "decision notice") || folded.contains("decision notice") && block.shape == .heading
        let isNumbered = MinuteNumber.lead(of: block.text).map { !$0.rest.isEmpty || block.lines.count == 1 } ?? false
        let isStanding =
            hasDecisions && block.shape == .heading && block.marker?.style == .number
            && State.standingItems.contains(Words.key(block.text))
        if isStanding || isPresent && (block.text.contains(":") || block.lines.count == 1) || isMinutes
            || isNumbered && !isAgendaLike(block)
        {
            isOpen = true
            minute = nil
            lastNumber = 0
        }
    }

    private func isAgendaLike(_ block: Block) -> Bool { block.text.utf8.count > 160 }

    mutating func close(_ block: Block) {
        let folded = Folded(block.text)
        let ends = [
            "the meeting closed", "the meeting ended", "the meeting concluded", "meeting closed at", "meeting ended at",
            "meeting finished",
        ]
        if ends.contains(where: { folded.starts(with: $0) || folded.contains($0) }) && block.text.wordCount <= 20 {
            isOpen = false
            minute = nil
        }
    }

    // MARK: Headings

    mutating func readHeading(_ index: Int, _ harvest: inout Harvest) -> Bool {
        let block = reading.blocks[index]
        guard block.text.utf8.count <= 260 else { return false }
        if block.marker == nil, let (number, rest) = MinuteNumber.lead(of: block.text) {
            if rest.isEmpty {
                // The number stands on a line of its own above its heading.
                guard let next = reading.next(after: index),
                    reading.blocks[next].shape == .heading || reading.blocks[next].isBold
                else { return false }
                add(reading.blocks[next].text, number: number, next, &harvest)
                harvest.take(index, of: reading)
                return true
            }
            guard rest.wordCount <= 30, rest.utf8.last != UInt8(ascii: ".") else { return false }
            add(rest, number: number, index, &harvest)
            return true
        }
        if harvest.isTaken(index), block.shape == .heading, minute != nil { return true }
        if block.shape == .heading, let marker = block.marker, marker.style == .number, let number = marker.ordinal {
            let isNext = number == lastNumber + 1 || (lastNumber == 0 && (number == 1 || number > 3))
            guard isNext else { return false }
            lastNumber = number
            add(block.text, number: marker.label, index, &harvest)
            return true
        }
        if let (number, title) = agendaItemTitle(block) {
            minute = nil
            harvest.add(.minute(Minute(text: title, number: number)), at: reading.source(block))
            harvest.take(index, of: reading)
            return true
        }
        return false
    }

    /// "Agenda Item 7 – Lease of the Old House" heads a decision in a notice.
    private func agendaItemTitle(_ block: Block) -> (String, String)? {
        guard block.shape == .heading else { return nil }
        let folded = Folded(block.text)
        guard folded.starts(with: "agenda item") || folded.starts(with: "item") else { return nil }
        let rest = folded.slice((folded.starts(with: "agenda item") ? 11 : 4)..<folded.count)
        let digits = rest.prefix { $0.isNumber }
        let title = String(rest.dropFirst(digits.count)).trimmed("*:.-–— ")
        return digits.isEmpty || title.isEmpty ? nil : (String(digits), title)
    }

    private mutating func add(_ title: String, number: String, _ index: Int, _ harvest: inout Harvest) {
        minute = number
        harvest.add(
            .minute(Minute(text: title.trimmed("* "), number: number)), at: reading.source(reading.blocks[index]))
        harvest.take(index, of: reading)
    }

    // MARK: Decisions

    mutating func readDecision(_ index: Int, _ harvest: inout Harvest) -> Bool {
        let block = reading.blocks[index]
        guard block.marker?.style != .bullet || block.text.first?.isUppercase == true else { return false }
        guard let found = DecisionWords.lead(of: block.text) else { return false }
        harvest.take(index, of: reading)
        if !found.rest.isEmpty {
            for limb in DecisionWords.limbs(found.rest) {
                let decision = Decision(text: limb.text, type: found.type, letter: limb.letter, minute: minute)
                harvest.add(.decision(decision), at: Source(line: line(of: limb.text, in: block), page: block.page))
            }
            if !found.leads { return true }
        }
        var next = reading.next(after: index)
        var style: Marker.Style?
        while let current = next, let marker = reading.blocks[current].marker, reading.blocks[current].shape == .item {
            if marker.style == .bullet, style != nil, style != .bullet { break }
            style = marker.style
            let limb = reading.blocks[current]
            let letter = marker.label.isEmpty ? nil : marker.label
            harvest.add(
                .decision(Decision(text: limb.text, type: found.type, letter: letter, minute: minute)),
                at: reading.source(limb))
            harvest.take(current, of: reading)
            limbsEnd = current + 1
            next = reading.next(after: current)
        }
        if found.rest.isEmpty, style == nil, let current = next, reading.blocks[current].shape == .paragraph,
            DecisionWords.lead(of: reading.blocks[current].text) == nil
        {
            // One limb without a letter under "RESOLVED:".
            let limb = reading.blocks[current]
            let key = Words.key(limb.text)
            if key.hasPrefix("that ") || key.hasPrefix("to ") || key.hasPrefix("the ") {
                harvest.add(
                    .decision(Decision(text: limb.text, type: found.type, letter: nil, minute: minute)),
                    at: reading.source(limb))
                harvest.take(current, of: reading)
                limbsEnd = current + 1
            }
        }
        return true
    }

    private func line(of words: String, in block: Block) -> Int {
        guard block.lines.count > 1 else { return block.line }
        let first = words.split(separator: " ").prefix(4).joined(separator: " ")
        return block.lines.first { $0.text.contains(first) }?.line ?? block.line
    }

    // MARK: Sentences

    mutating func readSentences(_ index: Int, _ harvest: inout Harvest) {
        let block = reading.blocks[index]
        guard block.shape == .paragraph || block.shape == .item else { return }
        let folded = Folded(block.text)
        if readActionLine(block, index, folded, &harvest) { return }
        var above: [String] = []
        for range in Sentences.ranges(folded) {
            let sentence = folded.slice(range)
            let source = Source(line: line(of: sentence, in: block), page: block.page)
            if let decision = DecisionWords.within(sentence) {
                if decision.rest.utf8.last == UInt8(ascii: ":") || decision.rest.isEmpty {
                    readLimbs(after: index, type: decision.type, &harvest)
                } else {
                    harvest.add(
                        .decision(Decision(text: decision.rest, type: decision.type, letter: nil, minute: minute)),
                        at: source)
                }
                harvest.use(line: source.line)
            } else if !DeclarationWords.read(sentence, minute: minute, reading.lexicon, at: source, &harvest),
                let undertaking = Undertakings.read(sentence, previous: above, reading.lexicon)
            {
                harvest.add(.undertaking(Undertaking(text: sentence, person: undertaking, minute: minute)), at: source)
            }
            above.append(sentence)
        }
    }

    /// "After further discussion it was agreed to:" with its limbs below.
    private mutating func readLimbs(after index: Int, type: Decision.Force, _ harvest: inout Harvest) {
        var next = reading.next(after: index)
        while let current = next, let marker = reading.blocks[current].marker, reading.blocks[current].shape == .item {
            let limb = reading.blocks[current]
            let letter = marker.label.isEmpty ? nil : marker.label
            harvest.add(
                .decision(Decision(text: limb.text, type: type, letter: letter, minute: minute)),
                at: reading.source(limb))
            harvest.take(current, of: reading)
            limbsEnd = current + 1
            next = reading.next(after: current)
        }
    }

    /// "ACTION: Head of Housing to publish a guide."
    private func readActionLine(_ block: Block, _ index: Int, _ folded: Folded, _ harvest: inout Harvest) -> Bool {
        guard folded.starts(with: "action:") || folded.starts(with: "actions:") || folded.starts(with: "action –")
        else { return false }
        guard let colon = block.text.firstIndex(where: { $0 == ":" || $0 == "–" }) else { return false }
        let text = String(block.text[block.text.index(after: colon)...]).trimmed()
        guard text.wordCount >= 3 else { return false }
        var action = Action(text: text)
        if let joint = Folded(text).find("to") {
            let who = Folded(text).slice(0..<joint.lowerBound)
            if who.wordCount <= 12 { action.owners = Owners.split(who, reading.lexicon) }
        }
        harvest.add(.action(action), at: Source(line: block.line, page: block.page))
        harvest.take(index, of: reading)
        return true
    }
}

/// Numbers of minutes: "36/10", "ESC/16/25", "C.12/24".
enum MinuteNumber {
    /// The number that leads a text, and the rest.
    static func lead(of text: String) -> (number: String, rest: String)? {
        let plain = text.trimmed("* ")
        guard let first = plain.split(separator: " ", maxSplits: 1).first else { return nil }
        let number = String(first).trimmed(".:")
        if let dotted = dotted(number, plain) { return dotted }
        let parts = number.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 || parts.count == 4, number.utf8.count <= 16 else { return nil }
        guard
            parts.allSatisfy({
                !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 65 < 26 || $0 == UInt8(ascii: ".") }
            })
        else { return nil }
        let digits = parts.filter { $0.utf8.allSatisfy { $0 &- 48 < 10 } }
        // Two or three numbers alone may be a date or a financial year.
        guard digits.count >= 1, digits.count < 3 || parts.count > 3,
            !(digits.count == parts.count && parts[0].utf8.count == 4)
        else { return nil }
        let rest = String(plain.dropFirst(first.count)).trimmed("*:–- ")
        if digits.count == parts.count, !rest.isEmpty {
            // "36/10 APOLOGIES": a plain number leads capitals or a heading, never a sentence.
            guard rest.utf8.first.map({ $0 &- 65 < 26 }) ?? false else { return nil }
        }
        return (number, rest)
    }

    /// "C.14 MINUTES": capitals, a dot or dash and a number before a heading in capitals.
    private static func dotted(_ number: String, _ text: String) -> (number: String, rest: String)? {
        let parts = number.split(whereSeparator: { $0 == "." || $0 == "-" })
        guard parts.count == 2, (1...4).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy({ $0 &- 65 < 26 }),
            (1...4).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ $0 &- 48 < 10 })
        else { return nil }
        let rest = String(text.dropFirst(number.count)).trimmed("*.:–- ")
        let capitals = rest.utf8.reduce(0) { $0 + ($1 &- 65 < 26 ? 1 : 0) }
        return capitals >= 4 && !rest.utf8.contains { $0 &- 97 < 26 } ? (number, rest) : nil
    }
}
