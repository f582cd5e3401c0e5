import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// Pages are kept until something changes that they follow from; nobody sees another's, or one of yesterday.
@Suite(.serialized) struct KeptPageTests {
    private static let path = "/plans/PLN-1"

    @Test func `a page that was asked for before is the same, until the ledger moves on`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let first = try await browser.get(Self.path).text
        let kept = test.site.pages.count
        #expect(kept > 0)
        #expect(try await browser.get(Self.path).text == first)
        #expect(test.site.pages.count == kept)
        let entry = try #require(try await test.ledger.entry(test.records.late, .now))
        var record = try entry.record()
        record.content = Action(
            text: "Mend the sluice", timescale: Timescale("31 March 2026", reference: TestSite.today))
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "Reworded", changes: [Commit.Change(entry.id, seen: 1, record)]))
        let second = try await browser.get(Self.path).text
        #expect(first.contains("Mend the weir") && second.contains("Mend the sluice"))
        #expect(!second.contains("Mend the weir"))
    }

    @Test func `everybody has pages of their own`() async throws {
        let test = try await TestSite()
        let everybody = try await test.browser([Grant(.reader)], name: "Ada Marsh")
        let north = try await test.browser([Grant(.reader, at: test.records.north)], name: "Ben Shaw")
        for _ in 1...2 {
            let (all, own) = (try await everybody.get(Self.path).text, try await north.get(Self.path).text)
            #expect(all.contains("Clear the culvert") && all.contains("Ada Marsh"))
            #expect(!own.contains("Clear the culvert") && own.contains("Ben Shaw"))
        }
    }

    @Test func `each session has forms of its own, on pages that are kept too`() async throws {
        let test = try await TestSite()
        let browsers = try await test.browsers(2, [Grant(.reader)])
        var tokens: Set<String> = []
        for browser in browsers + browsers {
            tokens.insert(try #require(try await browser.get(Self.path).hidden("form-token")))
        }
        #expect(tokens.count == 2)
    }

    @Test func `yesterday's page is not shown today`() async throws {
        let test = try await TestSite()
        // A page without a session, which would have ended overnight.
        test.site.publicPages.areOn = true
        let before = try await Browser(test).get("/public").text
        #expect(test.site.pages.count == 1)
        test.pass(days: 1)
        let after = try await Browser(test).get("/public").text
        #expect(before.contains(TestSite.today.words))
        #expect(after.contains(TestSite.today.adding(days: 1).words))
    }

    @Test func `a page that is kept is not shown to whoever has signed out, or may not read it any more`() async throws
    {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        #expect(try await browser.get(Self.path).status == .ok)
        let account = try #require(try await test.site.access.accounts().first { $0.details.name == "Ada Marsh" })
        var details = account.details
        details.grants = []
        _ = try await test.site.access.change(account.id, seen: account.version, to: details)
        #expect(try await browser.get(Self.path).status == .forbidden)
        let other = try await test.browser([Grant(.reader)])
        #expect(try await other.get(Self.path).status == .ok)
        let token = try #require(try await other.get(Self.path).hidden("form-token"))
        _ = try await other.post("/sign-out", ["form-token": token])
        #expect(try await other.get(Self.path).status != .ok)
    }

    @Test func `public pages go when the partnership turns them off`() async throws {
        let test = try await TestSite()
        test.site.publicPages.areOn = true
        let browser = Browser(test)
        #expect(try await browser.get("/public").status == .ok)
        test.site.publicPages.areOn = false
        #expect(try await browser.get("/public").status == .notFound)
    }

    @Test func `no more is kept than there is room for`() {
        let kept = Remembered<Int, Int, String>(room: 100)
        kept.keep("large", for: 0, on: 1, cost: 7)
        #expect(kept.find(0, on: 1) == nil)
        for key in 1...20 { kept.keep("small", for: key, on: 1, cost: 6) }
        #expect(kept.find(20, on: 1) == "small")
        #expect((1...20).count { kept.find($0, on: 1) != nil } <= 100 / 6)
        #expect(kept.find(20, on: 2) == nil)
        kept.keep("other", for: 20, on: 2)
        #expect(kept.find(20, on: 1) == nil)
    }
}
