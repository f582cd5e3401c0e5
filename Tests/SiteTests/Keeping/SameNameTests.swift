import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// Records that are one, and those that turn out to be two.
@Suite(.serialized) struct SameNameTests {
    private static func add(_ test: TestSite, _ records: Record...) async throws {
        var ids = test.site.ids()
        let changes = records.map { Commit.Change(ids.next(), seen: 0, $0) }
        _ = try await test.ledger.append(Commit(actor: "test", reason: "For tests", changes: changes))
    }

    /// Merges one into another, both as they were first kept.
    private static func merge(_ one: String, _ other: String, _ browser: Browser) async throws -> Answer {
        try await browser.post("/keeping/names/\(one)/merge", ["into": other, "seen": "1", "seen-into": "1"])
    }

    @Test func `names that may be of one are offered to whoever may merge them`() async throws {
        let test = try await TestSite()
        try await Self.add(test, Record(Person(name: "KH")), Record(Council(name: "North")))
        let administrator = try await test.browser([Grant(.administrator)])
        let people = try await administrator.get("/keeping/people").text
        #expect(people.contains("KH may be Karen Hughes") && people.contains("PER-2/merge?into=PER-1"))
        #expect(try await administrator.get("/keeping/councils").text.contains("North may be North Mere"))
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        #expect(try await !north.get("/keeping/people").text.contains("may be Karen"))
        #expect(try await Self.merge("PER-2", "PER-1", administrator).location == "/keeping/people?done=PER-1")
        #expect(try await !administrator.get("/keeping/people").text.contains("may be Karen"))
    }

    @Test func `what was merged is taken apart again, with its promises`() async throws {
        let test = try await TestSite()
        try await Self.add(test, Record(Person(name: "Kate Hall")))
        let browser = try await test.browser([Grant(.administrator)])
        _ = try await Self.merge("PER-1", "PER-2", browser)
        #expect(try await browser.get("/keeping/names/PER-2").text.contains("Karen Hughes (PER-1)</a>"))
        #expect(try await browser.get("/records/ACT-1").text.contains("Kate Hall"))
        let page = try await browser.get("/keeping/names/PER-1")
        let late = try await browser.post("/keeping/names/PER-1/unmerge", ["seen": "1"])
        #expect(late.status == .conflict)
        let answer = try await browser.post(
            "/keeping/names/PER-1/unmerge", ["seen": try #require(page.hidden("seen"))])
        #expect(answer.location == "/keeping/names/PER-1?done=apart")
        #expect(try await browser.get("/records/ACT-1").text.contains("Karen Hughes"))
        let other = try #require(try await test.ledger.entry(Reference(.person, 2), .now))
        #expect(try (other.record().content as? Person)?.aliases == [])
        let again = try await browser.post("/keeping/names/PER-1/unmerge", ["seen": "3"])
        #expect(again.status == .badRequest && again.text.contains("nothing to take apart"))
    }

    @Test func `whoever signs in as a record that was merged keeps what is theirs`() async throws {
        let test = try await TestSite()
        try await Self.add(test, Record(Person(name: "KH")))
        let account = try #require(try await test.ledger.entry(Reference(.person, 2), .now)).id
        let owner = try await test.browser([Grant(.owner)], person: account, name: "Karen Hughes")
        #expect(try await owner.get("/records/ACT-1/update").status == .forbidden)
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await Self.merge("PER-2", "PER-1", administrator)

        #expect(try await owner.get("/promises").text.contains("Mend the weir"))
        #expect(try await owner.get("/records/ACT-1/update").status == .ok)
        let home = try await owner.get("/").text
        #expect(home.contains("Yours, overdue") && home.contains("owner=PER-1"))
        for owner in ["PER-1", "PER-2"] {
            let list = try await administrator.get("/lists/action?owner=\(owner)").text
            #expect(list.contains("Mend the weir"), "\(owner)")
        }
        let name = try await administrator.get("/keeping/names/PER-2").text
        #expect(name.contains("It was merged into") && !name.contains("Stands also for"))
    }

    @Test func `an account keeps its person when it is saved, whatever the person was merged into`() async throws {
        let test = try await TestSite()
        try await Self.add(test, Record(Person(name: "KH")), Record(Person(name: "Ben Shaw")))
        let person = try #require(try await test.ledger.entry(Reference(.person, 2), .now)).id
        let ben = try #require(try await test.ledger.entry(Reference(.person, 3), .now)).id
        _ = try await test.browser([Grant(.owner)], person: person, name: "Karen Hughes")
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await Self.merge("PER-2", "PER-1", administrator)
        let account = try #require(try await test.site.access.accounts().first { $0.details.person != nil })
        let page = try await administrator.get("/keeping/accounts/\(account.id)").text
        #expect(page.contains("<option value=\"PER-1\" selected") && !page.contains("value=\"PER-2\""))
        for (place, (chosen, expected)) in [("PER-1", person), ("PER-3", ben), ("", nil)].enumerated() {
            let answer = try await administrator.post(
                "/keeping/accounts/\(account.id)",
                [
                    "seen": "\(place + 1)", "name": "Karen", "address": account.details.address.text,
                    "role": "owner@", "person": chosen,
                ])
            #expect(answer.location == "/keeping/accounts?done=1")
            #expect(try await test.site.access.account(account.id)?.details.person == expected, "\(chosen)")
        }
    }

    @Test func `a review names the page on which a doubt about who is meant is resolved`() async throws {
        let test = try await TestSite()
        let paper = """
            # Market Hall Plan

            Date: 1 September 2026

            | Ref | Action | By when | Owner |
            | --- | --- | --- | --- |
            | 1 | Repair the roof of the market hall | 31 March 2027 | KH |
            | 2 | Ask traders what they need | 30 June 2027 | BS |
            """
        let (officer, administrator) = (
            try await test.browser([Grant(.officer)]), try await test.browser([Grant(.administrator)], name: "Kim Lake")
        )
        for (browser, mayResolve) in [(officer, false), (administrator, true)] {
            let address = try #require(try await browser.upload("market.txt", Array(paper.utf8)).location)
            let page = try await browser.get(address).text
            #expect(page.contains("KH may be Karen Hughes") && !page.contains("goldthread people"))
            #expect(page.contains("href=\"/keeping/people\">People and posts</a>") == mayResolve)
        }
    }

    // MARK: Councils

    @Test func `councils that are one have their records, lists and rights in common`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let south = try await test.browser([Grant(.officer, at: test.records.south)])
        let north = try await test.browser([Grant(.officer, at: test.records.north)], name: "Nora North")
        #expect(try await north.get("/records/ACT-2").status == .forbidden)
        #expect(try await south.get("/records/ACT-1/update").status == .forbidden)
        let asked = try await administrator.get("/keeping/names/COU-2/merge?into=COU-1")
        #expect(asked.text.contains("2 records move from South Mere to North Mere"))
        #expect(asked.text.contains("Roles that were given at one of the two are roles at both"))
        #expect(try await Self.merge("COU-2", "COU-1", administrator).location == "/keeping/councils?done=COU-1")

        #expect(try await north.get("/records/ACT-2/update").status == .ok)
        #expect(try await south.get("/records/ACT-1/update").status == .ok)
        let list = try await administrator.get("/lists/action?council=COU-1").text
        #expect(list.contains("Mend the weir") && list.contains("Clear the culvert") && !list.contains("COU-2"))
        let record = try await administrator.get("/records/ACT-2").text
        #expect(record.contains("North Mere") && !record.contains("South Mere"))
        let old = try await administrator.get("/lists/recommendation?council=COU-2").text
        #expect(old.contains("Have one register"), "an old address still finds the records of both")
        for page in ["/plans/PLN-1/add", "/keeping/add/person"] {
            let form = try await administrator.get(page).text
            #expect(form.contains("value=\"COU-1\"") && !form.contains("value=\"COU-2\""), "\(page)")
        }
        let councils = try await administrator.get("/keeping/councils").text
        #expect(councils.contains("COU-1") && !councils.contains("COU-2"))
        let seen = try #require(try await administrator.get("/keeping/names/COU-2").hidden("seen"))
        _ = try await administrator.post("/keeping/names/COU-2/unmerge", ["seen": seen])
        #expect(try await north.get("/records/ACT-2").status == .forbidden)
    }

    @Test func `a role at a council that was merged is shown and taken where the other stands`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await test.browser([Grant(.officer, at: test.records.south)], name: "Sam South")
        _ = try await Self.merge("COU-2", "COU-1", administrator)
        let sam = try #require(try await test.site.access.accounts().first { $0.details.name == "Sam South" })
        let page = try await administrator.get("/keeping/accounts/\(sam.id)").text
        #expect(page.contains("value=\"officer@COU-1\" checked") && !page.contains("@COU-2"))
        _ = try await administrator.post(
            "/keeping/accounts/\(sam.id)", ["seen": "1", "name": "Sam South", "address": sam.details.address.text])
        #expect(try await test.site.access.account(sam.id)?.details.grants == [])
    }

    @Test func `a role at a council that was merged is there again once the two are apart`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await test.browser([Grant(.officer, at: test.records.south)], name: "Sam South")
        _ = try await Self.merge("COU-2", "COU-1", administrator)
        let sam = try #require(try await test.site.access.accounts().first { $0.details.name == "Sam South" })
        for (seen, roles, expected) in [
            ("1", ["officer@COU-1"], [Grant(.officer, at: test.records.south)]),
            (
                "2", ["officer@COU-1", "clerk@COU-1"],
                [Grant(.officer, at: test.records.south), Grant(.clerk, at: test.records.north)]
            ),
        ] as [(String, [String], Set<Grant>)] {
            let fields = [("seen", seen), ("name", "Sam"), ("address", sam.details.address.text)]
            let answer = try await administrator.post(
                "/keeping/accounts/\(sam.id)", fields + roles.map { ("role", $0) })
            #expect(answer.location == "/keeping/accounts?done=1")
            #expect(try await test.site.access.account(sam.id)?.details.grants == expected)
        }
    }

    @Test func `a record of a plan whose councils are one is of that council, once`() async throws {
        let test = try await TestSite()
        let plan = try #require(try await test.ledger.entry(test.records.plan, .now))
        var record = try plan.record()
        record.councils = [test.records.south, test.records.north]
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "For tests", changes: [Commit.Change(plan.id, seen: 1, record)]))
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await Self.merge("COU-2", "COU-1", administrator)
        let added = try await administrator.post(
            "/plans/PLN-1/add", ["kind": "action", "words": "Count the otters", "due": "May 2027", "reason": "Asked"])
        #expect(added.location == "/records/ACT-3?done=added")
        #expect(
            try await test.ledger.entry(Reference(.action, 3), .now)?.record().councils == [test.records.north])
    }

    @Test func `only who keeps the whole partnership says which councils are one`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        #expect(try await north.get("/keeping/names/COU-1/merge").status == .forbidden)
        #expect(try await Self.merge("COU-1", "COU-2", north).status == .forbidden)
    }

    // MARK: Initials of two people

    /// KH answers for a promise of each council.
    private static func initials(_ test: TestSite) async throws {
        try await add(test, Record(Person(name: "KH")))
        let person = try #require(try await test.ledger.entry(Reference(.person, 2), .now)).id
        var records: [Record] = []
        for council in [test.records.north, test.records.south] {
            var record = Record(Action(text: "Count the otters"))
            (record.councils, record.owners, record.plan) = ([council], [person], test.records.plan)
            records.append(record)
        }
        try await add(test, records[0], records[1])
    }

    @Test func `initials in papers of two councils are taken apart by whose promises they are`() async throws {
        let test = try await TestSite()
        try await Self.initials(test)
        let browser = try await test.browser([Grant(.administrator)])
        #expect(
            try await browser.get("/keeping/people").text.contains("Initials in papers of North Mere and South Mere"))
        #expect(try await browser.get("/keeping/names/PER-2").text.contains("/keeping/names/PER-2/split"))
        #expect(try await browser.get("/keeping/names/PER-1/split").text.contains("nothing to tell two apart by"))
        let page = try await browser.get("/keeping/names/PER-2/split")
        #expect(page.text.contains("1 record moves"))
        let answer = try await browser.post(
            "/keeping/names/PER-2/split",
            ["seen": try #require(page.hidden("seen")), "council": "COU-2", "name": "Karl Hobbs"])
        #expect(answer.location == "/keeping/people?done=PER-3")
        let far = try #require(try await test.ledger.entry(Reference(.action, 4), .now))
        let other = try #require(try await test.ledger.entry(Reference(.person, 3), .now))
        #expect(try far.record().owners == [other.id])
        #expect(far.actor == "Ada Marsh" && far.reason == "KH (PER-2) of South Mere is Karl Hobbs")
        #expect(try await browser.get("/records/ACT-3").text.contains("KH"))
        #expect(try await !browser.get("/keeping/people").text.contains("Initials in papers"))
    }

    @Test func `a promise that names both records of one person gets one new owner`() async throws {
        let test = try await TestSite()
        try await Self.initials(test)
        try await Self.add(test, Record(Person(name: "Kay")))
        let browser = try await test.browser([Grant(.administrator)])
        _ = try await Self.merge("PER-3", "PER-2", browser)
        let ids = try await test.ledger.read { reader in
            try [2, 3].compactMap { try reader.entry(Reference(.person, $0), .now)?.id }
        }
        let far = try #require(try await test.ledger.entry(Reference(.action, 4), .now))
        var record = try far.record()
        record.owners = ids
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "For tests", changes: [Commit.Change(far.id, seen: 1, record)]))
        let page = try await browser.get("/keeping/names/PER-2/split")
        _ = try await browser.post(
            "/keeping/names/PER-2/split",
            ["seen": try #require(page.hidden("seen")), "council": "COU-2", "name": "Karl Hobbs"])
        let other = try #require(try await test.ledger.entry(Reference(.person, 4), .now)).id
        #expect(try await test.ledger.entry(far.id, .now)?.record().owners == [other])
    }

    @Test func `of several initials each is shown with its own councils`() async throws {
        let test = try await TestSite()
        try await Self.initials(test)
        try await Self.add(test, Record(Person(name: "BS")))
        let person = try #require(try await test.ledger.entry(Reference(.person, 3), .now)).id
        var record = Record(Action(text: "Count the herons"))
        (record.councils, record.owners, record.plan) = ([test.records.south], [person], test.records.plan)
        try await Self.add(test, record)
        let page = try await test.browser([Grant(.administrator)]).get("/keeping/people").text
        #expect(page.matches(of: /Initials in papers of/).count == 1 && page.contains("PER-2/split"))
        #expect(!page.contains("PER-3/split"))
    }

    @Test func `what was typed of the other comes back where something is wrong`() async throws {
        let test = try await TestSite()
        try await Self.initials(test)
        let browser = try await test.browser([Grant(.administrator)])
        for (fields, words) in [
            (["seen": "1", "name": "Karl Hobbs"], "Choose the council"),
            (["seen": "1", "council": "COU-2", "name": ""], "Write a name with letters"),
            (["seen": "1", "council": "COU-2", "name": "Karen Hughes"], "is PER-1 already"),
            (["seen": "1", "council": "COU-2", "name": "Karl Hobbs", "aliases": "Kh"], "papers could mean either"),
        ] as [(KeyValuePairs<String, String>, String)] {
            let answer = try await browser.post("/keeping/names/PER-2/split", fields)
            #expect(answer.status == .badRequest && answer.text.contains(words), "\(words)")
            #expect(answer.text.contains("value=\"\(fields.first { $0.key == "name" }?.value ?? "")\""))
        }
        let stale = try await browser.post(
            "/keeping/names/PER-2/split", ["seen": "7", "council": "COU-2", "name": "Karl Hobbs"])
        #expect(stale.status == .conflict && stale.text.contains("value=\"Karl Hobbs\""))
        #expect(try await test.ledger.head().sequence == 10)
    }
}
