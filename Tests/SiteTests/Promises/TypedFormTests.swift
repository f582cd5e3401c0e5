import Access
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Register
import Testing

@testable import Site

/// What people typed comes back when they had been signed out, or there was no room; nothing of it is kept meanwhile.
@Suite(.serialized) struct TypedFormTests {
    private static let path = "/records/ACT-1/update"
    private static let fields = [
        ("seen", "1"), ("status", "On Target"), ("narrative", "The <second> weir\r\nis “mended”."),
    ]

    /// A browser whose session has ended, though it does not know yet.
    private func forgotten(_ test: TestSite, _ role: Role = .officer) async throws -> (Browser, address: String) {
        let browser = try await test.browser([Grant(role)])
        _ = try await browser.post("/nothing", [:])
        let account = try #require(try await test.site.access.accounts().last)
        _ = try await test.site.access.endSessions(of: account.id)
        return (browser, account.details.address.text)
    }

    /// Hidden fields of a form on a page, as a browser sends them.
    private func hidden(_ answer: Answer) -> [(String, String)] {
        answer.text.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/).map { match in
            let value = String(match.2).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            return (String(match.1), value)
        }
    }

    @Test func `after a session has ended the form comes back, and is sent once they have signed in`() async throws {
        let test = try await TestSite()
        let (browser, address) = try await forgotten(test)
        let refused = try await browser.send(Self.path, Self.fields)
        #expect(refused.status == .forbidden && refused.text.contains("You were signed out before you sent this"))
        #expect(refused.text.contains("The &lt;second&gt; weir"))
        #expect(try await test.ledger.entry(test.records.late, .now)?.version == 1)

        let wrong = try await browser.send(
            "/sign-in", hidden(refused) + [("address", address), ("password", "not this one at all")])
        #expect(wrong.status == .badRequest && wrong.text.contains("The &lt;second&gt; weir"))
        #expect(!wrong.text.contains("not this one at all"))

        let back = try await browser.send(
            "/sign-in", hidden(wrong) + [("address", address), ("password", TestSite.password)])
        #expect(back.status == .ok && back.text.contains("You are signed in again"))
        #expect(back.text.contains("action=\"\(Self.path)\"") && back.text.contains("The &lt;second&gt; weir"))
        #expect(!back.text.contains(TestSite.password))
        #expect(try await test.ledger.entry(test.records.late, .now)?.version == 1, "nothing is saved unasked")

        let saved = try await browser.send(Self.path, hidden(back))
        #expect(saved.location == "/records/ACT-1?done=1")
        let record = try #require(try await test.ledger.entry(test.records.late, .now)?.record())
        #expect(record.progress.reported?.status == "On Target")
    }

    @Test func `a form from before they signed in anew comes back with a token of the new session`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.officer)])
        let refused = try await browser.post(
            Self.path, Self.fields + [("form-token", "of another session")], withToken: false)
        #expect(refused.status == .forbidden && refused.text.contains("What you wrote"))
        let saved = try await browser.post(Self.path, hidden(refused), withToken: false)
        #expect(saved.location == "/records/ACT-1?done=1")
    }

    @Test func `what stands on another site is not shown`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.officer)])
        for (name, value) in [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null")]
        {
            var head = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:8080", path: Self.path)
            head.headerFields[.cookie] = "goldthread=\(browser.cookie ?? "")"
            head.headerFields[.contentType] = "application/x-www-form-urlencoded"
            head.headerFields[try #require(HTTPField.Name(name))] = value
            let body = RequestBody(buffer: ByteBuffer(string: "narrative=Planted"))
            let answer = try await test.send(Request(head: head, body: body))
            #expect(answer.status == .forbidden && !answer.text.contains("Planted"), "\(name): \(value)")
        }
    }

    @Test(arguments: ["/account/password", "https://evil.example/records/ACT-1/update", "//evil.example", "/sign-out"])
    func `signing in brings back what is for this site's forms alone`(to: String) async throws {
        let test = try await TestSite()
        let (browser, address) = try await forgotten(test)
        let answer = try await browser.send(
            "/sign-in",
            [("to", to), ("typed.narrative", "Planted"), ("address", address), ("password", TestSite.password)])
        #expect(answer.status == .seeOther && !answer.text.contains("Planted"))
    }

    @Test func `signing in brings nothing back that another site planted`() async throws {
        let test = try await TestSite()
        let (_, address) = try await forgotten(test)
        for password in [TestSite.password, "not this one at all"] {
            var head = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:8080", path: "/sign-in")
            head.headerFields[.contentType] = "application/x-www-form-urlencoded"
            head.headerFields[.origin] = "http://evil.example"
            let fields = "to=/records/ACT-1/update&typed.narrative=Planted&address=\(address)&password=\(password)"
            let body = RequestBody(buffer: ByteBuffer(string: fields.replacing(" ", with: "+")))
            let answer = try await test.send(Request(head: head, body: body))
            #expect(!answer.text.contains("Planted"), "\(password)")
        }
    }

    @Test func `whoever has signed in elsewhere meanwhile finds what they typed`() async throws {
        let test = try await TestSite()
        let (browser, address) = try await forgotten(test)
        let refused = try await browser.send(Self.path, Self.fields)
        let form = hidden(refused) + [("address", address), ("password", TestSite.password)]
        // In another window, with the same cookie.
        _ = try await browser.post("/sign-in", ["address": address, "password": TestSite.password], withToken: false)
        let back = try await browser.post("/sign-in", form, withToken: false)
        #expect(back.status == .ok && back.text.contains("The &lt;second&gt; weir"))
    }

    @Test func `a password that was typed is not shown again`() async throws {
        let test = try await TestSite()
        let (browser, _) = try await forgotten(test)
        let answer = try await browser.post(
            "/account/password", ["current-password": "a", "new-password": "secret words"])
        #expect(answer.status == .seeOther && !answer.text.contains("secret words"))
    }

    @Test func `with a second factor the form waits for the code, too`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.officer)])
        _ = try await browser.post("/account/second-factor/begin", ["begin-password": TestSite.password])
        let secret = try #require(try await browser.get("/account/second-factor").words(after: "class=\"secret\">"))
        let second = Timestamp(day: TestSite.today, hour: 12).microseconds / 1_000_000
        _ = try await browser.post("/account/second-factor", ["code": try OneTimeCode.of(secret, at: second)])
        let account = try #require(try await test.site.access.accounts().last)
        _ = try await test.site.access.endSessions(of: account.id)

        let refused = try await browser.send(Self.path, Self.fields)
        let asked = try await browser.send(
            "/sign-in", hidden(refused) + [("address", account.details.address.text), ("password", TestSite.password)])
        #expect(asked.status == .ok && asked.text.contains("Enter your code"))
        let code = try OneTimeCode.of(secret, at: second, stepsLater: 1)
        let back = try await browser.send("/sign-in/code", hidden(asked) + [("code", code)])
        #expect(back.text.contains("You are signed in again") && back.text.contains("The &lt;second&gt; weir"))
        #expect(try await browser.send(Self.path, hidden(back)).location == "/records/ACT-1?done=1")
    }

    @Test func `who sends files too often keeps what they wrote, and chooses the file again`() async throws {
        var settings = SiteSettings()
        settings.uploadRate = 1
        let test = try await TestSite(settings: settings)
        let browser = try await test.browser([Grant(.officer)])
        let file = (field: "file", name: "a.txt", bytes: Array("As seen".utf8))
        #expect(try await browser.send(Self.path, Self.fields, file: file).location != nil)
        let later = [("seen", "2"), ("narrative", "One more picture")]
        let refused = try await browser.send(Self.path, later, file: file)
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "600")
        #expect(refused.text.contains("One more picture") && refused.text.contains("type=\"file\" id=\"file\""))
        #expect(try await browser.send(Self.path, hidden(refused)).location == "/records/ACT-1?done=1")
    }

    @Test func `a form that there is no room for comes back, as far as it stood before its file`() async throws {
        var settings = SiteSettings()
        (settings.uploadLimit, settings.uploadRoom) = (1000, 1)
        let test = try await TestSite(settings: settings)
        let browser = try await test.browser([Grant(.officer)])
        _ = try await browser.post("/nothing", [:])
        let place = try test.site.bodyRoom.place(for: 1_000_999)
        let file = (field: "file", name: "a.txt", bytes: [UInt8](repeating: 120, count: 20_000))
        let refused = try await browser.send(Self.path, Self.fields, file: file)
        withExtendedLifetime(place) {}
        #expect(refused.status == .serviceUnavailable && refused.headers[.retryAfter] == "30")
        #expect(refused.text.contains("weir") && refused.text.contains("Choose it again"))
    }
}
