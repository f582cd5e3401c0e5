import Crypto
import Foundation
import Ledger
import Register
import Testing

/// The canonical form of an entry, written a second time from its description, so that anybody could check a ledger.
@Suite(.serialized) struct CanonicalFormTests {
    private static func form(_ entry: Entry, after previous: EntryHash, in partnership: RecordID) -> Data {
        var form = Data("goldthread entry 1\n".utf8)
        func number(_ value: Int) -> Data { Data((0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }) }
        func text(_ value: String) -> Data { number(value.utf8.count) + Data(value.utf8) }
        form += Data(partnership.bytes) + number(entry.sequence) + Data(previous.bytes)
        form += number(entry.at.microseconds) + number(entry.commit) + Data(entry.id.bytes)
        form += text(entry.reference.kind.prefix) + number(entry.reference.number) + number(entry.version)
        return form + text(entry.actor) + text(entry.reason) + text(entry.body)
    }

    @Test func `an entry's hash is the SHA-256 of its canonical form`() async throws {
        try await Engine.sqlite.withLedger { ledger in
            try await ledger.append(1, .action("Façade – “new”"))
            try await ledger.append(1, seen: 1, .action("Façade – “newer”"))
            try await ledger.append(2, .recommendation("Look"))
            var previous = EntryHash.none
            for entry in try await ledger.entries(after: 0, limit: 10) {
                let digest = SHA256.hash(data: Self.form(entry, after: previous, in: ledger.partnership.id))
                #expect(Array(digest) == entry.hash.bytes)
                previous = entry.hash
            }
        }
    }

    @Test func `the same entries give the same hashes again`() async throws {
        let (one, two) = (try Folder(), try Folder())
        let head = try await LedgerFile.write(one.path("ledger.db"))
        #expect(try await LedgerFile.write(two.path("ledger.db")) == head)
    }

    @Test func `a hash is written and read as 64 digits`() throws {
        let text = String(repeating: "0f", count: 32)
        let hash = try #require(EntryHash(text))
        #expect(hash.description == text)
        #expect(EntryHash(text.uppercased()) == hash)
        #expect(EntryHash(bytes: hash.bytes) == hash)
        #expect(EntryHash(bytes: [1, 2]) == nil)
        #expect(EntryHash("+f" + text.dropFirst(2)) == nil)
    }
}
