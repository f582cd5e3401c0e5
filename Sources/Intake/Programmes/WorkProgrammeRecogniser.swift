import Papers
import Register

/// Reads work programmes and forward plans: what is planned for which meeting, and what is not allocated yet.
struct WorkProgrammeRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables where table.kind == .workProgramme { read(table, reading, &harvest) }
        readLists(reading, &harvest)
    }

    // MARK: Tables

    private func read(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        for line in table.headerLines { harvest.setAside(furniture: line) }
        let isUnallocated = reading.sections[table.block] == .unallocated
        let dates = table.column(.meetingDate) ?? table.column(.timescale)
        guard
            let items = table.column(.workItem)
                ?? table.roles.indices.first(where: { $0 != dates && table.roles[$0] != .number })
        else { return }
        var period: String?
        for row in table.rows where !row.isBlank {
            harvest.use(line: row.line)
            if let dates, !row[dates].isBlank { period = row[dates].text }
            for part in row[items].parts {
                add(
                    part.text, period: isUnallocated && dates == nil ? nil : period,
                    isUnallocated: isUnallocated && (dates == nil || row[dates ?? 0].isBlank),
                    at: Source(line: part.line, page: row.page, table: row.run, row: max(row.number, 1)), reading,
                    &harvest)
            }
            // A row that names a meeting and nothing else is a band.
            if row[items].isBlank, let dates, dates != items, row.cells.filter({ !$0.isBlank }).count > 1 { continue }
        }
    }

    private func add(
        _ text: String, period: String?, isUnallocated: Bool, at source: Source, _ reading: Reading,
        _ harvest: inout Harvest
    ) {
        // "To be allocated" where a meeting would stand.
        let isUnallocated = isUnallocated || period.map { reading.lexicon.sections.match($0) == .unallocated } ?? false
        let (title, note) = Notes.split(text)
        guard !title.isEmpty else { return }
        var item = WorkItem(text: title, note: note, isUnallocated: isUnallocated)
        item.period = isUnallocated && period != nil ? period : nil
        if !isUnallocated, let period {
            item.period = period
            item.month = month(of: period, reading)
        }
        harvest.add(.workItem(item), at: source)
    }

    private func month(of period: String, _ reading: Reading) -> Month? {
        if let printed = PrintedDate.first(in: period) { return Month(of: printed.day) }
        let timescale = Timescale(period, reference: reading.date)
        guard timescale.problem == nil, !timescale.isOpenEnded else { return nil }
        return timescale.due.map { Month(of: $0) }
    }

    // MARK: Headings with lists

    private func readLists(_ reading: Reading, _ harvest: inout Harvest) {
        var period: String?
        var isProgramme = false
        var isUnallocated = false
        for index in reading.blocks.indices {
            let block = reading.blocks[index]
            if block.isFurniture || block.shape == .table { continue }
            let section = reading.sections[index]
            if block.shape == .heading || block.text.utf8.last == UInt8(ascii: ":") || block.text.hasSuffix(":-") {
                let key = Words.key(block.text)
                if section == .unallocated, block.shape == .heading || block.text.wordCount <= 10 {
                    (isUnallocated, period) = (true, nil)
                    harvest.use(line: block.line)
                    continue
                }
                if key.contains("work programme") || key.contains("forward plan") || key.contains("work plan") {
                    isProgramme = true
                }
                if block.shape == .heading {
                    isUnallocated = isUnallocated && section == .unallocated
                    let isDate = isMeetingDate(block.text)
                    if isProgramme, isDate {
                        (period, isUnallocated) = (block.text.trimmed("*: "), false)
                        harvest.use(line: block.line)
                        continue
                    }
                    if isProgramme, period != nil, isMeetingNote(block.text) {
                        add(
                            block.text, period: period, isUnallocated: false, at: reading.source(block), reading,
                            &harvest)
                        harvest.take(index, of: reading)
                        continue
                    }
                    if !isUnallocated { period = nil }
                }
                if block.shape == .heading, !isUnallocated { continue }
            }
            if isProgramme, section == .workProgramme, readDatedLines(block, index, reading, &harvest) { continue }
            guard !harvest.isTaken(index), period != nil || isUnallocated else { continue }
            if isUnallocated, block.shape == .paragraph, block.text.wordCount > 20 || block.lines.count > 3 { continue }
            guard block.marker != nil || isUnallocated || isMeetingNote(block.text) else { continue }
            guard block.text.wordCount <= 45 else { continue }
            add(block.text, period: period, isUnallocated: isUnallocated, at: reading.source(block), reading, &harvest)
            harvest.take(index, of: reading)
        }
    }

    /// A block of lines in which days of meetings stand over what is planned for them.
    private func readDatedLines(_ block: Block, _ index: Int, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        guard block.marker == nil, block.lines.count >= 2, !harvest.isTaken(index), isMeetingDate(block.lines[0].text),
            block.lines.allSatisfy({ $0.text.wordCount <= 16 })
        else { return false }
        var period = block.lines[0].text
        for line in block.lines.dropFirst() {
            if isMeetingDate(line.text) {
                period = line.text
            } else {
                add(
                    line.text, period: period, isUnallocated: false, at: Source(line: line.line, page: block.page),
                    reading, &harvest)
            }
        }
        harvest.take(index, of: reading)
        return true
    }

    private func isMeetingDate(_ text: String) -> Bool {
        guard text.wordCount <= 7 else { return false }
        if let date = PrintedDate.first(in: text), date.precision == .day || date.precision == .month { return true }
        return false
    }

    private func isMeetingNote(_ text: String) -> Bool {
        let key = Words.key(text)
        return text.wordCount <= 6
            && (key.contains("meeting cancelled") || key.hasPrefix("no meeting") || key.contains("cancelled"))
    }
}

/// Brackets at the end of a planned item.
enum Notes {
    /// The title, and what stands in brackets behind it; a full stop after the bracket goes with it.
    static func split(_ text: String) -> (title: String, note: String?) {
        let trimmed = text.trimmed()
        let bytes = Array(trimmed.utf8)
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == 32 { end -= 1 }
        guard end > 2 else { return (trimmed, nil) }
        let pairs: [(UInt8, UInt8)] = [(UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]"))]
        for (open, close) in pairs where bytes[end - 1] == close {
            var depth = 0
            var index = end - 1
            while index >= 0 {
                if bytes[index] == close { depth += 1 }
                if bytes[index] == open { depth -= 1; if depth == 0 { break } }
                index -= 1
            }
            guard index > 0 else { continue }
            let title = String(decoding: bytes[..<index], as: UTF8.self).trimmed()
            return (title, String(decoding: bytes[(index + 1)..<(end - 1)], as: UTF8.self).trimmed())
        }
        return (trimmed, nil)
    }
}
