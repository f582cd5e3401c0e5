import Papers
import Register

/// Reads plans laid out as tables: actions, the recommendations that they answer, and issues without an action.
struct PlanRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        let plans = reading.tables.indices.filter { reading.tables[$0].kind == .plan }
        guard !plans.isEmpty else { return }
        let tags = Tags.recurring(in: plans.map { reading.tables[$0] })
        let pairing = RowPairing(lexicon: reading.lexicon, seenOwners: seenOwners(reading, plans))
        for index in plans {
            var reader = PlanTableReader(reading: reading, table: reading.tables[index], pairing: pairing, tags: tags)
            reader.read(into: &harvest)
        }
    }

    /// How often each owner cell of one part occurs.
    private func seenOwners(_ reading: Reading, _ plans: [Int]) -> [String: Int] {
        var seen: [String: Int] = [:]
        for index in plans {
            let table = reading.tables[index]
            guard let column = table.column(.owner) else { continue }
            for row in table.rows {
                for part in row[column].parts {
                    seen[Owners.split(part.text, reading.lexicon).joined(separator: " "), default: 0] += 1
                }
            }
        }
        return seen
    }
}

/// Reads the rows of one plan, carrying what left-hand cells say down to the rows below them.
private struct PlanTableReader {
    let reading: Reading
    let table: ReadTable
    let pairing: RowPairing
    let tags: Set<String>

    private var band: String?
    private var theme: String?
    private var commitment: String?
    private var issues: [String] = []
    private var recommendation: String?
    private var lastAction: String?
    private var isFirst = true
    private var progress: RowProgress
    /// The last recommendation, while paragraphs below may still add to its update.
    private var pending: (found: Recommendation, place: Source)?

    init(reading: Reading, table: ReadTable, pairing: RowPairing, tags: Set<String>) {
        self.reading = reading
        self.table = table
        self.pairing = pairing
        self.tags = tags
        progress = RowProgress(table, rows: [], action: nil)
    }

    /// The column that holds what will be done.
    private var actionRole: Role? {
        if table.has(.action) { return .action }
        let isPlanned = table.has(.timescale) || table.has(.revised)
        if table.has(.response), isPlanned { return .response }
        if table.has(.recommendation) { return nil }
        return [.commitment, .issue, .response].first { table.has($0) && isPlanned }
    }

    mutating func read(into harvest: inout Harvest) {
        let action = actionRole
        let series = reading.heading(above: table.block)
        for line in table.headerLines { harvest.setAside(furniture: line) }
        let whole = joinLoose(SlippedRows.mend(table, heading: series, lexicon: reading.lexicon), action: action)
        let (rows, lines) = RowProgress.join(whole, table)
        for line in lines { harvest.use(line: line) }
        progress = RowProgress(table, rows: rows, action: action)
        for (position, row) in rows.enumerated() {
            guard !row.isBlank else { continue }
            if isBand(row, action: action) {
                band = row.cells.first { !$0.isBlank }?.text.trimmed("*: ")
                (theme, commitment, issues, recommendation) = (nil, nil, [], nil)
                harvest.use(line: row.line)
                continue
            }
            carry(row, action: action)
            let source = Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1))
            let hasRecommendation = readRecommendation(
                row, at: position, series: series, source: source, into: &harvest)
            guard let action else { continue }
            readActions(row, action: action, source: source, hasRecommendation: hasRecommendation, into: &harvest)
        }
        if action == nil { readOn(series: series, into: &harvest) }
        flush(into: &harvest)
    }

    // MARK: What left-hand cells say

    private mutating func carry(_ row: TableRow, action: Role?) {
        if let own = table.text(row, .theme) {
            if own != theme { (commitment, issues) = (nil, []) }
            theme = own
        }
        if action != .commitment, let own = table.text(row, .commitment) { commitment = own }
        if action != .issue, let column = table.column(.issue), !row[column].isBlank {
            issues = row[column].parts.map(\.text)
        }
    }

    /// A row with one short cell, or the same words in every cell, names what follows it.
    private func isBand(_ row: TableRow, action: Role?) -> Bool {
        let filled = row.cells.indices.filter { !row[$0].isBlank }
        guard let first = filled.first, row.cells.count > 2, row[first].text.wordCount <= 12,
            row[first].parts.count == 1
        else { return false }
        if filled.count > 1 { return filled.count == row.cells.count && Set(filled.map { row[$0].text }).count == 1 }
        guard first <= 1, !row[first].text.hasSuffix(".") else { return false }
        let role = first < table.roles.count ? table.roles[first] : nil
        if role == .number || role == nil { return true }
        // Among recommendations with their progress, a few words alone name what follows.
        if role == .recommendation, action == nil {
            return row[first].text.wordCount <= 6 && ItemNumber.strip(row[first].text).number == nil
        }
        return role == .theme
            || (first == 0 && role != action && role != .issue && role != .commitment && row[first].text.wordCount <= 8
                && role != .recommendation)
    }

    /// Rows with nothing but a date or an owner go to the row above, where it has more promises than dates.
    private func joinLoose(_ rows: [TableRow], action: Role?) -> [TableRow] {
        guard let action, let actions = table.column(action) else { return rows }
        let loose = [table.column(.timescale), table.column(.owner)].compactMap { $0 }
        var joined: [TableRow] = []
        for row in rows {
            let filled = row.cells.indices.filter { !row[$0].isBlank }
            if !filled.isEmpty, filled.allSatisfy(loose.contains), var last = joined.last {
                let dates = loose.map { last[$0].parts.count }.max() ?? 0
                if last[actions].parts.count > max(1, dates) {
                    for column in filled {
                        while last.cells.count <= column { last.cells.append(Cell()) }
                        // The words stand on the sheet of the row that they are joined to.
                        last.cells[column].parts += row[column].parts.map { part in
                            var part = part
                            part.line = last[column].parts.last?.line ?? last.line
                            return part
                        }
                    }
                    joined[joined.count - 1] = last
                    continue
                }
            }
            joined.append(row)
        }
        return joined
    }

    // MARK: Recommendations

    /// Reads the row's own recommendation; false where it has none.
    private mutating func readRecommendation(
        _ row: TableRow, at position: Int, series: String?, source: Source, into harvest: inout Harvest
    ) -> Bool {
        guard let column = table.column(.recommendation), !row[column].isBlank else {
            if let number = table.text(row, .number), table.has(.recommendation) {
                recommendation = number.trimmed(".")
            }
            return false
        }
        let stripped = ItemNumber.strip(row[column].text)
        let number = table.text(row, .number)?.trimmed(".() ") ?? stripped.number
        let text = stripped.text
        if text.wordCount <= 2, ColumnEvidence.isReference(text) {
            // Only a number: the recommendation's words stand elsewhere.
            recommendation = text.trimmed(".")
            return false
        }
        recommendation = number ?? text
        var found = Recommendation(text: text, number: number, series: series, theme: theme ?? band ?? series)
        if progress.speaksAlone(.status, row: position) { found.status = table.text(row, .status) }
        let said = progress.speaksAlone(.update, row: position) ? table.text(row, .update) : nil
        found.update = said ?? (actionRole == .response ? nil : table.text(row, .response))
        if case .number(let target)? = SameAs.target(of: table.text(row, .update) ?? "") { found.sameAs = target }
        var place = source
        place.line = row[column].parts.first?.line ?? source.line
        flush(into: &harvest)
        pending = (found, place)
        harvest.use(line: place.line)
        return true
    }

    private mutating func flush(into harvest: inout Harvest) {
        if let last = pending { harvest.add(.recommendation(last.found), at: last.place) }
        pending = nil
    }

    /// Text that runs on after a table of recommendations and updates: the extractor let go of the last cell.
    private mutating func readOn(series: String?, into harvest: inout Harvest) {
        guard table.has(.update), table.has(.recommendation),
            table.roles.allSatisfy({ role in
                role == nil || [.recommendation, .update, .number, .status].contains(role)
            }), let last = reading.lastBlock(of: table)
        else { return }
        var next = reading.next(after: last)
        while let index = next {
            let block = reading.blocks[index]
            let isNumbered = block.marker.map { $0.style != .bullet } ?? false
            let isFirst = pending == nil && table.rows.isEmpty
            guard block.shape == .paragraph || block.shape == .item, !isNumbered || isFirst, !harvest.isTaken(index)
            else { break }
            let folded = Folded(block.text)
            if reading.lexicon.asking.contains(where: { folded.contains($0) }), block.text.wordCount < 40 { break }
            if isFirst {
                // The header stands alone: the first paragraph below it is the recommendation.
                let number = block.marker?.label
                pending = (
                    Recommendation(text: block.text, number: number, series: series, theme: series),
                    reading.source(block)
                )
            } else if pending != nil {
                if pending?.found.update == nil { pending?.found.update = "" } else { pending?.found.update? += " " }
                pending?.found.update? += block.text
            } else {
                break
            }
            harvest.take(index, of: reading)
            next = reading.next(after: index)
        }
    }

    // MARK: Actions and issues

    private mutating func readActions(
        _ row: TableRow, action: Role, source: Source, hasRecommendation: Bool, into harvest: inout Harvest
    ) {
        var items = pairing.items(
            action: table.cell(row, action), timescale: table.cell(row, .timescale), owner: table.cell(row, .owner))
        let ownIssues = table.column(.issue).map { row[$0].parts.map(\.text) } ?? []
        if isFirst, items.first?.text.utf8.first.map({ $0 &- 97 < 26 }) ?? false, table.headerLines.isEmpty {
            // The paper begins in the midst of a cell: its first words are the tail of what is not here.
            items.removeFirst()
        }
        isFirst = false
        guard !items.isEmpty else {
            readIssue(row, action: action, source: source, hasRecommendation: hasRecommendation, into: &harvest)
            return
        }
        let issues = splitIssues(self.issues, for: items)
        let alignment = IssueAlignment.align(items.map(\.text), to: issues)
        // A list alone in its row hangs under the action above it.
        let hangs =
            items.allSatisfy { $0.depth > 0 } && ownIssues.isEmpty && !hasRecommendation && isBlankLeft(row, action)
            && table.cell(row, action).parts.allSatisfy { if case .unmarkedList = $0.style { true } else { false } }
        let above = hangs ? lastAction : nil
        for (position, item) in items.enumerated() {
            let issue = issues.isEmpty ? nil : issues[min(alignment[position], issues.count - 1)]
            var found = Action(text: item.text)
            // Where the table states recommendations, the number is theirs.
            if !table.has(.recommendation) { found.ref = table.text(row, .number)?.trimmed(".() ") }
            if !hasRecommendation || !progress.isSummed(.update) { found.update = table.text(row, .update) }
            found.theme = theme ?? band ?? section
            found.commitment = action == .commitment ? nil : commitment
            found.issue = action == .issue ? nil : issue
            found.recommendation = recommendation
            found.timescale = item.timescale.map { Timescale($0, reference: reading.date) }
            found.revised = table.text(row, .revised).map { Timescale($0, reference: reading.date) }
            found.owners = item.owners
            found.parent = item.parent.map { items[$0].text } ?? above
            found.status = table.text(row, .status)
            found.tags = Tags.printed(in: [item.text, issue, commitment, table.text(row, .tags)], known: tags)
            found.sameAs = sameAs(item.text, issue: issue)
            var place = source
            place.line = item.line
            harvest.add(.action(found), at: place)
        }
        for cell in row.cells { for part in cell.parts { harvest.use(line: part.line) } }
        if above == nil { lastAction = items.last.map { item in item.parent.map { items[$0].text } ?? item.text } }
    }

    private func isBlankLeft(_ row: TableRow, _ action: Role) -> Bool {
        guard let column = table.column(action) else { return false }
        return row.cells.prefix(column).allSatisfy(\.isBlank)
    }

    /// The heading that the plan stands under, where it names a theme and not the plan itself.
    private var section: String? {
        reading.heading(above: table.block)
    }

    /// An issue cell whose marks were lost is split where its actions and dates are several.
    private func splitIssues(_ issues: [String], for items: [RowItem]) -> [String] {
        guard issues.count == 1, items.count > 1, Set(items.compactMap(\.timescale)).count > 0,
            items.contains(where: { $0.depth == 0 }), let only = issues.first, Sentences.list(only).count < items.count,
            let pieces = ListSplitter.split(only, into: items.count, verbs: reading.lexicon.verbs)
        else { return issues }
        // Only a new beginning straight after a word or bracket, with no stop between, shows that marks were lost.
        let folded = Folded(only)
        var offset = 0
        for piece in pieces.dropFirst() {
            guard let range = folded.find(piece.lowercased(), from: offset) else {
                return issues
            }
            offset = range.lowerBound
            let before = folded.slice(0..<offset)
            guard let last = before.utf8.last, last != UInt8(ascii: "."), last != UInt8(ascii: ","),
                piece.wordCount >= 4
            else { return issues }
        }
        return pieces
    }

    private func sameAs(_ text: String, issue: String?) -> String? {
        switch SameAs.target(of: text) {
        case .number(let number): number
        case .previousColumn: issue
        case .above: lastAction
        case nil: nil
        }
    }

    /// A row with an issue or commitment but no action of its own.
    private func readIssue(
        _ row: TableRow, action: Role, source: Source, hasRecommendation: Bool, into harvest: inout Harvest
    ) {
        if !hasRecommendation, let words = table.text(row, .update) {
            let message =
                "\"\(words)\" stands in a row without an action or a recommendation: of what it is the progress is not printed."
            harvest.add(Problem(kind: .progressWithoutAction, line: row.line, message: message))
            harvest.use(line: row.line)
        }
        let text = table.text(row, .issue) ?? (table.has(.issue) ? nil : table.text(row, .commitment))
        guard let text, action != .issue, action != .commitment else {
            let words = table.text(row, .timescale) ?? table.text(row, .owner)
            if let words, !hasRecommendation {
                let message =
                    "\"\(words)\" stands in a row without an action or an issue: what is due, or who answers for it, is not printed."
                harvest.add(Problem(kind: .dateWithoutAction, line: row.line, message: message))
                harvest.use(line: row.line)
            }
            return
        }
        let owners = table.cell(row, .owner).parts.flatMap { Owners.split($0.text, reading.lexicon) }
        harvest.add(
            .issue(
                Issue(
                    text: text, theme: theme ?? band ?? section, commitment: commitment, owners: owners,
                    timescale: table.text(row, .timescale))),
            at: source)
    }
}
