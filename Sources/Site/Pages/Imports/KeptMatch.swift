import Importing
import Intake
import Ledger
import Register

/// The record of the ledger that a finding under review is, with what keeping the paper would change of it.
struct KeptMatch: Sendable {
    /// As it stands now; nil where whoever reviews may not read it.
    let row: Row?
    /// What would change of it, field by field; of a finding that is not to be kept, its words alone.
    let changes: [RecordDifference.Field]
    /// What would be said of it, or measured.
    let said: [String]
}

/// For the findings on a page of a review, the records that they are, and those that they may be.
struct KeptMatches: Sendable {
    private var matches: [FindingKey: KeptMatch] = [:]
    private var near: [FindingKey: [Row]] = [:]
    /// Whether it is known what keeping the paper would do.
    private(set) var isCompared = false
    /// Whether the paper is taken for a plan that is kept, so that what matches nothing is new in it.
    private(set) var hasPlan = false

    /// Records of a plan among which near ones are looked for.
    private static let mostRecords = 5_000

    /// The record that a finding is; nil for a new one.
    subscript(key: FindingKey) -> KeptMatch? { matches[key] }

    /// Records of the paper's plans that a finding may be, by their words; the likest first.
    func near(_ key: FindingKey) -> [Row] { near[key] ?? [] }

    /// None: the paper is compared with nothing.
    init() {}

    /// Asks for those of some findings of a paper.
    /// - Parameter proposal: What keeping the paper would do; nil where that is not known.
    init(_ items: [Review.Item], of review: Review, _ proposal: Proposal?, for visit: Visit) async throws {
        self = try await visit.read { try KeptMatches(items, of: review, proposal, $0) }
    }

    private init(
        _ items: [Review.Item], of review: Review, _ proposal: Proposal?, _ reader: any LedgerReader
    ) throws {
        let paper = proposal?.papers.first
        isCompared = proposal != nil
        hasPlan = paper?.comparisons.contains { $0.plan == paper?.plan } ?? false
        let shown = Set(items.map(\.key))
        var records: [FindingKey: RecordID] = [:]
        for (place, item) in review.items.enumerated() where shown.contains(item.key) {
            if case .merged(let id, _) = item.decision {
                records[item.key] = id
            } else {
                records[item.key] = paper.flatMap { $0.records[place] ?? $0.matches[place] }
            }
        }
        let ids = Set(records.values)
        let changes = (proposal?.changes ?? []).filter { ids.contains($0.id) && $0.seen > 0 }
        let said = (proposal?.changes ?? []).filter { $0.seen == 0 && [.update, .reading].contains($0.record.kind) }
        let new = Set((proposal?.changes ?? []).filter { $0.seen == 0 }.map(\.id))
        let after = Dictionary(changes.map { ($0.id, $0.record) }, uniquingKeysWith: { $1 })
        let below = Dictionary(grouping: said, by: \.record.parent)
        let rows = try reader.rows(ids, .now)
        for item in items {
            guard let id = records[item.key] else { continue }
            guard let row = rows[id], let before = try reader.entry(id, .now)?.record() else {
                // What the import adds is no record yet; what is none of that and nobody finds may not be read.
                if !new.contains(id) { matches[item.key] = KeptMatch(row: nil, changes: [], said: []) }
                continue
            }
            let isKept = item.decision.isKept
            matches[item.key] = KeptMatch(
                row: row,
                changes: isKept
                    ? after[id].map { RecordDifference(from: before, to: $0).fields } ?? []
                    : Self.words(before.text, item.finding.text),
                said: isKept ? (below[id] ?? []).map(\.record.text) : [])
        }
        try findNear(items, Set(paper?.comparisons.map(\.plan) ?? []), reader)
    }

    private static func words(_ before: String, _ after: String) -> [RecordDifference.Field] {
        before == after ? [] : [RecordDifference.Field(name: "text", words: WordDifference(from: before, to: after))]
    }

    private mutating func findNear(_ items: [Review.Item], _ plans: Set<RecordID>, _ reader: any LedgerReader) throws {
        let wanted = items.filter { $0.key.kind.isMergeable }
        guard !wanted.isEmpty else { return }
        var rows: [Row] = []
        for plan in plans {
            var query = Query(kinds: Array(Set(wanted.map(\.recordKind))).sorted())
            (query.plan, query.limit, query.wantsTotal, query.order) = (plan, Self.mostRecords, false, .reference)
            rows += try reader.list(query).rows
        }
        let records = NearRecords(rows)
        for item in wanted {
            near[item.key] = records.nearest(to: item.finding.text, item.recordKind).filter {
                $0.id != matches[item.key]?.row?.id
            }
        }
    }
}
