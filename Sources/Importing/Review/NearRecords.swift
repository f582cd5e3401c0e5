public import Ledger
public import Register

/// Records that are kept, and which of them a finding may be by its words: for a reviewer to choose from.
public struct NearRecords: Sendable {
    /// The most that are offered: who has to read more finds the record faster by its reference.
    public static let most = 5
    /// From here on two texts have enough in common to be offered; who chooses sees both.
    private static let threshold = 0.2

    private let likeness: Likeness
    private let records: [RecordKind: [(row: Row, words: Likeness.Weighed)]]

    /// Records to choose from. Linear in their words.
    public init(_ rows: [Row]) {
        let likeness = Likeness(of: rows.map(\.title))
        self.likeness = likeness
        records = Dictionary(grouping: rows.map { ($0, likeness.weighed($0.title)) }, by: \.0.reference.kind)
    }

    /// The records of a kind whose words are the likest, the likest first.
    /// - Complexity: A comparison of word lists for each record of the kind.
    public func nearest(to text: String, _ kind: RecordKind) -> [Row] {
        let own = likeness.weighed(text)
        let scores = (records[kind] ?? []).map { (row: $0.row, score: likeness.score(own, $0.words)) }
        return scores.filter { $0.score >= NearRecords.threshold }
            .sorted { ($1.score, $0.row.reference) < ($0.score, $1.row.reference) }
            .prefix(NearRecords.most).map(\.row)
    }
}

extension Review.Item {
    /// The kind of record that keeps it.
    public var recordKind: RecordKind { type(of: finding.record).recordKind }
}
