import Papers
import Register

/// Reads the items of an agenda with the pages on which their papers stand.
struct AgendaRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        var index = 0
        while index < reading.blocks.count {
            let block = reading.blocks[index]
            if isAgendaHeading(block, reading) {
                index = readItems(after: index, reading, &harvest)
                continue
            }
            // A supplement lists the items that were to follow without a heading.
            if let marker = block.marker, marker.style == .number, let (title, pages) = PageRange.split(block.text),
                pages.isBracketed
            {
                add(title, number: marker.label, pages: pages.text, index, reading, &harvest)
            }
            index += 1
        }
        for table in reading.tables where table.kind == .agenda { read(table, &harvest) }
    }

    private func isAgendaHeading(_ block: Block, _ reading: Reading) -> Bool {
        guard block.shape == .heading || block.shape == .paragraph, block.text.wordCount <= 6, block.marker == nil
        else { return false }
        let spaced = block.text.split(separator: " ")
        if spaced.count > 3, spaced.allSatisfy({ $0.count == 1 }) { return spaced.joined() == "AGENDA" }
        return reading.lexicon.sections.match(block.text.trimmed("*: ")) == .agenda
    }

    /// Reads numbered items in rising order; returns the index of the first block that is none.
    private func readItems(after heading: Int, _ reading: Reading, _ harvest: inout Harvest) -> Int {
        var index = heading + 1
        var last = 0
        var lastItem = heading
        while index < reading.blocks.count, index - lastItem <= 14 {
            let block = reading.blocks[index]
            if block.shape == .table || isTitleOfNext(block, reading, after: last) { break }
            if let marker = block.marker, marker.style == .number, let number = marker.ordinal,
                block.shape == .item || block.shape == .heading
            {
                guard number > last, number <= last + 6 else { break }
                let lines = itemLines(block)
                let (title, pages) = PageRange.split(lines) ?? (lines, nil)
                add(title, number: marker.label, pages: pages?.text, index, reading, &harvest)
                (last, lastItem) = (number, index)
            } else if let marker = block.marker, marker.style == .letter || marker.style == .roman, last > 0,
                block.text.wordCount <= 30
            {
                let (title, pages) = PageRange.split(block.text) ?? (block.text, nil)
                add(title, number: marker.label, pages: pages?.text, index, reading, &harvest)
                lastItem = index
            }
            index += 1
        }
        harvest.take(heading, of: reading)
        return max(index, heading + 1)
    }

    /// An item's title: its lines up to the one with the pages at its edge, and those that go on in small letters; what
    /// follows is a note on the item.
    private func itemLines(_ block: Block) -> String {
        guard block.lines.count > 1 else { return block.text }
        guard let edge = block.lines.firstIndex(where: { PageRange.split($0.text) != nil }) else {
            let notes = block.lines.dropFirst().prefix { line in
                !["report of", "members are", "to receive", "to consider", "to approve", "to note"].contains {
                    line.text.lowercased().hasPrefix($0)
                }
            }
            return ([block.lines[0]] + notes).map(\.text).joined(separator: " ")
        }
        var title = block.lines[..<edge].map(\.text)
        let (last, pages) = PageRange.split(block.lines[edge].text) ?? (block.lines[edge].text, ("", false))
        title.append(last)
        for line in block.lines[(edge + 1)...] {
            guard line.text.utf8.first.map({ $0 &- 97 < 26 }) ?? false else { break }
            title.append(line.text)
        }
        return title.joined(separator: " ") + (pages.isBracketed ? " (Pages \(pages.text))" : " " + pages.text)
    }

    private func isTitleOfNext(_ block: Block, _ reading: Reading, after last: Int) -> Bool {
        guard last > 0, block.marker == nil, block.shape == .heading || block.shape == .paragraph else { return false }
        let folded = Folded(block.text)
        if folded.starts(with: "agenda item") || folded.contains("meeting of the") { return true }
        return block.text.hasPrefix("PRESENT") || folded.starts(with: "minutes of")
    }

    private func add(
        _ title: String, number: String, pages: String?, _ index: Int, _ reading: Reading, _ harvest: inout Harvest
    ) {
        harvest.add(
            .agendaItem(AgendaItem(text: title, number: number, pages: pages)),
            at: reading.source(reading.blocks[index]))
        harvest.take(index, of: reading)
    }

    private func read(_ table: ReadTable, _ harvest: inout Harvest) {
        for row in table.rows {
            let title = [Role.title, .workItem, .theme, .meetingDate].lazy.compactMap { table.text(row, $0) }.first
            guard let title else { continue }
            let item = AgendaItem(
                text: title, number: table.text(row, .number)?.trimmed("."), pages: table.text(row, .pages))
            harvest.add(.agendaItem(item), at: Source(line: row.line, page: row.page, table: row.run, row: row.number))
        }
    }
}

/// Page ranges behind the title of an agenda item.
enum PageRange {
    /// The title and its pages: "Work Programme (Pages 49 - 56)" or "Minutes    5 - 12".
    static func split(_ text: String) -> (title: String, pages: (text: String, isBracketed: Bool))? {
        let folded = Folded(text)
        if let range = folded.findFirst(of: ["(pages", "(page"]) ?? bracket(folded) {
            guard let close = folded.bytes[range.upperBound...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
            let pages = folded.slice(range.upperBound..<close).trimmed(":. ")
            let rest = folded.slice((close + 1)..<folded.count)
            guard pages.utf8.first.map({ $0 &- 48 < 10 }) ?? false else { return nil }
            return (folded.slice(0..<range.lowerBound) + (rest.isEmpty ? "" : " " + rest), (pages, true))
        }
        // Pages at the right edge: digits, a dash, digits.
        let words = text.split(separator: " ")
        guard words.count >= 3 else { return nil }
        if let last = words.last, last.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 }), isNumbers(last)
        {
            return (words.dropLast().joined(separator: " "), (String(last), false))
        }
        if words.count >= 4, isNumber(words[words.count - 1]), isNumber(words[words.count - 3]),
            ["-", "–", "to"].contains(words[words.count - 2])
        {
            return (words.dropLast(3).joined(separator: " "), (words.suffix(3).joined(separator: " "), false))
        }
        return nil
    }

    private static func bracket(_ text: Folded) -> Range<Int>? {
        text.find("pages").flatMap { range in
            range.lowerBound > 0 && text.bytes[range.lowerBound - 1] == UInt8(ascii: "(")
                ? (range.lowerBound - 1)..<range.upperBound : nil
        }
    }

    private static func isNumber(_ word: Substring) -> Bool {
        word.utf8.count <= 4 && word.utf8.allSatisfy { $0 &- 48 < 10 }
    }

    private static func isNumbers(_ word: Substring) -> Bool {
        let parts = word.split(whereSeparator: { $0 == "-" || $0 == "–" })
        return parts.count == 2 && parts.allSatisfy(isNumber)
    }
}
