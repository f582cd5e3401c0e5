import Ledger
import Register
import Testing

@Suite(.serialized) struct NameAndLinkTests {
    @Test(arguments: Engine.all)
    func `a record is found by each of its names, in any letters, and not once it is taken back`(engine: Engine)
        async throws
    {
        try await engine.withLedger { ledger in
            try await ledger.append(1, Record(Person(name: "Ann Lee", aliases: ["AL"])))
            try await ledger.append(2, Record(Person(name: "Alan Low", aliases: ["AL", "AL"])))
            try await ledger.append(3, Record(Plan(title: "AL")))
            func found(_ name: String, _ kinds: [RecordKind], _ asAt: AsAt = .now) async throws -> [Int] {
                try await ledger.named(name, kinds: kinds, asAt).map(\.id.number)
            }
            #expect(try await found("ann LEE", [.person]) == [1])
            #expect(try await found("al", [.person]) == [1, 2])
            #expect(try await found("al", [.person, .plan]).sorted() == [1, 2, 3])
            #expect(try await found("a", [.person]).isEmpty)
            #expect(try await found("", [.person]).isEmpty)
            #expect(try await found("%", [.person]).isEmpty)
            try await ledger.append(2, seen: 1, Record(Person(name: "Alan Low")).withdrawn(because: "Left"))
            #expect(try await found("al", [.person]) == [1])
            #expect(try await found("al", [.person], .entry(3)) == [1, 2])
            #expect(try await found("al", [.person], .entry(1)) == [1])
        }
    }

    @Test(arguments: Engine.all) func `a link is found from both its ends`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.append(1, .recommendation("Look at bins"))
            try await ledger.append(2, .action("Look at bins"))
            try await ledger.append(3, .action("Buy bins"))
            try await ledger.append(4, .link(.number(2), .answers, .number(1)))
            try await ledger.append(5, .link(.number(3), .delivers, .number(2)))
            let links = try await ledger.links(.number(2), .now)
            #expect(links.map(\.row.id.number) == [4, 5])
            #expect(links.map(\.role) == [.answers, .delivers])
            #expect(links.map(\.from.number) == [2, 3])
            #expect(links.map(\.to.number) == [1, 2])
            #expect(try await ledger.links(.number(1), .now).map(\.row.reference) == [Reference(.link, 1)])
            #expect(try await ledger.links(.number(2), .entry(4)).map(\.row.id.number) == [4])
            #expect(try await ledger.links(.number(9), .now).isEmpty)
            try await ledger.append(
                4, seen: 1, Record.link(.number(2), .answers, .number(1)).withdrawn(because: "Wrong"))
            #expect(try await ledger.links(.number(1), .now).isEmpty)
            #expect(try await ledger.links(.number(1), .entry(5)).count == 1)
        }
    }
}
