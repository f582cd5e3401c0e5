import Register

/// Counts by plan, as they were last worked out for one day and one circle of readers.
struct TallyBook: Sendable {
    /// What all counts of a book are asked about: everything of a question but the plan.
    struct Question: Sendable, Hashable {
        var on: Day
        var readable: Readable
        var soon: Int
        var staleAfter: Int?

        init(_ question: TallyQuestion) {
            (on, readable) = (question.on, question.readable)
            (soon, staleAfter) = (question.soon, question.staleAfter)
        }
    }

    private var byPlan: [RecordID?: [Tally]] = [:]
    /// Whether every plan was counted, some of which may have been forgotten since.
    private var isWhole = false
    private var forgotten: Set<RecordID> = []

    /// Whether counts are kept of a plan, or of everything but for a few plans that were forgotten.
    func isReady(for plan: RecordID?) -> Bool {
        isWhole || plan.map { byPlan[$0] != nil } ?? false
    }

    /// Counts of one plan.
    mutating func tallies(of plan: RecordID, _ count: (RecordID?) throws -> [Tally]) rethrows -> [Tally] {
        if let known = byPlan[plan] { return known }
        if isWhole, !forgotten.contains(plan) { return [] }
        let tallies = try count(plan)
        byPlan[plan] = tallies
        forgotten.remove(plan)
        return tallies
    }

    /// Counts of everything.
    mutating func all(_ count: (RecordID?) throws -> [Tally]) rethrows -> [Tally] {
        if isWhole {
            for plan in forgotten { _ = try tallies(of: plan, count) }
        } else {
            byPlan = Dictionary(grouping: try count(nil), by: \.plan)
            (isWhole, forgotten) = (true, [])
        }
        return byPlan.values.flatMap(\.self)
    }

    /// Forgets the counts of some plans. What is in no plan cannot be counted alone.
    mutating func forget(_ plans: Set<RecordID?>) {
        for plan in plans {
            byPlan[plan] = nil
            if let plan { forgotten.insert(plan) } else { isWhole = false }
        }
    }
}
