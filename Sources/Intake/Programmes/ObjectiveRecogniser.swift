import Papers
import Register

/// Reads objectives and strategic purposes with the priorities printed under them.
struct ObjectiveRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for index in reading.blocks.indices where !harvest.isTaken(index) {
            let block = reading.blocks[index]
            guard !block.isFurniture, block.shape != .table else { continue }
            if block.shape == .heading {
                if isObjectivesHeading(block, reading) { readBelow(index, reading, &harvest) }
                readNamed(index, reading, &harvest)
            } else if block.text.utf8.last == UInt8(ascii: ":"), leads(block.text) {
                readItems(after: index, reading, &harvest)
            }
        }
    }

    private func isObjectivesHeading(_ block: Block, _ reading: Reading) -> Bool {
        block.marker == nil && block.text.wordCount <= 4
            && reading.lexicon.sections.match(block.text.trimmed(":* ")) == .objectives
    }

    /// "Objective 2: Homes for everyone" with its priorities in the paragraph below.
    private func readNamed(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        let block = reading.blocks[index]
        guard !harvest.isTaken(index), Folded(block.text).starts(with: "objective"),
            let next = reading.next(after: index)
        else { return }
        let below = Folded(reading.blocks[next].text)
        guard let colon = block.text.firstIndex(of: ":") else { return }
        let text = String(block.text[block.text.index(after: colon)...]).trimmed()
        guard !text.isEmpty else { return }
        var priorities: [String] = []
        if below.starts(with: "priorities:") {
            priorities = ObjectiveRecogniser.priorities(in: below.slice(11..<below.count))
            harvest.take(next, of: reading)
        } else if reading.lexicon.sections.match(reading.blocks[next].text.trimmed(":* ")) == .priorities {
            // "Our priorities:" over a list.
            var item = reading.next(after: next)
            while let current = item, reading.blocks[current].shape == .item {
                priorities.append(reading.blocks[current].text)
                harvest.take(current, of: reading)
                item = reading.next(after: current)
            }
            harvest.take(next, of: reading)
        }
        guard !priorities.isEmpty else { return }
        harvest.add(.objective(Objective(text: text, priorities: priorities)), at: reading.source(block))
        harvest.take(index, of: reading)
    }

    /// Priorities in one line, divided by semicolons, else by commas.
    private static func priorities(in text: String) -> [String] {
        text.split(whereSeparator: { $0 == ";" || (!text.contains(";") && $0 == ",") }).map { String($0).trimmed(". ") }
            .filter { !$0.isEmpty }
    }

    /// "The Strategic Purposes in the Plan are:", "helps the Council to meet these objectives:".
    private func leads(_ text: String) -> Bool {
        let key = Words.key(Sentences.list(text).last ?? text)
        return ["strategic purposes", "objectives", "strategic aims", "corporate aims", "strategic objectives"].contains
        { key.contains($0) }
            && !key.contains("risk")
    }

    private func readItems(after index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        var next = reading.next(after: index)
        var style: Marker.Style?
        var endedInStop = false
        while let current = next, let marker = reading.blocks[current].marker, reading.blocks[current].shape == .item {
            if let style, marker.style != style { break }
            // A sentence after plain entries is the text going on.
            if style != nil, !endedInStop, reading.blocks[current].text.utf8.last == UInt8(ascii: ".") { break }
            style = marker.style
            endedInStop = reading.blocks[current].text.utf8.last == UInt8(ascii: ".")
            add(reading.blocks[current], priorities: [], reading, &harvest)
            harvest.take(current, of: reading)
            next = reading.next(after: current)
        }
    }

    /// Objectives one below the other, then "Priorities" whose lists pair with them in order.
    private func readBelow(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        var objectives: [Int] = []
        var lists: [[String]] = []
        var inPriorities = false
        var lastOrdinal = 0
        var next = reading.next(after: index)
        while let current = next {
            let block = reading.blocks[current]
            if block.shape == .table { break }
            if block.text.wordCount <= 3, reading.lexicon.sections.match(block.text.trimmed(":* ")) == .priorities {
                inPriorities = true
                harvest.take(current, of: reading)
            } else if let marker = block.marker {
                if inPriorities {
                    let ordinal = marker.ordinal ?? lastOrdinal + 1
                    if ordinal <= lastOrdinal || lists.isEmpty { lists.append([]) }
                    lists[lists.count - 1].append(block.text)
                    lastOrdinal = ordinal
                    harvest.take(current, of: reading)
                } else if marker.style == .bullet || marker.style == .number,
                    block.shape == .item || block.text.wordCount <= 14
                {
                    objectives.append(current)
                } else {
                    break
                }
            } else if !inPriorities, block.text.wordCount <= 14, block.lines.count == 1 || block.shape == .heading {
                objectives.append(current)
            } else {
                break
            }
            next = reading.next(after: current)
        }
        // A lone heading below is the next section's.
        guard objectives.count >= 2 else { return }
        let isPlain = objectives.allSatisfy { reading.blocks[$0].marker == nil }
        guard !isPlain || inPriorities else { return }
        for (position, objective) in objectives.enumerated() {
            add(reading.blocks[objective], priorities: position < lists.count ? lists[position] : [], reading, &harvest)
            harvest.take(objective, of: reading)
        }
    }

    private func add(_ block: Block, priorities: [String], _ reading: Reading, _ harvest: inout Harvest) {
        var text = block.text
        var priorities = priorities
        let folded = Folded(text)
        if folded.starts(with: "objective") || folded.starts(with: "aim"), let colon = text.firstIndex(of: ":"),
            text[..<colon].split(separator: " ").count <= 3
        {
            text = String(text[text.index(after: colon)...]).trimmed()
        }
        for label in [" - priorities:", " – priorities:", "; priorities:", " (priorities:"] {
            guard let range = text.lowercased().firstRange(of: label) else { continue }
            let rest = String(text[range.upperBound...]).trimmed(") ")
            text = String(text[..<range.lowerBound]).trimmed()
            priorities = rest.split(whereSeparator: { $0 == ";" || (rest.contains(";") ? false : $0 == ",") }).map {
                String($0).trimmed(". ")
            }
            break
        }
        harvest.add(.objective(Objective(text: text, priorities: priorities)), at: reading.source(block))
    }
}
