import Ledger
import Register
import Testing

extension RecordID {
    /// The id that tests give to the record with a number.
    static func number(_ number: Int) -> RecordID {
        RecordID(milliseconds: 1_790_000_000_000 + UInt64(number), chance: (UInt64(number), UInt64(number)))
    }
}

extension Day {
    /// A day in a test's own words; one that is no day fails the test.
    static func on(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else {
            Issue.record("\(iso) is no day")
            return LondonTime.day(of: Timestamp(microseconds: 0))
        }
        return day
    }
}

extension Record {
    /// An action, due on the day that the words name.
    static func action(_ text: String, due words: String? = nil, status: String? = nil, tags: [String] = []) -> Record {
        Record(
            Action(
                text: text, timescale: words.map { Timescale($0, reference: .on("2026-11-21")) }, tags: tags,
                status: status))
    }

    static func recommendation(_ text: String) -> Record { Record(Recommendation(text: text)) }

    static func link(_ from: RecordID, _ role: Link.Role, _ to: RecordID) -> Record {
        Record(Link(from: from, role: role, to: to, ground: "by hand"))
    }

    /// The record with something changed.
    func with(_ change: (inout Record) -> Void) -> Record {
        var record = self
        change(&record)
        return record
    }

    /// The record as an update on a day leaves it.
    func said(_ status: String?, on day: String) throws -> Record {
        try updated(by: Update(narrative: "Said.", status: status, on: .on(day), by: "Ann"), plan: nil)
    }

    /// The record with another date.
    func moved(to words: String, on day: String = "2026-11-21") throws -> Record {
        try reprogrammed(
            to: words, reason: "Late", approver: Reprogramming.Approver(text: "Board"), on: .on(day))
    }

    /// The record at its end.
    func ended(on day: String = "2026-11-21") throws -> Record {
        try closed(Closure(ending: .completed, reason: "Done", on: .on(day), by: "Ann"), plan: nil)
    }
}

extension Ledger {
    /// Appends new records, or versions, in one commit.
    @discardableResult
    func append(_ changes: [Commit.Change], reason: String = "test") async throws -> [Entry] {
        try await append(Commit(actor: "Ann", reason: reason, changes: changes))
    }

    /// Appends one version of the record with a number.
    @discardableResult
    func append(_ number: Int, seen: Int = 0, _ record: Record) async throws -> Entry {
        try #require(try await append([Commit.Change(.number(number), seen: seen, record)]).first)
    }

    /// The numbers of the records that a query lists, in its order.
    func numbers(_ query: Query) async throws -> [Int] { try await list(query).rows.map(\.id.number) }

    /// The error with which an append is refused.
    func refusal(_ commit: Commit) async -> LedgerError? {
        do {
            _ = try await append(commit)
            return nil
        } catch {
            return error
        }
    }

    /// What verify finds.
    func fault(against known: KnownHead? = nil) async throws -> Verdict.Fault? {
        try await verify(against: known, progress: { _ in }).fault
    }
}

extension RecordID {
    /// The number that a test made the id of.
    var number: Int { Int(bytes.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) - 1_790_000_000_000 }
}
