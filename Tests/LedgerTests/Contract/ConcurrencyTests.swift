import Ledger
import Register
import Testing

@Suite(.serialized) struct ConcurrencyTests {
    @Test(arguments: Engine.all)
    func `a change made from an older version is refused and carries both versions`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let seen = try await ledger.append(1, .action("One"))
            let current = try await ledger.append(1, seen: 1, .action("One, by Bob"))
            let refusal = await ledger.refusal(
                Commit(actor: "Ann", reason: "late", changes: [Commit.Change(.number(1), seen: 1, .action("Mine"))]))
            guard case .stale(let conflict) = refusal else {
                Issue.record("not stale: \(String(describing: refusal))")
                return
            }
            #expect(conflict.seen == seen)
            #expect(conflict.current == current)
            #expect(try await ledger.head().sequence == 2)
        }
    }

    @Test(arguments: Engine.all)
    func `a commit worked out from an older head is refused, and one from the present head is not`(engine: Engine)
        async throws
    {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("One"))
            var commit = Commit(
                actor: "Ann", reason: "import", changes: [Commit.Change(.number(2), seen: 0, .action("Two"))])
            commit.head = 0
            #expect(await ledger.refusal(commit) == .movedOn(seen: 0, head: 1))
            #expect(try await ledger.head().sequence == 1)
            commit.head = 1
            #expect(try await ledger.append(commit).count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `nothing of a commit is written where only its last change is stale`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("One"))
            try await ledger.append(1, seen: 1, .action("One again"))
            let head = try await ledger.head()
            let bytes = Array("a paper".utf8)
            let commit = Commit(
                actor: "Ann", reason: "several",
                changes: [
                    Commit.Change(.number(2), seen: 0, .action("Fresh")),
                    Commit.Change(.number(3), seen: 0, .recommendation("Fresh too")),
                    Commit.Change(.number(1), seen: 1, .action("Stale")),
                ],
                papers: [Commit.Paper(id: .number(2), bytes: bytes, passages: [Commit.Passage(line: 1, text: "fresh")])]
            )
            let refusal = await ledger.refusal(commit)
            guard case .stale = refusal else {
                Issue.record("not stale: \(String(describing: refusal))")
                return
            }
            #expect(try await ledger.head() == head)
            #expect(try await ledger.entry(.number(2), .now) == nil)
            #expect(try await ledger.paper(PaperHash.of(bytes)) == nil)
            #expect(try await ledger.search(try #require(SearchWords("fresh")), .now, limit: 9).isEmpty)
            #expect(try await ledger.list(Query(kinds: [.action, .recommendation])).total == 1)
            // Numbers that a refused commit would have taken are still free.
            #expect(try await ledger.append(4, .recommendation("First")).reference == Reference(.recommendation, 1))
            #expect(try await ledger.fault() == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `a change of a record that is not kept, and a new record with an id that is, are refused`(engine: Engine)
        async throws
    {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("One"))
            let unknown = await ledger.refusal(
                Commit(actor: "Ann", reason: "", changes: [Commit.Change(.number(7), seen: 1, .action("Who?"))]))
            #expect(unknown == .unknownRecord(.number(7)))
            let twice = await ledger.refusal(
                Commit(actor: "Ann", reason: "", changes: [Commit.Change(.number(1), seen: 0, .action("Twice"))]))
            #expect(twice == .duplicate(.number(1)))
            let both = await ledger.refusal(
                Commit(
                    actor: "Ann", reason: "",
                    changes: [
                        Commit.Change(.number(2), seen: 0, .action("A")),
                        Commit.Change(.number(2), seen: 0, .action("B")),
                    ]))
            #expect(both == .duplicate(.number(2)))
            #expect(try await ledger.head().sequence == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `many who append at once get entries without gaps, and one wins each version`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("Shared"))
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 2...25 {
                    group.addTask {
                        _ = try await ledger.append(number, .action("Own \(number)"))
                        let change = Commit.Change(.number(1), seen: 1, .action("By \(number)"))
                        return await ledger.refusal(Commit(actor: "\(number)", reason: "", changes: [change])) == nil
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(wins == 1)
            #expect(try await ledger.entries(after: 0, limit: 100).map(\.sequence) == Array(1...26))
            #expect(try await ledger.fault() == nil)
        }
    }
}
