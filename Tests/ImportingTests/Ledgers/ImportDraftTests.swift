import Importing
import Intake
import Ledger
import Register
import Testing

/// What an import works out is what it keeps, and it keeps nothing that was worked out from an older ledger.
@Suite struct ImportDraftTests {
    @Test func `a draft writes nothing, and its commit keeps every change with the paper's bytes`() async throws {
        let desk = try await Desk()
        let paper = try Desk.example("peer-challenge-report.txt")
        let sifted = try await SiftedPapers([paper], in: desk.ledger)
        let draft = try await ImportDraft(sifted, to: desk.ledger, terms: try await desk.terms())
        #expect(try await desk.ledger.head().sequence == 0)
        let entries = try await desk.ledger.append(draft.commit(by: "Ann Clerk"))
        #expect(entries.count == draft.proposal.changes.count)
        #expect(Set(entries.map(\.reason)) == ["Import of peer-challenge-report.txt"])
        #expect(Set(entries.map(\.actor)) == ["Ann Clerk"])
        #expect(try await desk.ledger.paper(paper.hash) == paper.bytes)
    }

    @Test func `a paper given twice, and one that is kept, are sifted out`() async throws {
        let desk = try await Desk()
        let paper = try Desk.example("peer-challenge-report.txt")
        let none = try await SiftedPapers([paper, paper], in: nil)
        #expect(none.fresh.map(\.hash) == [paper.hash])
        #expect(none.head == 0)
        let entries = try await desk.bring(paper)
        let other = try Desk.example("end-of-year-progress-report.txt")
        let sifted = try await SiftedPapers([paper, other], in: desk.ledger)
        #expect(sifted.fresh.map(\.name) == ["end-of-year-progress-report.txt"])
        #expect(sifted.known.map { "\($0.name) \($0.reference)" } == ["peer-challenge-report.txt PAP-1"])
        #expect(sifted.head == entries.count)
    }

    @Test func `a draft is refused where others have added to the ledger since`() async throws {
        let desk = try await Desk()
        let sifted = try await SiftedPapers([try Desk.example("peer-challenge-report.txt")], in: desk.ledger)
        let draft = try await ImportDraft(sifted, to: desk.ledger, terms: try await desk.terms())
        let others = try await desk.bring(try Desk.paper("Recommendation 1: The board should publish its risks."))
        await #expect(throws: LedgerError.movedOn(seen: 0, head: others.count)) {
            try await desk.ledger.append(draft.commit(by: "Ann Clerk"))
        }
        #expect(try await desk.ledger.head().sequence == others.count)
    }

    @Test func `a plan is named by the reference of one that is kept`() async throws {
        let desk = try await Desk()
        try await desk.bring(try Desk.example("recovery-plan.txt"))
        let plan = try #require(try await desk.records(.plan).first)
        #expect(try await PlanChoice.named("PLN-1", in: desk.ledger) == .plan(plan.row.id))
        await #expect(throws: ImportProblem.notAPlan("ACT-1")) { try await PlanChoice.named("ACT-1", in: desk.ledger) }
        await #expect(throws: ImportProblem.noPlan(Reference(.plan, 9))) {
            try await PlanChoice.named("PLN-9", in: desk.ledger)
        }
        #expect("\(ImportProblem.noPlan(Reference(.plan, 9)))" == "The ledger has no PLN-9.")
    }
}
