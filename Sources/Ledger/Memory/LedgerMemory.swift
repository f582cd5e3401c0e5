import Register
import Synchronization

/// Counts, names and lists that were worked out from a ledger as it stands, kept from one question to the next. When the
/// ledger moves on, only what the new entries touch is forgotten, so that a large ledger is counted once and not with every
/// change.
///
/// What is asked as at a past day is not kept: people look at few of them twice.
public final class LedgerMemory: Sendable {
    /// So many entries are looked at to see what they touch; after more, an import, everything is forgotten.
    static let mostEntries = 500
    /// So many rows are kept, by themselves and in lists; one more, and all are forgotten.
    static let mostRows = 30_000

    private let state = Mutex(Kept())
    /// Held by whoever counts everything, which takes seconds in a large ledger: others who want it wait, and need not count
    /// it themselves.
    let counting = Mutex<Void>(())

    /// Nothing kept yet.
    public init() {}

    /// Counts how often everything was forgotten: what others have worked out from versions of records goes with it.
    public var generation: Int { state.withLock { $0.generation } }

    /// Answers questions from what is kept alone, without the ledger; nil where something is missing, or the ledger has moved
    /// on. The questions may be put twice: here and, after nil, to the ledger.
    /// - Parameter mark: The state of the ledger, by `Ledger.mark`.
    public func answer<Answer>(at mark: Int, _ questions: (any LedgerReader) throws -> Answer) throws -> Answer? {
        guard let head = state.withLock({ $0.head(at: mark) }) else { return nil }
        do {
            return try questions(RememberingReader(nil, self, head: head))
        } catch is Missing {
            return nil
        }
    }

    /// A reader that asks through this memory, which is brought to where the reader stands.
    /// - Parameter mark: The state of the ledger by `Ledger.mark`, from before the reader was made.
    public func reader(_ ledger: any LedgerReader, mark: Int) throws -> any LedgerReader {
        let head = try ledger.head()
        let kept = state.withLock(\.head)
        if head.sequence > kept.sequence {
            // Before others are made to wait. What cannot be told is forgotten with all the rest.
            let touched = try? Touched(after: kept, head: head, ledger)
            state.withLock { $0.moveOn(from: kept, to: head, touched) }
        }
        state.withLock { $0.wasSeen(at: mark, head) }
        return RememberingReader(ledger, self, head: head)
    }

    /// Uses what is kept, where it holds for an entry. Others wait meanwhile, pages among them that need no ledger: what takes
    /// long is worked out before.
    /// - Parameter work: Gets nil where the ledger has moved on since.
    func use<Answer>(at head: Head, _ work: (inout Kept?) throws -> Answer) rethrows -> Answer {
        try state.withLock { kept in
            guard kept.head == head else {
                var nothing: Kept?
                return try work(&nothing)
            }
            // Changed in place, not copied.
            var current: Kept? = kept
            kept = Kept()
            defer { if let current { kept = current } }
            return try work(&current)
        }
    }

    /// What is not kept, where there is no ledger to ask.
    struct Missing: Error {}
}
