import Register

// Findings of which somebody says that they are records which are kept.
extension Proposer {
    /// Makes each of them a match of its record, listed in the comparison with the record's plan.
    mutating func match(_ named: [Int: RecordID], _ keeping: inout Keeping) {
        for (position, id) in named.sorted(by: { $0.key < $1.key }) {
            guard let record = shelf.record(id) else { continue }
            let known = proposal.papers[keeping.index].comparisons.firstIndex { $0.plan == record.plan ?? id }
            let index = known ?? addComparison(with: record, id, keeping)
            let replaces = proposal.papers[keeping.index].comparisons[index].replaces
            keeping.matches[position] = Keeping.Match(id: id, replaces: replaces, comparison: index)
        }
    }

    /// A paper that has nothing else of a plan, or of a record without one. What it prints stands from now on, unless it
    /// is older than what is kept.
    private mutating func addComparison(with record: Record, _ id: RecordID, _ keeping: Keeping) -> Int {
        let plan = record.plan ?? id
        let printed = record.place?.date
        let isOlder = keeping.date.map { date in printed.map { date < $0 } ?? false } ?? false
        proposal.papers[keeping.index].comparisons.append(
            Comparison(
                relation: .printing, replaces: !isOlder, plan: plan, reference: shelf.reference(plan),
                title: shelf.record(plan)?.text ?? record.text, ground: "you said so"))
        return proposal.papers[keeping.index].comparisons.count - 1
    }
}

extension VersionLook {
    /// Takes out of the matching what somebody has said otherwise of: some findings, by their places in the paper, and
    /// the records that they are.
    mutating func leave(_ named: [Int: RecordID], _ printed: Printed) {
        guard !named.isEmpty else { return }
        let (records, held) = (Set(named.values), held)
        func isNamed(held index: Int) -> Bool { records.contains(held[index]) }
        func isNamed(found index: Int) -> Bool { named[printed.positions[index]] != nil }
        func isNamed(_ pair: VersionMatching.Pair) -> Bool {
            isNamed(held: pair.held) || isNamed(found: pair.found)
        }
        let freed = matching.pairs.filter(isNamed).map(\.held)
        matching.pairs.removeAll(where: isNamed)
        matching.missing = (matching.missing + freed).filter { !isNamed(held: $0) }.sorted()
        matching.hints.removeAll(where: isNamed)
        matching.splits = matching.splits.compactMap { split in
            let others = split.others.filter { !isNamed(found: $0) }
            return isNamed(split.pair) || others.isEmpty ? nil : .init(pair: split.pair, others: others)
        }
        matching.merges = matching.merges.compactMap { merge in
            let others = merge.others.filter { !isNamed(held: $0) }
            return isNamed(merge.pair) || others.isEmpty ? nil : .init(pair: merge.pair, others: others)
        }
    }
}
