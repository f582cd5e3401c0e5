import Access
import Foundation
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What anybody may read without signing in.
@Suite(.serialized) struct PublicTests {
    private static let pages = ["/public", "/public/plans/PLN-1", "/public/records/ACT-1"]
    private static let formats = ["", "?format=csv", "?format=json"]

    /// Publishes the plan of the test's ledger, whose first promise gets a history with something secret in each field that
    /// is not public.
    private static func publish(_ test: TestSite, areOn: Bool = true) async throws {
        test.site.publicPages.areOn = areOn
        var ids = RecordIDs(milliseconds: { 1_763_000_200_000 })
        let (update, paper, hidden) = (ids.next(), ids.next(), ids.next())
        let today = TestSite.today
        func version(_ id: RecordID) async throws -> (Entry, Record) {
            let versions = try await test.ledger.history(id, .now)
            let entry = versions[versions.count - 1]
            return (entry, try entry.record())
        }
        let (plan, publishedBefore) = try await version(test.records.plan)
        var published = publishedBefore
        var content = try #require(published.content as? Plan)
        content.publishedOn = today
        published.content = content
        let (owner, personBefore) = try await version(test.records.owner)
        var person = personBefore
        person.content = Person(name: "Karen Hughes", aliases: ["KHX"], post: "Head of Rivers")
        let (late, recordBefore) = try await version(test.records.late)
        var record = recordBefore
        record.place = Record.Place(paper: paper, source: Source(line: 3))
        let said = Update(
            narrative: "The weir is half mended", status: "Action Required", on: today, by: "Wanda Whisper",
            cause: "secretcause",
            correctiveAction: "secretaction", percentage: 40, evidence: [Evidence(text: "secretevidence", paper: paper)]
        )
        record = try record.updated(by: said, plan: content)
        record = try record.reprogrammed(
            to: "31 March 2027", reason: "High water", approver: .init(text: "Alda Approver"), on: today)
        record = try record.closed(
            Closure(
                ending: .stopped, reason: "The weir was sold", on: today, by: "Clara Closer", confirmedBy: "Sam Second",
                evidence: [Evidence(text: "secretdeed")]), plan: nil)
        var below = Record(said)
        (below.parent, below.plan) = (test.records.late, test.records.plan)
        let file = Record(KeptPaper(name: "secretpaper.txt", hash: String(repeating: "b", count: 64), size: 1))
        let changes: [Commit.Change] = [
            .init(plan.id, seen: plan.version, published), .init(owner.id, seen: owner.version, person),
            .init(late.id, seen: late.version, record), .init(update, seen: 0, below), .init(paper, seen: 0, file),
            .init(hidden, seen: 0, Record(Action(text: "Of no published plan"))),
        ]
        _ = try await test.ledger.append(Commit(actor: "Secret Actor", reason: "secretreason", changes: changes))
    }

    @Test func `pages are there only where they are turned on`() async throws {
        let test = try await TestSite()
        try await Self.publish(test, areOn: false)
        for page in Self.pages { #expect(try await Browser(test).get(page).status == .notFound) }
        test.site.publicPages.areOn = true
        for page in Self.pages { #expect(try await Browser(test).get(page).status == .ok, "\(page)") }
    }

    @Test func `only published plans and their records are shown, and nothing tells of others`() async throws {
        let test = try await TestSite()
        test.site.publicPages.areOn = true
        let browser = Browser(test)
        #expect(try await browser.get("/public").text.contains("No plan is published yet."))
        let (unpublished, unknown) = (
            try await browser.get("/public/plans/PLN-1"), try await browser.get("/public/plans/PLN-9")
        )
        #expect(unpublished.status == .notFound && unknown.status == .notFound)
        #expect(unpublished.text.replacing("PLN-1", with: "") == unknown.text.replacing("PLN-9", with: ""))
        #expect(unpublished.headers[.cacheControl] == "no-store")
        try await Self.publish(test)
        #expect(try await browser.get("/public/plans/PLN-1").text.contains("Mend the weir"))
        #expect(try await browser.get("/public/records/REC-1").status == .ok)
        // A promise of no published plan, a person, an update, a paper and the plan itself have no page.
        for reference in ["ACT-3", "PER-1", "UPD-1", "PAP-1", "PLN-1", "COU-1", "x"] {
            #expect(try await browser.get("/public/records/\(reference)").status == .notFound, "\(reference)")
        }
    }

    @Test func `posts stand for names, and what is not public is nowhere`() async throws {
        let test = try await TestSite()
        try await Self.publish(test)
        let secrets = [
            "Karen", "Hughes", "KHX", "Whisper", "Approver", "Closer", "Second", "secret", "Secret",
            "no published plan",
            "form-token", "North Mere", "South Mere",
        ]
        for page in Self.pages {
            for format in Self.formats {
                let answer = try await Browser(test).get(page + format)
                #expect(answer.status == .ok)
                for secret in secrets { #expect(!answer.text.contains(secret), "\(page)\(format) holds “\(secret)”") }
            }
        }
        for format in Self.formats {
            let text = try await Browser(test).get("/public/records/ACT-1" + format).text
            for words in [
                "Head of Rivers", "The weir is half mended", "High water", "The weir was sold", "Mend the weir",
            ] {
                #expect(text.contains(words), "“\(words)” is not in \(format)")
            }
        }
    }

    @Test func `a person whose post nobody knows is an officer, unless the name is public`() async throws {
        let test = try await TestSite()
        try await Self.publish(test)
        for (isPublic, expected) in [(nil, "Officer"), (true, "Karen Hughes"), (false, "Officer")] as [(Bool?, String)]
        {
            let entry = try #require(try await test.ledger.entry(test.records.owner, .now))
            var person = Person(name: "Karen Hughes")
            person.isNamedInPublic = isPublic
            _ = try await test.ledger.append(
                Commit(
                    actor: "test", reason: "Name",
                    changes: [.init(entry.id, seen: entry.version, Record(person))]))
            let text = try await Browser(test).get("/public/plans/PLN-1").text
            #expect(text.contains(expected) && text.contains("Karen") == (isPublic == true))
        }
    }

    @Test func `no field is public but those that are listed`() async throws {
        let test = try await TestSite()
        try await Self.publish(test)
        let records: Set<String> = [
            "reference", "kind", "title", "number", "plan", "theme", "owners", "status", "standing", "finished", "due",
            "originalDue", "slips", "lastSaid", "events", "on", "what", "percentage", "words",
        ]
        let plans: Set<String> = ["reference", "title", "promises", "finished", "overdue", "published", "updated"]
        for (page, listed) in zip(Self.pages, [plans, records, records]) {
            let json = try JSONSerialization.jsonObject(
                with: Data(try await Browser(test).get(page + "?format=json").body))
            let found = Self.keys(json)
            #expect(!found.isEmpty && found.isSubset(of: listed), "\(found.subtracting(listed))")
            let csv = try await Browser(test).get(page + "?format=csv").text
            let titles = csv.drop { $0 == "\u{FEFF}" }.prefix { $0 != "\r\n" }.split(separator: ",").map(String.init)
            let spoken = Set(listed.map { $0.replacing("originalDue", with: "original due") }).union(["last said"])
            #expect(Set(titles).isSubset(of: spoken), "\(titles)")
        }
    }

    private static func keys(_ json: Any) -> Set<String> {
        if let list = json as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
        guard let object = json as? [String: Any] else { return [] }
        return object.reduce(into: Set(object.keys)) { $0.formUnion(keys($1.value)) }
    }

    @Test func `a published plan says how it stands, and is narrowed to what is public alone`() async throws {
        let test = try await TestSite()
        try await Self.publish(test)
        let entry = try #require(try await test.ledger.entry(test.records.far, .now))
        let said = Update(narrative: "Half of it", status: "On Target", on: TestSite.today, by: "Wanda Whisper")
        let plan = try #require(try await test.ledger.entry(test.records.plan, .now)?.record().content as? Plan)
        let record = try entry.record().updated(by: said, plan: plan)
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "Said", changes: [.init(entry.id, seen: 1, record)]))
        let browser = Browser(test)
        let page = try await browser.get("/public/plans/PLN-1").text
        #expect(page.contains("Last updated") && page.contains("21 November 2026") && page.contains("3 records<"))
        #expect(
            page.contains("1 finished, 1 open, 0 overdue") && page.contains("status=On%20Target")
                && page.contains("data-title=\"Records\">1<"))
        for (query, found, left) in [
            ("standing=finished", "Mend the weir", "Clear the culvert"),
            ("standing=open", "Clear the culvert", "Mend the weir"),
            ("status=On%20Target", "Clear the culvert", "Mend the weir"),
        ] {
            for format in ["", "&format=csv", "&format=json"] {
                let text = try await browser.get("/public/plans/PLN-1?\(query)\(format)").text
                #expect(text.contains(found) && !text.contains(left), "\(query)\(format)")
            }
        }
        // What is not shown cannot be asked for: everything answers the same.
        for query in ["text=secretcause", "owner=PER-1", "council=COU-2", "tag=x", "standing=no-owner", "status=x"] {
            let text = try await browser.get("/public/plans/PLN-1?\(query)&format=csv").text
            #expect(text.contains("Mend the weir") && text.contains("Clear the culvert"), "\(query)")
        }
    }

    @Test func `whoever need not sign in is told so`() async throws {
        let test = try await TestSite()
        #expect(try await !Browser(test).get("/sign-in").text.contains("href=\"/public\""))
        test.site.publicPages.areOn = true
        #expect(try await Browser(test).get("/sign-in").text.contains("href=\"/public\""))
    }

    @Test func `a public page is the same for everybody and may be kept, all others may not`() async throws {
        let test = try await TestSite()
        try await Self.publish(test)
        let administrator = try await test.browser([Grant(.administrator)])
        for page in Self.pages {
            for format in Self.formats {
                let (known, unknown) = (
                    try await administrator.get(page + format), try await Browser(test).get(page + format)
                )
                #expect(known.body == unknown.body, "\(page)\(format)")
                #expect(known.headers[.cacheControl] == "no-cache")
                #expect(known.headers[.setCookie] == nil)
            }
        }
        #expect(try await administrator.get("/plans/PLN-1?format=csv").headers[.cacheControl] == "no-store")
    }
}
