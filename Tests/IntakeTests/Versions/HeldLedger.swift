import Intake
import Papers
import Register
import Testing

/// What a ledger would hold after each proposal, as far as an import has to know it; kept in memory.
struct HeldLedger {
    private var records: [RecordID: Holdings.Kept] = [:]
    private var order: [RecordID] = []
    private var numbers: [RecordKind: Int] = [:]
    private var imports: UInt64 = 0
    static let today = LondonTime.day(of: Timestamp(microseconds: 1_830_000_000_000_000))

    /// Reads a paper and keeps what is proposed.
    @discardableResult
    mutating func bring(_ text: String, name: String = "plan.txt", choice: PlanChoice = .byRecords) throws -> Proposal {
        try bring(
            Importer(lexicon: try Lexicon.standard()).findings(in: HeldLedger.read(text, name: name)), choice: choice)
    }

    static func read(_ text: String, name: String = "plan.txt") throws -> Paper {
        try TextReader().read(Array(text.utf8), name: name)
    }

    /// Closes a promise, as somebody would.
    mutating func close(_ kept: Holdings.Kept) throws {
        let day = try #require(Day(year: 2026, month: 8, day: 1))
        let closed = try kept.record.closed(
            Closure(ending: .stopped, reason: "No money", on: day, by: "Ann Clerk"), plan: nil)
        records[kept.id] = Holdings.Kept(
            id: kept.id, reference: kept.reference, version: kept.version + 1, record: closed)
    }

    @discardableResult
    mutating func bring(_ intakes: Intake..., choice: PlanChoice = .byRecords) throws -> Proposal {
        imports += 1
        let now = imports * 1000
        let ids = RecordIDs(milliseconds: { now }, chance: { 7 })
        var proposer = Proposer(
            lexicon: try Lexicon.standard(), holdings: holdings, today: HeldLedger.today, choice: choice, ids: ids)
        let proposal = proposer.propose(
            intakes.enumerated().map { ReadPaper(intake: $1, hash: "\(now) \($0)") })
        for change in proposal.changes { keep(change) }
        return proposal
    }

    private mutating func keep(_ change: Proposal.Change) {
        let kind = change.record.kind
        let version = records[change.id]?.version ?? 0
        #expect(version == change.seen, "a change of \(kind) saw version \(change.seen) of \(version)")
        if version == 0 {
            numbers[kind, default: 0] += 1
            order.append(change.id)
        }
        let reference = records[change.id]?.reference ?? Reference(kind, numbers[kind] ?? 0)
        records[change.id] = Holdings.Kept(
            id: change.id, reference: reference, version: version + 1, record: change.record)
    }

    /// Everything that is kept, in the order in which it came.
    var all: [Holdings.Kept] { order.compactMap { records[$0] } }

    func kept(_ kinds: RecordKind...) -> [Holdings.Kept] { all.filter { kinds.contains($0.record.kind) } }

    private var holdings: Holdings {
        Holdings(
            parties: kept(.council, .body, .person, .post), promises: kept(.recommendation, .action),
            plans: kept(.plan).map(heldPlan), contacts: kept(.contact, .consultee), papers: kept(.paper))
    }

    private func heldPlan(_ plan: Holdings.Kept) -> Holdings.HeldPlan {
        let own = all.filter { $0.record.plan == plan.id }
        let said: Set<RecordKind> = [.update, .reading]
        let imports = own.compactMap { $0.record.content as? Import }
        return Holdings.HeldPlan(
            plan: plan, records: own.filter { !said.contains($0.record.kind) && $0.record.kind != .import },
            said: own.filter { said.contains($0.record.kind) }, papers: imports.compactMap { records[$0.paper] },
            order: imports.last { $0.printed != nil }?.printed ?? [])
    }
}
