public import Register

/// What an import would add to a ledger: nothing is kept until somebody says so.
public struct Proposal: Sendable {
    /// A new version of a record.
    public struct Change: Sendable {
        /// The record.
        public var id: RecordID
        /// The version that it was made from; 0 for a new record.
        public var seen: Int
        /// The whole new version.
        public var record: Record
        /// Why this record in particular is changed; nil where the import says it all.
        public var reason: String?
    }

    /// Changes in the order in which they are to be appended.
    public var changes: [Change] = []
    /// Each paper with the records that stand for it and for its import.
    public var papers: [Paper] = []
    /// What a person may want to put right next.
    public var notes: [Note] = []

    /// Doubts about who is meant, which no paper resolves.
    public enum Note: Sendable, Hashable {
        /// Initials that may be those of somebody who is named.
        case mayBe(initials: String, name: String)
        /// Initials that stand in papers of different councils and are taken for one person.
        case sharedInitials(String)
    }

    /// A paper with the records that stand for it.
    public struct Paper: Sendable {
        /// Its place among the papers given.
        public var index: Int
        /// The paper's own record.
        public var paper: RecordID
        /// The record of its import.
        public var `import`: RecordID
        /// Its plan, where it has one.
        public var plan: RecordID?
        /// How it compares with plans that the ledger holds: that of which it is the next version first.
        public var comparisons: [Comparison] = []
        /// Whether a paper of the same title and day is kept: the same report, maybe in another file.
        public var isSameReport = false
        /// The records of its plan that it prints, in its order; nil where it is no version of a plan.
        public var printed: [RecordID]?
        /// Links that are only suggested.
        public var offers: [Import.Offer] = []
        /// For each finding of the paper the record that it is, new or kept before; nil for one that is left out.
        public var records: [RecordID?] = []
        /// The record that a finding seems to be which is kept already, by the finding's place, of findings that are left
        /// out too.
        public var matches: [Int: RecordID] = [:]
    }

    /// Whether the papers say nothing that is not kept: each is the same report again, in another file.
    public var isNothingNew: Bool {
        let papers: Set<RecordKind> = [.paper, .import, .link]
        return self.papers.allSatisfy { $0.isSameReport && $0.comparisons.allSatisfy(\.isSame) }
            && changes.allSatisfy { papers.contains($0.record.kind) }
    }

    /// How many new records of each kind.
    public var counts: [RecordKind: Int] {
        changes.reduce(into: [:]) { if $1.seen == 0 { $0[$1.record.kind, default: 0] += 1 } }
    }
}

/// A paper that was read, with the file it came from.
public struct ReadPaper: Sendable {
    /// What was found in it.
    public var intake: Intake
    /// SHA-256 of the file, in hexadecimal digits.
    public var hash: String
    /// SHA-256 of its transcript, where the file is not text.
    public var transcript: String?
    /// What a reviewer says of some findings, by their places among the intake's.
    public var rulings: [Int: Ruling]
    /// The record that keeps the paper already, where something of it is brought in later.
    public var kept: RecordID?

    /// What was found in a file.
    public init(intake: Intake, hash: String, transcript: String? = nil, rulings: [Int: Ruling] = [:]) {
        self.intake = intake
        self.hash = hash
        self.transcript = transcript
        self.rulings = rulings
    }
}
