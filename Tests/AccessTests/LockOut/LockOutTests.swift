import Access
import Foundation
import GRDB
import Register
import Testing

@Suite(.serialized) struct LockOutTests {
    private static let ann = "ann@harrowmere.example"

    private static func book(_ change: (inout AccessRules) -> Void = { _ in }) async throws -> TestBook {
        let test = try TestBook(change)
        try await test.administrator()
        return test
    }

    /// How a sign-in ended; nil where it began a session.
    private static func outcome(
        _ test: TestBook, _ password: String, at address: String = ann, from client: String = "192.0.2.1"
    ) async -> AccessError? {
        do {
            _ = try await test.signIn(address, password, from: client)
            return nil
        } catch {
            return error as? AccessError
        }
    }

    private static func locked(_ test: TestBook, for seconds: Int) -> AccessError {
        .lockedOut(until: Timestamp(microseconds: test.clock.now.microseconds + seconds * 1_000_000))
    }

    @Test(arguments: [ann, "nobody@harrowmere.example", "no address"])
    func `the fifth failure locks an address out, known or not, and each one after it for longer`(address: String)
        async throws
    {
        let test = try await Self.book()
        for _ in 1...5 { #expect(await Self.outcome(test, "wrong", at: address) == .wrongCredentials) }
        for wait in [30, 60, 120, 240, 480, 900, 900] {
            #expect(
                await Self.outcome(test, TestBook.password, at: address.uppercased()) == Self.locked(test, for: wait))
            test.clock.advance(wait - 1)
            #expect(
                await Self.outcome(test, TestBook.password, at: address, from: "203.0.113.9")
                    == Self.locked(test, for: 1))
            test.clock.advance(1)
            #expect(await Self.outcome(test, "wrong", at: address) == .wrongCredentials)
        }
    }

    @Test func `an administrator is told who is locked out and until when, and ends it`() async throws {
        let test = try await Self.book()
        let ann = try #require(try await test.book.accounts().first).id
        for _ in 1...4 { _ = await Self.outcome(test, "wrong") }
        #expect(try await test.book.lockedOut() == [:])
        _ = await Self.outcome(test, "wrong")
        let end = Timestamp(microseconds: test.clock.now.microseconds + 30 * 1_000_000)
        #expect(try await test.book.lockedOut() == [ann: end])
        let account = try #require(try await test.book.account(ann))
        #expect(try await test.book.lockedOut(account) == end)
        try await test.book.forgetFailures(of: ann)
        #expect(try await test.book.lockedOut() == [:])
        for _ in 1...5 { _ = await Self.outcome(test, "wrong") }
        test.clock.advance(30)
        #expect(try await test.book.lockedOut() == [:])
        #expect(try await test.book.lockedOut(account) == nil)
    }

    @Test func `success forgets the failures of an account`() async throws {
        let test = try await Self.book()
        for _ in 1...3 {
            for _ in 1...4 { #expect(await Self.outcome(test, "wrong") == .wrongCredentials) }
            #expect(await Self.outcome(test, TestBook.password) == nil)
        }
    }

    @Test func `an address on the network is locked out as well, for all accounts, and others are not`() async throws {
        let test = try await Self.book { $0.clientBackOff.failures = 8 }
        for number in 1...8 { #expect(await Self.outcome(test, "wrong", at: "x\(number)@a.b") == .wrongCredentials) }
        #expect(await Self.outcome(test, TestBook.password) == Self.locked(test, for: 30))
        #expect(await Self.outcome(test, TestBook.password, from: "203.0.113.9") == nil)
        test.clock.advance(30)
        #expect(await Self.outcome(test, TestBook.password) == nil)
        // Success at one account does not make up for guessing at others.
        #expect(await Self.outcome(test, "wrong", at: "x9@a.b") == .wrongCredentials)
        #expect(await Self.outcome(test, TestBook.password) == Self.locked(test, for: 60))
    }

    @Test func `those who sign in rightly lock nobody out`() async throws {
        let test = try await Self.book { ($0.clientBackOff.failures, $0.accountBackOff.failures) = (2, 2) }
        for _ in 1...9 { #expect(await Self.outcome(test, TestBook.password) == nil) }
        #expect(try Self.attempts(test) == 0)
    }

    @Test func `many guesses at once are counted each`() async throws {
        let test = try await Self.book()
        let outcomes = await withTaskGroup(of: AccessError?.self) { group in
            for _ in 1...40 { group.addTask { await Self.outcome(test, "wrong") } }
            return await group.reduce(into: [AccessError?]()) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .wrongCredentials }.count == 5)
        #expect(outcomes.filter { $0 == Self.locked(test, for: 30) }.count == 35)
    }

    @Test func `failures are forgotten after a day, and swept`() async throws {
        let test = try await Self.book()
        for _ in 1...5 { _ = await Self.outcome(test, "wrong") }
        test.clock.advance(86_399)
        #expect(try await test.book.sweep().attempts == 0)
        #expect(await Self.outcome(test, "wrong") == .wrongCredentials)
        #expect(await Self.outcome(test, "wrong") == Self.locked(test, for: 60))
        test.clock.advance(86_400)
        #expect(try await test.book.sweep().attempts == 2)
        for _ in 1...4 { _ = await Self.outcome(test, "wrong") }
        #expect(await Self.outcome(test, TestBook.password) == nil)
    }

    @Test func `an administrator ends the waiting, and so does a link for a new password`() async throws {
        let test = try await Self.book()
        let ann = try #require(try await test.book.account(at: .of(Self.ann)))
        for _ in 1...5 { _ = await Self.outcome(test, "wrong") }
        try await test.book.forgetFailures(of: ann.id)
        #expect(await Self.outcome(test, TestBook.password) == nil)
        for _ in 1...5 { _ = await Self.outcome(test, "wrong") }
        let link = try await test.book.makeLink(for: ann.id)
        _ = try await test.book.setPassword("other random words", by: link.token)
        #expect(await Self.outcome(test, "other random words") == nil)
    }

    @Test func `a clock that is put back does not lengthen the waiting`() async throws {
        let test = try await Self.book()
        for _ in 1...5 { _ = await Self.outcome(test, "wrong") }
        test.clock.advance(-100_000)
        #expect(await Self.outcome(test, "wrong") == Self.locked(test, for: 30))
    }

    @Test func `what was typed for an address is not in the file`() async throws {
        let test = try await Self.book()
        _ = await Self.outcome(test, "x", at: "typed my password here", from: "198.51.100.77")
        #expect(try Self.attempts(test) == 2)
        for name in try test.folder.names() {
            let file = try Data(contentsOf: test.folder.url.appending(path: name))
            for text in ["typed my password here", "198.51.100.77"] { #expect(file.range(of: Data(text.utf8)) == nil) }
        }
    }

    private static func attempts(_ test: TestBook) throws -> Int? {
        try DatabaseQueue(path: test.folder.path("access.db")).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM attempt")
        }
    }
}
