import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

@Suite(.serialized) struct NamesPageTests {
    @Test func `councils and bodies are listed, none and some`() async throws {
        let empty = try await TestSite(isEmpty: true).browser([Grant(.administrator)])
        #expect(try await empty.get("/keeping/councils").text.matches(of: /There are none yet/).count == 2)
        let test = try await TestSite()
        let page = try await test.browser([Grant(.administrator)]).get("/keeping/councils").text
        #expect(page.contains(">North Mere</a>") && page.contains(">South Mere</a>"))
        #expect(page.contains("/keeping/add/council") && page.contains("/keeping/add/body"))
    }

    @Test(arguments: [
        ("council", "COU-3", "/keeping/councils"), ("body", "BOD-1", "/keeping/councils"),
        ("person", "PER-2", "/keeping/people"), ("post", "POS-1", "/keeping/people"),
    ]) func `a name is added in the name of whoever adds it`(
        kind: String, reference: String, list: String
    ) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        #expect(try await browser.get("/keeping/add/\(kind)").status == .ok)
        let answer = try await browser.post(
            "/keeping/add/\(kind)", ["name": "Kate Hall", "aliases": "KH\r\n\r\n K. Hall \r\nKH"])
        let entry = try #require(try await test.ledger.entries(after: 7, limit: 9).first)
        #expect(answer.location == "\(list)?done=\(entry.reference)")
        #expect(entry.actor == "Ada Marsh" && entry.reason == "Added Kate Hall" && entry.version == 1)
        let content = try #require(NamedContent(try entry.record()))
        #expect(content.kind.rawValue == kind && content.aliases == ["KH", "K. Hall"])
        #expect(try await browser.get(list).text.contains("Kate Hall"))
    }

    @Test(arguments: [("", "Write a name with letters"), ("12", "Write a name with letters"), ("north mere", "COU-1")])
    func `a name that will not do is not added`(name: String, words: String) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        let answer = try await browser.post("/keeping/add/council", ["name": name, "aliases": "NM"])
        #expect(answer.status == .badRequest && answer.text.contains(words) && answer.text.contains(">NM</textarea>"))
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `nothing else is added by its name`() async throws {
        let browser = try await TestSite().browser([Grant(.administrator)])
        for kind in ["action", "plan", "x"] {
            #expect(try await browser.get("/keeping/add/\(kind)").status == .notFound)
        }
    }

    @Test func `renaming makes a new version, and the old name goes on finding it`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        let page = try await browser.get("/keeping/names/PER-1")
        let answer = try await browser.post(
            "/keeping/names/PER-1",
            [
                "seen": try #require(page.hidden("seen")), "name": "Karen Hughes-Lee", "aliases": "KHL",
                "post": "Head of Water",
            ])
        #expect(answer.location == "/keeping/people?done=PER-1")
        let entry = try #require(try await test.ledger.entry(test.records.owner, .now))
        #expect(entry.version == 2 && entry.actor == "Ada Marsh")
        #expect(entry.reason == "Karen Hughes is Karen Hughes-Lee")
        let person = try #require(try entry.record().content as? Person)
        #expect(person.aliases == ["KHL", "Karen Hughes"] && person.post == "Head of Water")
        #expect(try await browser.get("/records/ACT-1").text.contains("Karen Hughes-Lee"))
    }

    @Test func `what was not changed makes no new version`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        _ = try await browser.post("/keeping/names/COU-1", ["seen": "1", "name": "North Mere", "aliases": ""])
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `whoever comes too late sees both versions`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        _ = try await browser.post("/keeping/names/COU-1", ["seen": "1", "name": "North Mere Council"])
        let answer = try await browser.post("/keeping/names/COU-1", ["seen": "1", "name": "Mere North"])
        #expect(answer.status == .conflict && answer.text.contains("Ada Marsh has changed this"))
        #expect(answer.text.contains("<dd>North Mere Council</dd>") && answer.text.contains("value=\"Mere North\""))
        #expect(answer.hidden("seen") == "2")
        #expect(try await test.ledger.head().sequence == 8)
        let again = try await browser.post("/keeping/names/COU-1", ["seen": "2", "name": "Mere North"])
        #expect(again.location == "/keeping/councils?done=COU-1")
    }

    @Test func `what is not kept by its name, or not there, is not found`() async throws {
        let browser = try await TestSite().browser([Grant(.administrator)])
        for reference in ["ACT-1", "PER-99", "x"] {
            #expect(try await browser.get("/keeping/names/\(reference)").status == .notFound)
        }
    }

    @Test func `a council's administrator keeps what is of the council`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        #expect(try await north.get("/keeping/add/council").status == .forbidden)
        #expect(try await north.get("/keeping/names/PER-1").status == .forbidden, "of the whole partnership")
        #expect(try await north.post("/keeping/add/person", ["name": "Kate Hall"]).status == .forbidden)
        let south = try await north.post("/keeping/add/body", ["name": "Board", "council": "COU-2"])
        #expect(south.status == .forbidden)
        let own = try await north.post("/keeping/add/body", ["name": "Board", "council": "COU-1"])
        #expect(own.location == "/keeping/councils?done=BOD-1")
        #expect(try await north.get("/keeping/names/BOD-1").status == .ok)
        let other = try await test.browser([Grant(.administrator, at: test.records.south)])
        #expect(try await other.get("/keeping/names/BOD-1").status != .ok)
    }
}
