import Ledger
import Register

/// How a partnership's promises stand: by plan and theme, and what needs looking at.
struct StatusReport {
    /// Counts of one plan.
    struct PlanCounts {
        var row: Row?
        var tallies: [Tally]

        func sum(_ kinds: (RecordKind) -> Bool, _ figure: KeyPath<Tally, Int>) -> Int {
            tallies.reduce(0) { $0 + (kinds($1.kind) ? $1[keyPath: figure] : 0) }
        }

        /// A figure of its promises.
        func promises(_ figure: KeyPath<Tally, Int>) -> Int { sum({ $0.isPromise }, figure) }
        /// A figure of its recommendations.
        func recommendations(_ figure: KeyPath<Tally, Int>) -> Int { sum({ $0 == .recommendation }, figure) }

        /// Promises by theme, in the order of the themes.
        var themes: [(theme: RecordID?, tally: Tally)] {
            var byTheme: [RecordID?: Tally] = [:]
            for tally in tallies where tally.kind.isPromise {
                byTheme[tally.theme, default: Tally(kind: .action)].add(tally)
            }
            return byTheme.sorted { first, second in
                switch (first.key, second.key) {
                case (let first?, let second?): first < second
                case (nil, _): false
                case (_, nil): true
                }
            }.map { ($0.key, $0.value) }
        }
    }

    let plans: [PlanCounts]
    let all: PlanCounts

    init(_ tallies: [Tally], directory: RecordNames) {
        var byPlan: [RecordID?: [Tally]] = [:]
        for tally in tallies { byPlan[tally.plan, default: []].append(tally) }
        plans = byPlan.map { PlanCounts(row: directory[$0.key], tallies: $0.value) }
            .sorted { ($0.row?.reference.number ?? Int.max) < ($1.row?.reference.number ?? Int.max) }
        all = PlanCounts(row: nil, tallies: tallies)
    }
}
