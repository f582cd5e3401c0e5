import Foundation
import GRDB
import Register
import Testing

@testable import Access

@Suite(.serialized) struct SessionTests {
    @Test func `the right password begins a session with the account's rights`() async throws {
        let test = try TestBook()
        let ann = try await test.administrator()
        let begun = try await test.signIn(" Ann@Harrowmere.EXAMPLE ")
        #expect(begun.session.account == ann && begun.session.stage == .full)
        #expect(begun.session.origin == "Firefox on Linux" && begun.session.created == test.clock.now)
        #expect(try await test.book.session(begun.token) == begun.session)
        #expect(begun.session.rights().canAdminister)
    }

    @Test(arguments: ["", "three random word", String(repeating: "x", count: 5_000), "\0"])
    func `a wrong password begins none, and is refused like an unknown address`(password: String) async throws {
        let test = try TestBook()
        try await test.administrator()
        for address in ["ann@harrowmere.example", "nobody@harrowmere.example", "no address", ""] {
            await #expect(throws: AccessError.wrongCredentials) { try await test.signIn(address, password) }
        }
    }

    @Test func `an address without an account takes the work of a password, like any other`() async throws {
        let test = try TestBook()
        try await test.administrator()
        _ = try await test.book.invite(AccountDetails(address: .of("invited@a.b"), name: "Ben Shaw"))
        for address in ["ann@harrowmere.example", "invited@a.b", "nobody@harrowmere.example", "no address"] {
            let before = test.book.hashing.taken
            await #expect(throws: AccessError.wrongCredentials) { try await test.signIn(address, "not the one") }
            #expect(test.book.hashing.taken == before + 1, "\(address)")
        }
    }

    @Test func `an account was last seen when its last session was used`() async throws {
        let test = try TestBook()
        let ann = try await test.administrator()
        #expect(try await test.book.lastSeen().isEmpty)
        _ = try await test.signIn("ann@harrowmere.example")
        test.clock.advance(300)
        _ = try await test.signIn("ann@harrowmere.example")
        #expect(try await test.book.lastSeen() == [ann.id: test.clock.now])
    }

    @Test func `only the whole token opens a session`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let text = try await test.signIn("ann@harrowmere.example").token.text
        #expect(try await test.book.session(#require(SecretToken(text))) != nil)
        let other = (text.first == "A" ? "B" : "A") + text.dropFirst()
        #expect(try await test.book.session(#require(SecretToken(String(other)))) == nil)
    }

    @Test func `neither tokens nor passwords are in the file`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let begun = try await test.signIn("ann@harrowmere.example")
        let link = try await test.book.makeLink(for: begun.session.account.id)
        let (_, codes) = try await test.secondFactor(of: "ann@harrowmere.example")
        let text = begun.token.text
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/") + "="
        let secrets =
            [try #require(Data(base64Encoded: base64)), Data(text.utf8), Data(link.token.text.utf8)]
            + [Data(TestBook.password.utf8), Data(codes[0].utf8), Data(codes[0].replacing("-", with: "").utf8)]
        for name in try test.folder.names() {
            let file = try Data(contentsOf: test.folder.url.appending(path: name))
            for secret in secrets { #expect(file.range(of: secret) == nil, "\(name)") }
        }
    }

    @Test func `a session ends twelve hours after it began, however busy`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let begun = try await test.signIn("ann@harrowmere.example")
        for _ in 1..<(12 * 4) {
            test.clock.advance(900)
            #expect(try await test.book.session(begun.token) != nil)
        }
        test.clock.advance(899)
        #expect(try await test.book.session(begun.token) != nil)
        test.clock.advance(1)
        #expect(try await test.book.session(begun.token) == nil)
    }

    @Test func `a session ends after an hour's rest, and each request puts that off`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let begun = try await test.signIn("ann@harrowmere.example")
        test.clock.advance(3_599)
        #expect(try await test.book.session(begun.token) != nil)
        test.clock.advance(3_599)
        #expect(try await test.book.session(begun.token) != nil)
        test.clock.advance(3_600)
        #expect(try await test.book.session(begun.token) == nil)
        #expect(try await test.book.sessions(of: begun.session.account.id).isEmpty)
    }

    @Test func `use is written down once a minute`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let begun = try await test.signIn("ann@harrowmere.example")
        func seen() async throws -> Int {
            _ = try await test.book.session(begun.token)
            let session = try #require(try await test.book.session(begun.token))
            return (session.seen.microseconds - begun.session.created.microseconds) / 1_000_000
        }
        test.clock.advance(59)
        #expect(try await seen() == 0)
        test.clock.advance(1)
        #expect(try await seen() == 60)
        test.clock.advance(59)
        #expect(try await seen() == 60)
        test.clock.advance(-3_000)
        #expect(try await seen() == 60)
    }

    @Test func `limits can be set`() async throws {
        let test = try TestBook {
            ($0.sessionLength, $0.idleLength) = (100, 50)
        }
        try await test.administrator()
        let (idle, busy) = (
            try await test.signIn("ann@harrowmere.example"), try await test.signIn("ann@harrowmere.example")
        )
        #expect(busy.session.ends.microseconds - test.clock.now.microseconds == 100_000_000)
        test.clock.advance(50)
        #expect(try await test.book.session(idle.token) == nil)
    }

    @Test func `sessions are listed, the last used first, and ended one by one or all`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b").id
        var begun: [SignIn] = []
        for _ in 1...4 {
            test.clock.advance(1)
            begun.append(try await test.signIn("ben@a.b"))
        }
        let ann = try await test.signIn("ann@harrowmere.example")
        #expect(try await test.book.sessions(of: ben).map(\.id) == begun.reversed().map(\.session.id))
        #expect(try await !test.book.endSession(begun[0].session.id, of: ann.session.account.id))
        #expect(try await test.book.endSession(begun[0].session.id, of: ben))
        #expect(try await test.book.session(begun[0].token) == nil)
        try await test.book.signOut(begun[1].token)
        #expect(try await test.book.sessions(of: ben).map(\.id) == [begun[3], begun[2]].map(\.session.id))
        #expect(try await test.book.endSessions(of: ben, except: begun[3].session.id) == 1)
        #expect(try await test.book.endSessions(of: ben) == 1)
        #expect(try await test.book.sessions(of: ben).isEmpty)
        #expect(try await test.book.session(ann.token) != nil)
    }

    @Test func `new roles count from the next request on`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b")
        let begun = try await test.signIn("ben@a.b")
        var details = ben.details
        details.grants = [Grant(.reader)]
        _ = try await test.book.change(ben.id, seen: 1, to: details)
        #expect(try await test.book.session(begun.token)?.rights().canEdit(councils: []) == false)
    }
}

/// Sessions are remembered between pages; what anybody does to them is seen at once all the same.
@Suite(.serialized) struct RememberedSessionTests {
    private func begun() async throws -> (TestBook, SignIn) {
        let test = try TestBook()
        try await test.administrator()
        let begun = try await test.signIn("ann@harrowmere.example")
        #expect(try await test.book.session(begun.token) == begun.session)
        return (test, begun)
    }

    @Test func `one that was ended is ended`() async throws {
        let (test, begun) = try await begun()
        try await test.book.signOut(begun.token)
        #expect(try await test.book.session(begun.token) == nil)
    }

    @Test func `one that another program ended is ended`() async throws {
        let (test, begun) = try await begun()
        let other = try AccessBook.open(test.book.path, clock: { test.clock.now })
        try await other.signOut(begun.token)
        #expect(try await test.book.session(begun.token) == nil)
    }

    @Test func `one whose account was changed shows the account as it stands`() async throws {
        let (test, begun) = try await begun()
        let account = begun.session.account
        var details = account.details
        details.name = "Ann Lee-Price"
        _ = try await test.book.change(account.id, seen: account.version, to: details)
        #expect(try await test.book.session(begun.token)?.account.details.name == "Ann Lee-Price")
    }

    @Test func `one that nobody uses ends at its time`() async throws {
        let (test, begun) = try await begun()
        test.clock.advance(test.book.rules.idleLength)
        #expect(try await test.book.session(begun.token) == nil)
    }
}
