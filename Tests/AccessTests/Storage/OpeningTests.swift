import Foundation
import GRDB
import Register
import Testing

@testable import Access

@Suite(.serialized) struct OpeningTests {
    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a book is private, and so is its log`() async throws {
        let test = try TestBook()
        try await test.administrator()
        #expect(try test.folder.names() == ["access.db", "access.db-shm", "access.db-wal"])
        for name in try test.folder.names() { #expect(try Self.mode(test.folder.path(name)) == 0o600, "\(name)") }
    }

    @Test func `a book that others could read is private once it was opened`() async throws {
        let test = try TestBook()
        try await test.administrator()
        for name in try test.folder.names() {
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: test.folder.path(name))
        }
        _ = try TestBook.open(test.folder.path("access.db"), test.clock)
        for name in try test.folder.names() { #expect(try Self.mode(test.folder.path(name)) == 0o600, "\(name)") }
    }

    @Test func `what was kept is there when the file is opened again`() async throws {
        let test = try TestBook()
        let ann = try await test.administrator()
        let begun = try await test.signIn("ann@harrowmere.example")
        try test.book.close()
        let again = try TestBook.open(test.folder.path("access.db"), test.clock)
        #expect(try await again.accounts() == [ann])
        #expect(try await again.session(begun.token) == begun.session)
    }

    @Test func `changes are written through to the disk, and deleted rows are overwritten`() async throws {
        let test = try TestBook()
        let pragmas = [
            "journal_mode", "synchronous", "secure_delete", "foreign_keys", "user_version", "application_id",
        ]
        let values = try await test.book.write { database in
            try pragmas.map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
        }
        #expect(values == ["wal", "2", "1", "1", "1", "1196379201"])
    }

    @Test func `what is no book is refused and left as it was`() throws {
        let folder = try Folder()
        let clock = TestClock()
        let files: [(String, Data)] = [
            ("letter.txt", Data("Dear councillor,\n".utf8)), ("short.db", Data("SQLite format 3\0".utf8)),
            ("zeros.db", Data(repeating: 0, count: 8192)),
        ]
        for (name, data) in files {
            let path = folder.path(name)
            try data.write(to: URL(fileURLWithPath: path))
            #expect(throws: AccessError.notAnAccessBook(path: path)) { try TestBook.open(path, clock) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == data)
        }
        // A ledger is marked "GOLD"; the other is anybody's.
        for (name, mark) in [("ledger.db", 0x474F_4C44), ("contacts.db", 0)] {
            let path = folder.path(name)
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE entry (body TEXT); PRAGMA application_id = \(mark)") }
            try queue.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: AccessError.notAnAccessBook(path: path)) { try TestBook.open(path, clock) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
        #expect(throws: AccessError.notAnAccessBook(path: folder.url.path)) {
            try TestBook.open(folder.url.path, clock)
        }
        let lost = folder.path("no/such/access.db")
        #expect(throws: AccessError.noFolder(path: lost)) { try TestBook.open(lost, clock) }
        #expect(try folder.names().count == 5)
    }

    @Test func `an empty file, left where the first write was cut off, becomes a book`() async throws {
        let folder = try Folder()
        try Data().write(to: URL(fileURLWithPath: folder.path("access.db")))
        #expect(try await TestBook.open(folder.path("access.db"), TestClock()).needsSetUp())
    }

    @Test func `a book that a newer program has written is refused`() throws {
        let test = try TestBook()
        let path = test.folder.path("access.db")
        try test.book.close()
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('2 something new')")
        }
        #expect(throws: AccessError.newerSchema(path: path)) { try TestBook.open(path, test.clock) }
    }

    @Test func `a book belongs to one partnership for ever`() async throws {
        let test = try TestBook()
        try await test.book.bind(to: .number(1))
        try await test.book.bind(to: .number(1))
        let path = test.folder.path("access.db")
        await #expect(throws: AccessError.otherPartnership(path: path)) { try await test.book.bind(to: .number(2)) }
        let again = try TestBook.open(path, test.clock)
        await #expect(throws: AccessError.otherPartnership(path: path)) { try await again.bind(to: .number(2)) }
    }

    /// Changes by hand that the schema lets through.
    private static let damage = [
        "UPDATE account SET address = 'nobody'", "UPDATE account SET password = '$scrypt$ln=30,r=8,p=1$AA$AA'",
    ]

    @Test(arguments: damage) func `a column that was altered by hand is told as damage, and stops nothing else`(
        sql: String
    ) async throws {
        let test = try TestBook()
        try await test.administrator()
        try await DatabaseQueue(path: test.folder.path("access.db")).write { try $0.execute(sql: sql) }
        do {
            _ = try await test.signIn("ann@harrowmere.example")
            Issue.record("it signed in")
        } catch {
            guard case .damaged = error as? AccessError else { throw error }
        }
    }

    @Test func `a sweep removes what has run out and nothing else`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let early = try await test.signIn("ann@harrowmere.example")
        _ = try await test.book.invite(AccountDetails(address: try .of("ben@a.b"), name: "Ben Shaw"))
        test.clock.advance(7 * 86_400 - 1)
        let late = try await test.signIn("ann@harrowmere.example")
        _ = try await test.book.invite(AccountDetails(address: try .of("cat@a.b"), name: "Cat Moore"))
        test.clock.advance(1)
        let swept = try await test.book.sweep()
        #expect(swept.sessions == 1 && swept.links == 1 && swept.drafts == 0)
        #expect(try await test.book.session(early.token) == nil)
        #expect(try await test.book.session(late.token) != nil)
        #expect(try await test.book.sweep() == AccessBook.Swept())
    }
}
