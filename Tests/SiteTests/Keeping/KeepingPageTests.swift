import Access
import HTTPTypes
import Register
import Testing

@testable import Site

@Suite(.serialized) struct KeepingPageTests {
    @Test func `the overview says how much there is of each`() async throws {
        let test = try await TestSite()
        let page = try await test.browser([Grant(.administrator)]).get("/keeping").text
        for words in ["1 account<", "2 councils, 0 bodies", "1 person, 0 posts", "1 plan<", "public pages are off"] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test func `an empty ledger has an overview too`() async throws {
        let page = try await TestSite(isEmpty: true).browser([Grant(.administrator)]).get("/keeping").text
        #expect(page.contains("0 councils, 0 bodies"))
    }

    @Test func `the navigation shows it to those who may`() async throws {
        let test = try await TestSite()
        #expect(try await test.browser([Grant(.administrator)]).get("/").text.contains("href=\"/keeping\""))
        #expect(try await !test.browser([Grant(.officer)]).get("/").text.contains("href=\"/keeping\""))
    }

    @Test func `whoever is invited and not yet here is counted`() async throws {
        let test = try await TestSite()
        let address = try #require(MailAddress("ben@example.gov.uk"))
        _ = try await test.site.access.invite(AccountDetails(address: address, name: "Ben Shaw"))
        let page = try await test.browser([Grant(.administrator)]).get("/keeping").text
        #expect(page.contains("2 accounts; 1 invited and not yet here"))
    }

    @Test func `public pages are turned on and off, and stay so`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        #expect(
            try await browser.post("/keeping/settings", ["public-pages": "yes"]).location == "/keeping/settings?done=1")
        #expect(test.site.hasPublicPages)
        #expect(try await test.site.access.setting(.publicPages))
        #expect(try await browser.get("/keeping/settings").text.contains("checked"))
        _ = try await browser.post("/keeping/settings", [:])
        #expect(!test.site.hasPublicPages)
        #expect(try await !test.site.access.setting(.publicPages))
    }

    @Test func `a council's administrator sets nothing for the partnership`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        #expect(try await !north.get("/keeping").text.contains("/keeping/settings"))
        #expect(try await north.get("/keeping/settings").status == .forbidden)
        #expect(try await north.post("/keeping/settings", ["public-pages": "yes"]).status == .forbidden)
        #expect(!test.site.hasPublicPages)
    }
}
