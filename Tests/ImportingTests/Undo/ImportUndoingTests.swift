import Importing
import Ledger
import Register
import Testing

/// An import is taken back whole, once, and not over the heads of others.
@Suite struct ImportUndoingTests {
    private func undoing(_ desk: Desk, _ reference: String = "IMP-1") async throws -> ImportUndoing {
        let reference = try #require(Reference(reference))
        let entry = try #require(try await desk.ledger.entry(reference, .now))
        return try await ImportUndoing(entry, in: desk.ledger)
    }

    @Test func `the import before stands again as it was, and the papers are named`() async throws {
        let desk = try await Desk()
        try await desk.bring(try Desk.example("peer-challenge-report.txt"))
        let before = try await desk.standing()
        try await desk.bring(try Desk.example("end-of-year-progress-report.txt"))
        #expect(try await desk.standing() != before)
        let undoing = try await undoing(desk, "IMP-2")
        #expect(undoing.papers == ["end-of-year-progress-report.txt"])
        let entries = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk"))
        #expect(entries.first?.reason == "Undo of IMP-2")
        #expect(try await desk.standing() == before)
    }

    @Test func `what was taken back is not taken back again, and what is no import never`() async throws {
        let desk = try await Desk()
        let entries = try await desk.bring(try Desk.example("peer-challenge-report.txt"))
        _ = try await desk.ledger.append(try await undoing(desk).commit(by: "Ann Clerk"))
        await #expect(throws: ImportProblem.takenBack(Reference(.import, 1))) { try await undoing(desk) }
        // The version that somebody saw before it was taken back says no more than the record as it stands.
        let seen = try #require(entries.last { $0.reference.kind == .import })
        await #expect(throws: ImportProblem.takenBack(Reference(.import, 1))) {
            try await ImportUndoing(seen, in: desk.ledger)
        }
        await #expect(throws: ImportProblem.notAnImport(Reference(.recommendation, 1))) {
            try await undoing(desk, "REC-1")
        }
    }

    @Test func `records that others have changed since are named, and taken back only where somebody says so`()
        async throws
    {
        let desk = try await Desk()
        try await desk.bring(try Desk.example("peer-challenge-report.txt"))
        let first = try #require(try await desk.records(.recommendation).first)
        var record = first.record
        record.progress.reported = Progress.Reported(status: nil, isFinished: false, on: Desk.today, updates: 1)
        let change = Commit.Change(first.row.id, seen: 1, record)
        _ = try await desk.ledger.append(Commit(actor: "Bea Lead", reason: "Update", changes: [change]))
        let undoing = try await undoing(desk)
        let problem = ImportProblem.changedSince([first.row.reference])
        #expect(throws: problem) { try undoing.commit(by: "Ann Clerk") }
        #expect(problem.description == "1 of its records were changed since: REC-1. Nothing was taken back.")
        _ = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk", anyway: true))
        #expect(try await desk.standing().isEmpty)
    }

    @Test func `a message names twelve records and counts the rest`() {
        let problem = ImportProblem.changedSince((1...14).map { Reference(.action, $0) })
        #expect(problem.description.contains("ACT-12 and 2 more. Nothing was taken back."))
    }
}
