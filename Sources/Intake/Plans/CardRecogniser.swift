import Papers
import Register

/// Reads findings from cards: risks, actions, recommendations and decisions whose fields are labelled.
struct CardRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        var last: (card: Card, block: Int)?
        for table in reading.tables where table.kind == .card {
            for line in table.headerLines { harvest.use(line: line) }
            for (position, card) in Card.read(table, reading.lexicon).enumerated() {
                if position == 0, let above = last, goesOn(card, after: above.card),
                    onlyFurniture(from: above.block, to: table.block, reading)
                {
                    // A page break cut the card in two.
                    last?.card.entries += card.entries
                    last?.block = reading.lastBlock(of: table) ?? table.block
                    continue
                }
                if let above = last { read(above.card, reading, &harvest) }
                last = (card, reading.lastBlock(of: table) ?? table.block)
            }
        }
        if let above = last { read(above.card, reading, &harvest) }
        for index in reading.blocks.indices where !harvest.isTaken(index) {
            readBlocks(from: index, reading, &harvest)
        }
    }

    private func goesOn(_ card: Card, after above: Card) -> Bool {
        guard let first = card.entries.first, let opening = above.entries.first, first.role != opening.role else {
            return false
        }
        return card.entries.allSatisfy { entry in above.entry(entry.role) == nil || entry.role == .action }
            && card.title?.isEmpty != false
    }

    private func onlyFurniture(from: Int, to: Int, _ reading: Reading) -> Bool {
        from < to && reading.blocks[(from + 1)..<to].allSatisfy(\.isFurniture)
    }

    /// Cards of paragraphs; a card may run over several blocks, one a label.
    private func readBlocks(from index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        guard var card = Card.read(reading.blocks[index], index: index, reading.lexicon), isOpening(card) else {
            return
        }
        var members = [index]
        var next = reading.next(after: index)
        while let current = next, !harvest.isTaken(current),
            let more = Card.read(reading.blocks[current], index: current, reading.lexicon),
            let first = more.entries.first, card.entry(first.role) == nil, !isOpening(more) || card.entries.count == 1
        {
            card.entries += more.entries
            members.append(current)
            next = reading.next(after: current)
        }
        guard read(card, reading, &harvest) else { return }
        for member in members { harvest.take(member, of: reading) }
    }

    private func isOpening(_ card: Card) -> Bool {
        card.entries.contains {
            [.action, .risk, .recommendation, .riskTitle, .number, .measure].contains($0.role) && !$0.parts.isEmpty
        }
    }

    @discardableResult
    private func read(_ card: Card, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        if readMeasure(card, &harvest) { return true }
        if isRisk(card) { return readRisk(card, reading, &harvest) }
        if card.text(.decision) != nil { return readDecisions(card, reading, &harvest) }
        if card.text(.recommendation) != nil { return readRecommendation(card, reading, &harvest) }
        if card.text(.action) != nil,
            card.entry(.timescale) != nil || card.entry(.owner) != nil || card.entry(.status) != nil
        {
            addActions(card, role: .action, recommendation: nil, reading, &harvest)
            return true
        }
        return false
    }

    // MARK: Measures

    private func readMeasure(_ card: Card, _ harvest: inout Harvest) -> Bool {
        guard let text = card.text(.measure), card.entry(.target) ?? card.entry(.actual) ?? card.entry(.baseline) != nil
        else { return false }
        let measure = Measure(
            text: text, ref: card.text(.number), theme: card.text(.theme), council: card.text(.council),
            polarity: card.text(.polarity),
            baseline: card.text(.baseline), target: card.text(.target), actual: card.text(.actual), q1: card.text(.q1),
            q2: card.text(.q2), q3: card.text(.q3), q4: card.text(.q4), status: card.text(.status),
            trend: card.text(.trend),
            period: card.text(.period), commentary: card.text(.commentary) ?? card.text(.update))
        harvest.add(.measure(measure), at: card.source(.measure))
        use(card, &harvest)
        return true
    }

    // MARK: Risks

    private func isRisk(_ card: Card) -> Bool {
        let rated = card.entries.contains {
            [.score, .inherentScore, .targetScore, .likelihood, .impact, .mitigation, .inherentLikelihood].contains(
                $0.role)
        }
        return rated && (card.text(.risk) != nil || card.text(.riskTitle) != nil || card.text(.consequence) != nil)
    }

    private func readRisk(_ card: Card, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        guard let text = card.text(.risk) ?? card.text(.riskTitle) else { return false }
        var risk = Risk(text: text)
        risk.ref = card.text(.number)
        risk.title = card.text(.risk) == nil ? nil : card.text(.riskTitle)
        risk.theme = card.text(.theme)
        risk.current = rating(card, .score, .likelihood, .impact)
        risk.inherent = rating(card, .inherentScore, .inherentLikelihood, .inherentImpact)
        risk.target = rating(card, .targetScore, .targetLikelihood, .targetImpact)
        risk.trend = card.text(.trend)
        risk.owners = card.cell(.owner).parts.flatMap { Owners.split($0.text, reading.lexicon) }
        risk.mitigation = card.text(.mitigation)
        RiskRecogniser.add(risk, at: card.source(card.text(.risk) == nil ? .riskTitle : .risk), &harvest)
        use(card, &harvest)
        for entry in card.entries where entry.role == .action || entry.role == .response {
            for part in entry.parts { readFurtherAction(part, entry, card, reading, &harvest) }
        }
        return true
    }

    private func rating(_ card: Card, _ score: Role, _ likelihood: Role, _ impact: Role) -> Risk.Rating {
        var rating = Ratings.read(card.text(score) ?? "")
        if let own = card.text(likelihood).flatMap(Ratings.number) { rating.likelihood = own }
        if let own = card.text(impact).flatMap(Ratings.number) { rating.impact = own }
        return rating
    }

    /// "Reopen the unit – AB – 30/09/25": an action, its owner and its date between dashes.
    private func readFurtherAction(
        _ part: CellPart, _ entry: Card.Entry, _ card: Card, _ reading: Reading, _ harvest: inout Harvest
    ) {
        let text = ItemNumber.strip(part.text).text
        guard !ItemNumber.isNothing(text) else { return }
        let inline = InlineFields.read(text, reading.lexicon)
        var action = Action(text: inline.lead)
        action.timescale = (inline.timescale ?? card.text(.timescale)).map { Timescale($0, reference: reading.date) }
        action.owners = inline.owner.map { Owners.split($0, reading.lexicon) } ?? []
        harvest.add(
            .action(action),
            at: Source(
                line: part.line, page: card.page, table: entry.row?.run, row: entry.row.map { max($0.number, 1) }))
    }

    // MARK: Decisions

    private func readDecisions(_ card: Card, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        guard let entry = card.entry(.decision) else { return false }
        var type = Decision.Force.resolved
        for part in entry.parts {
            var text = part.text
            if let lead = DecisionWords.lead(of: text) {
                type = lead.type
                text = lead.rest
                if text.isEmpty { continue }
            }
            let stripped = ItemNumber.strip(text)
            harvest.add(
                .decision(Decision(text: stripped.text, type: type, letter: stripped.number, minute: nil)),
                at: Source(
                    line: part.line, page: card.page, table: entry.row?.run, row: entry.row.map { max($0.number, 1) }))
        }
        if let declared = card.entry(.declared), !declared.text.isEmpty {
            _ = DeclarationWords.read(declared.text, minute: nil, reading.lexicon, at: card.source(.declared), &harvest)
        }
        use(card, &harvest)
        return true
    }

    // MARK: Recommendations and actions

    private func readRecommendation(_ card: Card, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        guard let text = card.text(.recommendation) else { return false }
        let title = card.title ?? ""
        let numbered = ItemNumber.strip(text)
        let number =
            card.text(.number) ?? titleNumber(title) ?? titleNumber(card.entry(.recommendation)?.label ?? "")
            ?? numbered.number
        let words = number == nil || numbered.number == number ? numbered.text : text
        let series = reading.heading(above: card.block)
        var found = Recommendation(
            text: words, number: number, series: series, theme: card.text(.theme) ?? titleTheme(title) ?? series)
        found.status = card.text(.status)
        found.update = card.text(.update)
        harvest.add(.recommendation(found), at: card.source(.recommendation))
        let answers = card.entry(.action) == nil ? Role.response : .action
        if card.text(answers) != nil {
            addActions(card, role: answers, recommendation: number ?? words, reading, &harvest)
        }
        use(card, &harvest)
        return true
    }

    /// The number in "Key recommendation 2 – Governance".
    private func titleNumber(_ title: String) -> String? {
        let folded = Folded(title)
        guard let range = folded.find("recommendation") else { return nil }
        let number = folded.slice(range.upperBound..<folded.count).prefix { $0.isNumber || $0 == "." }
        return number.isEmpty ? nil : String(number).trimmed(".")
    }

    private func titleTheme(_ title: String) -> String? {
        let parts = title.components(dividedBy: " – ")
        return parts.count == 2 && Folded(parts[0]).contains("recommendation") ? parts[1].trimmed("* ") : nil
    }

    func addActions(
        _ card: Card, role: Role, recommendation: String?, _ reading: Reading, _ harvest: inout Harvest
    ) {
        let pairing = RowPairing(lexicon: reading.lexicon, seenOwners: [:])
        let items = pairing.items(action: card.cell(role), timescale: card.cell(.timescale), owner: card.cell(.owner))
        let theme = card.text(.theme) ?? reading.heading(above: card.block)
        for item in items {
            var action = Action(text: item.text, theme: theme)
            action.issue = card.text(.issue)
            action.commitment = card.text(.commitment)
            action.recommendation = recommendation
            action.timescale = item.timescale.map { Timescale($0, reference: reading.date) }
            action.owners = item.owners
            action.status = card.text(.status)
            var source = card.source(role)
            source.line = item.line
            harvest.add(.action(action), at: source)
        }
        use(card, &harvest)
    }

    private func use(_ card: Card, _ harvest: inout Harvest) {
        for entry in card.entries {
            if let row = entry.row { harvest.use(line: row.line) }
            for part in entry.parts { harvest.use(line: part.line) }
        }
    }
}
