import Papers
import Register

/// Understands tables: which rows are headers, what each column stands for, and what the table lists.
enum TableSense {
    static func read(_ paper: Paper, lexicon: Lexicon, outline: Reading.Outline) -> [ReadTable] {
        var tables = paper.tables.map { HeaderSense.read($0, lexicon: lexicon) }
        for index in tables.indices {
            RoleContext.settle(&tables[index], lexicon: lexicon)
            tables[index].spreadMergedCells()
        }
        var parts: [ReadTable] = []
        for index in tables.indices where tables[index].roles.allSatisfy({ $0 == nil }) {
            parts += TableParts.split(&tables[index], lexicon: lexicon)
        }
        for index in tables.indices {
            let block = tables[index].block
            let section = block < outline.sections.count ? outline.sections[block] : nil
            // A form says itself what its cells hold: it takes no columns from a neighbour.
            let isForm = tables[index].rows.count(where: HeaderSense.labelsValues) >= 2
            if tables[index].roles.allSatisfy({ $0 == nil }), section != .consulted {
                if let card = CardSense.read(tables[index], lexicon: lexicon) {
                    tables[index] = card
                    continue
                }
                if !isForm { borrow(for: index, in: &tables, outline, lexicon: lexicon) }
            }
            if !isForm, tables[index].roles.allSatisfy({ $0 == nil }) {
                infer(&tables[index], section: section, lexicon: lexicon)
            }
            tables[index].kind = kind(of: tables[index], section: section, lexicon: lexicon)
            if tables[index].kind == .unknown, tables[index].has(.timescale),
                tables[index].roles.allSatisfy({ $0 == nil || [.timescale, .owner, .status, .number].contains($0) })
            {
                // "Job to do | By when | Answerable": a known header beside unknown ones.
                infer(&tables[index], section: section, lexicon: lexicon)
                tables[index].kind = kind(of: tables[index], section: section, lexicon: lexicon)
            }
            if tables[index].kind == .risk { RoleContext.fillRisk(&tables[index], lexicon: lexicon) }
            if tables[index].kind == .plan {
                RoleContext.fillLeft(&tables[index], lexicon: lexicon)
                RoleContext.fillRight(&tables[index], lexicon: lexicon)
            }
            if tables[index].kind == .unknown, let card = CardSense.read(tables[index], lexicon: lexicon) {
                tables[index] = card
            }
        }
        // Parts come last, so that the tables before them keep the places that they have in the paper.
        return tables + parts
    }

    /// Takes the columns of another table of the paper that has as many and whose cells look the same.
    private static func borrow(
        for index: Int, in tables: inout [ReadTable], _ outline: Reading.Outline, lexicon: Lexicon
    ) {
        let count = tables[index].roles.count
        guard count > 2 else { return }
        let evidence = (0..<count).map { ColumnEvidence(tables[index].rows, column: $0, lexicon: lexicon) }
        // The nearest table counts most, those above before those below; far ones have nothing to do with this one.
        for other in (1...20).flatMap({ [index - $0, index + $0] }) where tables.indices.contains(other) {
            let lender = tables[other]
            guard lender.roles.count == count, lender.roles.contains(where: { $0 != nil }), !lender.rows.isEmpty else {
                continue
            }
            let fits = (0..<count).allSatisfy { column in
                guard evidence[column].filled > 0 else { return true }
                switch lender.roles[column] {
                case .timescale: return evidence[column].timescale >= 0.5
                case .owner: return evidence[column].owner >= 0.4
                case .action, .recommendation, .issue, .commitment: return evidence[column].timescale < 0.5
                default: return true
                }
            }
            let isNext = other == index - 1 && noHeading(from: lender.block, to: tables[index].block, outline)
            guard fits,
                lender.roles.contains(.timescale) || lender.roles.contains(.owner) || isNext
                    || count >= 5 && looksLike(lender, evidence, lexicon)
                    || lender.headers == tables[index].headers
            else { continue }
            tables[index].roles = lender.roles
            tables[index].headers = lender.headers
            tables[index].councils = lender.councils
            return
        }
    }

    /// Whether the lender's columns hold the same sorts of things.
    private static func looksLike(_ lender: ReadTable, _ evidence: [ColumnEvidence], _ lexicon: Lexicon) -> Bool {
        let pairs = evidence.indices.map {
            (evidence[$0].sort, ColumnEvidence(lender.rows, column: $0, lexicon: lexicon).sort)
        }
        .filter { $0.0 != .empty && $0.1 != .empty }
        return pairs.count >= 4 && pairs.count { $0.0 == $0.1 } * 5 >= pairs.count * 4
    }

    /// Whether two tables stand under one heading.
    private static func noHeading(from first: Int, to second: Int, _ outline: Reading.Outline) -> Bool {
        outline.headings[first] == outline.headings[second]
    }

    /// Where nothing names the columns, what they hold does.
    private static func infer(_ table: inout ReadTable, section: Section?, lexicon: Lexicon) {
        let count = table.roles.count
        guard count >= 2, table.rows.count >= 1 else { return }
        let evidence = (0..<count).map { ColumnEvidence(table.rows, column: $0, lexicon: lexicon) }
        if count == 2, evidence[1].answer >= 0.6 || section == .consulted, evidence[0].meanWords <= 12 {
            table.roles = [.consultee, .consulted]
            return
        }
        if count == 2, section == .workProgramme || section == .unallocated, evidence[0].timescale >= 0.5 {
            table.roles = [.meetingDate, .workItem]
            return
        }
        guard count >= 3 else { return }
        var roles = table.roles
        func best(_ score: (ColumnEvidence) -> Double, atLeast: Double) -> Int? {
            (0..<count).filter { roles[$0] == nil && evidence[$0].filled > 0 && score(evidence[$0]) >= atLeast }
                .max { score(evidence[$0]) < score(evidence[$1]) }
        }
        guard let dates = table.column(.timescale) ?? best(\.timescale, atLeast: 0.5) else { return }
        roles[dates] = .timescale
        if !table.has(.status), let status = best(\.status, atLeast: 0.6) { roles[status] = .status }
        if !table.has(.owner), let owners = best({ $0.meanWords <= 8 ? $0.owner : 0 }, atLeast: 0.5) {
            roles[owners] = .owner
        }
        if roles[0] == nil, evidence[0].reference >= 0.7 { roles[0] = .number }
        let texts = (0..<count).filter { roles[$0] == nil && evidence[$0].meanWords > 2 && evidence[$0].filled > 0 }
        let left = texts.filter { $0 < dates || dates == 0 }
        guard let action = left.last ?? texts.first else { return }
        roles[action] = .action
        for (column, role) in zip(left.dropLast().reversed(), [Role.issue, .commitment, .theme]) {
            roles[column] = role
        }
        if roles.contains(.number), left.count == 2 { roles[left[0]] = .recommendation }
        table.roles = roles
    }

    /// What a table lists, by what its columns stand for.
    static func kind(of table: ReadTable, section: Section?, lexicon: Lexicon) -> ReadTable.Kind {
        let roles = Set(table.roles.compactMap { $0 })
        func any(_ wanted: Role...) -> Bool { wanted.contains { roles.contains($0) } }
        if any(.consultee) && any(.consulted) { return .consulted }
        if section == .consulted, table.roles.count == 2 { return .consulted }
        if ScaleSense.isScale(table, section: section, lexicon: lexicon) { return .scale }
        if any(.risk, .riskTitle),
            any(
                .likelihood, .impact, .score, .inherentScore, .inherentLikelihood, .targetScore, .mitigation,
                .consequence)
        {
            return .risk
        }
        if !SavingColumns.years(of: table).isEmpty,
            any(.proposal) || (section == .savings && !any(.measure, .action))
        {
            return .saving
        }
        if any(.proposal), any(.amount) { return .saving }
        let isMeasured = any(.target, .actual, .baseline, .polarity, .q1, .q2, .q3, .q4)
        if any(.measure), isMeasured { return .measure }
        if any(.service), any(.status), !any(.action, .recommendation) { return .service }
        if section == .workProgramme || section == .unallocated, any(.workItem) || any(.meetingDate, .timescale),
            !any(.owner) || any(.workItem, .meetingDate)
        {
            return .workProgramme
        }
        if any(.workItem), any(.meetingDate) || (any(.timescale) && !any(.action, .status)) || any(.purpose) {
            return .workProgramme
        }
        if any(.action, .recommendation),
            any(.timescale, .owner, .status, .update, .response, .issue, .commitment, .number, .theme, .revised)
        {
            return .plan
        }
        if any(.issue, .commitment, .response), any(.timescale, .owner) { return .plan }
        if section == .agenda, any(.pages, .title, .workItem) { return .agenda }
        if any(.name), any(.role) { return .attendance }
        if any(.measure), any(.status, .trend, .commentary, .period) { return .measure }
        if section == .actions, any(.timescale), any(.owner) { return .plan }
        return .unknown
    }
}
