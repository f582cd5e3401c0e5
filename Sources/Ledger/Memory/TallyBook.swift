import Register

/// Counts by plan, as they were last worked out for one day and one circle of readers.
struct TallyBook: Sendable {
    /// What all counts of a book are asked about: everything of a question but the plan.
    struct Question: Sendable, Hashable {
        var on: Day
        var readable: Readable
        var soon: Int

        init(_ question: TallyQuestion) {
            (on, readable, soon) = (question.on, question.readable, question.soon)
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

    /// Counts of one plan, or of everything; nil where they are not kept.
    func tallies(of plan: RecordID?) -> [Tally]? {
        guard let plan else { return isWhole && forgotten.isEmpty ? byPlan.values.flatMap(\.self) : nil }
        if let known = byPlan[plan] { return known }
        return isWhole && !forgotten.contains(plan) ? [] : nil
    }

    /// Plans that have to be counted before everything is; nil where all of them have to be.
    var missing: Set<RecordID>? { isWhole ? forgotten : nil }

    /// Keeps counts of one plan, or of everything.
    mutating func keep(_ tallies: [Tally], of plan: RecordID?) {
        if let plan {
            byPlan[plan] = tallies
            forgotten.remove(plan)
        } else {
            byPlan = Dictionary(grouping: tallies, by: \.plan)
            (isWhole, forgotten) = (true, [])
        }
    }

    /// Forgets the counts of some plans. What is in no plan cannot be counted alone.
    mutating func forget(_ plans: Set<RecordID?>) {
        for plan in plans {
            byPlan[plan] = nil
            if let plan { forgotten.insert(plan) } else { isWhole = false }
        }
    }
}
