import Ledger
import Register

/// How far a plan's promises have come.
struct PlanProgress: Sendable {
    var plan: Row?
    var counts = Counts()
    var recommendations = 0
    var unanswered = 0

    /// Figures of promises. Finished, overdue and the rest make up the whole.
    struct Counts: Sendable {
        var count = 0
        var finished = 0
        var overdue = 0
        var dueSoon = 0
        var slipped = 0
        var stale = 0
        var noOwner = 0
        var noDate = 0

        /// Neither finished nor overdue.
        var open: Int { max(0, count - finished - overdue) }

        mutating func add(_ other: Counts) {
            count += other.count
            finished += other.finished
            overdue += other.overdue
            dueSoon += other.dueSoon
            slipped += other.slipped
            stale += other.stale
            noOwner += other.noOwner
            noDate += other.noDate
        }

        init() {}

        init(_ tally: Tally) {
            (count, finished, overdue, dueSoon) = (tally.count, tally.finished, tally.overdue, tally.dueSoon)
            (slipped, stale, noOwner, noDate) = (tally.slipped, tally.stale, tally.noOwner, tally.noDate)
        }
    }

    /// The plans that hold promises or recommendations, in the order in which they were first kept.
    static func all(_ tallies: [Tally], _ names: Names) -> [PlanProgress] {
        var byPlan: [RecordID?: PlanProgress] = [:]
        for tally in tallies where tally.kind.isPromise || tally.kind == .recommendation {
            // A plan that may not be read is as none.
            let plan = names[tally.plan]
            var progress = byPlan[plan?.id] ?? PlanProgress(plan: plan)
            if tally.kind.isPromise {
                progress.counts.add(Counts(tally))
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
