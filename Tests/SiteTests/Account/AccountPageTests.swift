import Access
import HTTPTypes
import Register
import Testing

@testable import Site

@Suite(.serialized) struct AccountPageTests {
    private static let next = "lantern quartz forty mill"

    @Test func `the page says who one is and what one may do`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(
            [Grant(.officer, at: test.records.north), Grant(.clerk, at: test.records.north), Grant(.reader)],
            person: test.records.owner, name: "Ada <Marsh>")
        let page = try await browser.get("/account").text
        #expect(page.contains("North Mere: Officer, Clerk") && page.contains("Whole partnership: Reader"))
        #expect(page.contains(">Karen Hughes</a>"))
        #expect(page.contains("Ada &lt;Marsh&gt;") && !page.contains("<Marsh>"))
        #expect(page.contains("href=\"/account\""))
    }

    @Test func `an account that is nobody in the ledger says so`() async throws {
        let test = try await TestSite()
        #expect(try await test.browser([Grant(.reader)]).get("/account").text.contains("nobody yet"))
    }

    // MARK: Password

    @Test func `a new password takes the place of the old one, and ends other sessions`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let address = try #require(try await test.site.access.accounts().first).details.address.text
        let other = Browser(test)
        _ = try await other.post("/sign-in", ["address": address, "password": TestSite.password])
        #expect(try await other.get("/account").status == .ok)
        let answer = try await browser.post(
            "/account/password", ["current-password": TestSite.password, "new-password": Self.next])
        #expect(answer.location == "/account?done=password")
        #expect(try await browser.get("/account?done=password").text.contains("Your password is changed"))
        #expect(try await other.get("/account").location?.hasPrefix("/sign-in") == true)
        let old = try await Browser(test).post("/sign-in", ["address": address, "password": TestSite.password])
        #expect(old.status == .badRequest)
        let new = try await Browser(test).post("/sign-in", ["address": address, "password": Self.next])
        #expect(new.location == "/")
    }

    @Test(arguments: [
        ("not the password", AccountPageTests.next, "This is not your password"),
        (TestSite.password, "short", "It has 5 characters"), ("", "", "It has 0 characters"),
    ]) func `a password that will not do is refused at its field`(
        current: String, new: String, words: String
    ) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let answer = try await browser.post(
            "/account/password", ["current-password": current, "new-password": new])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains(words) && answer.text.contains("There is a problem"))
        #expect(!answer.text.contains(Self.next), "no password is sent back")
    }

    // MARK: Sessions

    @Test func `sessions are listed and ended one by one`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        #expect(try await !browser.get("/account").text.contains("End all others"))
        let account = try #require(try await test.site.access.accounts().first)
        let other = Browser(test)
        _ = try await other.post(
            "/sign-in", ["address": account.details.address.text, "password": TestSite.password])
        let page = try await browser.get("/account")
        #expect(page.text.contains("End all others"))
        let end = try #require(page.text.firstMatch(of: /action="(\/account\/sessions\/[0-9]+\/end)"/)).1
        #expect(try await browser.post(String(end), [:]).location == "/account?done=session")
        #expect(try await other.get("/").location?.hasPrefix("/sign-in") == true)
        #expect(try await browser.get("/").status == .ok)
        #expect(try await browser.post(String(end), [:]).status == .notFound)
    }

    @Test func `nobody ends the session of another`() async throws {
        let test = try await TestSite()
        let victim = try await test.browser([Grant(.reader)])
        let account = try #require(try await test.site.access.accounts().first)
        let session = try #require(try await test.site.access.sessions(of: account.id).first)
        let thief = try await test.browser([Grant(.administrator)])
        #expect(try await thief.post("/account/sessions/\(session.id)/end", [:]).status == .notFound)
        #expect(try await victim.get("/").status == .ok)
    }

    @Test func `all others are ended at once`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let account = try #require(try await test.site.access.accounts().first)
        for _ in 0..<2 {
            _ = try await Browser(test).post(
                "/sign-in", ["address": account.details.address.text, "password": TestSite.password])
        }
        #expect(try await test.site.access.sessions(of: account.id).count == 3)
        #expect(try await browser.post("/account/sessions/end-others", [:]).location == "/account?done=sessions")
        #expect(try await test.site.access.sessions(of: account.id).count == 1)
        #expect(try await browser.get("/account?done=sessions").text.contains("You are signed in here only"))
    }
}
