import Ledger
import Register
import Testing

@Suite(.serialized) struct StandingListTests {
    private static let today = Day.on("2026-11-21")

    /// Promises whose numbers say how they stand on 21 November 2026.
    private static func fill(_ ledger: any Ledger) async throws {
        let answered = RecordID.number(31)
        let records: [(Int, Record)] = [
            (1, Record(Plan(title: "Recovery"))),
            (10, .action("Late by a day", due: "20 November 2026")),
            (11, .action("Due today", due: "21 November 2026")),
            (12, .action("Due in thirty days", due: "21 December 2026")),
            (13, .action("Due in thirty-one", due: "22 December 2026")),
            (14, try Record.action("Slipped", due: "1 October 2026").moved(to: "March 2027")),
            (15, try Record.action("Brought forward", due: "March 2028").moved(to: "March 2027")),
            (16, try Record.action("Spoken of lately", due: "March 2027").said("Completed", on: "2026-08-21")),
            (17, try Record.action("Spoken of long ago", due: "March 2027").said("On Target", on: "2026-08-20")),
            (18, Record.action("Owned", due: "March 2027").with { $0.owners = [.number(90)] }),
            (19, .action("Ongoing", due: "Ongoing")),
            (20, .action("Quarterly", due: "Quarterly")),
            (21, .action("Nothing printed")),
            (22, .action("To be confirmed", due: "TBC")),
            (23, .action("Impossible", due: "31 June 2027")),
            (24, .action("Done in the paper", due: "Completed")),
            (25, try Record.action("Closed, though late", due: "1 January 2026").ended()),
            (26, .action("Reported done", due: "1 January 2026", status: "Complete")),
            (27, Record.action("Taken back", due: "1 January 2026").withdrawn(because: "Twice")),
            (30, .recommendation("Look at parking")), (31, .recommendation("Look at bins")),
            (32, .recommendation("That the report be noted")), (33, .recommendation("Look at parks")),
            (34, try Record.recommendation("Look at roads").said(nil, on: "2026-11-01")),
            (40, .link(.number(10), .answers, answered)),
            (41, Record.link(.number(10), .answers, .number(33)).withdrawn(because: "Wrong one")),
            (42, .link(.number(10), .mitigates, .number(30))),
        ]
        for (number, record) in records {
            try await ledger.append(number, record.with { if (10...12).contains(number) { $0.plan = .number(1) } })
        }
    }

    private static let standings: [StandingFilter.Kind: [Int]] = [
        .overdue: [10], .dueSoon: [11, 12], .inTime: [13, 14, 15, 16, 17, 18], .slipped: [14],
        .stale: [10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23], .ongoing: [19, 20], .noDate: [21, 22, 23],
        .noOwner: [10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23], .unanswered: [], .finished: [24, 25, 26],
        .awaitsClosing: [16],
        .open: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
    ]

    @Test(arguments: Engine.all) func `a list can be narrowed to each standing`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            for kind in StandingFilter.Kind.allCases {
                var query = Query(kinds: [.action])
                query.standing = StandingFilter(kind, on: Self.today)
                #expect(try await ledger.numbers(query).sorted() == Self.standings[kind], "\(kind)")
            }
            var query = Query(kinds: [.recommendation])
            query.standing = StandingFilter(.unanswered, on: Self.today)
            #expect(try await ledger.numbers(query).sorted() == [30, 33])
        }
    }

    @Test(arguments: Engine.all)
    func `what a list calls overdue, soon, in time or finished, the record's own standing calls the same`(
        engine: Engine
    ) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let rows = try await ledger.list(Query(kinds: [.action])).rows
            for (kind, standing) in [
                (StandingFilter.Kind.overdue, Standing.overdue), (.dueSoon, .dueSoon), (.inTime, .inTime),
                (.finished, .finished),
            ] {
                let expected = Self.standings[kind] ?? []
                #expect(rows.filter { $0.standing(on: Self.today) == standing }.map(\.id.number).sorted() == expected)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what is stale goes by its plan, as the plan was at the time`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let plan = Record(Plan(title: "Weekly", staleAfter: 7))
            try await ledger.append(1, plan)
            try await ledger.append(2, Record(Plan(title: "Quarterly")))
            for (number, plan) in [(10, 1), (11, 2), (12, nil)] {
                let said = try Record.action("Said", due: "March 2027").said("On Target", on: "2026-11-01")
                try await ledger.append(number, said.with { $0.plan = plan.map(RecordID.number) })
            }
            func stale(_ asAt: AsAt = .now, on day: Day = Self.today) async throws -> [Int] {
                var query = Query(kinds: [.action])
                (query.asAt, query.standing) = (asAt, StandingFilter(.stale, on: day))
                let numbers = try await ledger.numbers(query)
                let question = TallyQuestion(on: day, asAt: asAt)
                #expect(try await ledger.tally(question).reduce(0) { $0 + $1.stale } == numbers.count)
                query.plan = .number(1)
                #expect(try await ledger.numbers(query) == numbers.filter { $0 == 10 })
                return numbers.sorted()
            }
            #expect(try await stale() == [10])
            #expect(try await stale(on: .on("2026-11-08")) == [])
            #expect(try await stale(on: .on("2027-02-01")) == [10])
            #expect(try await stale(on: .on("2027-02-02")) == [10, 11, 12])
            let before = AsAt.entry(try await ledger.head().sequence)
            try await ledger.append(1, seen: 1, plan.with { $0.content = Plan(title: "Yearly", staleAfter: 365) })
            #expect(try await stale() == [])
            #expect(try await stale(before) == [10])
        }
    }

    @Test(arguments: Engine.all)
    func `counts agree with lists for every standing, kind, plan and entry`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await Self.fill(ledger)
            let counts: [(StandingFilter.Kind, (Tally) -> Int)] = [
                (.overdue, { $0.overdue }), (.dueSoon, { $0.dueSoon }), (.slipped, { $0.slipped }),
                (.stale, { $0.stale }),
                (.noOwner, { $0.noOwner }), (.noDate, { $0.noDate }), (.unanswered, { $0.unanswered }),
                (.finished, { $0.finished }),
            ]
            let head = try await ledger.head().sequence
            for (asAt, plan) in [(AsAt.now, nil), (.now, RecordID.number(1)), (.entry(12), nil), (.entry(head), nil)] {
                let tallies = try await ledger.tally(TallyQuestion(on: Self.today, asAt: asAt, plan: plan))
                for kind in [RecordKind.action, .recommendation] {
                    let own = tallies.filter { $0.kind == kind }
                    for (standing, count) in counts {
                        var query = Query(kinds: [kind])
                        (query.asAt, query.plan, query.standing) = (
                            asAt, plan, StandingFilter(standing, on: Self.today)
                        )
                        let listed = try await ledger.list(query).total
                        let counted = own.reduce(0) { $0 + count($1) }
                        #expect(counted == listed, "\(kind) \(standing) \(asAt)")
                    }
                    var query = Query(kinds: [kind])
                    (query.asAt, query.plan) = (asAt, plan)
                    #expect(own.reduce(0) { $0 + $1.count } == (try await ledger.list(query).total))
                }
            }
        }
    }
}
