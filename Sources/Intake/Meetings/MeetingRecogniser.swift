import Papers
import Register

/// Reads meetings from title blocks: the body, its council, the day, the time and the place.
struct MeetingRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        var seen = Set<String>()
        for index in reading.blocks.indices where isShort(reading.blocks[index]) {
            let block = reading.blocks[index]
            for (position, line) in block.lines.enumerated() {
                // A body's name may run over two lines of capitals.
                let isWhole =
                    position == 0 && (2...3).contains(block.lines.count) && body(in: block.text, reading.lexicon) != nil
                if position > 0, (2...3).contains(block.lines.count), body(in: block.text, reading.lexicon) != nil {
                    continue
                }
                guard var found = body(in: isWhole ? block.text : line.text, reading.lexicon) else { continue }
                if headsMinutes(index, position, reading) { found.isCertain = true }
                guard block.shape != .runningHead || found.isCertain else { continue }
                var place = line.line
                if let above = capitalsAbove(index, position, reading) {
                    found.name = above.text + " " + found.name
                    place = above.line
                }
                let around = Surroundings(reading, block: index, line: position)
                guard found.isCertain || (around.council != nil || position + 1 < block.lines.count || true) else {
                    continue
                }
                let date =
                    around.date ?? PrintedDate.first(in: line.text).flatMap { $0.precision == .day ? $0.day : nil }
                guard let date else { continue }
                // A report names its board again at its head; only a heading that says "meeting" calls another one.
                let key = Words.key(found.name)
                if !found.isCertain, seen.contains(key) || around.council == nil { continue }
                guard seen.insert(key + date.description).inserted else { continue }
                seen.insert(key)
                let meeting = Meeting(
                    text: found.name, council: around.council, date: date, time: around.time, place: around.place)
                harvest.add(.meeting(meeting), at: Source(line: place, page: block.page))
                for used in around.used { harvest.take(used, of: reading) }
                harvest.take(index, of: reading)
            }
        }
    }

    private func isShort(_ block: Block) -> Bool {
        [.heading, .paragraph, .runningHead].contains(block.shape) && block.lines.count <= 12 && block.marker == nil
    }

    /// A line of capitals right above that is the first half of the body's name: it is no council and no body itself.
    private func capitalsAbove(_ index: Int, _ position: Int, _ reading: Reading) -> TextLine? {
        let line = reading.blocks[index].lines[position]
        guard position == 0, line.text.wordCount <= 2, let previous = reading.previous(before: index),
            let above = reading.blocks[previous].lines.last, above.line == line.line - 1, above.text.wordCount >= 3
        else { return nil }
        let isCapitals = !above.text.utf8.contains { $0 &- 97 < 26 } && !line.text.utf8.contains { $0 &- 97 < 26 }
        guard isCapitals, !isCouncil(above.text, reading.lexicon), !endsInBody(above.text, reading.lexicon),
            PrintedDate.first(in: above.text) == nil
        else { return nil }
        return above
    }

    /// Whether the line below the body's name says that these are the minutes of its meeting.
    private func headsMinutes(_ index: Int, _ position: Int, _ reading: Reading) -> Bool {
        let block = reading.blocks[index]
        let below =
            position + 1 < block.lines.count
            ? block.lines[position + 1].text : reading.next(after: index).map { reading.blocks[$0].text } ?? ""
        let folded = Folded(below)
        return folded.starts(with: "minutes of the meeting") || folded.starts(with: "minutes of a meeting")
            || folded.starts(with: "meeting held")
    }

    /// The body that a line names: "MEETING OF THE X", "Minutes of the X", or a line that is a body's name.
    private func body(in text: String, _ lexicon: Lexicon) -> (name: String, isCertain: Bool)? {
        guard text.wordCount <= (text.lowercased().hasPrefix("minutes of") ? 45 : 22) else { return nil }
        let folded = Folded(text)
        let openings = [
            "meeting of the", "meeting of", "meeting of a", "minutes of the", "minutes of", "decisions taken by the",
            "agenda for the", "notes of the",
        ]
        for opening in openings {
            guard let range = folded.find(opening), range.lowerBound <= 24 else { continue }
            guard Sentences.list(text).count == 1 || range.lowerBound <= 12,
                text.utf8.last != UInt8(ascii: ".") || range.lowerBound == 0
            else { continue }
            var rest = folded.slice(range.upperBound..<folded.count)
            for end in [" held", " on ", ",", " at ", " to be ", " – ", " - "] {
                if let cut = rest.firstRange(of: end) { rest = String(rest[..<cut.lowerBound]) }
            }
            rest = rest.trimmed(".*: ")
            if rest.lowercased().hasPrefix("the ") { rest = String(rest.dropFirst(4)) }
            if rest.lowercased().hasPrefix("meeting of the ") { rest = String(rest.dropFirst(15)) }
            if endsInBody(rest, lexicon) { return (rest, true) }
        }
        for label in ["report to:", "meeting:", "committee:"] where folded.starts(with: label) {
            let rest = folded.slice(label.utf8.count..<folded.count)
            if endsInBody(rest, lexicon) { return (rest, false) }
        }
        let plain = text.trimmed("* ")
        if folded.starts(with: "report to") || folded.starts(with: "report of") { return nil }
        guard plain.wordCount <= 9, endsInBody(plain, lexicon), !isCouncil(plain, lexicon),
            Namesakes.isInitials(plain) == false
        else { return nil }
        return (plain, false)
    }

    private func endsInBody(_ text: String, _ lexicon: Lexicon) -> Bool {
        let words = Words.list(Words.withoutBrackets(text))
        guard (1...10).contains(words.count), text.utf8.first.map({ $0 &- 65 < 26 }) ?? false else { return false }
        for count in 1...3 where count <= words.count {
            if lexicon.bodies.match(words.suffix(count).joined(separator: " ")) != nil { return true }
        }
        return false
    }

    private func isCouncil(_ text: String, _ lexicon: Lexicon) -> Bool {
        Words.list(text).last.map { $0 == "council" } ?? false
    }
}

/// What stands around the name of a body in a title block.
private struct Surroundings {
    var council: String?
    var date: Day?
    var time: String?
    var place: String?
    var used: [Int] = []

    init(_ reading: Reading, block index: Int, line position: Int) {
        let block = reading.blocks[index]
        var below: [(text: String, block: Int)] = block.lines.dropFirst(position).map { ($0.text, index) }
        var next = index
        while below.count < 7, let following = reading.next(after: next), following - index <= 8 {
            let other = reading.blocks[following]
            guard other.marker == nil || other.shape == .heading else { break }
            if other.shape == .table {
                // A box of labels: "Venue | Council Chamber".
                guard let table = other.table, reading.tables[table].roles.count <= 2,
                    reading.tables[table].rows.count <= 8
                else { break }
                for row in reading.tables[table].rows {
                    below.append((row.cells.map { $0.text.trimmed(":") }.joined(separator: ": "), following))
                }
            } else {
                below += other.lines.map { ($0.text, following) }
            }
            next = following
        }
        for (offset, line) in below.prefix(7).enumerated() {
            if date == nil, line.text.utf8.count <= 140, let found = PrintedDate.first(in: line.text),
                found.precision == .day
            {
                guard offset <= 5 else { break }
                date = found.day
                time = ClockTime.first(in: line.text)
                if reading.blocks[line.block].shape != .table { used.append(line.block) }
                if time != nil || offset == 0 { place = place ?? inlinePlace(line.text) }
                continue
            }
            if place == nil, line.text.wordCount <= 20, !line.text.contains("(") || Folded(line.text).contains("held") {
                place = inlinePlace(line.text)
            }
            guard date != nil else { continue }
            let folded = Folded(line.text)
            if time == nil, line.text.wordCount <= 14, let clock = ClockTime.first(in: line.text) {
                time = clock
                if reading.blocks[line.block].shape != .table { used.append(line.block) }
                continue
            }
            for label in ["venue:", "place:", "location:", "at:"] where folded.starts(with: label) && place == nil {
                place = folded.slice(label.utf8.count..<folded.count)
                if reading.blocks[line.block].shape != .table { used.append(line.block) }
            }
            if place == nil, time != nil, isPlace(line.text, reading.lexicon) {
                place = line.text.trimmed("* ")
                used.append(line.block)
            }
        }
        findCouncil(reading, index, position)
    }

    private mutating func findCouncil(_ reading: Reading, _ index: Int, _ position: Int) {
        let block = reading.blocks[index]
        for line in block.lines[..<position].reversed() where isCouncil(line.text) {
            council = line.text.trimmed("* ")
            return
        }
        var previous = index
        for _ in 0..<4 {
            previous -= 1
            while previous >= 0, reading.blocks[previous].shape == .noise || reading.blocks[previous].shape == .pageMark
            { previous -= 1 }
            guard previous >= 0 else { break }
            for line in reading.blocks[previous].lines.reversed() where isCouncil(line.text) {
                council = line.text.trimmed("* ")
                used.append(previous)
                return
            }
        }
        for line in block.lines.dropFirst(position + 1).prefix(4) where isCouncil(line.text) {
            council = line.text.trimmed("* ")
            return
        }
    }

    private func isCouncil(_ text: String) -> Bool {
        let words = Words.list(text)
        return (2...9).contains(words.count) && (words.last == "council" || words.last == "councils")
            && text.utf8.last != UInt8(ascii: ".")
    }

    /// A place in the line of the date: after the time, "in the Council Chamber".
    private func inlinePlace(_ text: String) -> String? {
        let folded = Folded(text)
        for opening in ["in the", "in", "at the"] {
            guard let range = folded.find(opening), range.lowerBound > 3,
                folded.contains("held") || range.lowerBound > 8
            else { continue }
            let rest = folded.slice((opening == "in" ? range.upperBound : range.lowerBound + 3)..<folded.count)
                .components(dividedBy: " on ")[0].components(dividedBy: " at ")[0]
            if rest.utf8.first.map({ $0 &- 65 < 26 || $0 &- 97 < 26 }) ?? false, rest.wordCount <= 14,
                ClockTime.first(in: rest) == nil
            {
                return rest.trimmed(". ")
            }
        }
        return nil
    }

    private func isPlace(_ text: String, _ lexicon: Lexicon) -> Bool {
        guard (1...16).contains(text.wordCount), !text.contains(":"), PrintedDate.first(in: text) == nil else {
            return false
        }
        let lower = text.lowercased()
        return [
            "room", "house", "hall", "chamber", "offices", "virtual", "centre", "center", "street", "lane", "road",
            "online", "teams", "building", "suite",
        ]
        .contains { lower.contains($0) }
    }
}
