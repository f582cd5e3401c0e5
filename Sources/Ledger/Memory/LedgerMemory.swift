import Register
import Synchronization

/// Counts and names that were worked out from a ledger as it stands, kept from one question to the next. When the ledger
/// moves on, only what the new entries touch is forgotten, so that a large ledger is counted once and not with every change.
///
/// What is asked as at a past day is not kept: people look at few of them twice.
public final class LedgerMemory: Sendable {
    /// So many entries are looked at to see what they touch; after more, an import, everything is forgotten.
    static let mostEntries = 500
    /// So many rows are kept; one more, and all are forgotten.
    static let mostRows = 20_000

    struct State: Sendable {
        /// The entry up to which all that is kept holds.
        var sequence = 0
        var tallies: [TallyBook.Question: TallyBook] = [:]
        var rows: [Readable: [RecordID: Row]] = [:]
        var rowCount = 0

        /// Rows that are kept, of those asked for.
        func rows(_ ids: Set<RecordID>, _ readable: Readable) -> [RecordID: Row] {
            guard let kept = rows[readable] else { return [:] }
            var found: [RecordID: Row] = [:]
            for id in ids { if let row = kept[id] { found[id] = row } }
            return found
        }

        /// Counts of one plan or of everything, counted where they are not kept.
        mutating func tallies(
            _ question: TallyBook.Question, of plan: RecordID?, _ count: (RecordID?) throws -> [Tally]
        ) rethrows -> [Tally] {
            // Yesterday's counts are of no use to anybody.
            for key in tallies.keys where key.on != question.on { tallies[key] = nil }
            if let plan { return try tallies[question, default: TallyBook()].tallies(of: plan, count) }
            return try tallies[question, default: TallyBook()].all(count)
        }

        mutating func keep(_ found: [RecordID: Row], _ readable: Readable) {
            if rowCount + found.count > LedgerMemory.mostRows { (rows, rowCount) = ([:], 0) }
            rows[readable, default: [:]].merge(found) { $1 }
            rowCount += found.count
        }

        /// The question of kept counts that say how many records a query asks for. What is asked without regard to the day
        /// is said by those of any day.
        func question(for query: Query) -> TallyBook.Question? {
            tallies.first { question, book in
                let standing = query.standing
                return question.readable == query.readable && book.isReady(for: query.plan)
                    && (standing == nil || standing?.on == question.on && standing?.soon == question.soon
                        && standing?.staleAfter == question.staleAfter)
            }?.key
        }
    }

    private let state = Mutex(State())

    /// Nothing kept yet.
    public init() {}

    /// Uses what is kept, if it can be brought to where a reader stands. Others wait meanwhile: whatever is counted once
    /// need not be counted twice at the same time.
    /// - Parameter work: Gets nil where the reader stands before what is kept.
    func use<Answer>(for reader: any LedgerReader, _ work: (inout State?) throws -> Answer) throws -> Answer {
        let head = try reader.head().sequence
        return try state.withLock { kept in
            var current: State?
            if head >= kept.sequence {
                try LedgerMemory.catchUp(&kept, to: head, reader)
                current = kept
                // Changed in place below, not copied.
                kept = State()
            }
            defer { if let current { kept = current } }
            return try work(&current)
        }
    }

    private static func catchUp(_ state: inout State, to head: Int, _ reader: any LedgerReader) throws {
        guard head > state.sequence else { return }
        defer { state.sequence = head }
        guard head - state.sequence <= mostEntries, !(state.tallies.isEmpty && state.rows.isEmpty) else {
            state = State()
            return
        }
        let touched = try Touched(after: state.sequence, head: head, reader)
        for readable in state.rows.keys {
            for id in touched.records where state.rows[readable]?.removeValue(forKey: id) != nil { state.rowCount -= 1 }
        }
        for question in state.tallies.keys { state.tallies[question]?.forget(touched.plans) }
    }
}

/// What some entries may have changed.
struct Touched {
    var records: Set<RecordID> = []
    /// Plans of the records, before and after, and of those that links lead to; nil for what is in no plan.
    var plans: Set<RecordID?> = []

    init(after sequence: Int, head: Int, _ reader: any LedgerReader) throws {
        var meant: Set<RecordID> = []
        for entry in try reader.entries(after: sequence, limit: head - sequence) {
            records.insert(entry.id)
            // A link counts at its ends: a recommendation is answered, or not any more.
            if entry.reference.kind == .link, let link = try entry.record().content as? Link {
                meant.formUnion([link.from, link.to])
            }
        }
        meant.formUnion(records)
        for asAt in [AsAt.entry(sequence), .entry(head)] {
            for row in try reader.rows(meant, asAt).values { plans.insert(row.plan) }
        }
    }
}
