import Ledger
import Register
import Testing

@Suite(.serialized) struct ListTests {
    // 1 and 2 are plans, 3 and 4 themes, 5 and 6 councils, 7 and 8 people; promises begin at 10.
    private static let plan = RecordID.number(1)
    private static let theme = RecordID.number(3)
    private static let council = RecordID.number(5)
    private static let ann = RecordID.number(7)
    private static let bob = RecordID.number(8)

    private static func fill(_ ledger: any Ledger) async throws {
        var records: [(Int, Record)] = [
            (1, Record(Plan(title: "Recovery"))), (2, Record(Plan(title: "Housing"))),
            (3, Record(Theme(name: "Economy"))), (4, Record(Theme(name: "Homes"))),
            (5, Record(Council(name: "Harrowmere"))), (6, Record(Council(name: "Elmbridge"))),
            (7, Record(Person(name: "Ann Lee"))), (8, Record(Person(name: "Bob Roe"))),
        ]
        records += [
            (10, Record.action("Publish the plan", due: "31 March 2027", status: "On Target", tags: ["CPC"])),
            (11, Record.action("Repair the roof", due: "31 January 2027", status: "Monitor")),
            (12, Record.action("Answer residents", status: "on target", tags: ["cpc", "Web"])),
            (13, Record.action("Publish the roof survey", due: "31 January 2027")),
            (14, Record.recommendation("Publish more")),
        ]
        for (number, record) in records {
            try await ledger.append(
                number,
                record.with {
                    if (10...12).contains(number) { $0.plan = plan }
                    if number == 13 { $0.plan = .number(2) }
                    if number == 10 || number == 13 { $0.theme = number == 10 ? theme : .number(4) }
                    if number == 11 { $0.parent = .number(10) }
                    if number == 10 { $0.owners = [ann, bob] }
                    if number == 11 { $0.owners = [bob] }
                    if number == 11 || number == 12 { $0.councils = [council, .number(6)] }
                })
        }
        try await ledger.append(20, Record.action("Taken back", due: "1 January 2027").withdrawn(because: "Twice"))
    }

    private static let filters: [(String, [Int], @Sendable (inout Query) -> Void)] = [
        ("nothing", [11, 13, 10, 12], { _ in }),
        ("plan", [11, 10, 12], { $0.plan = plan }),
        ("an unknown plan", [], { $0.plan = .number(99) }),
        ("theme", [10], { $0.themes = [theme] }),
        ("two themes", [13, 10], { $0.themes = [theme, .number(4)] }),
        ("no theme at all", [], { $0.themes = [] }),
        ("parent", [11], { $0.parent = .number(10) }),
        ("owner", [11, 10], { $0.owners = [bob] }),
        ("either owner, each record once", [11, 10], { $0.owners = [ann, bob] }),
        ("nobody", [], { $0.owners = [] }),
        ("council", [11, 12], { $0.councils = [council] }),
        ("either council, each record once", [11, 12], { $0.councils = [council, .number(98)] }),
        ("no council at all", [], { $0.councils = [] }),
        ("tag in any letters", [10, 12], { $0.tag = "CpC" }),
        ("status in any letters", [10, 12], { $0.status = "ON TARGET" }),
        ("due on or before", [11, 13], { $0.dueBefore = .on("2027-01-31") }),
        ("due before the first", [], { $0.dueBefore = .on("2027-01-30") }),
        ("words", [13, 10], { $0.text = SearchWords("published") }),
        ("words and plan", [10], { ($0.text, $0.plan) = (SearchWords("published"), plan) }),
        ("withdrawn too", [20, 11, 13, 10, 12], { $0.includesWithdrawn = true }),
        ("all together", [10], { ($0.owners, $0.tag, $0.status, $0.plan) = ([ann], "cpc", "on target", plan) }),
    ]

    @Test(arguments: Engine.all) func `each filter lists what it names, by due day`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            for (name, expected, narrow) in Self.filters {
                var query = Query(kinds: [.action])
                narrow(&query)
                let page = try await ledger.list(query)
                #expect(page.rows.map(\.id.number) == expected, "\(name)")
                #expect(page.total == expected.count, "\(name)")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `every order, limit and offset cuts the same list`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            try await ledger.append(11, seen: 1, .action("Repair the roof", due: "31 January 2027"))
            let orders: [(Query.Order, [Int])] = [
                (.due, [11, 13, 10, 14, 12]), (.reference, [10, 11, 12, 13, 14]), (.changed, [11, 14, 13, 12, 10]),
                (.title, [12, 14, 10, 13, 11]), (.status, [10, 12, 14, 11, 13]), (.original, [11, 13, 10, 14, 12]),
                (.said, [10, 14, 11, 12, 13]), (.updates, [10, 14, 11, 12, 13]),
            ]
            for (order, expected) in orders {
                for limit in [nil, 0, 1, 2, 3, 100] {
                    for offset in [0, 1, 4, 5, 50] {
                        var query = Query(kinds: [.action, .recommendation])
                        (query.order, query.limit, query.offset) = (order, limit, offset)
                        let page = try await ledger.list(query)
                        let cut = expected.dropFirst(offset).prefix(limit ?? 100)
                        #expect(page.rows.map(\.id.number) == Array(cut), "\(order) \(limit ?? -1) \(offset)")
                        #expect(page.total == expected.count)
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an order is turned round, and what has nothing to be put in order by stays last`(engine: Engine) async throws
    {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            for (order, expected) in [
                (.due, [10, 11, 13, 12]), (.reference, [13, 12, 11, 10]), (.changed, [10, 11, 12, 13]),
                (.title, [11, 13, 10, 12]), (.status, [10, 12, 11, 13]),
            ] as [(Query.Order, [Int])] {
                var query = Query(kinds: [.action])
                (query.order, query.isDescending) = (order, true)
                #expect(try await ledger.list(query).rows.map(\.id.number) == expected, "\(order)")
            }
        }
    }

    @Test(arguments: Engine.all) func `a row shows the facts of the version that stands`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            var record = try #require(try await ledger.entry(.number(10), .now)).record()
            record = try record.said("On Target", on: "2026-11-20").moved(to: "30 June 2027")
            let entry = try await ledger.append(10, seen: 1, record)
            let row = try #require(try await ledger.rows([.number(10), .number(99)], .now)[.number(10)])
            #expect(row.sequence == entry.sequence)
            #expect(row.version == 2)
            #expect(row.reference == Reference(.action, 1))
            #expect(row.title == "Publish the plan")
            #expect(row.plan == Self.plan)
            #expect(row.theme == Self.theme)
            #expect(row.owners == [Self.ann, Self.bob])
            #expect(row.due == .on("2027-06-30"))
            #expect(row.originalDue == .on("2027-03-31"))
            #expect(row.slips == 1)
            #expect(row.updates == 1)
            #expect(row.lastSaid == .on("2026-11-20"))
            #expect(row.status == "On Target")
            #expect(!row.isFinished)
            #expect(!row.isWithdrawn)
            #expect(row.timing == .dated)
            #expect(try await ledger.rows([.number(99)], .now).isEmpty)
            #expect(try await ledger.rows([], .now).isEmpty)
            #expect(try await ledger.rows([.number(10)], .entry(9))[.number(10)]?.slips == 0)
        }
    }

    @Test(arguments: Engine.all) func `a status in Welsh is found in any letters too`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("Cyhoeddi", status: "Ŵyl – Ar Ôl"))
            var query = Query(kinds: [.action])
            query.status = "ŵYL – AR ÔL"
            #expect(try await ledger.numbers(query) == [1])
        }
    }

    @Test(arguments: Engine.all) func `a list of no kinds is empty`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            #expect(try await ledger.list(Query(kinds: [])).total == 0)
            #expect(try await ledger.named("ann lee", kinds: [], .now).isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `records that share a day keep their places from page to page`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            var changes: [Commit.Change] = []
            for number in 1...60 {
                let text = "Number \(number)"
                let record =
                    number % 2 == 0
                    ? Record.action(text, due: "March 2027")
                    : Record(Project(name: text)).with {
                        $0.progress.reprogrammings = [
                            Reprogramming(
                                from: nil, to: Timescale("March 2027", reference: nil), reason: "r",
                                approver: Reprogramming.Approver(text: "a"), on: .on("2026-11-21"))
                        ]
                    }
                changes.append(Commit.Change(.number(number), seen: 0, record))
            }
            try await ledger.append(changes)
            let all = try await ledger.numbers(Query(kinds: [.action, .project]))
            var paged: [Int] = []
            for offset in stride(from: 0, to: 60, by: 7) {
                var query = Query(kinds: [.action, .project])
                (query.limit, query.offset) = (7, offset)
                paged += try await ledger.numbers(query)
            }
            #expect(all.count == 60)
            #expect(paged == all)
        }
    }

    @Test(arguments: Engine.all) func `tags are those that records bear now, and at any time those of then`(
        engine: Engine
    )
        async throws
    {
        try await engine.withLedger { ledger in
            let council = RecordID.number(9)
            try await ledger.append(1, .action("One", tags: ["CPC", "Ŵyr"]))
            try await ledger.append(2, Record.action("Two", tags: ["Audit"]).with { $0.councils = [council] })
            try await ledger.append(3, .action("Three", tags: ["CPC", "Gone"]))
            #expect(try await ledger.tags(.now) == ["audit", "cpc", "gone", "ŵyr"])
            try await ledger.append(3, seen: 1, Record.action("Three", tags: ["Gone"]).withdrawn(because: "Twice"))
            #expect(try await ledger.tags(.now) == ["audit", "cpc", "ŵyr"])
            #expect(try await ledger.tags(.entry(3)) == ["audit", "cpc", "gone", "ŵyr"])
            #expect(try await ledger.tags(.now, readable: .councils([.number(8)])) == ["cpc", "ŵyr"])
        }
    }
}
