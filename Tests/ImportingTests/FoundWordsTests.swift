import Importing
import Ledger
import Register
import Testing

/// Whoever finds something sees why it was found.
@Suite(.serialized) struct FoundWordsTests {
    private func found(_ typed: String) async throws -> [FoundWords] {
        let desk = try await Desk()
        var action = Action(text: "Mend the weir", timescale: nil)
        action.issue = "Floods reach the mill every winter"
        action.commitment = "Safe rivers"
        _ = try await desk.ledger.append(
            Commit(
                actor: "Ann", reason: "test",
                changes: [Commit.Change(Desk.ids(1).first(), seen: 0, Record(action))]))
        try await desk.bring(try Desk.paper("Minutes\n\nThe council will mend the weir before winter.\n"))
        let words = try #require(SearchWords(typed))
        let hits = try await desk.ledger.search(words, .now, limit: 9)
        return try await desk.ledger.read { try FoundWords.of(hits, words, in: $0, .now) }
    }

    @Test func `a record found by its title shows that alone, a place in a paper its words`() async throws {
        let found = try await found("weirs")
        #expect(found.first?.text == "Mend the weir" && found.first?.beside == nil)
        #expect(found.last?.hit.line == 3)
        #expect(found.last?.text == "The council will mend the weir before winter.")
    }

    @Test func `a record found by other words shows those`() async throws {
        let found = try await found("flooding")
        #expect(found.map(\.text) == ["Mend the weir"])
        #expect(found.first?.beside == "Floods reach the mill every winter")
    }
}

extension RecordIDs {
    fileprivate func first() -> RecordID {
        var ids = self
        return ids.next()
    }
}
