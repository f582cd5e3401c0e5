import Papers
import Register

/// Reads recommendations printed as lists, numbered paragraphs and labelled paragraphs.
struct RecommendationRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables where table.roles.count == 1 { readBox(table, reading, &harvest) }
        var index = 0
        while index < reading.blocks.count {
            let block = reading.blocks[index]
            if block.isFurniture || block.shape == .table || harvest.isTaken(index) {
                index += 1
            } else if let labelled = Labelled.read(block, reading.lexicon) {
                index = readLabelled(labelled, index, reading, &harvest)
            } else if reading.sections[index] == .recommendations, block.shape != .heading {
                index = readSection(index, reading, &harvest)
            } else if leadsList(block, reading) {
                index = readLed(index, reading, &harvest)
            } else {
                index += 1
            }
        }
    }

    /// A box of one column whose title is "Recommendation 3".
    private func readBox(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        var rows = table.rows
        let title =
            table.headers.first.flatMap { $0.isEmpty ? nil : $0 } ?? (rows.isEmpty ? "" : rows.removeFirst()[0].text)
        let block = Block(title: title, line: table.headerLines.first ?? 0)
        guard let label = Labelled.read(block, reading.lexicon), label.number != nil,
            let first = rows.first ?? table.rows.first
        else { return }
        let text = label.text.isEmpty ? rows.map { $0[0].text }.joined(separator: " ") : label.text
        guard !text.isEmpty else { return }
        let series = reading.heading(above: table.block)
        harvest.add(
            .recommendation(Recommendation(text: text, number: label.number, series: series, theme: series)),
            at: Source(line: first.line, page: first.page, table: first.run, row: max(first.number, 1)))
        for row in table.rows { harvest.use(line: row.line) }
        for line in table.headerLines { harvest.use(line: line) }
    }

    // MARK: Under a heading that says "Recommendations"

    private func readSection(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) -> Int {
        let block = reading.blocks[index]
        let next = reading.next(after: index)
        let isLead = isLead(block, next: next.map { reading.blocks[$0] }, reading.lexicon)
        if isLead {
            harvest.take(index, of: reading)
            return index + 1
        }
        if block.marker != nil {
            return add(index, reading, &harvest)
        }
        let coded = ItemNumber.strip(block.text)
        if block.shape == .paragraph, let number = coded.number, number.utf8.first.map({ $0 &- 65 < 26 }) ?? false,
            coded.text.wordCount >= 4
        {
            // "EA1  Journals should be approved by a second officer", with its answer below.
            return readResponse(after: add(index, reading, &harvest), to: number, reading, &harvest)
        }
        let folded = Folded(block.text)
        let key = Words.key(block.text)
        let isAsking = reading.lexicon.asking.contains { folded.contains($0) }
        let opens =
            key.hasPrefix("that ") || key.hasPrefix("to note") || key.hasPrefix("to approve")
            || key.hasPrefix("to agree") || key.hasPrefix("to endorse")
        if isAsking || opens, block.text.wordCount >= 5, block.text.utf8.last != UInt8(ascii: ":") {
            return add(index, reading, &harvest)
        }
        return index + 1
    }

    /// Words that only lead into the recommendations: they end in a colon, or ask and are followed by limbs.
    private func isLead(_ block: Block, next: Block?, _ lexicon: Lexicon) -> Bool {
        if block.text.utf8.last == UInt8(ascii: ":") {
            return next?.marker != nil || next?.shape == .table || block.marker == nil
        }
        guard let next, let below = next.marker, next.shape == .item else { return false }
        if endsSentence(block.text), block.marker == nil,
            lexicon.asking.contains(where: { Folded(block.text).contains($0) }),
            Folded(block.text).find("that") != nil
        {
            return false
        }
        if let own = block.marker {
            return own.style != below.style && below.style != .bullet && own.style == .clause
                && !endsSentence(block.text)
        }
        let folded = Folded(block.text)
        return lexicon.asking.contains { folded.contains($0) }
            || block.text.wordCount <= 12 && !endsSentence(block.text)
            || below.style != .bullet
    }

    private func endsSentence(_ text: String) -> Bool {
        text.utf8.last == UInt8(ascii: ".") || text.utf8.last == UInt8(ascii: ";")
    }

    /// Adds a block as one recommendation, with the bullets that hang under it; returns the index after them.
    private func add(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) -> Int {
        let block = reading.blocks[index]
        var text = block.text
        harvest.take(index, of: reading)
        var after = index + 1
        var last = index
        if let marker = block.marker, marker.style != .bullet {
            while let next = reading.next(after: last), reading.blocks[next].marker?.style == .bullet, !endsWhole(text),
                reading.blocks[next].shape == .item
            {
                text += " " + reading.blocks[next].text
                harvest.take(next, of: reading)
                last = next
                after = next + 1
            }
        }
        let number = block.marker.flatMap { $0.label.isEmpty ? nil : $0.label }
        let stripped = number == nil ? ItemNumber.strip(text) : (number: nil, text: text)
        let group = reading.heading(above: index)
        let found = Recommendation(
            text: stripped.text, number: number ?? stripped.number,
            series: reading.lists[index].map(reading.heading) ?? group, theme: group)
        harvest.add(.recommendation(found), at: reading.source(block))
        return after
    }

    private func endsWhole(_ text: String) -> Bool { text.utf8.last == UInt8(ascii: ".") }

    // MARK: A paragraph that leads into a list

    /// "… the key recommendations made at that time:" before a list; "One of the recommendations … was:" before a paragraph.
    private func leadsList(_ block: Block, _ reading: Reading) -> Bool {
        guard block.shape != .heading, block.text.utf8.last == UInt8(ascii: ":") else { return false }
        let folded = Folded(block.text)
        guard
            folded.findFirst(of: ["recommendations", "recommendation"]) != nil
                || reading.lexicon.asking.contains(where: { folded.contains($0) })
        else { return false }
        return folded.findFirst(of: ["progress against", "response to", "responding to"]) == nil
    }

    private func readLed(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) -> Int {
        harvest.take(index, of: reading)
        guard var next = reading.next(after: index) else { return index + 1 }
        let first = reading.blocks[next]
        guard let style = first.marker?.style, first.shape == .item else {
            let isOne =
                Folded(reading.blocks[index].text).contains("recommendation")
                || Folded(reading.blocks[index].text).contains("one of the recommendations")
            guard first.shape == .paragraph, isOne, first.text.wordCount >= 6, !harvest.isTaken(next),
                reading.sections[next] != .recommendations
            else { return index + 1 }
            return add(next, reading, &harvest)
        }
        while next < reading.blocks.count, reading.blocks[next].marker?.style == style,
            reading.blocks[next].shape == .item
        {
            let after = add(next, reading, &harvest)
            guard let following = reading.next(after: after - 1) else { return after }
            next = following
        }
        return next
    }

    // MARK: "Recommendation 3: …", "R3 …"

    private func readLabelled(_ labelled: Labelled, _ index: Int, _ reading: Reading, _ harvest: inout Harvest) -> Int {
        let block = reading.blocks[index]
        var (text, place, after) = (labelled.text, index, index + 1)
        harvest.take(index, of: reading)
        var theme: String?
        if !text.isEmpty, block.isBold || block.shape == .heading, text.wordCount <= 10,
            text.utf8.last != UInt8(ascii: "."),
            let next = reading.next(after: index), reading.blocks[next].shape == .paragraph,
            reading.blocks[next].text.wordCount > 5, Labelled.read(reading.blocks[next], reading.lexicon) == nil
        {
            // A box whose title names the theme.
            theme = text
            text = ""
        }
        if text.isEmpty, let next = reading.next(after: index), reading.blocks[next].shape != .table,
            reading.blocks[next].marker == nil
        {
            (text, place, after) = (reading.blocks[next].text, next, next + 1)
            harvest.take(next, of: reading)
        }
        guard !text.isEmpty else { return after }
        var last = after - 1
        while !endsWhole(text), let next = reading.next(after: last), reading.blocks[next].marker?.style == .bullet {
            text += " " + reading.blocks[next].text
            harvest.take(next, of: reading)
            (last, after) = (next, next + 1)
        }
        let series = series(above: index, reading)
        let found = Recommendation(text: text, number: labelled.number, series: series, theme: theme ?? series)
        harvest.add(
            .recommendation(found), at: Source(line: reading.blocks[place].line, page: reading.blocks[place].page))
        return readResponse(after: after, to: labelled.number ?? text, reading, &harvest)
    }

    /// The nearest heading above that is not itself the label of a recommendation.
    private func series(above index: Int, _ reading: Reading) -> String? {
        var heading = reading.headings[index]
        while let above = heading, Labelled.read(reading.blocks[above], reading.lexicon) != nil {
            heading = reading.headings[above]
        }
        return heading.flatMap { reading.heading($0) }
    }

    /// "Management response: …", "Officer: …", "Timescale: …" under a recommendation are its answer.
    private func readResponse(
        after start: Int, to number: String, _ reading: Reading, _ harvest: inout Harvest
    ) -> Int {
        var card = Card(title: nil, entries: [], page: nil, block: start)
        var members: [Int] = []
        var next = reading.next(after: start - 1)
        while let index = next, let more = Card.read(reading.blocks[index], index: index, reading.lexicon),
            !members.isEmpty || [.response, .action].contains(more.entries.first?.role)
        {
            card.page = reading.blocks[index].page
            card.entries += more.entries
            members.append(index)
            next = reading.next(after: index)
        }
        guard let last = members.last else { return start }
        let role = card.entry(.response) == nil ? Role.action : .response
        CardRecogniser().addActions(card, role: role, recommendation: number, reading, &harvest)
        for member in members { harvest.take(member, of: reading) }
        return last + 1
    }
}

/// A paragraph that calls itself a recommendation: a label and a number before its words.
struct Labelled {
    var number: String?
    var text: String

    static func read(_ block: Block, _ lexicon: Lexicon) -> Labelled? {
        guard block.marker == nil || block.marker?.style == .bullet else { return nil }
        let folded = Folded(block.text)
        for label in lexicon.recommendationLabels where folded.starts(with: label) {
            var rest = folded.slice(label.utf8.count..<folded.count)
            let lower = rest.lowercased()
            if lower.hasPrefix("no.") { rest = String(rest.dropFirst(3)).trimmed() }
            let number = rest.prefix { $0.isNumber || $0 == "." }
            let after = String(rest.dropFirst(number.count))
            let text = after.trimmedStart(":.–—- ")
            let isDivided = after.first.map { ":.–—- ".contains($0) } ?? true
            guard !number.isEmpty || rest.hasPrefix(":"), isDivided else { continue }
            if number.isEmpty, text.isEmpty { continue }
            // "Recommendation 3 was not accepted" speaks of one.
            if !number.isEmpty, !text.isEmpty, let first = text.utf8.first, first &- 97 < 26, !after.hasPrefix(":") {
                continue
            }
            if block.shape == .heading, text.isEmpty, block.text.wordCount > 4 { continue }
            return Labelled(number: String(number).trimmed(".").isEmpty ? nil : String(number).trimmed("."), text: text)
        }
        let bytes = Array(block.text.utf8)
        guard bytes.count > 6, bytes[0] == UInt8(ascii: "R"), bytes[1] &- 48 < 10 else { return nil }
        var end = 1
        while end < bytes.count, bytes[end] &- 48 < 10 || bytes[end] == UInt8(ascii: ".") { end += 1 }
        guard end < bytes.count, end <= 5 else { return nil }
        let rest = String(decoding: bytes[end...], as: UTF8.self)
        let text = rest.trimmedStart(":.–—- ")
        guard rest.first.map({ ":. –-".contains($0) }) ?? false, text.utf8.first.map({ $0 &- 65 < 26 }) ?? false,
            text.wordCount >= 3
        else { return nil }
        return Labelled(number: String(decoding: bytes[..<end], as: UTF8.self).trimmed("."), text: text)
    }
}
