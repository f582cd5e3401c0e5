import Access
import HTTPTypes
import Register
import Testing

@testable import Site

@Suite(.serialized) struct SecondFactorPageTests {
    private static let second = Timestamp(day: TestSite.today, hour: 12).microseconds / 1_000_000

    /// Turns codes on in a browser.
    private func turnOn(_ browser: Browser) async throws -> (secret: String, codes: [String]) {
        let begun = try await browser.post("/account/second-factor/begin", ["begin-password": TestSite.password])
        #expect(begun.location == "/account/second-factor")
        let page = try await browser.get("/account/second-factor")
        let secret = try #require(page.words(after: "class=\"secret\">"))
        #expect(secret.firstMatch(of: /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/) != nil)
        let confirmed = try await browser.post(
            "/account/second-factor", ["code": try OneTimeCode.of(secret, at: Self.second)])
        #expect(confirmed.status == .ok)
        return (secret, confirmed.text.matches(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){3}/).map { String($0.0) })
    }

    @Test func `codes are set up, asked for when signing in, and turned off`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let address = try #require(try await test.site.access.accounts().first).details.address.text
        let (secret, codes) = try await turnOn(browser)
        #expect(codes.count == 8)
        #expect(try await browser.get("/account").text.contains("8 recovery codes are"))
        #expect(try await browser.get("/account/second-factor").location == "/account", "shown once only")

        let other = Browser(test)
        let signIn = try await other.post("/sign-in", ["address": address, "password": TestSite.password])
        #expect(signIn.location == "/sign-in/code")
        #expect(try await other.get("/account").location == "/sign-in/code", "the password alone opens nothing")
        other.formToken = try await other.get("/sign-in/code").hidden("form-token")
        let code = try OneTimeCode.of(secret, at: Self.second, stepsLater: 1)
        #expect(try await other.post("/sign-in/code", ["code": code]).location == "/")
        #expect(try await other.get("/account").status == .ok)

        let end = try await other.post("/account/second-factor/end", ["end-password": TestSite.password])
        #expect(end.location == "/account?done=second-factor")
        #expect(
            try await Browser(test).post("/sign-in", ["address": address, "password": TestSite.password]).location
                == "/")
    }

    @Test func `a wrong code turns nothing on`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        _ = try await browser.post("/account/second-factor/begin", ["begin-password": TestSite.password])
        let answer = try await browser.post("/account/second-factor", ["code": "12"])
        #expect(answer.status == .badRequest && answer.text.contains("The code is not right"))
        #expect(try #require(try await test.site.access.accounts().first).hasSecondFactor == false)
    }

    @Test func `a code without a secret that was offered is refused`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        #expect(try await browser.get("/account/second-factor").location == "/account")
        #expect(try await browser.post("/account/second-factor", ["code": "123456"]).status == .badRequest)
    }

    @Test(arguments: [
        ("/account/second-factor/begin", "begin-password"), ("/account/second-factor/end", "end-password"),
        ("/account/second-factor/codes", "codes-password"),
    ]) func `whoever finds the computer open cannot change codes`(path: String, field: String) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        if field != "begin-password" { _ = try await turnOn(browser) }
        let account = try #require(try await test.site.access.accounts().first)
        let answer = try await browser.post(path, [(field, "not the password")])
        #expect(answer.status == .badRequest && answer.text.contains("This is not your password"))
        #expect(try await test.site.access.account(account.id)?.hasSecondFactor == (field != "begin-password"))
        #expect(try await test.site.access.offeredSecondFactor(to: account.id) == nil)
    }

    @Test func `new recovery codes take the place of the old ones`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let (_, old) = try await turnOn(browser)
        let answer = try await browser.post("/account/second-factor/codes", ["codes-password": TestSite.password])
        let new = answer.text.matches(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){3}/).map { String($0.0) }
        #expect(new.count == 8 && Set(new).isDisjoint(with: old))
        let address = try #require(try await test.site.access.accounts().first).details.address.text
        for (code, works) in [(old[0], false), (new[0], true)] {
            let other = Browser(test)
            _ = try await other.post("/sign-in", ["address": address, "password": TestSite.password])
            other.formToken = try await other.get("/sign-in/code").hidden("form-token")
            #expect((try await other.post("/sign-in/code", ["code": code]).location == "/") == works)
        }
    }
}
