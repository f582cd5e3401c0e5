import Foundation
import Ledger
import Register
import Testing

/// Nothing of one partnership can be reached through the ledger of another, by any call.
@Suite(.serialized) struct IsolationTests {
    private static let bytes = Array("Private minutes".utf8)
    private static let paper = RecordID.number(7)

    /// What the first partnership keeps, and nobody else may see.
    private static func fill(_ ledger: any Ledger) async throws {
        let records: [(Int, Record)] = [
            (1, Record(Plan(title: "Secret plan"))), (2, Record(Person(name: "Ann Lee", aliases: ["AL"]))),
            (
                3,
                Record.action("Secret promise", due: "1 January 2026", status: "On Target", tags: ["CPC"]).with {
                    ($0.plan, $0.owners, $0.councils) = (.number(1), [.number(2)], [.number(9)])
                    ($0.theme, $0.parent) = (.number(8), .number(4))
                }
            ),
            (4, .recommendation("Secret recommendation")), (5, .link(.number(3), .answers, .number(4))),
        ]
        for (number, record) in records { try await ledger.append(number, record) }
        let kept = Record(KeptPaper(name: "private.txt", hash: PaperHash.of(bytes), size: bytes.count))
        _ = try await ledger.append(
            Commit(
                actor: "Ann", reason: "import", changes: [Commit.Change(paper, seen: 0, kept)],
                papers: [
                    Commit.Paper(
                        id: paper, bytes: bytes, passages: [Commit.Passage(line: 1, text: "Secret minutes")])
                ]))
    }

    private static func changes() -> [Commit.Change] {
        (1...7).map { Commit.Change(.number($0), seen: 1, .action("Taken over")) }
    }

    /// Each call of the protocol, asked of the second partnership about what the first keeps: whether all is hidden.
    private static let calls: [String: @Sendable (_ other: any Ledger, _ secret: Head) async throws -> Bool] = [
        "append": { other, _ in
            for change in changes() {
                let refusal = await other.refusal(Commit(actor: "Eve", reason: "", changes: [change]))
                guard refusal == .unknownRecord(change.id) else { return false }
            }
            return true
        },
        "head": { other, secret in
            let head = try await other.head()
            return head.sequence == 1 && head.hash != secret.hash
        },
        "sequence": { other, secret in
            let moment = try await other.sequence(.moment(Timestamp(microseconds: .max)))
            let beyond = await isBeyondHead { _ = try await other.sequence(.entry(secret.sequence)) }
            return moment == 1 && beyond
        },
        "entry": { other, _ in
            for number in 1...7 {
                if try await other.entry(.number(number), .now) != nil { return false }
            }
            for kind in [RecordKind.plan, .person, .action, .link, .paper] {
                if try await other.entry(Reference(kind, 1), .now) != nil { return false }
            }
            // The second partnership's own first recommendation has the same reference, and is what it gets.
            return try await other.entry(Reference(.recommendation, 1), .now)?.id == .number(100)
        },
        "history": { other, _ in
            for number in 1...7 where !(try await other.history(.number(number), .now)).isEmpty { return false }
            return true
        },
        "entries": { other, _ in
            let (all, commits) = (try await other.entries(after: 0, limit: 100), try await other.entries(ofCommit: 3))
            return all.map(\.id) == [.number(100)] && commits.isEmpty
        },
        "list": { other, _ in
            let narrowings: [(inout Query) -> Void] = [
                { $0.plan = .number(1) }, { $0.themes = [.number(8)] }, { $0.parent = .number(4) },
                { $0.owners = [.number(2)] }, { $0.councils = [.number(9)] }, { $0.tag = "cpc" },
                { $0.status = "On Target" }, { $0.dueBefore = .on("2030-01-01") }, { $0.text = SearchWords("secret") },
                { $0.standing = StandingFilter(.overdue, on: .on("2026-11-21")) },
            ]
            for narrow in narrowings {
                var query = Query(kinds: RecordKind.allCases)
                narrow(&query)
                if try await other.list(query).total != 0 { return false }
            }
            var query = Query(kinds: RecordKind.allCases)
            query.includesWithdrawn = true
            return try await other.numbers(query) == [100]
        },
        "tags": { other, _ in try await other.tags(.now).isEmpty },
        "owners": { other, _ in try await other.owners(in: .number(1), .now).isEmpty },
        // It only says that something was written to the file, by whomever.
        "mark": { other, secret in try other.mark() != secret.sequence },
        "rows": { other, _ in try await other.rows(Set((1...7).map { .number($0) }), .now).isEmpty },
        "named": { other, _ in
            for name in ["secret plan", "al", "ann lee", "private.txt", "sha256:" + PaperHash.of(bytes)] {
                if !(try await other.named(name, kinds: RecordKind.allCases, .now)).isEmpty { return false }
            }
            return true
        },
        "links": { other, _ in
            let (from, to) = (try await other.links(.number(3), .now), try await other.links(.number(4), .now))
            return from.isEmpty && to.isEmpty
        },
        "tally": { other, _ in
            var question = TallyQuestion(on: .on("2026-11-21"))
            let all = try await other.tally(question)
            question.plan = .number(1)
            let ofPlan = try await other.tally(question)
            return all.reduce(0) { $0 + $1.count } == 1 && ofPlan.isEmpty
        },
        "changes": { other, _ in
            let question = ChangesQuestion(since: Timestamp(microseconds: 0), kinds: RecordKind.allCases)
            return try await other.changes(question).all.map(\.after.id) == [.number(100)]
        },
        "search": { other, _ in
            for typed in ["secret", "minutes", "ann", "private.txt"] {
                let words = try #require(SearchWords(typed))
                if !(try await other.search(words, .now, limit: 100)).isEmpty { return false }
            }
            return true
        },
        "paper": { other, _ in try await other.paper(PaperHash.of(bytes)) == nil },
        "verify": { other, secret in
            let verdict = try await other.verify(
                against: KnownHead("\(secret.sequence):\(secret.hash)"), progress: { _ in })
            return verdict.entries == 1 && verdict.papers == 0 && verdict.fault != nil
        },
    ]

    private static func isBeyondHead(_ work: () async throws -> Void) async -> Bool {
        do {
            try await work()
            return false
        } catch LedgerError.beyondHead {
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: Engine.all, calls.keys.sorted())
    func `nothing of another partnership comes through`(engine: Engine, call: String) async throws {
        try await engine.withTwoLedgers { secret, other in
            try await Self.fill(secret)
            try await other.append(100, .recommendation("Our own"))
            let head = try await secret.head()
            let isHidden = try #require(Self.calls[call])
            #expect(try await isHidden(other, head))
            #expect(try await secret.head() == head)
            #expect(try await secret.fault() == nil)
            #expect(try await other.fault() == nil)
        }
    }

    @Test func `every call of a ledger is tried`() throws {
        let source = try ["Ledger", "LedgerReader"].map { name in
            try String(contentsOf: Checkout.root.appending(path: "Sources/Ledger/\(name).swift"), encoding: .utf8)
        }.joined(separator: "\n")
        var names = Set(
            source.split(separator: "\n").compactMap { line -> String? in
                let words = line.split(separator: " ")
                guard words.first == "func", words.count > 1 else { return nil }
                return String(words[1].prefix { $0 != "(" && $0 != "<" })
            })
        // Every question goes through it.
        #expect(names.remove("read") != nil)
        #expect(names.count > 10)
        #expect(names == Set(Self.calls.keys))
    }

    @Test(arguments: Engine.all)
    func `the same ids, names and papers in two partnerships stay apart`(engine: Engine) async throws {
        try await engine.withTwoLedgers { one, two in
            try await Self.fill(one)
            try await Self.fill(two)
            let (first, second) = (try await one.entry(.number(3), .now), try await two.entry(.number(3), .now))
            #expect(first?.body == second?.body)
            #expect(first?.hash != second?.hash)
            try await two.append(3, seen: 1, Record.action("Gone").withdrawn(because: "Ours only"))
            #expect(try await one.entry(.number(3), .now) == first)
            #expect(try await one.numbers(Query(kinds: [.action])) == [3])
            #expect(try await two.numbers(Query(kinds: [.action])).isEmpty)
            let words = try #require(SearchWords("minutes"))
            #expect(try await one.search(words, .now, limit: 9).count == 1)
            #expect(try await one.fault() == nil)
            #expect(try await two.fault() == nil)
        }
    }
}
