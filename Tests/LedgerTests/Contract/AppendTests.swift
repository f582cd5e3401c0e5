import Ledger
import Register
import Testing

@Suite(.serialized) struct AppendTests {
    @Test(arguments: Engine.all)
    func `what was appended is read back by id and by reference`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let record = Record.action("Publish the plan", due: "March 2027", tags: ["CPC"]).with {
                $0.owners = [.number(50)]
            }
            let entry = try await ledger.append(1, record)
            #expect(entry.sequence == 1)
            #expect(entry.version == 1)
            #expect(entry.commit == 1)
            #expect(entry.reference == Reference(.action, 1))
            #expect(entry.actor == "Ann")
            #expect(entry.reason == "test")
            #expect(entry.at == TestClock().now)
            #expect(try await ledger.entry(.number(1), .now) == entry)
            #expect(try await ledger.entry(Reference(.action, 1), .now) == entry)
            #expect(try entry.record() == record)
            #expect(try await ledger.entry(.number(2), .now) == nil)
            #expect(try await ledger.entry(Reference(.action, 2), .now) == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `references count up for each kind and are never used again`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let first = try await ledger.append([
                Commit.Change(.number(1), seen: 0, .action("One")),
                Commit.Change(.number(2), seen: 0, .recommendation("One")),
                Commit.Change(.number(3), seen: 0, .action("Two")),
            ])
            #expect(first.map(\.reference.description) == ["ACT-1", "REC-1", "ACT-2"])
            let withdrawn = try await ledger.append(3, seen: 1, Record.action("Two").withdrawn(because: "Twice"))
            #expect(withdrawn.reference == Reference(.action, 2))
            #expect(try await ledger.append(4, .action("Three")).reference == Reference(.action, 3))
            #expect(try await ledger.append(5, .recommendation("Two")).reference == Reference(.recommendation, 2))
        }
    }

    @Test(arguments: Engine.all)
    func `the head moves with every entry, and names the last one`(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withLedger(clock: clock) { ledger in
            #expect(try await ledger.head().sequence == 0)
            #expect(try await ledger.head().hash == .none)
            for number in 1...3 {
                clock.advance(seconds: 60)
                let entry = try await ledger.append(number, .action("Number \(number)"))
                let head = try await ledger.head()
                #expect(head.sequence == number)
                #expect(head.hash == entry.hash)
                #expect(head.at == clock.now)
                #expect(head.at == entry.at)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `changes of one commit share their first sequence and can be read together`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("Before"))
            let commit = try await ledger.append([
                Commit.Change(.number(2), seen: 0, .action("A")), Commit.Change(.number(3), seen: 0, .action("B")),
                Commit.Change(.number(2), seen: 1, .action("A again")),
            ])
            try await ledger.append(4, .action("After"))
            #expect(commit.map(\.commit) == [2, 2, 2])
            #expect(try await ledger.entries(ofCommit: 2) == commit)
            #expect(try await ledger.entries(ofCommit: 3).isEmpty)
            #expect(try await ledger.entries(ofCommit: 5).map(\.sequence) == [5])
            #expect(try await ledger.entries(after: 1, limit: 2).map(\.sequence) == [2, 3])
            #expect(try await ledger.entries(after: 5, limit: 2).isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a record's history holds every version, first to last, as at any entry`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let first = try await ledger.append(1, .action("One"))
            try await ledger.append(2, .action("Another"))
            let second = try await ledger.append(1, seen: 1, .action("One, better"))
            let third = try await ledger.append(1, seen: 2, Record.action("One, better").withdrawn(because: "No"))
            #expect(try await ledger.history(.number(1), .now) == [first, second, third])
            #expect(try await ledger.history(.number(1), .entry(3)) == [first, second])
            #expect(try await ledger.history(.number(1), .entry(0)).isEmpty)
            #expect(try await ledger.history(.number(9), .now).isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a commit without changes leaves everything as it was`(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withLedger(clock: clock) { ledger in
            try await ledger.append(1, .action("One"))
            let head = try await ledger.head()
            clock.advance(seconds: 3600)
            #expect(try await ledger.append([]).isEmpty)
            #expect(try await ledger.head() == head)
            #expect(try await ledger.fault() == nil)
        }
    }

    @Test(
        arguments: Engine.all,
        [
            "nothing\u{0}behind", "e\u{301}", "“quotes” ' \" ; --", "\u{1F9F5}\u{200D}\u{FE0F}", "line\r\nline\ttab",
            "%_*?",
        ])
    func `odd letters in words, names and reasons come back, and the chain holds`(engine: Engine, text: String)
        async throws
    {
        try await engine.withLedger { ledger in
            let record = Record(Action(text: text, tags: [text], status: text))
            let change = Commit.Change(.number(1), seen: 0, record)
            _ = try await ledger.append(Commit(actor: text, reason: text, changes: [change]))
            let entry = try #require(try await ledger.entry(.number(1), .now))
            #expect(try entry.record() == record)
            let verdict = try await ledger.verify(against: nil, progress: { _ in })
            #expect(verdict.fault == nil, "\(verdict.fault?.description ?? "")")
        }
    }
}
