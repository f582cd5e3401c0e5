import Ledger
import Register

/// How everything stands: what home says to all who may read the same, worked out once for a state of the ledger.
struct Overview: Sendable {
    /// Counts of all promises, issues and recommendations, one for each kind.
    let tallies: [Tally]
    /// The plans that are drawn, in the order in which they were first kept; of many, those with most that is overdue.
    let plans: [PlanProgress]
    /// How many plans there are.
    let planCount: Int
    let week: WeekChanges

    /// The most plans that are drawn.
    private static let mostPlans = 12

    static func read(_ visit: Visit, _ reader: any LedgerReader) throws -> Overview {
        guard visit.asAt == .now else { return try Overview(visit, reader) }
        let key = Key(day: visit.day, readable: visit.readable)
        let grounds = try Grounds(visit, reader)
        if let known = visit.site.overviews.find(key, on: grounds) { return known }
        let overview = try Overview(visit, reader)
        visit.site.overviews.keep(overview, for: key, on: grounds)
        return overview
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        let all = try reader.tally(TallyQuestion(on: visit.day, asAt: visit.asAt))
        var byKind: [RecordKind: Tally] = [:]
        for tally in all { byKind[tally.kind, default: Tally(kind: tally.kind)].add(tally) }
        tallies = byKind.values.sorted { $0.kind < $1.kind }
        let progress = PlanProgress.all(all, try RecordNames(Set(all.compactMap(\.plan)), in: reader, visit.asAt))
        planCount = progress.count { $0.plan != nil }
        plans =
            progress.count > Self.mostPlans
            ? Array(progress.sorted { $0.counts.overdue > $1.counts.overdue }.prefix(Self.mostPlans)) : progress
        week = try WeekChanges(before: visit.day, asAt: visit.asAt, in: reader)
    }

    /// What an overview follows from, beside the state of the ledger.
    struct Key: Hashable {
        let day: Day
        let readable: Readable
    }
}
