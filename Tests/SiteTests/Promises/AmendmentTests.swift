import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What officers put right by hand: words, themes and owners, updates made in error, records that no paper holds.
@Suite(.serialized) struct AmendmentTests {
    /// Adds records by their ids, and gives them back.
    private func add(_ test: TestSite, _ records: [Record]) async throws -> [Entry] {
        var ids = RecordIDs(milliseconds: { 1_764_000_000_000 })
        return try await test.ledger.append(
            Commit(
                actor: "test", reason: "For tests", changes: records.map { Commit.Change(ids.next(), seen: 0, $0) }))
    }

    @Test func `words, theme and owners are changed with a reason, and history says from what to what`() async throws {
        let test = try await TestSite()
        var theme = Record(Theme(name: "Rivers"))
        theme.plan = test.records.plan
        let added = try await add(test, [theme, Record(Person(name: "Ben Shaw", aliases: ["BS"]))])
        let officer = try await test.browser([Grant(.officer)])
        let form = try await officer.get("/records/ACT-1/change").text
        #expect(form.contains(">Mend the weir</textarea>") && form.contains("Karen Hughes") && form.contains("Rivers"))
        let saved = try await officer.post(
            "/records/ACT-1/change",
            [
                "seen": "1", "words": "Mend both weirs", "theme": "THE-1", "new-owner": "bs",
                "reason": "As Cabinet decided",
            ])
        #expect(saved.location == "/records/ACT-1?done=1")
        let record = try #require(try await test.ledger.entry(test.records.late, .now)?.record())
        #expect(record.text == "Mend both weirs" && record.owners == [added[1].id] && record.theme == added[0].id)
        #expect((record.content as? Action)?.timescale?.words == "31 March 2026", "all else stays")
        let page = try await officer.get("/records/ACT-1").text
        #expect(page.contains("<del>Karen Hughes</del> <ins>Ben Shaw</ins>") && page.contains("<ins>Rivers</ins>"))
        #expect(page.contains("As Cabinet decided") && page.contains("<ins>both weirs</ins>"))
    }

    @Test func `what will not do comes back with what was typed, all at once`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let same: [(String, String)] = [("seen", "1"), ("words", "Mend the weir"), ("owner", "PER-1")]
        let unchanged = try await officer.post("/records/ACT-1/change", same + [("reason", "Why")])
        #expect(unchanged.status == .badRequest && unchanged.text.contains("Nothing is changed"))
        let refused = try await officer.post(
            "/records/ACT-1/change", [("seen", "1"), ("words", "…"), ("new-owner", "Nobody <b>")])
        #expect(refused.status == .badRequest)
        for words in ["Write what is promised", "Nobody in the ledger is called “Nobody &lt;b&gt;”", "Give the reason"]
        {
            #expect(refused.text.contains(words), "\(words)")
        }
        #expect(refused.text.contains("value=\"Nobody &lt;b&gt;\""))
        #expect(refused.text.contains("value=\"PER-1\" aria") || !refused.text.contains("value=\"PER-1\" checked"))
        let stale = try await officer.post(
            "/records/ACT-1/change", [("seen", "0"), ("words", "Mine"), ("reason", "Why")])
        #expect(stale.status == .conflict && stale.text.contains(">Mine</textarea>"))
        #expect(try await test.ledger.entry(test.records.late, .now)?.version == 1)
    }

    @Test func `after a conflict the form holds what both did`() async throws {
        let test = try await TestSite()
        _ = try await add(test, [Record(Person(name: "Ben Shaw"))])
        let (one, other) = (try await test.browser([Grant(.officer)]), try await test.browser([Grant(.officer)]))
        let path = "/records/ACT-1/change"
        let fields = [("seen", "1"), ("owner", "PER-1"), ("reason", "Why")]
        let first = try await other.post(path, fields + [("words", "Mend the weir"), ("new-owner", "Ben Shaw")])
        #expect(first.location == "/records/ACT-1?done=1")
        let conflict = try await one.post(path, fields + [("words", "Mend both weirs")])
        #expect(conflict.status == .conflict && conflict.text.contains(">Mend both weirs</textarea>"))
        for owner in ["PER-1", "PER-2"] {
            #expect(conflict.text.contains("value=\"\(owner)\" checked"), "\(owner)")
        }
        let untouched = try await one.post(path, [("seen", "1"), ("words", "Mend the weir"), ("reason", "Why")])
        #expect(!untouched.text.contains("value=\"PER-1\" checked"), "who was left out stays so")
        #expect(untouched.text.contains("value=\"PER-2\" checked"))
    }

    @Test func `two of one name are asked which`() async throws {
        let test = try await TestSite()
        _ = try await add(test, [Record(Person(name: "Kim Lee")), Record(Person(name: "Kim Lee"))])
        let officer = try await test.browser([Grant(.officer)])
        let fields = [("seen", "1"), ("words", "Mend the weir"), ("reason", "New post")]
        let asked = try await officer.post("/records/ACT-1/change", fields + [("new-owner", "Kim Lee")])
        #expect(asked.text.contains("“Kim Lee” could be PER-2 Kim Lee, PER-3 Kim Lee: write the reference of one"))
        #expect(
            try await officer.post("/records/ACT-1/change", fields + [("new-owner", "PER-3; Karen Hughes")]).location
                == "/records/ACT-1?done=1")
        #expect(try await test.ledger.entry(test.records.late, .now)?.record().owners.count == 2)
    }

    @Test func `an owner changes neither words nor owners, and another council's officer nothing`() async throws {
        let test = try await TestSite()
        let owner = try await test.browser([Grant(.owner)], person: test.records.owner)
        let south = try await test.browser([Grant(.officer, at: test.records.south)])
        for browser in [owner, south] {
            for path in ["/records/ACT-1/change", "/records/ACT-1/open", "/records/ACT-1/take-back"] {
                #expect(try await browser.get(path).status == .forbidden, "\(path)")
                #expect(try await browser.post(path, ["seen": "1", "reason": "x"]).status == .forbidden, "\(path)")
            }
            #expect(!(try await browser.get("/records/ACT-1").text.contains("/records/ACT-1/change")))
        }
    }

    @Test func `an update made in error is taken back, and the promise stands as it did before`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        for (seen, status, words) in [("1", "On Target", "Begun"), ("2", "Not started", "Meant for another")] {
            _ = try await officer.post("/records/ACT-1/update", ["seen": seen, "status": status, "narrative": words])
        }
        let page = try await officer.get("/records/ACT-1").text
        #expect(page.contains("/records/UPD-2/take-back"))
        #expect(try await officer.get("/records/UPD-2/take-back").text.contains("Meant for another"))
        let none = try await officer.post("/records/UPD-2/take-back", ["seen": "1"])
        #expect(none.status == .badRequest && none.text.contains("Give the reason"))
        let taken = try await officer.post("/records/UPD-2/take-back", ["seen": "1", "reason": "Wrong promise"])
        #expect(taken.location == "/records/ACT-1?done=1")
        let after = try await officer.get("/records/ACT-1").text
        #expect(!after.contains("Meant for another</p>") && after.contains("Taken back: Wrong promise"))
        let record = try #require(try await test.ledger.entry(test.records.late, .now)?.record())
        #expect(record.facts.status == "On Target" && record.facts.updates == 1)
        #expect(try await officer.get("/records/UPD-2").text.contains("Taken back: Wrong promise"))
        #expect(try await officer.post("/records/UPD-2/take-back", ["seen": "2", "reason": "x"]).status == .badRequest)
    }

    @Test func `a record is added by hand, once, and can be taken back`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        #expect(try await officer.get("/plans/PLN-1").text.contains("/plans/PLN-1/add"))
        let form = try await officer.get("/plans/PLN-1/add")
        let id = try #require(form.hidden("id"))
        let fields = [
            ("id", id), ("kind", "action"), ("words", "Buy <two> boats"), ("due", "Q2 2027/28"), ("number", "7"),
            ("new-owner", "Karen Hughes"), ("council", "COU-1"), ("reason", "Cabinet, minute 12"),
        ]
        let refused = try await officer.post(
            "/plans/PLN-1/add", [("id", id), ("kind", "risk"), ("due", "soonish"), ("words", " ")])
        #expect(refused.status == .badRequest)
        for field in ["words", "due", "reason"] { #expect(refused.text.contains("<a href=\"#\(field)\">"), "\(field)") }
        #expect(refused.hidden("id") == id)
        #expect(try await officer.post("/plans/PLN-1/add", fields).location == "/records/ACT-3?done=added")
        #expect(try await officer.post("/plans/PLN-1/add", fields).location == "/records/ACT-3?done=before")
        let record = try #require(try await test.ledger.entry(Reference(.action, 3), .now)?.record())
        #expect(record.councils == [test.records.north] && record.owners == [test.records.owner])
        #expect(record.facts.due == Day(iso: "2027-09-30") && record.facts.printed == "7")
        let plan = try await officer.get("/plans/PLN-1").text
        #expect(plan.contains("Buy &lt;two&gt; boats"))

        #expect(try await officer.post("/records/ACT-3/take-back", ["seen": "1", "reason": "Twice"]).location != nil)
        #expect(!(try await officer.get("/plans/PLN-1").text.contains("Buy &lt;two&gt; boats")))
    }

    @Test func `an officer of one council adds for that council alone`() async throws {
        let test = try await TestSite()
        let south = try await test.browser([Grant(.officer, at: test.records.south)])
        let form = try await south.get("/plans/PLN-1/add")
        #expect(form.status == .ok && !form.text.contains("North Mere"))
        let added = try await south.post(
            "/plans/PLN-1/add",
            ["kind": "recommendation", "words": "Look at the culvert", "council": "COU-1", "reason": "Scrutiny"])
        #expect(added.location == "/records/REC-2?done=added")
        let record = try #require(try await test.ledger.entry(Reference(.recommendation, 2), .now)?.record())
        #expect(record.councils == [test.records.south])
    }
}
