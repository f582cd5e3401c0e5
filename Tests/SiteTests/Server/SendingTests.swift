import Access
import Foundation
import HTTPTypes
import Register
import Testing

@testable import Site

/// How much may be sent, how often, and by whom.
@Suite(.serialized) struct SendingTests {
    private static let type = "multipart/form-data; boundary=b"

    /// A form with a file.
    private func paper(_ browser: Browser) async throws -> [UInt8] {
        _ = try await browser.post("/nothing", [:])
        let field = "--b\r\nContent-Disposition: form-data; name="
        let text = """
            \(field)"form-token"\r\n\r\n\(browser.formToken ?? "")\r
            \(field)"paper"; filename="a.txt"\r\n\r\n# A plan\r\n--b--\r\n
            """
        return Array(text.utf8)
    }

    private func settings(_ change: (inout SiteSettings) -> Void) -> SiteSettings {
        var settings = SiteSettings()
        change(&settings)
        return settings
    }

    @Test func `who sends files too often is asked to wait, and others are not`() async throws {
        let test = try await TestSite(settings: settings { $0.uploadRate = 2 })
        let (one, other) = (try await test.browser([Grant(.officer)]), try await test.browser([Grant(.officer)]))
        for _ in 1...2 {
            #expect(try await one.send(.post, "/imports", paper(one), type: Self.type).status == .seeOther)
        }
        let answer = try await one.send(.post, "/imports", paper(one), type: Self.type)
        #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "600")
        #expect(answer.text.contains("You have sent files 2 times within 10 minutes, so this was not kept."))
        #expect(try await other.send(.post, "/imports", paper(other), type: Self.type).status == .seeOther)
        // What holds no file is none.
        #expect(try await one.post("/imports", [:]).status == .badRequest)
        let account = try #require(try await test.site.access.accounts().first { $0.details.name == "Ada Marsh" })
        #expect(try await test.site.access.drafts(of: account.id).count <= 2)
    }

    @Test func `the count forgets, and those who sent nothing lately`() throws {
        let (count, account) = (UploadCount(limit: 2), AccountID(1))
        func at(_ seconds: Int) -> Timestamp { Timestamp(microseconds: seconds * 1_000_000) }
        try count.count(account, at: at(0))
        try count.count(account, at: at(100))
        #expect(throws: Refusal.self) { try count.count(account, at: at(599)) }
        try count.count(account, at: at(600))
        #expect(throws: Refusal.self) { try count.count(account, at: at(699)) }
        try count.count(account, at: at(700))
    }

    @Test func `room is given back when nobody knows of it any more`() throws {
        let room = BodyRoom(size: 100)
        var places = [try room.place(for: 60)]
        #expect(throws: Refusal.self) { try room.place(for: 41) }
        places.append(try room.place(for: 40))
        places.removeAll()
        places.append(try room.place(for: 100))
    }

    @Test func `a form is refused before it has come where whoever sends it may not`() async throws {
        let test = try await TestSite()
        let reader = try await test.browser([Grant(.reader)])
        let large = [UInt8](repeating: 120, count: 17_000)
        #expect(try await reader.send(.post, "/imports", large, type: Self.type).status == .forbidden)
        let stranger = Browser(test)
        #expect(try await stranger.send(.post, "/imports", large, type: Self.type).status == .seeOther)
        let answer = try await stranger.send(.post, "/sign-in", large, type: "application/x-www-form-urlencoded")
        #expect(answer.status == .contentTooLarge && answer.text.contains("The limit is 16 kB."))
    }

    @Test func `sign-in counts by whom a named server asks for, not by that server`() async throws {
        let test = try await TestSite(settings: settings { $0.proxies = Proxies(["127.0.0.1"]) })
        func answer(from client: String) async throws -> Answer {
            let body = Array("address=nobody\(UInt32.random(in: 0...UInt32.max))%40a.example&password=x".utf8)
            return try await Browser(test).send(
                .post, "/sign-in", body, type: "application/x-www-form-urlencoded", forwarded: client)
        }
        for _ in 1...BackOff.client.failures {
            #expect(try await answer(from: "203.0.113.9").status == .badRequest)
        }
        let refused = try await answer(from: "203.0.113.9")
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "31")
        #expect(try await answer(from: "203.0.113.10").status == .badRequest)
    }
}
