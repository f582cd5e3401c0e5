import Register

/// What a paper is to a plan that is kept, by its title, its council and the share of records that match.
struct PlanRelation {
    /// What the paper is; nil where it has nothing to do with the plan.
    private(set) var kind: Comparison.Relation?
    /// How alike the titles are, 0 to 1.
    let title: Double
    /// The share of the plan's records that the paper prints.
    let ofPlan: Double
    /// The share of the paper's records that the plan holds.
    let ofPaper: Double

    /// With a like title, so many records that match are enough: a plan may change much in a quarter.
    private static let shareWithTitle = 0.2
    /// One record in common may be so by chance: many plans have a like title and a promise to report each quarter.
    private static let fewestWithTitle = 2
    /// Without one, most records of both have to match.
    private static let shareWithoutTitle = 0.6
    /// A printing has to print at least half of the plan, or be half of it, in words that leave no doubt.
    private static let sharePrinted = 0.5
    /// Fewer records than this that are printed again may be so by chance.
    private static let fewestPrinted = 3

    /// - Parameters:
    ///   - title: How alike the titles are, 0 to 1.
    ///   - isOlder: Whether the paper is dated before the last version that is kept.
    ///   - reports: Whether the paper says how records go on.
    init(
        title: Double, sameCouncil: Bool, matching: VersionMatching, held: [VersionItem], found: [VersionItem],
        isOlder: Bool, reports: Bool
    ) {
        func share(_ count: Int, of all: Int) -> Double { all == 0 ? 0 : Double(count) / Double(all) }
        let (planned, printed) = (held.count { $0.kind != .scale }, found.count { $0.kind != .scale })
        let pairs = matching.pairs.filter { held[$0.held].kind != .scale }
        let sure = pairs.count { $0.likeness >= Int(VersionScore.sure * 100) }
        (self.title, ofPlan, ofPaper) = (title, share(pairs.count, of: planned), share(pairs.count, of: printed))
        guard sameCouncil, !pairs.isEmpty else { return }
        let isByChance =
            pairs.count < PlanRelation.fewestWithTitle && min(planned, printed) > PlanRelation.fewestWithTitle
        if title >= PlanTitle.alike, max(ofPlan, ofPaper) >= PlanRelation.shareWithTitle, !isByChance {
            kind = isOlder ? .earlierVersion : .nextVersion
            return
        }
        // A review's recommendations are quoted in reports and packs; the plan of somebody's actions is only in itself.
        let isReview = found.count { $0.kind == .recommendation } * 2 > printed
        if !isReview, min(ofPlan, ofPaper) >= PlanRelation.shareWithoutTitle {
            kind = isOlder ? .earlierVersion : .nextVersion
            return
        }
        let enough = sure >= PlanRelation.fewestPrinted || sure == min(planned, printed)
        guard enough, max(share(sure, of: planned), share(sure, of: printed)) >= PlanRelation.sharePrinted else {
            return
        }
        kind = reports ? .report : .printing
    }

    /// Whether the plan is only quoted or reported on.
    var isQuotation: Bool { kind == .printing || kind == .report }

    /// Whether the paper is little more than what it has in common with the plan.
    var isMostOfPaper: Bool { ofPaper >= PlanRelation.shareWithoutTitle }

    /// That a paper is the next version, because somebody says so.
    init(stated matching: VersionMatching, held: [VersionItem], found: [VersionItem], title: Double, isOlder: Bool) {
        func share(_ all: Int) -> Double { all == 0 ? 0 : Double(matching.pairs.count) / Double(all) }
        (self.title, ofPlan, ofPaper) = (title, share(held.count), share(found.count))
        kind = isOlder ? .earlierVersion : .nextVersion
    }
}
