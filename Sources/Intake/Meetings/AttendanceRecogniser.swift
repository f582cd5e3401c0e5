import Papers
import Register

/// Reads who was present, absent or named as a member at the head of minutes and agendas.
struct AttendanceRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        var index = 0
        while index < reading.blocks.count {
            defer { index += 1 }
            let block = reading.blocks[index]
            if block.shape == .table {
                if let table = block.table { readTable(reading.tables[table], block: index, reading, &harvest) }
                continue
            }
            guard !block.isFurniture, block.lines.count <= 40 else { continue }
            if readLabelled(block, index, reading, &harvest) { continue }
            if block.lines.count == 1, let role = headingRole(block, reading) {
                index = readList(below: index, role: role, reading, &harvest)
                continue
            }
            readApologies(block, index, reading, &harvest)
        }
    }

    // MARK: "PRESENT: Councillors A, B and C"

    private func readLabelled(_ block: Block, _ index: Int, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        var current: Attendance.Role?
        var pending: [(role: Attendance.Role, text: String, line: Int)] = []
        for line in block.lines {
            if let (role, rest) = label(of: line.text, reading.lexicon) {
                current = role
                pending.append((role, rest, line.line))
            } else if let role = current {
                pending.append((role, line.text, line.line))
            }
        }
        guard pending.contains(where: { !$0.text.isEmpty && isNames($0.text, reading.lexicon) }) else { return false }
        var merged: [(role: Attendance.Role, text: String, line: Int)] = []
        for part in pending {
            if let last = merged.last, last.role == part.role, goesOn(last.text, part.text) {
                merged[merged.count - 1].text += " " + part.text
            } else {
                merged.append(part)
            }
        }
        for part in merged where !part.text.isEmpty {
            add(
                part.text, role: part.role, lines: pending.filter { $0.role == part.role }.map { ($0.text, $0.line) },
                block, reading, &harvest)
        }
        harvest.take(index, of: reading)
        return true
    }

    /// The label before a colon, where the lexicon knows it as one of attendance.
    private func label(of text: String, _ lexicon: Lexicon) -> (Attendance.Role, String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let label = String(text[..<colon])
        guard label.wordCount <= 6, let role = role(of: label, lexicon) else { return nil }
        return (role, String(text[text.index(after: colon)...]).trimmed())
    }

    private func role(of label: String, _ lexicon: Lexicon) -> Attendance.Role? {
        let plain = Words.withoutBrackets(label).trimmed("*: ")
        return lexicon.attendance.match(plain)
    }

    private func goesOn(_ above: String, _ below: String) -> Bool {
        guard !above.isEmpty else { return true }
        let last = above.split(separator: " ").last ?? ""
        return above.hasSuffix(",") || last == "and" || last == "&" || below.lowercased().hasPrefix("and ")
            || below.utf8.first.map { $0 &- 97 < 26 } ?? false
            || below.hasPrefix("(") || above.filter({ $0 == "(" }).count > above.filter({ $0 == ")" }).count
            || below.contains(",") && above.contains(",")
    }

    private func isNames(_ text: String, _ lexicon: Lexicon) -> Bool { !Names.list(text, lexicon).isEmpty }

    private func add(
        _ text: String, role: Attendance.Role, lines: [(String, Int)], _ block: Block, _ reading: Reading,
        _ harvest: inout Harvest
    ) {
        for named in Names.list(text, reading.lexicon) {
            let line =
                lines.first { $0.0.contains(named.name) }?.1 ?? lines.first { line in
                    named.name.split(separator: " ").first.map { line.0.contains($0) } ?? false
                }?.1 ?? block.line
            harvest.add(
                .attendance(Attendance(text: named.name, role: capacity(named.note, default: role, reading.lexicon))),
                at: Source(line: line, page: block.page))
        }
    }

    /// Chair and vice-chair are printed in brackets behind the name.
    private func capacity(_ note: String?, default role: Attendance.Role, _ lexicon: Lexicon) -> Attendance.Role {
        guard role == .member || role == .observer, let note else { return role }
        let key = Words.key(note)
        if key.contains("vice chair") || key.contains("deputy chair") { return role == .member ? .viceChair : role }
        if role == .member,
            key.split(separator: " ").contains(where: { $0.hasPrefix("chair") }) || key.contains("in the chair")
        {
            return .chair
        }
        return role
    }

    // MARK: A heading with names below it

    private func headingRole(_ block: Block, _ reading: Reading) -> Attendance.Role? {
        guard block.text.wordCount <= 5, block.marker == nil else { return nil }
        let plain = block.text.trimmed("*: ")
        return reading.lexicon.attendance.match(plain)
    }

    private func readList(below index: Int, role: Attendance.Role, _ reading: Reading, _ harvest: inout Harvest) -> Int
    {
        var last = index
        var next = reading.next(after: index)
        while let current = next {
            let block = reading.blocks[current]
            guard block.shape == .paragraph || block.shape == .item || block.shape == .heading,
                block.marker?.style != .number || block.text.wordCount <= 8
            else { break }
            guard block.shape != .heading || headingRole(block, reading) == nil else { break }
            guard block.lines.allSatisfy({ label(of: $0.text, reading.lexicon) == nil }) else { break }
            let texts = block.lines.map { ($0.text, $0.line) }
            guard block.lines.allSatisfy({ isNameLine($0.text, reading.lexicon) }) else { break }
            let whole = block.lines.count > 1 && goesOn(block.lines[0].text, block.lines[1].text)
            for text in whole ? [block.text] : block.lines.map(\.text) {
                if label(of: text, reading.lexicon) != nil { continue }
                add(text, role: role, lines: texts, block, reading, &harvest)
            }
            harvest.take(current, of: reading)
            last = current
            next = reading.next(after: current)
        }
        if last > index { harvest.take(index, of: reading) }
        return last
    }

    /// A line of names and nothing else.
    private func isNameLine(_ text: String, _ lexicon: Lexicon) -> Bool {
        guard text.utf8.count <= 160, text.utf8.last != UInt8(ascii: "."), PrintedDate.first(in: text) == nil else {
            return false
        }
        if label(of: text, lexicon) != nil { return true }
        let first = Words.list(text).first.map(String.init) ?? ""
        let names = Names.list(text, lexicon)
        guard !names.isEmpty else { return false }
        return lexicon.titles.contains(first) || ["mr", "mrs", "ms", "dr", "miss"].contains(first)
            || names.contains { $0.note != nil }
            || names.count > 1
    }

    // MARK: Tables and sentences

    private func readTable(_ table: ReadTable, block: Int, _ reading: Reading, _ harvest: inout Harvest) {
        guard block == table.block else { return }
        if table.kind == .attendance, let names = table.column(.name), let roles = table.column(.role) {
            for row in table.rows {
                let role = self.role(of: row[roles].text, reading.lexicon) ?? .member
                for named in Names.list(row[names].text, reading.lexicon) {
                    harvest.add(
                        .attendance(
                            Attendance(
                                text: named.name, role: capacity(row[roles].text, default: role, reading.lexicon))),
                        at: Source(line: row.line, page: row.page, table: row.run, row: row.number))
                }
            }
            return
        }
        guard table.roles.count == 2 || table.kind == .unknown else { return }
        if let role = labelAbove(block, reading), readNames(table, role: role, reading, &harvest) { return }
        var role: Attendance.Role?
        for row in table.rows {
            if let own = self.role(of: row[0].text, reading.lexicon), row[0].text.wordCount <= 5 {
                role = own
            } else if !row[0].isBlank {
                role = nil
            }
            guard let role else { continue }
            let parts = row.cells.dropFirst().flatMap(\.parts)
            for part in parts {
                for named in Names.list(part.text, reading.lexicon) {
                    harvest.add(
                        .attendance(
                            Attendance(text: named.name, role: capacity(named.note, default: role, reading.lexicon))),
                        at: Source(line: part.line, page: row.page, table: row.run, row: row.number))
                }
            }
        }
    }

    /// The capacity that the words right above a table name: "Membership:", "Officers and contractor".
    private func labelAbove(_ block: Int, _ reading: Reading) -> Attendance.Role? {
        guard let above = reading.previous(before: block), reading.blocks[above].shape != .table,
            let last = reading.blocks[above].lines.last,
            last.text.wordCount <= 5
        else { return nil }
        let plain = last.text.trimmed("*: ")
        return reading.lexicon.attendance.match(plain)
            ?? reading.lexicon.attendance.containedMatch(plain, maximumWords: 4)
    }

    /// A table of names: those of the first column, and of the others where these hold names too.
    private func readNames(_ table: ReadTable, role: Attendance.Role, _ reading: Reading, _ harvest: inout Harvest)
        -> Bool
    {
        let header = table.headers.contains { !$0.isEmpty } ? [table.headers] : []
        let rows =
            header.map { ($0, table.headerLines.first ?? 0) } + table.rows.map { ($0.cells.map(\.text), $0.line) }
        func names(_ text: String) -> [Names.Named] { Names.list(text.trimmed("*"), reading.lexicon) }
        guard rows.allSatisfy({ row in row.0.first.map { $0.isEmpty || names($0).count == 1 } ?? false }) else {
            return false
        }
        for (cells, line) in rows {
            for (column, text) in cells.enumerated()
            where column == 0
                || rows.allSatisfy({
                    $0.0.count > column && names($0.0[column]).count == 1 && $0.0[column].wordCount <= 4
                })
            {
                for named in names(text) {
                    let found = Attendance(text: named.name, role: capacity(named.note, default: role, reading.lexicon))
                    harvest.add(.attendance(found), at: Source(line: line, page: table.rows.first?.page))
                }
            }
        }
        return true
    }

    /// "Apologies for absence were received from Councillors A and B."
    private func readApologies(_ block: Block, _ index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        guard block.shape == .paragraph || block.shape == .item, block.text.utf8.count <= 600 else { return }
        let folded = Folded(block.text)
        guard let apology = folded.findFirst(of: ["apologies", "apology"]) else { return }
        guard
            let joint = folded.findFirst(
                of: ["from", "on behalf of", "given for", "made for", "by"], from: apology.upperBound)
        else { return }
        let sentenceEnd = Sentences.ranges(folded).first { $0.contains(joint.lowerBound) }?.upperBound ?? folded.count
        let names = Names.list(folded.slice(joint.upperBound..<sentenceEnd), reading.lexicon)
        guard !names.isEmpty else { return }
        for named in names {
            let line = block.lines.first { $0.text.contains(named.name) }?.line ?? block.line
            harvest.add(
                .attendance(Attendance(text: named.name, role: .apologies)), at: Source(line: line, page: block.page))
        }
        harvest.use(line: block.line)
    }
}
