import Ledger
import Register
import Testing

/// What is asked through a memory is what the ledger says, whatever was appended since it was last asked.
@Suite(.serialized) struct MemoryTests {
    private static let today = Day.on("2026-11-21")
    private static let council = RecordID.number(7)
    /// Plans, an owner and a theme have these; promises are numbered from 100, recommendations from 200.
    private static let (plans, owner, theme) = (
        [RecordID.number(1), .number(2)], RecordID.number(5), RecordID.number(6)
    )

    /// All that the memory keeps, and what it leaves to the ledger, as one value to compare.
    private struct Answers: Hashable {
        var tallies: [Set<Tally>] = []
        var lists: [[Row]] = []
        var totals: [Int] = []
        var rows: [RecordID: Row] = [:]
        var owners: [Set<RecordID>] = []
        var entries: [Entry?] = []
        var changes: [[Changes.Change]] = []

        init(_ reader: any LedgerReader) throws {
            for readable in [Readable.everything, .councils([council])] {
                for plan in [nil] + plans.map(Optional.some) {
                    var question = TallyQuestion(on: today, plan: plan)
                    question.readable = readable
                    tallies.append(Set(try reader.tally(question)))
                    for kind in [nil] + StandingFilter.Kind.allCases.map(Optional.some) {
                        var query = Query(kinds: [.action, .recommendation])
                        (query.plan, query.readable, query.limit, query.order) = (plan, readable, 4, .reference)
                        query.standing = kind.map { StandingFilter($0, on: today) }
                        let page = try reader.list(query)
                        lists.append(page.rows)
                        totals.append(page.total)
                    }
                }
                for plan in plans { owners.append(try reader.owners(in: plan, .now, readable: readable)) }
                rows.merge(try reader.rows([owner, theme, .number(100), .number(101)], .now, readable: readable)) { $1 }
                var lately = ChangesQuestion(since: Timestamp(microseconds: 0), kinds: [.action, .theme])
                lately.readable = readable
                changes.append(try reader.changes(lately).all)
            }
            entries = [try reader.entry(Reference(.plan, 1), .now), try reader.entry(Reference(.plan, 2), .now)]
        }
    }

    private static func promise(_ number: Int, in plan: Int) -> Record {
        Record.action("Promise \(number)", due: number % 2 == 0 ? "March 2026" : "3 December 2026").with {
            ($0.plan, $0.owners, $0.theme) = (.number(plan), [owner], theme)
            if number % 3 == 0 { $0.councils = [council] }
        }
    }

    private static func fill(_ ledger: any Ledger) async throws {
        var changes = [
            Commit.Change(.number(1), seen: 0, Record(Plan(title: "One"))),
            Commit.Change(.number(2), seen: 0, Record(Plan(title: "Two"))),
            Commit.Change(owner, seen: 0, Record(Person(name: "Ann Lee"))),
            Commit.Change(theme, seen: 0, Record(Theme(name: "Rivers"))),
            Commit.Change(council, seen: 0, Record(Council(name: "Elmbridge Vale"))),
        ]
        changes += (100..<112).map { Commit.Change(.number($0), seen: 0, promise($0, in: 1 + $0 % 2)) }
        changes += (200..<203).map { number in
            Commit.Change(.number(number), seen: 0, Record.recommendation("Advice").with { $0.plan = .number(1) })
        }
        _ = try await ledger.append(changes)
    }

    private static func link() -> Record { .link(.number(109), .answers, .number(200)) }

    /// Each changes what the memory keeps in a way of its own.
    private static let changes: [(words: String, id: Int, seen: Int, make: @Sendable () throws -> Record)] = [
        ("an update", 100, 1, { try promise(100, in: 1).said("On Target", on: "2026-11-19") }),
        ("a new date", 101, 1, { try promise(101, in: 2).moved(to: "June 2027") }),
        ("an end", 102, 1, { try promise(102, in: 1).ended() }),
        ("another plan", 103, 1, { promise(103, in: 1) }),
        ("no plan", 104, 1, { promise(104, in: 1).with { $0.plan = nil } }),
        ("nobody's", 105, 1, { promise(105, in: 2).with { $0.owners = [] } }),
        ("another owner", 106, 1, { promise(106, in: 1).with { $0.owners = [.number(6)] } }),
        ("another council", 107, 1, { promise(107, in: 2).with { $0.councils = [.number(8)] } }),
        ("taken back", 108, 1, { promise(108, in: 1).withdrawn(because: "Twice") }),
        ("a new promise", 300, 0, { promise(300, in: 2) }),
        ("an answer", 301, 0, { link() }),
        ("a new name", 5, 1, { Record(Person(name: "Ann Lee-Price")) }),
        ("an answer taken back", 301, 1, { link().withdrawn(because: "Not so") }),
        ("a theme by another name", 6, 1, { Record(Theme(name: "Rivers and coasts")) }),
        ("a shorter period", 1, 1, { Record(Plan(title: "One", staleAfter: 1)) }),
    ]

    @Test(arguments: Engine.all) func `a memory answers what the ledger answers, change by change`(engine: Engine)
        async throws
    {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let memory = LedgerMemory()
            for change in [nil] + Self.changes.map(Optional.some) {
                if let change { try await ledger.append(change.id, seen: change.seen, try change.make()) }
                try await Self.expectTheSame(ledger, memory, change?.words ?? "as kept")
            }
            // So many entries at once that everything is forgotten.
            _ = try await ledger.append(
                (1000..<1600).map { Commit.Change(.number($0), seen: 0, Self.promise($0, in: 1)) })
            try await Self.expectTheSame(ledger, memory, "an import")
        }
    }

    private static func expectTheSame(_ ledger: any Ledger, _ memory: LedgerMemory, _ words: String) async throws {
        let mark = try ledger.mark()
        let (said, asked, again) = try await ledger.read { reader in
            let remembering = try memory.reader(reader, mark: mark)
            return (try Answers(reader), try Answers(remembering), try Answers(remembering))
        }
        #expect(asked == said, "\(words)")
        #expect(again == said, "\(words), from memory")
        // Now it is all known, and the ledger need not be asked at all.
        #expect(try memory.answer(at: mark, { try Answers($0) }) == said, "\(words), from memory alone")
    }

    @Test(arguments: Engine.all)
    func `a memory alone answers nothing that it does not keep, and nothing of another state`(
        engine: Engine
    ) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let memory = LedgerMemory()
            let mark = try ledger.mark()
            let question = TallyQuestion(on: Self.today)
            func alone(_ mark: Int) throws -> [Tally]? { try memory.answer(at: mark) { try $0.tally(question) } }
            #expect(try alone(mark) == nil)
            _ = try await ledger.read { _ = try memory.reader($0, mark: mark).tally(question) }
            #expect(try alone(mark) != nil)
            #expect(try memory.answer(at: mark) { try $0.entry(.number(100), .now) } == nil)
            try await ledger.append(100, seen: 1, Self.promise(100, in: 2))
            #expect(try alone(try ledger.mark()) == nil)
        }
    }

    @Test(arguments: Engine.all) func `what was counted before an append is not said after it`(engine: Engine)
        async throws
    {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let memory = LedgerMemory()
            let question = TallyQuestion(on: Self.today)
            let older = try ledger.mark()
            let before = try await ledger.tally(question)
            let late = try await ledger.read { reader in try memory.reader(reader, mark: older).tally(question) }
            try await ledger.append(300, Self.promise(300, in: 2))
            let newer = try ledger.mark()
            let after = try await ledger.read { try memory.reader($0, mark: newer).tally(question) }
            #expect(Set(late) == Set(before))
            #expect(Set(after) == Set(try await ledger.tally(question)))
            #expect(Set(after) != Set(before))
        }
    }

    @Test(arguments: Engine.all) func `the mark moves with an append and with nothing else`(engine: Engine) async throws
    {
        try await engine.withTwoLedgers { ledger, other in
            let first = try ledger.mark()
            _ = try await ledger.head()
            #expect(try ledger.mark() == first)
            try await ledger.append(1, .action("One"))
            let second = try ledger.mark()
            #expect(second != first)
            _ = await ledger.refusal(
                Commit(actor: "Ann", reason: "late", changes: [Commit.Change(.number(1), seen: 0, .action("No"))]))
            #expect(try ledger.mark() == second)
            try await other.append(2, .action("Two"))
            #expect(try ledger.mark() != second)
        }
    }

    @Test(arguments: Engine.all) func `what is counted of everything is not counted again because of a link or a name`(
        engine: Engine
    ) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let memory = LedgerMemory()
            let question = TallyQuestion(on: Self.today)
            func ask() async throws -> [Tally]? {
                let mark = try ledger.mark()
                return try await ledger.read { reader in
                    _ = try memory.reader(reader, mark: mark)
                    return try memory.answer(at: mark) { try $0.tally(question) }
                }
            }
            let mark = try ledger.mark()
            _ = try await ledger.read { _ = try memory.reader($0, mark: mark).tally(question) }
            try await ledger.append(5, seen: 1, Record(Person(name: "Ann Lee-Price")))
            #expect(try await ask() != nil, "a name")
            try await ledger.append(400, Record(Person(name: "Ben Shaw")))
            #expect(try await ask() != nil, "somebody new")
            try await ledger.append(100, seen: 1, Self.promise(100, in: 2))
            #expect(try await ask() == nil, "a promise of two plans")
        }
    }
}
