import Importing
import Ledger
import Register
import Testing

/// Evidence is words, or a file that the ledger keeps once.
@Suite struct KeptEvidenceTests {
    @Test func `words and files stand in the order given, and a file is known by its name alone`() async throws {
        let desk = try await Desk()
        var kept = KeptEvidence(ids: Desk.ids(5))
        kept.add(words: "Minute 12/26")
        try await kept.add(file: [1, 2, 3], from: "photos/bridge.jpg", in: desk.ledger)
        #expect(kept.evidence.map(\.text) == ["Minute 12/26", "bridge.jpg"])
        #expect(kept.evidence.map { $0.paper == nil } == [true, false])
        #expect(kept.papers.map(\.bytes) == [[1, 2, 3]])
        #expect((kept.changes.first?.record.content as? KeptPaper)?.size == 3)
    }

    @Test func `a file that is given twice, or kept already, is kept once`() async throws {
        let desk = try await Desk()
        var kept = KeptEvidence(ids: Desk.ids(5))
        try await kept.add(file: [1, 2, 3], from: "a.jpg", in: desk.ledger)
        try await kept.add(file: [1, 2, 3], from: "b.jpg", in: desk.ledger)
        #expect(kept.changes.count == 1)
        #expect(Set(kept.evidence.map(\.paper)).count == 1)
        _ = try await desk.ledger.append(
            Commit(actor: "Ann Clerk", reason: "Update", changes: kept.changes, papers: kept.papers))
        var again = KeptEvidence(ids: Desk.ids(9))
        try await again.add(file: [1, 2, 3], from: "c.jpg", in: desk.ledger)
        #expect(again.changes.isEmpty && again.papers.isEmpty)
        #expect(again.evidence.first?.paper == kept.evidence.first?.paper)
    }

    @Test func `an empty file and one that is too large are refused`() async throws {
        let desk = try await Desk()
        var kept = KeptEvidence(ids: Desk.ids(5))
        await #expect(throws: EvidenceProblem.empty("a.jpg")) {
            try await kept.add(file: [], from: "a.jpg", in: desk.ledger)
        }
        let large = [UInt8](repeating: 0, count: KeptEvidence.sizeLimit + 1)
        await #expect(throws: EvidenceProblem.tooLarge("a.jpg", bytes: 50_000_001)) {
            try await kept.add(file: large, from: "a.jpg", in: desk.ledger)
        }
        #expect(kept.evidence.isEmpty && kept.changes.isEmpty)
        #expect(
            "\(EvidenceProblem.tooLarge("a.jpg", bytes: 61_000_000))"
                == "The evidence a.jpg has 61 MB; the ledger keeps files up to 50 MB. Keep it elsewhere and say where, in words."
        )
    }
}
