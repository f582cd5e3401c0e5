import Register

/// What a paper prints that can be compared: findings of plans, each recommendation once however often it is printed.
struct Printed {
    private(set) var items: [VersionItem] = []
    /// The place of each among the paper's findings.
    private(set) var positions: [Int] = []
    private(set) var lines: [Int] = []
    private(set) var themes: [String?] = []
    /// Whether the paper mostly says how its recommendations go on.
    let reports: Bool

    init(_ findings: [Finding]) {
        var known: Set<String> = []
        var (recommended, spokenOf) = (0, 0)
        for (position, finding) in findings.enumerated() {
            guard let item = VersionItem(finding.record) else { continue }
            if case .recommendation(let found) = finding.content {
                guard known.insert(Proposer.key(found)).inserted else { continue }
                recommended += 1
                spokenOf += found.update == nil ? 0 : 1
            }
            items.append(item)
            positions.append(position)
            lines.append(finding.source.line)
            themes.append(Reprinting.theme(finding.record))
        }
        reports = spokenOf * 2 > recommended
    }

    /// Takes out what was found to be a record.
    mutating func remove(_ taken: Set<Int>) {
        let rest = items.indices.filter { !taken.contains($0) }
        (items, positions) = (rest.map { items[$0] }, rest.map { positions[$0] })
        (lines, themes) = (rest.map { lines[$0] }, rest.map { themes[$0] })
    }
}

/// A plan that is kept beside a paper that may be about it.
struct VersionLook {
    let plan: Holdings.HeldPlan
    let held: [RecordID]
    let items: [VersionItem]
    var matching: VersionMatching
    let relation: PlanRelation
    let order: String
    private let numbers: [(held: String?, found: String?)]
    private let isStated: Bool
    /// What the last version left out already.
    let leftOut: Set<RecordID>

    init(
        _ plan: Holdings.HeldPlan, _ printed: Printed, _ shelf: Shelf, _ keeping: Keeping, _ book: PartyBook,
        isStated: Bool
    ) {
        self.plan = plan
        self.isStated = isStated
        order = plan.plan.id.description
        // As the last version printed them; what it left out stands behind.
        let places = Dictionary(plan.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var records: [(id: RecordID, item: VersionItem, place: Int, number: Int)] = []
        for kept in plan.records {
            guard let record = shelf.record(kept.id), record.withdrawal == nil, let item = VersionItem(record.content)
            else { continue }
            let line = record.place?.source.line ?? 0
            records.append((kept.id, item, places[kept.id] ?? plan.order.count + line, kept.reference.number))
        }
        records.sort { ($0.place, $0.number, $0.id.description) < ($1.place, $1.number, $1.id.description) }
        leftOut = plan.order.isEmpty ? [] : Set(records.map(\.id)).subtracting(plan.order)
        (held, items) = (records.map(\.id), records.map(\.item))
        let matching = VersionMatching(held: items, found: printed.items)
        self.matching = matching
        let items = items
        numbers = matching.pairs.map { (items[$0.held].number, printed.items[$0.found].number) }
        let own = shelf.record(plan.plan.id)
        let title = PlanTitle(own?.text ?? "").likeness(to: PlanTitle(Proposer.planTitle(keeping.profile)))
        let newest = plan.papers.compactMap { ($0.record.content as? KeptPaper)?.date }.max()
        let isOlder = keeping.date.map { date in newest.map { date < $0 } ?? false } ?? false
        relation =
            isStated
            ? PlanRelation(stated: matching, held: items, found: printed.items, title: title, isOlder: isOlder)
            : PlanRelation(
                title: title, sameCouncil: book.mayShare(own?.councils ?? [], keeping.councils), matching: matching,
                held: items, found: printed.items,
                isOlder: isOlder, reports: printed.reports)
    }

    /// Half the words, or a third of them with the same number: a report that is quoted is quoted nearly word for word.
    mutating func dropUnsure() {
        var (kept, dropped): ([VersionMatching.Pair], [VersionMatching.Pair]) = ([], [])
        for (pair, number) in zip(matching.pairs, numbers) {
            let isSure =
                pair.likeness >= 50 || pair.likeness >= 30 && number.held != nil && number.held == number.found
            if isSure { kept.append(pair) } else { dropped.append(pair) }
        }
        matching.pairs = kept
        matching.missing = (matching.missing + dropped.map(\.held)).sorted()
    }

    /// The share of the plan's records that the paper prints.
    var plannedShare: Double { relation.ofPlan }

    /// Why a paper is taken for what it is.
    var ground: String {
        let matched = matching.pairs.count { items[$0.held].kind != .scale }
        let all = items.count { $0.kind != .scale }
        let records = "it prints \(matched) of the plan's \(all) records"
        if isStated { return "you said so; \(records)" }
        if relation.title == 1 { return "the title is the same but for date and version; \(records)" }
        if relation.title >= PlanTitle.alike { return "the title is nearly the same; \(records)" }
        return records
    }
}

extension PlanRelation {
    /// Which of several plans a paper is rather taken for.
    var rank: Double { title + ofPlan + ofPaper }
}
