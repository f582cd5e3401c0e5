import Access
import GRDB
import Register
import Testing

@Suite(.serialized) struct PasswordChangeTests {
    private static let next = "other random words"

    @Test func `a new password ends all other sessions and links, and the old one is no good`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b")
        let (mine, other) = (try await test.signIn("ben@a.b"), try await test.signIn("ben@a.b"))
        let ann = try await test.signIn("ann@harrowmere.example")
        let link = try await test.book.makeLink(for: ben.id)
        test.clock.advance(1)
        try await test.book.changePassword(
            of: mine.session, from: TestBook.password, to: Self.next, client: "192.0.2.1")
        #expect(try await test.book.session(mine.token) != nil)
        #expect(try await test.book.session(other.token) == nil)
        #expect(try await test.book.session(ann.token) != nil)
        #expect(try await test.book.account(ben.id)?.changed == test.clock.now)
        await #expect(throws: AccessError.linkUnknown) { try await test.book.link(link.token) }
        await #expect(throws: AccessError.wrongCredentials) { try await test.signIn("ben@a.b") }
        _ = try await test.signIn("ben@a.b", Self.next)
    }

    @Test func `changing takes the old password, a good new one and a session that goes on`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let mine = try await test.signIn("ann@harrowmere.example").session
        func change(from current: String = TestBook.password, to new: String = Self.next) async -> AccessError? {
            do throws(AccessError) {
                try await test.book.changePassword(of: mine, from: current, to: new, client: "192.0.2.1")
                return nil
            } catch { return error }
        }
        #expect(await change(from: "not this one") == .wrongCredentials)
        #expect(await change(to: "short") == .passwordRefused([.tooShort(length: 5)]))
        #expect(await change(to: "Ann Lee 123456") == .passwordRefused([.isName]))
        _ = try await test.book.endSessions(of: mine.account.id)
        #expect(await change() == .sessionEnded)
        _ = try await test.signIn("ann@harrowmere.example")
    }

    @Test func `a pending session changes nothing`() async throws {
        let test = try TestBook()
        try await test.administrator()
        _ = try await test.secondFactor(of: "ann@harrowmere.example")
        let pending = try await test.signIn("ann@harrowmere.example").session
        await #expect(throws: AccessError.sessionEnded) {
            try await test.book.changePassword(of: pending, from: TestBook.password, to: Self.next, client: "")
        }
        await #expect(throws: AccessError.sessionEnded) {
            try await test.book.confirmPassword(TestBook.password, of: pending, client: "")
        }
    }

    @Test func `the password is confirmed once more, and guessing it there locks out as well`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let mine = try await test.signIn("ann@harrowmere.example").session
        try await test.book.confirmPassword(TestBook.password, of: mine, client: "192.0.2.1")
        for _ in 1...5 {
            await #expect(throws: AccessError.wrongCredentials) {
                try await test.book.confirmPassword("wrong", of: mine, client: "192.0.2.1")
            }
        }
        let until = Timestamp(microseconds: test.clock.now.microseconds + 30_000_000)
        await #expect(throws: AccessError.lockedOut(until: until)) {
            try await test.book.confirmPassword(TestBook.password, of: mine, client: "192.0.2.1")
        }
    }

    @Test func `a hash of another cost is made anew at the next sign-in, and only by the right password`() async throws
    {
        let test = try TestBook()
        try await test.administrator()
        let path = test.folder.path("access.db")
        func stored() throws -> String? {
            try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "SELECT password FROM account") }
        }
        let before = try #require(try stored())
        let raised = try TestBook.open(path, test.clock) {
            $0.passwordCost = ScryptCost(logN: 2, blockSize: 1, parallelism: 1) ?? .standard
        }
        await #expect(throws: AccessError.wrongCredentials) {
            try await raised.signIn(address: "ann@harrowmere.example", password: "wrong", client: "")
        }
        #expect(try stored() == before)
        for _ in 1...2 {
            _ = try await raised.signIn(address: "ann@harrowmere.example", password: TestBook.password, client: "")
            #expect(try stored()?.hasPrefix("$scrypt$ln=2,r=1,p=1$") == true)
        }
    }
}
