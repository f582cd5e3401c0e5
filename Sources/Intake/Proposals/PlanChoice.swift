public import Register

/// Says which plan a paper is to be taken for, where somebody does.
public enum PlanChoice: Sendable, Hashable {
    /// Goldthread decides by title, council and the records that match.
    case byRecords
    /// It is the next version of this plan.
    case plan(RecordID)
    /// It is a plan of its own.
    case new

    /// Plans that are looked at for one paper: more are alike by chance only.
    private static let most = 8

    /// The plans whose records an import has to know: those with a like title, and those that hold the very words that
    /// the papers print.
    /// - Parameters:
    ///   - plans: All plans that are kept.
    ///   - promises: Recommendations and actions that are kept.
    public static func candidates(
        for papers: [ReadPaper], among plans: [Holdings.Kept], promises: [Holdings.Kept], choice: PlanChoice
    ) -> [RecordID] {
        var votes: [RecordID: Double] = [:]
        var plansByWords: [String: Set<RecordID>] = [:]
        for promise in promises {
            guard let plan = promise.record.plan else { continue }
            plansByWords[VersionItem.key(promise.record.text), default: []].insert(plan)
        }
        var chosen: Set<RecordID> = []
        for paper in papers {
            votes = [:]
            let title = PlanTitle(PaperProfile(paper.intake).title)
            for plan in plans {
                let likeness = PlanTitle(plan.record.text).likeness(to: title)
                // A title that is half alike may have been reworded.
                if likeness >= 0.5 { votes[plan.id, default: 0] += likeness * 100 }
            }
            for finding in paper.intake.findings {
                for plan in plansByWords[VersionItem.key(finding.text)] ?? [] { votes[plan, default: 0] += 1 }
            }
            let best = votes.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
            chosen.formUnion(best.prefix(most).map(\.key))
        }
        if case .plan(let id) = choice { chosen.insert(id) }
        return plans.map(\.id).filter(chosen.contains)
    }
}

extension PlanChoice: Codable {
    private static let (byRecordsName, newName) = ("by-records", "new")

    /// Reads "by-records", "new", or the id of a plan.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        switch text {
        case Self.byRecordsName: self = .byRecords
        case Self.newName: self = .new
        default:
            guard let plan = RecordID(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” names no plan.")
            }
            self = .plan(plan)
        }
    }

    /// Writes it as one word.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .byRecords: try container.encode(Self.byRecordsName)
        case .new: try container.encode(Self.newName)
        case .plan(let id): try container.encode(id.description)
        }
    }
}
