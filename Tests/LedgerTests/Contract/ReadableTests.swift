import Ledger
import Register
import Testing

@Suite(.serialized) struct ReadableTests {
    // 1 and 2 are councils, 3 and 4 plans; promises begin at 10: of the north, of the south, of both, of none.
    private static let north = RecordID.number(1)
    private static let south = RecordID.number(2)
    private static let paper = Commit.Paper(
        id: .number(30), bytes: Array("southern paper".utf8),
        passages: [Commit.Passage(line: 7, text: "The weir is a matter for the south")])

    private static func fill(_ ledger: any Ledger) async throws {
        let councils: [Int: [RecordID]] = [
            3: [north], 4: [south], 10: [north], 11: [south], 12: [south, north], 13: [], 20: [south], 21: [],
            30: [south],
        ]
        var records: [(Int, Record)] = [
            (1, Record(Council(name: "North"))), (2, Record(Council(name: "South"))),
            (3, Record(Plan(title: "Plan N"))), (4, Record(Plan(title: "Plan S"))),
        ]
        records += (10...13).map { number in
            (
                number,
                Record.action("Weir \(number)", due: "31 March 2026", tags: ["wet"]).with {
                    ($0.plan, $0.owners) = (.number(number == 11 ? 4 : 3), [.number(21)])
                }
            )
        }
        records += [
            (20, Record(Person(name: "Ann Lee", aliases: ["AL"]))),
            (21, Record(Person(name: "Al Low", aliases: ["AL"]))),
            (30, Record(KeptPaper(name: "south.txt", hash: paper.hash, size: paper.bytes.count))),
            (31, .link(.number(10), .repeats, .number(11))), (32, .link(.number(10), .repeats, .number(13))),
        ]
        for (number, record) in records {
            let change = Commit.Change(
                .number(number), seen: 0, record.with { $0.councils = councils[number] ?? [] })
            _ = try await ledger.append(
                Commit(actor: "Ann", reason: "test", changes: [change], papers: number == 30 ? [paper] : []))
        }
    }

    private static let scopes: [(Readable, [Int])] = [
        (.everything, [10, 11, 12, 13]), (.councils([north]), [10, 12, 13]), (.councils([south]), [11, 12, 13]),
        (.councils([north, south]), [10, 11, 12, 13]), (.councils([.number(99)]), [13]), (.councils([]), []),
    ]

    @Test(arguments: Engine.all)
    func `a list holds records of one's councils and of none, whatever else narrows it`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            for (readable, expected) in Self.scopes {
                let narrowings: [(inout Query) -> Void] = [
                    { _ in }, { $0.owners = [.number(21)] }, { $0.tag = "wet" }, { $0.text = SearchWords("weir") },
                    { $0.standing = StandingFilter(.overdue, on: .on("2026-11-21")) }, { $0.asAt = .entry(13) },
                    { $0.limit = 2 },
                ]
                for (place, narrow) in narrowings.enumerated() {
                    var query = Query(kinds: [.action])
                    (query.readable, query.order) = (readable, .reference)
                    narrow(&query)
                    let page = try await ledger.list(query)
                    #expect(
                        page.rows.map(\.id.number) == Array(expected.prefix(query.limit ?? 9)),
                        "\(readable), narrowing \(place)")
                    #expect(page.total == expected.count, "\(readable), narrowing \(place)")
                }
            }
        }
    }

    @Test(arguments: Engine.all) func `a tally counts what may be read`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            for (readable, expected) in Self.scopes {
                for plan in [nil, RecordID.number(3)] {
                    for asAt in [AsAt.now, .entry(13)] {
                        var question = TallyQuestion(on: .on("2026-11-21"), asAt: asAt, plan: plan)
                        question.readable = readable
                        let tallies = try await ledger.tally(question)
                        let own = expected.filter { plan == nil || $0 != 11 }
                        #expect(tallies.reduce(0) { $0 + $1.count } == own.count, "\(readable)")
                        #expect(tallies.reduce(0) { $0 + $1.overdue } == own.count, "\(readable)")
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `search finds what may be read, and places in papers that may`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let words = try #require(SearchWords("weir"))
            for (readable, expected) in Self.scopes {
                let hits = try await ledger.search(words, .now, limit: 20, readable: readable)
                let seesPaper = readable.contains(councils: [Self.south])
                #expect(hits.map(\.row.id.number).sorted() == expected + (seesPaper ? [30] : []), "\(readable)")
                #expect(hits.compactMap(\.line) == (seesPaper ? [7] : []), "\(readable)")
            }
        }
    }

    @Test(arguments: Engine.all) func `rows and names leave out what may not be read`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let ids = Set((10...13).map(RecordID.number))
            for (readable, expected) in Self.scopes {
                let rows = try await ledger.rows(ids, .now, readable: readable)
                #expect(rows.keys.map(\.number).sorted() == expected, "\(readable)")
            }
            let named = try await ledger.named("al", kinds: [.person], .now, readable: .councils([Self.north]))
            #expect(named.map(\.id.number) == [21])
        }
    }

    @Test(arguments: Engine.all)
    func `each version is judged by its own councils`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let record = try #require(try await ledger.entry(.number(11), .now)).record()
            let moved = try await ledger.append(11, seen: 1, record.with { $0.councils = [Self.north] })
            let ids: Set<RecordID> = [.number(11)]
            let (north, south) = (Readable.councils([Self.north]), Readable.councils([Self.south]))
            #expect(try await ledger.rows(ids, .now, readable: north)[.number(11)]?.version == 2)
            #expect(try await ledger.rows(ids, .now, readable: south).isEmpty)
            let before = AsAt.entry(moved.sequence - 1)
            #expect(try await ledger.rows(ids, before, readable: north).isEmpty)
            #expect(try await ledger.rows(ids, before, readable: south)[.number(11)]?.version == 1)
            let versions = try await ledger.read { try ReadableReader($0, north).history(.number(11), .now) }
            #expect(versions.map(\.version) == [2])
        }
    }

    @Test(arguments: Engine.all)
    func `to a reader of one council the others' records are not there`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let words = try #require(SearchWords("weir"))
            try await ledger.read { whole throws -> Void in
                let reader = ReadableReader(whole, .councils([Self.north]))
                #expect(try reader.entry(.number(11), .now) == nil)
                #expect(try reader.entry(Reference(.action, 2), .now) == nil)
                #expect(try reader.hides(Reference(.action, 2), .now))
                #expect(try !reader.hides(Reference(.action, 1), .now))
                #expect(try !reader.hides(Reference(.action, 99), .now))
                #expect(try reader.entry(.number(10), .now) != nil)
                #expect(try reader.history(.number(11), .now).isEmpty)
                #expect(try reader.links(.number(10), .now).map(\.row.id.number) == [32])
                #expect(try reader.entry(.number(31), .now) == nil)
                #expect(try reader.entry(.number(32), .now) != nil)
                #expect(try reader.paper(Self.paper.hash) == nil)
                #expect(try ReadableReader(whole, .councils([Self.south])).paper(Self.paper.hash) != nil)
                #expect(try reader.search(words, .now, limit: 9).map(\.row.id.number).sorted() == [10, 12, 13])
                #expect(try reader.rows([.number(10), .number(11)], .now).count == 1)
                #expect(try reader.named("sha256:" + Self.paper.hash, kinds: [.paper], .now).isEmpty)
                #expect(try !reader.entries(after: 0, limit: 99).contains { $0.id == .number(11) })
                #expect(try reader.list(Query(kinds: [.plan])).rows.map(\.title) == ["Plan N"])
                // A question may narrow what a reader lets through, and never widens it.
                var query = Query(kinds: [.action])
                query.readable = .councils([Self.south])
                #expect(try reader.list(query).total == 0)
            }
        }
    }
}
