import Ledger
import Register
import Testing

/// Every error says what was found, where, and what to do next.
@Suite(.serialized) struct MessageTests {
    private static let path = "/srv/gold.db"

    private static func conflict() async throws -> LedgerError {
        var refusal: LedgerError?
        try await Engine.sqlite.withLedger { ledger in
            try await ledger.append(1, .action("One"))
            try await ledger.append([Commit.Change(.number(1), seen: 1, .action("Two"))], reason: "put right")
            refusal = await ledger.refusal(
                Commit(actor: "Bob", reason: "", changes: [Commit.Change(.number(1), seen: 1, .action("Three"))]))
        }
        return try #require(refusal)
    }

    @Test(
        arguments: [
            (
                .missing(path: path),
                "There is no ledger at /srv/gold.db. Import a paper to begin one, or name yours with --ledger or GOLDTHREAD_DATABASE."
            ),
            (
                .notALedger(path: path),
                "/srv/gold.db is not a Goldthread ledger, so nothing was done to it. Name another file with --ledger."
            ),
            (
                .newerSchema(path: path),
                "/srv/gold.db was written by a newer version of Goldthread, which may keep things that this one would lose. Use that version, or a newer one."
            ),
            (
                .readOnly(path: path),
                "/srv/gold.db may not be written, so nothing was changed. Ask its owner for leave to write it and its folder."
            ),
            (
                .full(path: path),
                "The disk that holds /srv/gold.db is full, so nothing was changed. What was acknowledged before is safe. Make room, then try again."
            ),
            (
                .inputOutput(path: path, detail: "disk I/O error"),
                "/srv/gold.db could not be read or written (disk I/O error), so nothing was changed. Look at the disk, then run: goldthread doctor"
            ),
            (
                .busy(path: path),
                "Somebody else has been writing to /srv/gold.db for more than five seconds, so nothing was changed. Try again."
            ),
            (
                .damaged(path: path, detail: "malformed"),
                "/srv/gold.db is damaged (malformed). Stop using it, keep a copy as it is, and restore your last backup: goldthread restore BACKUP"
            ),
            (.beyondHead(asked: 9, head: 4), "There is no entry 9 yet: the ledger ends at entry 4."),
            (
                .unreadable(reference: Reference(.action, 4), sequence: 12, detail: "odd"),
                "Entry 12 of ACT-4 cannot be read (odd). A newer program wrote it, or it was altered. Run: goldthread verify"
            ),
            (
                .noPartnership(name: "Nowhere", known: ["A", "B"]),
                "The ledger has no partnership \"Nowhere\". It has: A, B."
            ),
            (
                .noPartnership(name: nil, known: ["A", "B"]),
                "The ledger holds several partnerships, and nothing is shared between them. Say which with --partnership: A, B."
            ),
            (
                .noPartnership(name: nil, known: []),
                "The ledger holds no partnership yet. Import a paper to begin one."
            ),
            (.partnershipExists(name: "A"), "There is a partnership \"A\" already. Choose another name."),
            (
                .database(path: path, detail: "no"),
                "The database /srv/gold.db said: no. Nothing was changed. Run: goldthread doctor"
            ),
        ] as [(LedgerError, String)])
    func `an error says what was found, where, and what to do`(error: LedgerError, words: String) {
        #expect(error.description == words)
    }

    @Test func `a change that came too late says who was first, why, and how to look`() async throws {
        #expect(
            try await Self.conflict().description
                == "ACT-1 has changed since you read it: you saw version 1, and Ann has made version 2 since (put right). Nothing was changed. Look at it again with: goldthread show ACT-1"
        )
    }

    @Test func `a record that is not kept, and one that is, are named`() {
        let id = RecordID.number(1)
        #expect(
            LedgerError.unknownRecord(id).description == "This partnership keeps no record \(id). Nothing was changed.")
        #expect(LedgerError.duplicate(id).description == "There is a record \(id) already. Nothing was changed.")
    }
}
