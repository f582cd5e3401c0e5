import Papers
import Register

/// Reads savings from tables of proposals and from sentences that state them.
struct SavingRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables where table.kind == .saving { read(table, reading, &harvest) }
        for index in reading.blocks.indices {
            let block = reading.blocks[index]
            guard !block.isFurniture, block.shape != .table, block.shape != .heading else { continue }
            readSentences(block, reading, &harvest)
        }
        for table in reading.tables where table.kind == .card {
            for row in table.rows {
                for part in row.cells.flatMap(\.parts) {
                    readSentences(part.text, line: part.line, page: row.page, reading, &harvest)
                }
            }
        }
    }

    // MARK: Tables

    private func read(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        for line in table.headerLines { harvest.setAside(furniture: line) }
        // Growth and pressures are laid out as savings are, and are their opposite.
        let heading = Words.key(reading.heading(above: table.block) ?? "")
        if ["growth", "pressure", "pressures", "investment"].contains(where: { heading.contains($0) }),
            !heading.contains("saving")
        {
            return
        }
        let caption = reading.previous(before: table.block).map { reading.blocks[$0].text } ?? ""
        let unit = max(
            SavingColumns.scale(of: reading.heading(above: table.block) ?? ""), SavingColumns.scale(of: caption))
        var years = SavingColumns.years(of: table)
        if years.isEmpty, let amount = table.column(.amount) {
            years = [
                SavingColumns.Column(index: amount, year: nil, scale: SavingColumns.scale(of: table.headers[amount]))
            ]
        }
        let text =
            table.column(.proposal) ?? table.column(.action) ?? table.column(.risk) ?? table.column(.measure) ?? 0
        for row in table.rows {
            let words = row[text].text
            guard !words.isEmpty else { continue }
            harvest.use(line: row.line)
            guard !isTotal(row, reading.lexicon) else { continue }
            for column in years {
                let scale = column.scale == 1 ? unit : column.scale
                guard let amount = Amounts.cell(row[column.index].text, scale: scale), amount.pence != 0 else {
                    continue
                }
                let saving = Saving(
                    text: words, amount: amount, council: table.text(row, .council) ?? table.councils[column.index],
                    year: column.year)
                harvest.add(
                    .saving(saving), at: Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1))
                )
            }
        }
    }

    /// Totals and subtotals are nobody's finding.
    private func isTotal(_ row: TableRow, _ lexicon: Lexicon) -> Bool {
        row.cells.prefix(4).contains { cell in
            let words = Words.list(cell.text)
            guard let first = words.first else { return false }
            return lexicon.totals.contains(String(first))
                || words.count > 1 && lexicon.totals.contains(words.prefix(2).joined(separator: " "))
                || words.count <= 4 && words.last.map { lexicon.totals.contains(String($0)) } ?? false
        }
    }

    // MARK: Sentences

    private func readSentences(_ block: Block, _ reading: Reading, _ harvest: inout Harvest) {
        readSentences(block.text, line: block.line, page: block.page, reading, &harvest, lines: block.lines)
    }

    private func readSentences(
        _ text: String, line: Int, page: Int?, _ reading: Reading, _ harvest: inout Harvest, lines: [TextLine] = []
    ) {
        guard text.utf8.contains(0xA3) else { return }
        let whole = Folded(text)
        guard whole.findFirst(of: SavingRecogniser.words) != nil else { return }
        // What runs on for pages is a table that lost its lines, and each sum in it would carry all of it along.
        var from = 0
        for range in Sentences.ranges(whole) where range.count <= 2000 {
            let sentence = Folded(whole.slice(range))
            guard SavingSentence.states(sentence) else { continue }
            let amounts = Amounts.inText(sentence)
            let start = sentence.slice(0..<sentence.count).split(separator: " ").prefix(4).joined(separator: " ")
            // Sentences come in the order of the lines.
            if lines.count > 1, let at = lines[from...].prefix(60).firstIndex(where: { $0.text.contains(start) }) {
                from = at
            }
            let place = lines.isEmpty ? line : lines[from].line
            for (position, found) in amounts.enumerated() {
                guard SavingSentence.isSaving(found, in: sentence) else { continue }
                let end = position + 1 < amounts.count ? amounts[position + 1].range.lowerBound : sentence.count
                let saving = Saving(
                    text: sentence.slice(0..<sentence.count), amount: found.pounds,
                    council: SavingSentence.council(after: found, until: end, in: sentence)
                        ?? SavingSentence.councils(in: sentence, at: range.lowerBound, of: whole),
                    year: SavingSentence.year(near: found, until: end, in: sentence))
                harvest.add(.saving(saving), at: Source(line: place, page: page))
            }
        }
    }

    static let words = [
        "saving", "savings", "save", "saved", "saves", "efficiencies", "delivered through", "will be delivered",
    ]
}
