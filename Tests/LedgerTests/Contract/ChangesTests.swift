import Ledger
import Register
import Testing

@Suite(.serialized) struct ChangesTests {
    private static let hour = 3600

    private static func question(
        since: Timestamp, _ change: (inout ChangesQuestion) -> Void = { _ in }
    ) -> ChangesQuestion {
        var question = ChangesQuestion(since: since, kinds: [.action])
        change(&question)
        return question
    }

    /// A commit as an import makes it: its own record comes last.
    private static func bringIn(_ numbers: ClosedRange<Int>, as number: Int, _ ledger: any Ledger) async throws {
        var changes = numbers.map { Commit.Change(.number($0), seen: 0, .action("Action \($0)")) }
        changes.append(
            Commit.Change(
                .number(number), seen: 0, Record(Import(name: "plan.txt", paper: .number(9), added: numbers.count))))
        try await ledger.append(changes)
    }

    @Test(arguments: Engine.all)
    func `changes are told of with what was before, the newest first, and nothing older`(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withLedger(clock: clock) { ledger in
            let action = Record.action("Mend the weir", due: "March 2027")
            try await ledger.append(1, action)
            clock.advance(seconds: Self.hour)
            let since = clock.now
            clock.advance(seconds: Self.hour)
            try await ledger.append(1, seen: 1, try action.moved(to: "May 2027"))
            try await ledger.append(2, .action("Dig"))
            try await ledger.append(3, .recommendation("Not asked for"))
            let changes = try await ledger.changes(Self.question(since: since))
            #expect(changes.all.map(\.after.id.number) == [2, 1] && !changes.areCut)
            let moved = try #require(changes.all.last)
            #expect(moved.before?.version == 1 && moved.before?.slips == 0 && moved.after.slips == 1)
            #expect(moved.actor == "Ann" && moved.at == clock.now)
            #expect(changes.all.first?.before == nil)
            #expect(try await ledger.changes(Self.question(since: clock.now)).all.isEmpty)
            let past = try await ledger.changes(Self.question(since: since) { $0.asAt = .entry(2) })
            #expect(past.all.map(\.after.id.number) == [1])
            let beginning = Timestamp(microseconds: 0)
            #expect(try await ledger.changes(Self.question(since: beginning) { $0.asAt = .entry(0) }).all.isEmpty)
            #expect(try await ledger.changes(Self.question(since: beginning)).all.count == 3)
        }
    }

    @Test(arguments: Engine.all)
    func `an import is one change however much it brought, and so is its taking back`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let beginning = Timestamp(microseconds: 0)
            try await ledger.append(1, .action("Before"))
            try await Self.bringIn(100...700, as: 10, ledger)
            try await ledger.append(2, .action("After"))
            func told(_ limit: Int = 500) async throws -> [Int] {
                let changes = try await ledger.changes(Self.question(since: beginning) { $0.limit = limit })
                return changes.all.map(\.after.id.number)
            }
            #expect(try await told() == [2, 10, 1])
            #expect(try await told(2) == [2, 10])
            var reversed = [Commit.Change]()
            for number in [10] + Array((100...700).reversed()) {
                let entry = try #require(try await ledger.entry(.number(number), .now))
                reversed.append(
                    Commit.Change(.number(number), seen: 1, try entry.record().withdrawn(because: "undo")))
            }
            try await ledger.append(reversed)
            #expect(try await told() == [10, 2, 10, 1])
        }
    }

    @Test(arguments: Engine.all)
    func `of many changes the newest are told of, and that there were more`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            for number in 1...6 { try await ledger.append(number, .action("Action \(number)")) }
            try await ledger.append((11...16).map { Commit.Change(.number($0), seen: 0, .action("At once \($0)")) })
            let beginning = Timestamp(microseconds: 0)
            for (limit, expected, isCut) in [
                (3, [16, 15, 14], true), (8, [16, 15, 14, 13, 12, 11, 6, 5], true),
                (12, Array((11...16).reversed()) + Array((1...6).reversed()), false), (0, [], false),
            ] {
                let changes = try await ledger.changes(Self.question(since: beginning) { $0.limit = limit })
                #expect(changes.all.map(\.after.id.number) == expected, "\(limit)")
                #expect(changes.areCut == isCut, "\(limit)")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `changes of what may not be read are not told of, nor what it was before`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let (north, south) = (RecordID.number(91), RecordID.number(92))
            let mine = Record.action("North").with { $0.councils = [north] }
            try await ledger.append(1, mine)
            try await ledger.append(2, Record.action("South").with { $0.councils = [south] })
            try await ledger.append(1, seen: 1, mine.with { $0.councils = [north, south] })
            let beginning = Timestamp(microseconds: 0)
            let changes = try await ledger.read {
                try ReadableReader($0, .councils([south])).changes(Self.question(since: beginning))
            }
            #expect(changes.all.map(\.after.id.number) == [1, 2])
            #expect(changes.all.first?.before == nil, "it was another council's")
            let all = try await ledger.changes(Self.question(since: beginning))
            #expect(all.all.map(\.after.id.number) == [1, 2, 1] && all.all.first?.before?.version == 1)
        }
    }
}
