import Foundation
import Ledger
import Register
import Testing

import struct GRDB.Configuration
import class GRDB.DatabaseQueue

@Suite(.serialized) struct OpeningTests {
    private static let modes: [SQLiteStore.Mode] = [.create, .existing, .readOnly]

    private static func open(_ path: String, _ mode: SQLiteStore.Mode) throws(LedgerError) -> SQLiteStore {
        try SQLiteStore.open(path, mode: mode, clock: { Timestamp(microseconds: 0) })
    }

    @Test func `a path without a file is a new ledger where one may be made, and missing elsewhere`() async throws {
        let folder = try Folder()
        let path = folder.path("new.db")
        #expect(throws: LedgerError.missing(path: path)) { try Self.open(path, .existing) }
        #expect(throws: LedgerError.missing(path: path)) { try Self.open(path, .readOnly) }
        #expect(try folder.names().isEmpty)
        #expect(try await Self.open(path, .create).partnerships().isEmpty)
        #expect(try await Self.open(path, .existing).partnerships().isEmpty)
        #expect(throws: LedgerError.self) { try Self.open(folder.path("no/such/folder.db"), .create) }
    }

    @Test(arguments: modes) func `a file of something else is refused and left as it was`(mode: SQLiteStore.Mode) throws
    {
        let folder = try Folder()
        let files: [(String, Data)] = [
            ("letter.txt", Data("Dear councillor,\n".utf8)),
            ("long.txt", Data(String(repeating: "Dear councillor,\n", count: 500).utf8)),
            ("short.db", Data("SQLite format 3\0".utf8)), ("zeros.db", Data(repeating: 0, count: 8192)),
        ]
        for (name, data) in files {
            let path = folder.path(name)
            try data.write(to: URL(fileURLWithPath: path))
            #expect(throws: LedgerError.notALedger(path: path)) { try Self.open(path, mode) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == data)
        }
        #expect(try folder.names() == files.map(\.0).sorted())
    }

    @Test(arguments: modes) func `another program's database is refused and left as it was`(mode: SQLiteStore.Mode)
        throws
    {
        let folder = try Folder()
        for (name, statement) in [("contacts.db", ""), ("marked.db", "PRAGMA application_id = 77;")] {
            let path = folder.path(name)
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE contact (name TEXT); \(statement)") }
            try queue.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: LedgerError.notALedger(path: path)) { try Self.open(path, mode) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
        #expect(try folder.names() == ["contacts.db", "marked.db"])
    }

    @Test(arguments: modes) func `a folder is no ledger`(mode: SQLiteStore.Mode) throws {
        let folder = try Folder()
        #expect(throws: LedgerError.notALedger(path: folder.url.path)) { try Self.open(folder.url.path, mode) }
        #expect(try folder.names().isEmpty)
    }

    @Test func `an empty file becomes a ledger where one may be made, and is none elsewhere`() async throws {
        let folder = try Folder()
        let path = folder.path("empty.db")
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(throws: LedgerError.notALedger(path: path)) { try Self.open(path, .existing) }
        #expect(throws: LedgerError.notALedger(path: path)) { try Self.open(path, .readOnly) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
        #expect(try await Self.open(path, .create).partnerships().isEmpty)
    }

    @Test(arguments: modes) func `a ledger of a newer program is refused`(mode: SQLiteStore.Mode) async throws {
        let file = try await LedgerFile()
        let path = try file.altered(["INSERT INTO grdb_migrations VALUES ('99 what nobody knows yet')"])
        #expect(throws: LedgerError.newerSchema(path: path)) { try Self.open(path, mode) }
    }

    @Test func `a ledger cannot be altered or shortened without taking its triggers away`() async throws {
        let file = try await LedgerFile()
        let queue = try DatabaseQueue(path: file.path)
        for statement in ["UPDATE entry SET actor = 'Eve'", "DELETE FROM entry"] {
            #expect(throws: (any Error).self) { try queue.write { try $0.execute(sql: statement) } }
        }
        try queue.close()
        #expect(try await LedgerFile.fault(file.path) == nil)
    }

    @Test func `what is acknowledged is through to the disk, in a power cut too`() throws {
        let folder = try Folder()
        #expect(try Self.open(folder.path("new.db"), .create).synchronous() == 2)
    }
}
