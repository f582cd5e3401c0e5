import Papers
import Register

/// Reads who was and was not consulted on a report.
struct ConsulteeRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables {
            switch table.kind {
            case .consulted: readTable(table, &harvest)
            case .card, .unknown: readBox(table, &harvest)
            default: continue
            }
        }
        for index in reading.blocks.indices where reading.sections[index] == .consulted && !harvest.isTaken(index) {
            readLines(index, reading, &harvest)
        }
    }

    /// "Trade unions: Meeting on 9 January" under a heading that says who was consulted.
    private func readLines(_ index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        let block = reading.blocks[index]
        let pairs = block.lines.map { line -> (String, String)? in
            guard let colon = line.text.firstIndex(of: ":"), line.text.wordCount <= 14 else { return nil }
            let post = String(line.text[..<colon]).trimmed()
            let answer = String(line.text[line.text.index(after: colon)...]).trimmed()
            return post.isEmpty || answer.isEmpty || post.wordCount > 8 ? nil : (post, answer)
        }
        guard block.shape != .heading, block.lines.count > 1, pairs.allSatisfy({ $0 != nil }) else { return }
        for (pair, line) in zip(pairs.compactMap { $0 }, block.lines) {
            harvest.add(
                .consultee(Consultee(text: pair.0, consulted: pair.1)), at: Source(line: line.line, page: block.page))
        }
        harvest.take(index, of: reading)
    }

    private func readTable(_ table: ReadTable, _ harvest: inout Harvest) {
        for line in table.headerLines { harvest.setAside(furniture: line) }
        let post = table.column(.consultee) ?? 0
        let answer = table.column(.consulted) ?? 1
        var pending: (text: String, answer: String?, source: Source)?
        func close(_ harvest: inout Harvest) {
            if let last = pending {
                harvest.add(.consultee(Consultee(text: last.text, consulted: last.answer)), at: last.source)
            }
            pending = nil
        }
        for row in table.rows where !row[post].isBlank {
            harvest.use(line: row.line)
            let own = row[answer].text
            if let last = pending, row.opensContinuation, own.isEmpty {
                // A post that a page break cut in two.
                pending?.text = last.text + " " + row[post].text
                continue
            }
            close(&harvest)
            let source = Source(line: row[post].parts[0].line, page: row.page, table: row.run, row: max(row.number, 1))
            pending = (row[post].text, own.isEmpty ? nil : own, source)
        }
        close(&harvest)
    }

    /// "Portfolio Holder Consulted | Yes" in the box at the head of a report.
    private func readBox(_ table: ReadTable, _ harvest: inout Harvest) {
        guard table.roles.count == 2 else { return }
        for row in table.rows {
            let label = row[0].text.trimmed("*:? ")
            guard Words.list(label).last == "consulted", !row[1].isBlank, let cut = label.split(separator: " ").last
            else { continue }
            let post = String(label.dropLast(cut.count)).trimmed()
            guard !post.isEmpty else { continue }
            harvest.add(
                .consultee(Consultee(text: post, consulted: row[1].text)),
                at: Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1)))
        }
    }
}
