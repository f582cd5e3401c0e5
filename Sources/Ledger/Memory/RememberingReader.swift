public import Register

/// One state of a ledger, asked through a memory: what it has counted or named before is not looked up again.
public struct RememberingReader: LedgerReader {
    private let ledger: any LedgerReader
    private let memory: LedgerMemory

    /// A reader with a memory, which has to be of the same ledger.
    public init(_ ledger: any LedgerReader, _ memory: LedgerMemory) {
        self.ledger = ledger
        self.memory = memory
    }

    /// Counts of promises by plan and theme.
    public func tally(_ question: TallyQuestion) throws -> [Tally] {
        guard question.asAt == .now else { return try ledger.tally(question) }
        return try memory.use(for: ledger) { state in
            let count = count(question)
            return try state?.tallies(TallyBook.Question(question), of: question.plan, count) ?? count(question.plan)
        }
    }

    /// Counts a plan, or everything, as a question asks.
    private func count(_ question: TallyQuestion) -> (RecordID?) throws -> [Tally] {
        { plan in
            var question = question
            question.plan = plan
            return try ledger.tally(question)
        }
    }

    /// Rows of records by id.
    public func rows(_ ids: Set<RecordID>, _ asAt: AsAt, readable: Readable) throws -> [RecordID: Row] {
        guard asAt == .now, !ids.isEmpty else { return try ledger.rows(ids, asAt, readable: readable) }
        return try memory.use(for: ledger) { state in
            var found = state?.rows(ids, readable) ?? [:]
            let missing = ids.filter { found[$0] == nil }
            guard !missing.isEmpty else { return found }
            let rows = try ledger.rows(missing, .now, readable: readable)
            state?.keep(rows, readable)
            found.merge(rows) { $1 }
            return found
        }
    }

    /// Records that a query asks for. Where counts are kept that say how many there are, they are not counted again.
    public func list(_ query: Query) throws -> Page {
        guard query.wantsTotal, let total = try total(of: query) else { return try ledger.list(query) }
        guard total > 0 else { return Page(rows: [], total: 0) }
        var query = query
        query.wantsTotal = false
        return Page(rows: try ledger.list(query).rows, total: total)
    }

    /// How many records a query asks for, where counts by plan and theme that say so are kept.
    private func total(of query: Query) throws -> Int? {
        guard query.isCountedByTallies else { return nil }
        return try memory.use(for: ledger) { state in
            guard let kept = state?.question(for: query) else { return nil }
            var question = TallyQuestion(on: kept.on)
            (question.readable, question.soon, question.staleAfter) = (kept.readable, kept.soon, kept.staleAfter)
            let tallies = try state?.tallies(kept, of: query.plan, count(question))
            return tallies.map { $0.reduce(0) { $0 + query.count(in: $1) } }
        }
    }

    // MARK: What is not kept

    /// Where the ledger ends.
    public func head() throws -> Head { try ledger.head() }
    /// The last entry that had been made at a moment.
    public func sequence(_ asAt: AsAt) throws -> Int { try ledger.sequence(asAt) }
    /// The version of a record that stood at a moment.
    public func entry(_ id: RecordID, _ asAt: AsAt) throws -> Entry? { try ledger.entry(id, asAt) }
    /// The same by reference.
    public func entry(_ reference: Reference, _ asAt: AsAt) throws -> Entry? { try ledger.entry(reference, asAt) }
    /// All versions of a record that had been made at a moment.
    public func history(_ id: RecordID, _ asAt: AsAt) throws -> [Entry] { try ledger.history(id, asAt) }
    /// Entries in order.
    public func entries(after sequence: Int, limit: Int) throws -> [Entry] {
        try ledger.entries(after: sequence, limit: limit)
    }
    /// Entries whose commit began with a sequence.
    public func entries(ofCommit first: Int) throws -> [Entry] { try ledger.entries(ofCommit: first) }
    /// Rows of records that go by a name.
    public func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt, readable: Readable) throws -> [Row] {
        try ledger.named(name, kinds: kinds, asAt, readable: readable)
    }
    /// Links that begin or end at a record.
    public func links(_ id: RecordID, _ asAt: AsAt) throws -> [LinkRow] { try ledger.links(id, asAt) }
    /// Records, updates and papers whose words match.
    public func search(_ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable) throws -> [Hit] {
        try ledger.search(words, asAt, limit: limit, readable: readable)
    }
    /// The bytes of a kept paper.
    public func paper(_ hash: String) throws -> [UInt8]? { try ledger.paper(hash) }
}

extension Query {
    /// Whether a tally by plan and theme counts all that is asked for, and nothing else.
    fileprivate var isCountedByTallies: Bool {
        asAt == .now && parent == nil && owners == nil && council == nil && tag == nil && status == nil && dueBefore == nil
            && text == nil && !includesWithdrawn && kinds.allSatisfy(\.isTallied)
            && standing.map { ![.inTime, .ongoing].contains($0.kind) } ?? true
    }

    /// How many of the records that a tally counts are asked for.
    fileprivate func count(in tally: Tally) -> Int {
        guard kinds.contains(tally.kind), plan == nil || tally.plan == plan else { return 0 }
        if let themes, !themes.contains(where: { $0 == tally.theme }) { return 0 }
        return switch standing?.kind {
        case nil, .inTime, .ongoing: tally.count
        case .overdue: tally.overdue
        case .dueSoon: tally.dueSoon
        case .slipped: tally.slipped
        case .stale: tally.stale
        case .noOwner: tally.noOwner
        case .noDate: tally.noDate
        case .unanswered: tally.unanswered
        case .open: tally.count - tally.finished
        case .finished: tally.finished
        }
    }
}
