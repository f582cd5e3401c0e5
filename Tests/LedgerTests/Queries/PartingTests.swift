import Ledger
import Register
import Testing

/// Records that were merged and taken apart again are what they were.
@Suite struct PartingTests {
    /// Merges and takes apart people by their numbers.
    private struct People {
        let ledger: any Ledger

        init(_ ledger: any Ledger, _ people: Person...) async throws {
            self.ledger = ledger
            for (place, person) in people.enumerated() { try await ledger.append(place + 1, Record(person)) }
        }

        func person(_ number: Int) async throws -> Person {
            try #require(try await ledger.entry(RecordID.number(number), .now)?.record().content as? Person)
        }

        func change(_ number: Int, _ change: (inout Person) -> Void) async throws {
            let entry = try #require(try await ledger.entry(RecordID.number(number), .now))
            var (record, person) = (try entry.record(), try await person(number))
            change(&person)
            record.content = person
            try await commit([Commit.Change(entry.id, seen: entry.version, record)])
        }

        func merge(_ one: Int, into other: Int) async throws {
            try await commit(
                try await ledger.read { reader in
                    guard let one = try reader.entry(RecordID.number(one), .now),
                        let other = try reader.entry(RecordID.number(other), .now)
                    else { return [] }
                    return try reader.merging(one, into: other)
                })
        }

        func part(_ one: Int) async throws {
            try await commit(
                try await ledger.read { reader in
                    try reader.entry(RecordID.number(one), .now).map(reader.parting) ?? []
                })
        }

        private func commit(_ changes: [Commit.Change]) async throws {
            _ = try await ledger.append(Commit(actor: "Ann", reason: "For tests", changes: changes))
        }
    }

    @Test(arguments: Engine.all) func `each has the names and the post that it had`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let (one, two) = (
                Person(name: "KH", aliases: ["KHo", "K. Hall"], post: "Clerk"),
                Person(name: "Kate Hall", aliases: ["KHo"])
            )
            let people = try await People(ledger, one, two)
            try await people.merge(1, into: 2)
            #expect(try await people.person(2).aliases == ["KHo", "KH", "K. Hall"])
            #expect(try await people.person(2).post == "Clerk")
            try await people.part(1)
            #expect(try await people.person(1) == one)
            #expect(try await people.person(2) == two)
        }
    }

    @Test(arguments: Engine.all) func `what was changed since stays`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let people = try await People(
                ledger, Person(name: "KH", post: "Clerk"), Person(name: "Kate Hall"),
                Person(name: "Kate H", aliases: ["KH"]))
            try await people.merge(1, into: 2)
            try await people.change(2) { ($0.name, $0.post) = ("Kate Hall-Lee", "Head") }
            try await people.change(2) { $0.aliases.append("KHL") }
            try await people.merge(3, into: 2)
            try await people.part(1)
            let kate = try await people.person(2)
            #expect(kate.name == "Kate Hall-Lee" && kate.post == "Head")
            #expect(kate.aliases == ["KH", "KHL", "Kate H"], "another that is the same goes by the initials too")
        }
    }

    @Test(arguments: Engine.all) func `whoever was merged into it before comes along`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let (one, two, three) = (
                Person(name: "A", post: "Clerk"), Person(name: "B"), Person(name: "C", aliases: ["A"])
            )
            let people = try await People(ledger, one, two, three)
            try await people.merge(1, into: 2)
            let merged = try await (people.person(1), people.person(2))
            try await people.merge(2, into: 3)
            try await people.part(2)
            #expect(try await (people.person(1), people.person(2)) == merged)
            #expect(try await people.person(3) == three)
            try await people.part(1)
            #expect(try await (people.person(1), people.person(2)) == (one, two))
        }
    }

    @Test(arguments: Engine.all) func `it leaves all whom it was merged into`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let (one, two, three) = (
                Person(name: "A", post: "Clerk"), Person(name: "B", aliases: ["Bo"]), Person(name: "C")
            )
            let people = try await People(ledger, one, two, three)
            try await people.merge(1, into: 2)
            try await people.merge(2, into: 3)
            try await people.part(1)
            #expect(try await people.person(1) == one)
            #expect(try await people.person(3).aliases == ["B", "Bo"])
            #expect(try await people.person(3).post == nil)
            try await people.part(2)
            #expect(try await (people.person(2), people.person(3)) == (two, three))
        }
    }

    @Test(arguments: Engine.all) func `what stands for itself is not taken apart`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let people = try await People(ledger, Person(name: "A"), Person(name: "B"))
            try await people.merge(1, into: 2)
            try await ledger.read { reader in
                let two = try #require(try reader.entry(RecordID.number(2), .now))
                #expect(throws: RuleProblem.notMerged) { try reader.parting(two) }
            }
        }
    }
}
