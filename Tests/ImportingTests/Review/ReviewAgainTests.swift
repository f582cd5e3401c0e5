import Importing
import Intake
import Ledger
import Register
import Testing

/// What a review left undecided is taken up by another import of the same paper.
@Suite struct ReviewAgainTests {
    /// Keeps a paper but for one finding, and opens a review of what was left.
    private static func left(
        _ kind: FindingKind, of name: String, in desk: Desk
    ) async throws -> (review: Review, key: FindingKey, imported: Entry) {
        var first = try Review(try Desk.example(name))
        first.acceptAll(atLeast: 0)
        let key = try #require(first.items.last { $0.key.kind == kind }?.key)
        try first.decide(.undecided, of: key)
        let draft = try await ImportDraft(of: [first], to: desk.ledger, terms: try await desk.terms())
        let imported = try #require(
            try await desk.ledger.append(draft.commit(by: "Ann Clerk")).last { $0.reference.kind == .import })
        let record = try imported.record()
        let content = try #require(record.content as? Import)
        #expect(content.undecided?.map(\.key) == ["\(key)"])
        let decisions = Decisions(paper: first.paper.hash, again: content, plan: record.plan)
        return (try Review(try Desk.example(name), decisions: decisions), key, imported)
    }

    @Test(arguments: [(FindingKind.minute, "board-pack.txt"), (.action, "recovery-plan.txt")])
    func `it comes to where it would have come at first, nothing else changes, and it is taken back by itself`(
        kind: FindingKind, name: String
    ) async throws {
        let (desk, whole) = (try await Desk(), try await Desk())
        try await whole.bring(try Desk.example(name))
        var (review, key, _) = try await Self.left(kind, of: name, in: desk)
        #expect(review.counts[.known] == review.items.count - 1 && review.counts[.accepted] ?? 0 <= 1)
        let before = try await desk.standing()
        try review.decide(.accepted, of: key)
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        let entries = try await desk.ledger.append(draft.commit(by: "Ann Clerk"))

        let recordKind = try #require(review[key]?.recordKind)
        for kind in [recordKind, .paper, .plan, .meeting, .theme] {
            let (all, expected) = (try await desk.records(kind), try await whole.records(kind))
            #expect(Set(all.map(\.record.text)) == Set(expected.map(\.record.text)))
            #expect(all.count == expected.count, "\(kind)")
        }
        let added = try #require(entries.first { $0.reference.kind == recordKind }).record()
        let beside = try #require(try await desk.records(recordKind).first).record
        #expect(added.plan == beside.plan && added.place?.paper == beside.place?.paper)
        if kind == .minute { #expect(added.parent != nil && added.parent == beside.parent) }
        let after = try await desk.standing()
        #expect(before.allSatisfy { after[$0.key] == $0.value })

        let imported = try #require(entries.last { $0.reference.kind == .import })
        let undoing = try await ImportUndoing(imported, in: desk.ledger)
        #expect(undoing.papers == [name])
        _ = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk"))
        #expect(try await desk.standing() == before)
        #expect(try await desk.ledger.verify(against: nil, progress: { _ in }).fault == nil)
    }

    @Test func `the import before is taken back after it, never under it`() async throws {
        let desk = try await Desk()
        var (review, key, first) = try await Self.left(.minute, of: "board-pack.txt", in: desk)
        try review.decide(.accepted, of: key)
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        let second = try #require(
            try await desk.ledger.append(draft.commit(by: "Ann Clerk")).last { $0.reference.kind == .import })
        let before = try await ImportUndoing(first, in: desk.ledger)
        #expect(before.later == [second.reference])
        let problem = ImportProblem.takenUpAgain(first.reference, by: [second.reference])
        #expect(throws: problem) { try before.commit(by: "Ann Clerk", anyway: true) }
        #expect(
            problem.description
                == "IMP-2 added more of the same paper, which would be left without it. Take IMP-2 back first, then IMP-1. Nothing was taken back."
        )
        for imported in [second, first] {
            let undoing = try await ImportUndoing(imported, in: desk.ledger)
            #expect(undoing.later.isEmpty)
            _ = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk"))
        }
        #expect(try await desk.standing().isEmpty)
    }

    @Test func `nothing is added to a paper that was taken back`() async throws {
        let desk = try await Desk()
        let (review, _, imported) = try await Self.left(.action, of: "recovery-plan.txt", in: desk)
        let undoing = try await ImportUndoing(imported, in: desk.ledger)
        _ = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk"))
        await #expect(throws: ReviewProblem.takenBack(name: "recovery-plan.txt")) {
            try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        }
    }
}
