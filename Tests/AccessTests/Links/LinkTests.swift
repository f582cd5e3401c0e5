import Access
import Register
import Testing

@Suite(.serialized) struct LinkTests {
    private static let next = "other random words"

    @Test func `the first start makes the first administrator, once`() async throws {
        let test = try TestBook()
        #expect(try await test.book.needsSetUp())
        let link = try await test.book.makeSetUpLink()
        #expect(link.purpose == .setUp)
        #expect(try await test.book.link(link.token).account == nil)
        func setUp(_ password: String = TestBook.password) async throws -> Account {
            try await test.book.setUp(link.token, address: .of("ann@a.b"), name: "Ann Lee", password: password)
        }
        await #expect(throws: AccessError.passwordRefused([.tooShort(length: 5)])) { try await setUp("short") }
        let ann = try await setUp()
        #expect(ann.details.grants == [Grant(.administrator)] && ann.hasPassword)
        #expect(try await !test.book.needsSetUp())
        await #expect(throws: AccessError.linkUnknown) { try await setUp() }
        await #expect(throws: AccessError.alreadySetUp) { try await test.book.makeSetUpLink() }
        _ = try await test.signIn("ann@a.b")
    }

    @Test func `one link to set up works at a time, for a day`() async throws {
        let test = try TestBook()
        let (old, new) = (try await test.book.makeSetUpLink(), try await test.book.makeSetUpLink())
        await #expect(throws: AccessError.linkUnknown) { try await test.book.link(old.token) }
        test.clock.advance(86_399)
        _ = try await test.book.link(new.token)
        test.clock.advance(1)
        await #expect(throws: AccessError.linkExpired(ended: test.clock.now)) {
            try await test.book.setUp(new.token, address: .of("a@a.b"), name: "A", password: TestBook.password)
        }
        #expect(try await test.book.needsSetUp())
    }

    @Test func `two who use the link to set up at once make one administrator`() async throws {
        let test = try TestBook()
        let link = try await test.book.makeSetUpLink()
        let made = await withTaskGroup(of: Account?.self) { group in
            for number in 1...8 {
                group.addTask {
                    try? await test.book.setUp(
                        link.token, address: .of("a\(number)@a.b"), name: "Ann Lee", password: TestBook.password)
                }
            }
            return await group.reduce(into: [Account]()) { if let account = $1 { $0.append(account) } }
        }
        #expect(made.count == 1)
        #expect(try await test.book.accounts() == made)
    }

    @Test func `an invitation sets the first password within a week, once`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let details = AccountDetails(address: try .of("ben@a.b"), name: "Ben Shaw", grants: [Grant(.reader)])
        let (account, link) = try await test.book.invite(details)
        #expect(try await test.book.link(link.token).account == account)
        test.clock.advance(7 * 86_400 - 1)
        await #expect(throws: AccessError.passwordRefused([.isName])) {
            try await test.book.setPassword("Ben Shaw 1234", by: link.token)
        }
        #expect(try await test.book.setPassword(TestBook.password, by: link.token).hasPassword)
        _ = try await test.signIn("ben@a.b")
        await #expect(throws: AccessError.linkUnknown) { try await test.book.setPassword(Self.next, by: link.token) }
        let late = try await test.book.invite(AccountDetails(address: try .of("cat@a.b"), name: "Cat Moore")).link
        test.clock.advance(7 * 86_400)
        await #expect(throws: AccessError.linkExpired(ended: test.clock.now)) { try await test.book.link(late.token) }
    }

    @Test func `a new password by a link ends sessions, and leaves the second factor`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b")
        _ = try await test.secondFactor(of: "ben@a.b")
        let session = try await test.signIn("ben@a.b")
        let (old, link) = (try await test.book.makeLink(for: ben.id), try await test.book.makeLink(for: ben.id))
        #expect(link.purpose == .reset)
        await #expect(throws: AccessError.linkUnknown) { try await test.book.setPassword(Self.next, by: old.token) }
        #expect(try await test.book.session(session.token) != nil)
        #expect(try await test.book.setPassword(Self.next, by: link.token).hasSecondFactor)
        #expect(try await test.book.sessions(of: ben.id).isEmpty)
        await #expect(throws: AccessError.wrongCredentials) { try await test.signIn("ben@a.b") }
        #expect(try await test.signIn("ben@a.b", Self.next).session.stage == .pending)
    }

    @Test func `an account that was only invited gets another invitation`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let (account, old) = try await test.book.invite(AccountDetails(address: try .of("ben@a.b"), name: "Ben Shaw"))
        let link = try await test.book.makeLink(for: account.id)
        #expect(link.purpose == .invitation)
        await #expect(throws: AccessError.linkUnknown) { try await test.book.link(old.token) }
        await #expect(throws: AccessError.unknownAccount(AccountID(99))) {
            try await test.book.makeLink(for: AccountID(99))
        }
    }

    @Test func `a link for one thing does no other`() async throws {
        let test = try TestBook()
        let setUp = try await test.book.makeSetUpLink()
        await #expect(throws: AccessError.linkUnknown) { try await test.book.setPassword(Self.next, by: setUp.token) }
        let ann = try await test.administrator()
        let reset = try await test.book.makeLink(for: ann.id)
        await #expect(throws: AccessError.linkUnknown) {
            try await test.book.setUp(reset.token, address: .of("x@a.b"), name: "X", password: Self.next)
        }
        #expect(try await test.book.session(reset.token) == nil)
        let session = try await test.signIn("ann@harrowmere.example")
        await #expect(throws: AccessError.linkUnknown) { try await test.book.link(session.token) }
    }
}
