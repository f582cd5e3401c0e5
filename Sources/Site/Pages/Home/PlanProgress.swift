import Ledger
import Register

/// How far a plan's promises have come.
struct PlanProgress: Sendable {
    var plan: Row?
    /// Figures of its promises.
    var counts = Tally(kind: .action)
    var recommendations = 0
    var unanswered = 0

    /// The plans that hold promises or recommendations, in the order in which they were first kept.
    static func all(_ tallies: [Tally], _ names: RecordNames) -> [PlanProgress] {
        var byPlan: [RecordID?: PlanProgress] = [:]
        for tally in tallies where tally.kind.isPromise || tally.kind == .recommendation {
            // A plan that may not be read is as none.
            let plan = names[tally.plan]
            var progress = byPlan[plan?.id] ?? PlanProgress(plan: plan)
            if tally.kind.isPromise {
                progress.counts.add(tally)
            } else {
                progress.recommendations += tally.count
                progress.unanswered += tally.unanswered
            }
            byPlan[plan?.id] = progress
        }
        return byPlan.values.sorted {
            ($0.plan?.reference.number ?? .max) < ($1.plan?.reference.number ?? .max)
        }
    }
}

extension Tally {
    /// Neither finished nor overdue: with those two they make up the whole.
    var open: Int { max(0, count - finished - overdue) }
}
