import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

@Suite(.serialized) struct PeoplePageTests {
    /// Adds somebody; their reference counts on from PER-1.
    private func add(_ test: TestSite, _ name: String, aliases: [String] = []) async throws -> Reference {
        var ids = test.site.ids()
        let record = Record(Person(name: name, aliases: aliases))
        let entries = try await test.ledger.append(
            Commit(actor: "test", reason: "For tests", changes: [Commit.Change(ids.next(), seen: 0, record)]))
        return try #require(entries.first).reference
    }

    @Test func `people are listed with what they answer for, and found by their names`() async throws {
        let empty = try await TestSite(isEmpty: true).browser([Grant(.administrator)])
        #expect(try await empty.get("/keeping/people").text.contains("0 in all"))
        let test = try await TestSite()
        _ = try await add(test, "Kate Hall", aliases: ["KHX"])
        let browser = try await test.browser([Grant(.administrator)])
        let all = try await browser.get("/keeping/people").text
        #expect(all.contains("2 in all") && all.contains("/lists/action?owner=PER-1\">1<"))
        for words in ["khx", "Hall"] {
            let found = try await browser.get("/keeping/people?text=\(words)").text
            #expect(found.contains("1 match") && found.contains("Kate Hall") && !found.contains("Karen"), "\(words)")
        }
        #expect(try await browser.get("/keeping/people?text=nobody").text.contains("0 match"))
        #expect(try await browser.get("/keeping/people?text=.").text.contains("0 match"))
    }

    // MARK: Merging

    @Test func `merging asks once more, and then promises move`() async throws {
        let test = try await TestSite()
        let kate = try await add(test, "Kate Hall")
        let browser = try await test.browser([Grant(.administrator)])
        let row = try #require(try await test.ledger.entry(kate, .now))
        let owner = try await test.browser([Grant(.owner)], person: row.id)
        #expect(try await !owner.get("/promises").text.contains("Mend the weir"))

        let choice = try await browser.get("/keeping/names/PER-1/merge").text
        #expect(choice.contains("/keeping/names/PER-1/merge?into=PER-2") && !choice.contains("into=PER-1\""))
        let asked = try await browser.get("/keeping/names/PER-1/merge?into=PER-2")
        #expect(asked.text.contains("1 promise moves from Karen Hughes to Kate Hall"))
        #expect(asked.text.contains(">Mend the weir</a>"))
        #expect(try await test.ledger.head().sequence == 8, "asking changes nothing")
        let answer = try await browser.post(
            "/keeping/names/PER-1/merge",
            [
                "into": "PER-2", "seen": try #require(asked.hidden("seen")),
                "seen-into": try #require(asked.hidden("seen-into")),
            ])
        #expect(answer.location == "/keeping/people?done=PER-2")

        #expect(try await owner.get("/promises").text.contains("Mend the weir"))
        let list = try await browser.get("/keeping/people").text
        #expect(list.contains("1 in all") && list.contains(">Karen Hughes<") && !list.contains("PER-1"))
        #expect(try await browser.get("/records/ACT-1").text.contains("Kate Hall"))
        let entry = try #require(try await test.ledger.entry(test.records.owner, .now))
        #expect(entry.actor == "Ada Marsh" && entry.reason == "Karen Hughes (PER-1) is Kate Hall (PER-2)")
        #expect(try await browser.get("/keeping/names/PER-1").text.contains("It was merged into"))
        #expect(try await browser.get("/keeping/names/PER-1/merge").status == .badRequest)
    }

    @Test func `whoever was merged before follows`() async throws {
        let test = try await TestSite()
        _ = try await (add(test, "Kate Hall"), add(test, "Kate Hall-Lee"))
        let browser = try await test.browser([Grant(.administrator)])
        for (one, other, seen) in [("PER-1", "PER-2", "1"), ("PER-2", "PER-3", "2")] {
            let answer = try await browser.post(
                "/keeping/names/\(one)/merge", ["into": other, "seen": seen, "seen-into": "1"])
            #expect(answer.location == "/keeping/people?done=\(other)")
        }
        let last = try #require(try await test.ledger.entry(Reference(.person, 3), .now))
        let first = try #require(try await test.ledger.entry(test.records.owner, .now))
        #expect((try first.record().content as? Person)?.mergedInto == last.id)
        #expect(try await browser.get("/keeping/people").text.contains("/lists/action?owner=PER-3\">1<"))
    }

    @Test(arguments: [("2", "1"), ("1", "2"), ("", "")]) func `nothing is merged that was changed meanwhile`(
        seen: String, into: String
    ) async throws {
        let test = try await TestSite()
        _ = try await add(test, "Kate Hall")
        let browser = try await test.browser([Grant(.administrator)])
        let answer = try await browser.post(
            "/keeping/names/PER-1/merge", ["into": "PER-2", "seen": seen, "seen-into": into])
        #expect(answer.status == .conflict && answer.text.contains("was changed since"))
        #expect(try await test.ledger.head().sequence == 8)
    }

    @Test func `what cannot be one is refused`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        for (into, seen) in [("PER-1", "1"), ("COU-1", "1")] {
            let answer = try await browser.post(
                "/keeping/names/PER-1/merge", ["into": into, "seen": "1", "seen-into": seen])
            #expect(answer.status == .badRequest && answer.text.contains("There is a problem"), "\(into)")
        }
        #expect(try await browser.post("/keeping/names/PER-1/merge", [:]).status == .badRequest)
        #expect(try await browser.post("/keeping/names/PER-1/merge", ["into": "PER-9"]).status == .notFound)
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `who is of the whole partnership is merged by its administrators`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        #expect(try await north.get("/keeping/names/PER-1/merge").status == .forbidden)
    }
}
