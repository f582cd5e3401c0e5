import Ledger
import Register
import Testing

@Suite(.serialized) struct AsAtTests {
    /// Everything that is asked at an entry, to be asked again when it is long past.
    private struct Answers: Equatable {
        var lists: [[RecordID]] = []
        var totals: [Int] = []
        var tallies: Set<Tally> = []
        var found: [Set<RecordID>] = []
        var entries: [EntryHash?] = []
        var histories: [Int] = []
        var links: [Int] = []
        var named: [RecordID] = []
        var rows: [RecordID: Row] = [:]
    }

    private static let day = Day.on("2026-11-10")

    private static func answers(_ ledger: any Ledger, _ asAt: AsAt) async throws -> Answers {
        var answers = Answers()
        for order in Query.Order.allCases {
            var query = Query(kinds: [.action, .recommendation, .plan, .link])
            (query.asAt, query.order) = (asAt, order)
            answers.lists.append(try await ledger.list(query).rows.map(\.id))
        }
        for kind in StandingFilter.Kind.allCases {
            var query = Query(kinds: [.action, .recommendation])
            (query.asAt, query.standing) = (asAt, StandingFilter(kind, on: day))
            answers.totals.append(try await ledger.list(query).total)
        }
        answers.tallies = Set(try await ledger.tally(TallyQuestion(on: day, asAt: asAt)))
        for topic in RandomHistory.topics {
            let words = try #require(SearchWords(topic))
            answers.found.append(Set(try await ledger.search(words, asAt, limit: 1000).map(\.row.id)))
            var query = Query(kinds: [.action])
            (query.asAt, query.text) = (asAt, words)
            answers.totals.append(try await ledger.list(query).total)
        }
        for number in stride(from: 1, to: 200, by: 7) {
            answers.entries.append(try await ledger.entry(.number(number), asAt)?.hash)
            answers.entries.append(try await ledger.entry(Reference(.action, number), asAt)?.hash)
            answers.histories.append(try await ledger.history(.number(number), asAt).count)
            answers.links.append(try await ledger.links(.number(number), asAt).count)
        }
        answers.named = try await ledger.named("plan 3", kinds: [.plan], asAt).map(\.id)
        answers.rows = try await ledger.rows(Set((1...40).map { .number($0) }), asAt)
        return answers
    }

    /// The answers agree with the plain model of the same entry.
    private static func agree(_ answers: Answers, _ state: RandomHistory.State) {
        let actions = state.standing(.action)
        var wanted: Set<RecordID> = []
        for kind in [RecordKind.action, .recommendation, .plan, .link] {
            wanted.formUnion(state.standing(kind).map(\.id))
        }
        #expect(Set(answers.lists[0]) == wanted && answers.lists[0].count == wanted.count, "entry \(state.sequence)")
        let own = answers.tallies.filter { $0.kind == .action }
        #expect(own.reduce(0) { $0 + $1.count } == actions.count)
        #expect(own.reduce(0) { $0 + $1.finished } == actions.count { $0.facts.isFinished })
        #expect(own.reduce(0) { $0 + $1.slipped } == actions.count { $0.facts.slips > 0 })
        #expect(
            own.reduce(0) { $0 + $1.overdue } == actions.count { Standing(of: $0.facts, on: day) == .overdue })
        #expect(
            own.reduce(0) { $0 + $1.dueSoon } == actions.count { Standing(of: $0.facts, on: day) == .dueSoon })
        for (topic, found) in zip(RandomHistory.topics, answers.found) {
            let promises = actions + state.standing(.recommendation)
            #expect(found == Set(promises.filter { $0.facts.title.contains(topic) }.map(\.id)), "\(topic)")
        }
    }

    @Test(arguments: Engine.all, [1, 2] as [UInt64])
    func `what was asked when an entry was the head has the same answer ever after`(engine: Engine, seed: UInt64)
        async throws
    {
        let clock = TestClock(Timestamp(day: .on("2026-10-20")))
        try await engine.withLedger(clock: clock) { ledger in
            var history = RandomHistory(seed: seed)
            var kept: [(RandomHistory.State, Answers)] = []
            for turn in 1...240 {
                try await history.grow(ledger, clock: clock)
                if turn % 16 == 0 {
                    let answers = try await Self.answers(ledger, .now)
                    Self.agree(answers, history.now)
                    kept.append((history.now, answers))
                }
            }
            for (state, answers) in kept {
                #expect(try await Self.answers(ledger, .entry(state.sequence)) == answers, "entry \(state.sequence)")
            }
            #expect(try await ledger.fault() == nil)
            try await Self.checkMoments(ledger, history.times)
        }
    }

    /// The entry that stood at a moment is the last one made by then, to the microsecond and by the day.
    private static func checkMoments(_ ledger: any Ledger, _ times: [Timestamp]) async throws {
        #expect(times == times.sorted())
        for time in times.enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
            for shift in [-1, 0, 1] {
                let moment = Timestamp(microseconds: time.microseconds + shift)
                #expect(try await ledger.sequence(.moment(moment)) == times.count { $0 <= moment })
            }
        }
        let (first, last) = (try #require(times.first), try #require(times.last))
        var day = LondonTime.day(of: first).adding(days: -1)
        while day <= LondonTime.day(of: last) {
            let asAt = try #require(AsAt(day.description))
            #expect(try await ledger.sequence(asAt) == times.count { LondonTime.day(of: $0) <= day }, "\(day)")
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: Engine.all) func `an entry that has not been made cannot be asked about`(engine: Engine)
        async throws
    {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .action("One"))
            #expect(try await ledger.sequence(.entry(1)) == 1)
            #expect(try await ledger.sequence(.entry(0)) == 0)
            await #expect(throws: LedgerError.beyondHead(asked: 2, head: 1)) {
                _ = try await ledger.entry(.number(1), .entry(2))
            }
            await #expect(throws: LedgerError.beyondHead(asked: 2, head: 1)) {
                _ = try await ledger.tally(TallyQuestion(on: Self.day, asAt: .entry(2)))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a clock that goes backwards puts no entry before another, and past moments keep their answers`(
        engine: Engine
    ) async throws {
        let clock = TestClock()
        let start = clock.now
        try await engine.withLedger(clock: clock) { ledger in
            try await ledger.append(1, .action("One"))
            clock.advance(seconds: -86_400)
            let second = try await ledger.append(2, .action("Two"))
            #expect(second.at == start)
            clock.advance(seconds: 86_400 + 60)
            let third = try await ledger.append(3, .action("Three"))
            #expect(third.at == clock.now)
            #expect(try await ledger.sequence(.moment(start)) == 2)
            #expect(try await ledger.sequence(.moment(Timestamp(microseconds: start.microseconds - 1))) == 0)
            #expect(try await ledger.entry(.number(2), .moment(start)) == second)
            #expect(try await ledger.fault() == nil)
        }
    }
}
