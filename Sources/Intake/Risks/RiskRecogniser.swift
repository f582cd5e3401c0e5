import Papers
import Register

/// Reads risks from registers laid out as tables and from lists that prose introduces as risks.
struct RiskRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables where table.kind == .risk { read(table, reading, &harvest) }
        for index in reading.blocks.indices where !harvest.isTaken(index) { readList(after: index, reading, &harvest) }
    }

    private func read(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        let theme = reading.heading(above: table.block)
        var band: String?
        for line in table.headerLines { harvest.setAside(furniture: line) }
        for row in table.rows where !row.isBlank {
            let description = table.text(row, .risk) ?? table.text(row, .cause)
            let title = table.text(row, .riskTitle)
            guard let text = description ?? title ?? table.text(row, .consequence), text.wordCount >= 1 else {
                continue
            }
            let filled = row.cells.filter { !$0.isBlank }.count
            if filled == 1, row.cells.count > 3 {
                band = text
                harvest.use(line: row.line)
                continue
            }
            let stripped = table.has(.number) ? (number: nil, text: text) : ItemNumber.strip(text)
            var risk = Risk(text: stripped.text)
            let numbered = table.text(row, .number).map { ItemNumber.strip($0) }
            risk.ref = numbered.map { $0.number ?? $0.text.trimmed(". ") } ?? stripped.number
            risk.title = description == nil ? nil : title ?? numbered.flatMap { $0.number == nil ? nil : $0.text }
            risk.theme = table.text(row, .theme) ?? band ?? theme
            risk.current = rating(table, row, .likelihood, .impact, .score)
            risk.inherent = rating(table, row, .inherentLikelihood, .inherentImpact, .inherentScore)
            risk.target = rating(table, row, .targetLikelihood, .targetImpact, .targetScore)
            risk.trend = table.text(row, .trend)
            risk.owners = table.cell(row, .owner).parts.flatMap { Owners.split($0.text, reading.lexicon) }
            risk.mitigation = table.text(row, .mitigation) ?? table.text(row, .action)
            let source = Source(
                line: line(table, row), page: row.page, table: row.run, row: max(row.number, 1))
            RiskRecogniser.add(risk, at: source, &harvest)
            for cell in row.cells { for part in cell.parts { harvest.use(line: part.line) } }
        }
    }

    private func line(_ table: ReadTable, _ row: TableRow) -> Int {
        for role in [Role.risk, .riskTitle] { if let part = table.cell(row, role).parts.first { return part.line } }
        return row.line
    }

    /// Adds a risk and remarks on scores that are not likelihood times impact.
    static func add(_ risk: Risk, at source: Source, _ harvest: inout Harvest) {
        for rating in [risk.current, risk.inherent, risk.target] where !rating.isConsistent {
            let (likelihood, impact, score) = (rating.likelihood ?? 0, rating.impact ?? 0, rating.score ?? 0)
            let message =
                "Risk \(risk.ref ?? "")\(risk.ref == nil ? "" : ": ")the score \(score) is not likelihood \(likelihood) × impact \(impact) = \(likelihood * impact)."
            harvest.add(Problem(kind: .inconsistentScore, line: source.line, message: message))
        }
        harvest.add(.risk(risk), at: source)
    }

    private func rating(_ table: ReadTable, _ row: TableRow, _ likelihood: Role, _ impact: Role, _ score: Role)
        -> Risk.Rating
    {
        var rating = Ratings.read(table.text(row, score) ?? "")
        if let own = table.text(row, likelihood).flatMap(Ratings.number) { rating.likelihood = own }
        if let own = table.text(row, impact).flatMap(Ratings.number) { rating.impact = own }
        return rating
    }

    /// Bullets under "The main risks … are:".
    private func readList(after index: Int, _ reading: Reading, _ harvest: inout Harvest) {
        let block = reading.blocks[index]
        guard block.shape != .heading, block.shape != .table, block.text.utf8.last == UInt8(ascii: ":") else { return }
        let folded = Folded(block.text)
        guard folded.findFirst(of: ["risks", "risk"]) != nil,
            folded.findFirst(of: [
                "main risks", "key risks", "risks associated", "risks are", "following risks", "risks identified",
                "principal risks",
            ]) != nil
        else { return }
        var next = reading.next(after: index)
        let style = next.flatMap { reading.blocks[$0].marker?.style }
        while let current = next, let marker = reading.blocks[current].marker, marker.style == style,
            reading.blocks[current].shape == .item,
            !harvest.isTaken(current)
        {
            let item = reading.blocks[current]
            harvest.add(.risk(Risk(text: item.text)), at: reading.source(item))
            harvest.take(current, of: reading)
            next = reading.next(after: current)
        }
    }
}

/// Figures of a rating as cells print them: "12", "4 x 4 = 16", "L4 I5", "Likelihood 5 Impact 5 Score 25", "High (4)".
enum Ratings {
    static func number(_ text: String) -> Int? {
        let numbers = numbers(in: text)
        return numbers.count == 1 ? numbers[0] : nil
    }

    static func read(_ text: String) -> Risk.Rating {
        var rating = Risk.Rating()
        let lower = text.lowercased()
        let numbers = numbers(in: lower)
        switch numbers.count {
        case 1: rating.score = numbers[0]
        case 2 where lower.contains("l") && lower.contains("i") || lower.contains("x") || lower.contains("×"):
            (rating.likelihood, rating.impact) = (numbers[0], numbers[1])
        case 3:
            // The score is the product, wherever it stands.
            if numbers[0] * numbers[1] == numbers[2] || lower.contains("=")
                || lower.contains("score") && lower.hasSuffix("\(numbers[2])")
            {
                (rating.likelihood, rating.impact, rating.score) = (numbers[0], numbers[1], numbers[2])
            } else if numbers[1] * numbers[2] == numbers[0] {
                (rating.score, rating.likelihood, rating.impact) = (numbers[0], numbers[1], numbers[2])
            } else {
                (rating.likelihood, rating.impact, rating.score) = (numbers[0], numbers[1], numbers[2])
            }
        default: break
        }
        // "Impact 5, likelihood 4": labels decide the order.
        if numbers.count >= 2, let impact = lower.firstRange(of: "impact"),
            let likelihood = lower.firstRange(of: "likelihood"),
            impact.lowerBound < likelihood.lowerBound
        {
            (rating.likelihood, rating.impact) = (rating.impact, rating.likelihood)
        }
        return rating
    }

    private static func numbers(in text: String) -> [Int] {
        text.split(whereSeparator: { !$0.isNumber || !$0.isASCII }).compactMap {
            // No scale goes further, and longer figures could not be multiplied.
            $0.utf8.count <= 4 ? Int($0) : nil
        }
    }
}
