import Papers
import Register

/// Reads the levels of likelihood, impact and status scales from tables and keys.
struct ScaleRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables {
            if table.kind == .scale, !isBare(table, reading.lexicon) {
                read(table, reading, &harvest)
            } else if table.kind == .scale || table.kind == .unknown {
                readBareKey(table, reading, &harvest)
            }
        }
        for index in reading.blocks.indices where !harvest.isTaken(index) { readKey(index, reading, &harvest) }
    }

    // MARK: Tables

    /// Names of statuses alone, several to a row: the symbols beside them were lost.
    private func isBare(_ table: ReadTable, _ lexicon: Lexicon) -> Bool {
        let filled = table.rows.flatMap(\.cells).filter { !$0.isBlank }
        return filled.count > 1 && filled.allSatisfy { lexicon.statuses.match($0.text) != nil }
    }

    private func read(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        for line in table.headerLines { harvest.setAside(furniture: line) }
        let rated = table.roles.indices.filter { [.likelihood, .impact].contains(table.roles[$0]) }
        for row in table.rows where !row.isBlank {
            let source = Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1))
            if !rated.isEmpty, !table.has(.level) || rated.count == 2 {
                readRated(row, table, rated, source, &harvest)
            } else {
                readLevel(row, table, reading, source, &harvest)
            }
            harvest.use(line: row.line)
        }
    }

    /// Names under "Likelihood" and "Impact", each with its value beside it or in a column for both.
    private func readRated(
        _ row: TableRow, _ table: ReadTable, _ rated: [Int], _ source: Source, _ harvest: inout Harvest
    ) {
        for column in rated {
            guard let scale = ScaleLevel.Scale(rawValue: table.roles[column]?.rawValue ?? "") else { continue }
            let text = row[column].text
            guard !text.isEmpty else { continue }
            let beside = row[column + 1].text
            let hasValueBeside = column + 1 < table.roles.count && !rated.contains(column + 1) && Int(beside) != nil
            let shared = [Role.score, .number, .level].lazy.compactMap { table.text(row, $0) }.first { Int($0) != nil }
            var (name, value) = (text, hasValueBeside ? beside : shared)
            let stripped = Self.split(text)
            if value == nil, let own = stripped.value { (name, value) = (stripped.name, own) }
            if Int(name) != nil, !beside.isEmpty { (name, value) = (beside, name) }
            guard Int(name) == nil else { continue }
            let meaning = table.text(row, .meaning)
            harvest.add(.scale(ScaleLevel(text: name, scale: scale, value: value, meaning: meaning)), at: source)
        }
    }

    /// "4 - Likely" is Likely with the value 4.
    private static func split(_ text: String) -> (name: String, value: String?) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, Int(parts[0].trimmed(".-–:()")) != nil else { return (text, nil) }
        return (parts[1].trimmed("-–: "), parts[0].trimmed(".-–:()"))
    }

    private func readLevel(
        _ row: TableRow, _ table: ReadTable, _ reading: Reading, _ source: Source, _ harvest: inout Harvest
    ) {
        let filled = row.cells.indices.filter { !row[$0].isBlank }
        guard let first = filled.first else { return }
        let levelColumn = table.column(.level) ?? table.column(.status) ?? first
        let meaningColumn = table.column(.meaning) ?? filled.last { $0 != levelColumn }
        let name = row[levelColumn].text
        guard !name.isEmpty else { return }
        let scale =
            table.headers.lazy.compactMap { header -> ScaleLevel.Scale? in
                let key = Words.key(header)
                return key.contains("likelihood") ? .likelihood : key.contains("impact") ? .impact : nil
            }.first ?? headingScale(reading, table.block)
        let value = [Role.number, .score].lazy.compactMap { table.text(row, $0) }.first
        let split = Self.split(name)
        let meaning = meaningColumn.map { row[$0].text }
        harvest.add(
            .scale(ScaleLevel(text: split.name, scale: scale, value: value ?? split.value, meaning: meaning)),
            at: source)
    }

    private func headingScale(_ reading: Reading, _ block: Int) -> ScaleLevel.Scale {
        let key = Words.key(reading.heading(above: block) ?? "")
        return key.contains("likelihood")
            ? .likelihood : key.contains("impact") && !key.contains("status") ? .impact : .status
    }

    /// A key whose symbols were lost: cells that hold nothing but names of statuses.
    private func readBareKey(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        guard reading.sections[table.block] == .key, table.rows.count <= 8 else { return }
        for row in table.rows {
            for cell in row.cells where !cell.isBlank && cell.text.wordCount <= 5 {
                harvest.add(
                    .scale(ScaleLevel(text: cell.text, scale: .status)),
                    at: Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1)))
            }
        }
    }

    // MARK: Lists

    /// "Green – on track …", "… on track – green", "G = …" under a key or after "the status … indicates".
    private func readKey(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        let block = reading.blocks[index]
        guard !block.isFurniture, block.shape != .table, block.shape != .heading else { return }
        if readRatings(block, &harvest) || readLevelsInLine(block, reading.lexicon, &harvest) {
            harvest.take(index, of: reading)
            return
        }
        guard block.text.utf8.count <= 400 || reading.sections[index] == .key, isKey(index, reading) else { return }
        let inSection = reading.sections[index] == .key
        var levels: [(ScaleLevel, Int)] = []
        let entries =
            block.marker != nil && block.lines.count > 1 ? [TextLine(text: block.text, line: block.line)] : block.lines
        for entry in entries {
            if let level = level(in: entry.text, reading.lexicon) ?? (inSection ? namedLevel(in: entry.text) : nil) {
                levels.append((level, entry.line))
            } else if !levels.isEmpty, block.lines.count > 1, let meaning = levels[levels.count - 1].0.meaning {
                levels[levels.count - 1].0.meaning = meaning + " " + entry.text
            }
        }
        guard !levels.isEmpty else { return }
        for (level, line) in levels { harvest.add(.scale(level), at: Source(line: line, page: block.page)) }
        harvest.take(index, of: reading)
    }

    private func isKey(_ index: Int, _ reading: Reading) -> Bool {
        if reading.sections[index] == .key { return true }
        let own = reading.blocks[index]
        guard own.marker != nil || own.lines.contains(where: { level(in: $0.text, reading.lexicon) != nil }) else {
            return false
        }
        // A lead such as "The status indicates whether the service is:" stands a few items above at most.
        var above = index
        for _ in 0..<8 {
            guard let previous = reading.previous(before: above) else { return false }
            let block = reading.blocks[previous]
            if block.text.utf8.last == UInt8(ascii: ":") {
                let key = Words.key(block.text)
                return ["status", "traffic light", "rag", "rated", "rating", "colour", "key"].contains {
                    key.contains($0)
                }
            }
            guard block.marker != nil || level(in: block.text, reading.lexicon) != nil else { return false }
            above = previous
        }
        return false
    }

    /// In a key, short words before a colon or dash name a level that no lexicon needs to know.
    private func namedLevel(in text: String) -> ScaleLevel? {
        for sign in [": ", " – ", " — ", " - ", " = "] {
            let parts = text.components(dividedBy: sign)
            guard parts.count >= 2, parts[0].wordCount <= 4, parts[0].utf8.first.map({ $0 &- 65 < 26 }) ?? false else {
                continue
            }
            return ScaleLevel(
                text: parts[0].trimmed("* "), scale: .status, meaning: parts.dropFirst().joined(separator: sign))
        }
        return nil
    }

    /// "Likelihood: 1 = Very low, 2 = Low, 3 = High": a scale in one line.
    private func readRatings(_ block: Block, _ harvest: inout Harvest) -> Bool {
        var read = false
        for line in block.lines {
            guard line.text.utf8.count <= 300, line.text.holds(": "), line.text.utf8.contains(where: { $0 &- 48 < 10 })
            else { continue }
            guard let colon = line.text.firstIndex(of: ":"),
                let scale = ScaleLevel.Scale(rawValue: Words.key(String(line.text[..<colon])))
            else { continue }
            for piece in line.text[line.text.index(after: colon)...].split(whereSeparator: { $0 == "," || $0 == ";" }) {
                let parts = piece.split(whereSeparator: { "=–".contains($0) }).map { String($0).trimmed(".-() ") }
                guard parts.count == 2, let value = parts.first(where: { Int($0) != nil }),
                    let name = parts.first(where: { Int($0) == nil })
                else { continue }
                harvest.add(
                    .scale(ScaleLevel(text: name, scale: scale, value: value)),
                    at: Source(line: line.line, page: block.page))
                read = true
            }
        }
        return read
    }

    /// "Status is: Green – on time; Amber – late; Red – stopped": a key in one line.
    private func readLevelsInLine(_ block: Block, _ lexicon: Lexicon, _ harvest: inout Harvest) -> Bool {
        guard block.text.utf8.count <= 600, block.text.holds("; "), let colon = block.text.firstIndex(of: ":") else {
            return false
        }
        let pieces = String(block.text[block.text.index(after: colon)...]).components(dividedBy: ";").map {
            $0.trimmed(". ")
        }
        let levels = pieces.compactMap { level(in: $0, lexicon) }
        guard levels.count >= 2, levels.count == pieces.count else { return false }
        for level in levels { harvest.add(.scale(level), at: Source(line: block.line, page: block.page)) }
        return true
    }

    private func level(in text: String, _ lexicon: Lexicon) -> ScaleLevel? {
        let plain = text.trimmed("* ")
        for sign in [" – ", " — ", " - ", ": ", " = ", "\t"] {
            let parts = plain.components(dividedBy: sign)
            guard parts.count >= 2 else { continue }
            let (first, last) = (parts[0].trimmed("*. "), parts[parts.count - 1].trimmed("*. "))
            if lexicon.statuses.match(Words.withoutBrackets(first)) != nil {
                return ScaleLevel(
                    text: first, scale: .status, meaning: parts.dropFirst().joined(separator: sign).trimmed(";"))
            }
            if lexicon.statuses.match(last) != nil {
                return ScaleLevel(
                    text: last, scale: .status, meaning: parts.dropLast().joined(separator: sign).trimmed(",;"))
            }
        }
        return nil
    }
}
