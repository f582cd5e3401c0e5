import Register

/// What a memory keeps: all of it holds for one entry, the last when it was worked out.
struct Kept: Sendable {
    private(set) var head = Head(sequence: 0, hash: .none, at: Timestamp(microseconds: 0))
    /// How often everything was forgotten.
    private(set) var generation = 0
    /// The state of the ledger as `Ledger.mark` said it; none yet.
    private var mark: Int?
    private var tallies: [TallyBook.Question: TallyBook] = [:]
    private var rows: [Readable: [RecordID: Row]] = [:]
    private var lists: [Query: Page] = [:]
    private var owners: [Scope: Set<RecordID>] = [:]
    private var entries: [Reference: Entry] = [:]
    private var changes: [ChangesQuestion: Changes] = [:]
    private var rowCount = 0

    /// A plan, as somebody may read it.
    struct Scope: Hashable {
        let plan: RecordID
        let readable: Readable
    }

    // MARK: Where the ledger stands

    /// The last entry, where nothing was written since it was.
    func head(at mark: Int) -> Head? { self.mark == mark ? head : nil }

    /// Forgets what the entries since have touched.
    /// - Parameter touched: Nil where that cannot be told.
    mutating func moveOn(from seen: Head, to head: Head, _ touched: Touched?) {
        // Somebody else has been here meanwhile, as far or further.
        guard self.head == seen else { return }
        guard let touched else { return forgetAll(at: head) }
        for readable in rows.keys {
            for id in touched.records where rows[readable]?.removeValue(forKey: id) != nil { rowCount -= 1 }
        }
        for question in tallies.keys { tallies[question]?.forget(touched.plans) }
        for (query, page) in lists where touched.touches(query) {
            lists[query] = nil
            rowCount -= page.rows.count
        }
        owners = owners.filter { !touched.plans.contains($0.key.plan) }
        entries = entries.filter { !touched.records.contains($0.value.id) }
        changes = [:]
        (self.head, mark) = (head, nil)
    }

    /// Notes the mark of whoever stands at the last entry; of several the greatest, since others began before it. Where that
    /// is another entry of the same number, this is another ledger now, of which nothing is known.
    mutating func wasSeen(at mark: Int, _ head: Head) {
        guard head.sequence == self.head.sequence else { return }
        if head != self.head { forgetAll(at: head) }
        self.mark = max(mark, self.mark ?? mark)
    }

    private mutating func forgetAll(at head: Head) {
        let generation = generation + 1
        self = Kept()
        (self.head, self.generation) = (head, generation)
    }

    // MARK: Counts

    /// Counts of one plan or of everything; nil where they are not kept.
    func tallies(_ question: TallyBook.Question, of plan: RecordID?) -> [Tally]? {
        tallies[question]?.tallies(of: plan)
    }

    /// Plans that have to be counted before everything is; nil where all of them have to be.
    func missing(_ question: TallyBook.Question) -> Set<RecordID>? { tallies[question]?.missing }

    mutating func keep(_ found: [Tally], _ question: TallyBook.Question, of plan: RecordID?) {
        // Yesterday's counts are of no use to anybody.
        for key in tallies.keys where key.on != question.on { tallies[key] = nil }
        tallies[question, default: TallyBook()].keep(found, of: plan)
    }

    /// The question of kept counts that say how many records a query asks for. What is asked without regard to the day is
    /// said by those of any day.
    func question(for query: Query) -> TallyBook.Question? {
        let standing = query.standing
        return tallies.first { question, book in
            question.readable == query.readable && book.isReady(for: query.plan)
                && (standing == nil
                    || standing?.on == question.on && standing?.soon == question.soon)
        }?.key
    }

    // MARK: Rows and lists

    /// Rows that are kept, of those asked for.
    func rows(_ ids: Set<RecordID>, _ readable: Readable) -> [RecordID: Row] {
        guard let kept = rows[readable] else { return [:] }
        var found: [RecordID: Row] = [:]
        found.reserveCapacity(ids.count)
        for id in ids { if let row = kept[id] { found[id] = row } }
        return found
    }

    mutating func keep(_ found: [RecordID: Row], _ readable: Readable) {
        makeRoom(for: found.count)
        rows[readable, default: [:]].merge(found) { $1 }
    }

    func list(_ query: Query) -> Page? { lists[query] }

    mutating func keep(_ page: Page, _ query: Query) {
        makeRoom(for: page.rows.count)
        lists[query] = page
    }

    private mutating func makeRoom(for count: Int) {
        if rowCount + count > LedgerMemory.mostRows || lists.count > LedgerMemory.mostRows / 10 {
            (rows, lists, rowCount) = ([:], [:], 0)
        }
        rowCount += count
    }

    // MARK: Plans

    func owners(_ scope: Scope) -> Set<RecordID>? { owners[scope] }

    mutating func keep(_ found: Set<RecordID>, _ scope: Scope) {
        if owners.count > LedgerMemory.mostRows / 10 { owners = [:] }
        owners[scope] = found
    }

    func entry(_ reference: Reference) -> Entry? { entries[reference] }

    mutating func keep(_ entry: Entry) {
        if entries.count > LedgerMemory.mostRows / 10 { entries = [:] }
        entries[entry.reference] = entry
    }

    // MARK: Changes

    func changes(_ question: ChangesQuestion) -> Changes? { changes[question] }

    /// Everybody asks for the same days, each as far as they may read.
    mutating func keep(_ found: Changes, _ question: ChangesQuestion) {
        if changes.count >= 100 { changes = [:] }
        changes[question] = found
    }
}
