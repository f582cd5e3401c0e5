import Register
import Synchronization

/// One state of a ledger, asked through a memory: what it has counted, named or listed before is not looked up again.
struct RememberingReader: LedgerReader {
    private let ledger: (any LedgerReader)?
    private let memory: LedgerMemory
    private let last: Head

    /// - Parameters:
    ///   - ledger: What is asked for all that the memory does not keep; without one, that throws `LedgerMemory.Missing`.
    ///   - head: The last entry of the state.
    init(_ ledger: (any LedgerReader)?, _ memory: LedgerMemory, head: Head) {
        (self.ledger, self.memory, last) = (ledger, memory, head)
    }

    private func asked() throws -> any LedgerReader {
        guard let ledger else { throw LedgerMemory.Missing() }
        return ledger
    }

    /// What is kept; else what the ledger answers, which is kept then.
    private func remembered<Answer>(
        _ find: (Kept) -> Answer?, _ read: (any LedgerReader) throws -> Answer, keep: (inout Kept?, Answer) -> Void
    ) throws -> Answer {
        if let known = memory.use(at: last, { $0.flatMap(find) }) { return known }
        let answer = try read(try asked())
        memory.use(at: last) { keep(&$0, answer) }
        return answer
    }

    // MARK: What is kept

    func head() -> Head { last }

    func tally(_ question: TallyQuestion) throws -> [Tally] {
        guard question.asAt == .now else { return try asked().tally(question) }
        let key = TallyBook.Question(question)
        func known(of plan: RecordID?) -> [Tally]? { memory.use(at: last) { $0?.tallies(key, of: plan) } }
        if let known = known(of: question.plan) { return known }
        let ledger = try asked()
        func count(_ plan: RecordID?) throws -> [Tally] {
            var question = question
            question.plan = plan
            let tallies = try ledger.tally(question)
            memory.use(at: last) { $0?.keep(tallies, key, of: plan) }
            return tallies
        }
        guard question.plan == nil else { return try count(question.plan) }
        return try memory.counting.withLock { _ in
            if let missing = memory.use(at: last, { $0?.missing(key) }) {
                for plan in missing { _ = try count(plan) }
                if let known = known(of: nil) { return known }
            }
            return try count(nil)
        }
    }

    func rows(_ ids: Set<RecordID>, _ asAt: AsAt, readable: Readable) throws -> [RecordID: Row] {
        guard asAt == .now, !ids.isEmpty else { return try asked().rows(ids, asAt, readable: readable) }
        var found = memory.use(at: last) { $0?.rows(ids, readable) ?? [:] }
        guard found.count < ids.count else { return found }
        let rows = try asked().rows(ids.filter { found[$0] == nil }, .now, readable: readable)
        memory.use(at: last) { $0?.keep(rows, readable) }
        found.merge(rows) { $1 }
        return found
    }

    /// Pages of lists are kept; not of those by words, of which there is no end.
    func list(_ query: Query) throws -> Page {
        guard query.asAt == .now, query.text == nil, query.limit ?? .max <= 300 else { return try counted(query) }
        return try remembered({ $0.list(query) }, { _ in try counted(query) }, keep: { $0?.keep($1, query) })
    }

    /// A list, of which the number is not counted where counts that say it are kept.
    private func counted(_ query: Query) throws -> Page {
        guard query.wantsTotal, let total = try total(of: query) else { return try asked().list(query) }
        guard total > 0 else { return Page(rows: [], total: 0) }
        var query = query
        query.wantsTotal = false
        return Page(rows: try asked().list(query).rows, total: total)
    }

    /// How many records a query asks for, where counts by plan and theme that say so are kept.
    private func total(of query: Query) throws -> Int? {
        guard query.isCountedByTallies else { return nil }
        guard let kept = memory.use(at: last, { $0?.question(for: query) }) else { return nil }
        var question = TallyQuestion(on: kept.on, plan: query.plan)
        (question.readable, question.soon) = (kept.readable, kept.soon)
        return try tally(question).reduce(0) { $0 + query.count(in: $1) }
    }

    func owners(in plan: RecordID, _ asAt: AsAt, readable: Readable) throws -> Set<RecordID> {
        guard asAt == .now else { return try asked().owners(in: plan, asAt, readable: readable) }
        let scope = Kept.Scope(plan: plan, readable: readable)
        return try remembered(
            { $0.owners(scope) }, { try $0.owners(in: plan, .now, readable: readable) }, keep: { $0?.keep($1, scope) })
    }

    /// Of entries those of plans are kept, which every page of theirs asks for.
    func entry(_ reference: Reference, _ asAt: AsAt) throws -> Entry? {
        guard reference.kind == .plan, asAt == .now else { return try asked().entry(reference, asAt) }
        return try remembered(
            { $0.entry(reference) }, { try $0.entry(reference, .now) },
            keep: { kept, entry in if let entry { kept?.keep(entry) } })
    }

    /// The last days' changes hold until the next.
    func changes(_ question: ChangesQuestion) throws -> Changes {
        guard question.asAt == .now else { return try asked().changes(question) }
        return try remembered(
            { $0.changes(question) }, { try $0.changes(question) }, keep: { $0?.keep($1, question) })
    }

    // MARK: What is not kept

    func sequence(_ asAt: AsAt) throws -> Int { try asked().sequence(asAt) }
    func entry(_ id: RecordID, _ asAt: AsAt) throws -> Entry? { try asked().entry(id, asAt) }
    func history(_ id: RecordID, _ asAt: AsAt) throws -> [Entry] { try asked().history(id, asAt) }
    func entries(after sequence: Int, limit: Int) throws -> [Entry] {
        try asked().entries(after: sequence, limit: limit)
    }
    func entries(ofCommit first: Int) throws -> [Entry] { try asked().entries(ofCommit: first) }
    func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt, readable: Readable) throws -> [Row] {
        try asked().named(name, kinds: kinds, asAt, readable: readable)
    }
    func tags(_ asAt: AsAt, readable: Readable) throws -> [String] { try asked().tags(asAt, readable: readable) }
    func links(_ id: RecordID, _ asAt: AsAt) throws -> [LinkRow] { try asked().links(id, asAt) }
    func search(_ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable) throws -> [Hit] {
        try asked().search(words, asAt, limit: limit, readable: readable)
    }
    func paper(_ hash: String) throws -> [UInt8]? { try asked().paper(hash) }
}

extension Query {
    /// Whether a tally by plan and theme counts all that is asked for, and nothing else.
    fileprivate var isCountedByTallies: Bool {
        asAt == .now && parent == nil && owners == nil && councils == nil && tag == nil && status == nil
            && dueBefore == nil
            && text == nil && !includesWithdrawn && kinds.allSatisfy(\.isTallied)
            && standing.map { ![.inTime, .ongoing, .awaitsClosing].contains($0.kind) } ?? true
    }

    /// How many of the records that a tally counts are asked for.
    fileprivate func count(in tally: Tally) -> Int {
        guard kinds.contains(tally.kind), plan == nil || tally.plan == plan else { return 0 }
        if let themes, !themes.contains(where: { $0 == tally.theme }) { return 0 }
        return switch standing?.kind {
        case nil, .inTime, .ongoing, .awaitsClosing: tally.count
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
