import Access
import Register
import Synchronization
import Testing

/// A book of a test's own, with a clock, secrets that are the same each time, and passwords that cost next to nothing.
struct TestBook {
    static let password = "three random words"
    static let cheap = ScryptCost(logN: 1, blockSize: 1, parallelism: 1)

    let folder: Folder
    let clock = TestClock()
    let book: AccessBook

    init(_ change: (inout AccessRules) -> Void = { _ in }) throws {
        folder = try Folder()
        book = try TestBook.open(folder.path("access.db"), clock, change)
    }

    static func open(
        _ path: String, _ clock: TestClock, _ change: (inout AccessRules) -> Void = { _ in }
    ) throws -> AccessBook {
        var rules = AccessRules()
        rules.passwordCost = try #require(cheap)
        change(&rules)
        return try AccessBook.open(path, rules: rules, clock: { clock.now }, random: TestBook.bytes())
    }

    /// Bytes that differ each time, and are the same in each run.
    private static func bytes() -> RandomBytes {
        let state = Counter()
        return RandomBytes { count in (0..<count).map { _ in state.next() } }
    }

    private final class Counter: Sendable {
        private let state = Mutex<UInt64>(1)
        func next() -> UInt8 {
            state.withLock {
                $0 = $0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: $0 >> 33)
            }
        }
    }

    /// The first administrator, by the link that a first start prints.
    @discardableResult
    func administrator(_ text: String = "ann@harrowmere.example") async throws -> Account {
        let link = try await book.makeSetUpLink()
        return try await book.setUp(link.token, address: .of(text), name: "Ann Lee", password: TestBook.password)
    }

    /// Somebody with a password, by the link of an invitation.
    func member(_ text: String, _ grants: Set<Grant> = [Grant(.officer)], person: RecordID? = nil) async throws
        -> Account
    {
        let details = AccountDetails(address: try .of(text), name: "Ben Shaw", person: person, grants: grants)
        let invitation = try await book.invite(details)
        return try await book.setPassword(TestBook.password, by: invitation.link.token)
    }

    func signIn(_ text: String, _ password: String = password, from client: String = "192.0.2.1") async throws
        -> SignIn
    {
        try await book.signIn(address: text, password: password, client: client, origin: "Firefox on Linux")
    }
}

extension MailAddress {
    static func of(_ text: String) throws -> MailAddress { try #require(MailAddress(text)) }
}

extension RecordID {
    static func number(_ number: UInt64) -> RecordID { RecordID(milliseconds: number, chance: (0, 0)) }
}
