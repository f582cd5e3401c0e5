import Importing
import Intake
import Ledger
import Register
import Testing

/// A finding that a reviewer says is a record becomes a change of that record.
@Suite struct MergingTests {
    private static let terms = "Agree heads of terms for the Kestlewick Road garage site"

    private static func merging(_ desk: Desk) async throws -> (review: Review, key: FindingKey, id: RecordID) {
        try await desk.bring(try Desk.example("recovery-plan.txt"))
        let held = try #require(try await desk.records(.action).first { $0.record.text.contains("Kestlewick Road") })
        var review = try Review(try Desk.example("savings-and-measures.txt"))
        let key = try #require(review.items.first { $0.found.text == terms }?.key)
        try review.decide(.merged(into: held.row.id, edits: FindingEdits(revised: "June 2028")), of: key)
        return (review, key, held.row.id)
    }

    @Test func `it gets the words, date and progress of the finding, no record is added, and undo brings it back`()
        async throws
    {
        let desk = try await Desk()
        let (review, key, id) = try await Self.merging(desk)
        let before = try await desk.standing()
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        let place = try #require(review.items.firstIndex { $0.key == key })
        #expect(draft.proposal.papers.first?.records[place] == id)
        let entries = try await desk.ledger.append(draft.commit(by: "Ann Clerk"))

        let entry = try #require(try await desk.ledger.entry(id, .now))
        let record = try entry.record()
        #expect(record.text == Self.terms)
        #expect(record.progress.current?.due == Day(year: 2028, month: 6, day: 30))
        #expect(record.facts.originalDue == Day(year: 2026, month: 6, day: 30))
        #expect(entry.version == 2)
        #expect(entry.reason.contains("reworded"))
        #expect(try await !desk.records(.action).contains { $0.record.text == Self.terms && $0.row.id != id })
        let links = try await desk.ledger.links(id, .now)
        #expect(links.contains { $0.role == .foundIn })

        let imported = try #require(entries.last { $0.reference.kind == .import })
        let undoing = try await ImportUndoing(imported, in: desk.ledger)
        _ = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk"))
        #expect(try await desk.standing() == before)
    }

    @Test func `what it changes is listed before anything is kept`() async throws {
        let desk = try await Desk()
        let (review, _, id) = try await Self.merging(desk)
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        let comparisons = try #require(draft.proposal.papers.first).comparisons
        #expect(comparisons.flatMap(\.changed).contains { $0.line.id == id })
        #expect(comparisons.flatMap(\.redated).contains { $0.line.id == id && $0.to == "2028-06-30" })
    }

    @Test func `only a record that stands, of the same kind, and for one finding alone`() async throws {
        let desk = try await Desk()
        var (review, key, id) = try await Self.merging(desk)
        let terms = try await desk.terms()
        func problem(_ review: Review) async throws -> ReviewProblem? {
            do throws(ReviewProblem) {
                _ = try await ImportDraft(of: [review], to: desk.ledger, terms: terms)
                return nil
            } catch {
                return error
            }
        }
        let theme = try #require(try await desk.records(.theme).first)
        var ids = Desk.ids(77)
        let nowhere = ids.next()
        let kept = review
        try review.decide(.merged(into: nowhere, edits: FindingEdits()), of: key)
        #expect(try await problem(review) == .noRecord(nowhere))
        try review.decide(.merged(into: theme.row.id, edits: FindingEdits()), of: key)
        #expect(try await problem(review) == .otherKind(theme.row.reference, .action))
        review = kept
        let other = try #require(review.items.first { $0.key.kind == .action && $0.key != key }?.key)
        try review.decide(.merged(into: id, edits: FindingEdits()), of: other)
        let reference = try #require(try await desk.ledger.entry(id, .now)).reference
        #expect(try await problem(review) == .mergedTwice(reference))
        let board = try Review(try Desk.example("board-pack.txt"))
        let minute = try #require(board.items.first { $0.key.kind == .minute }?.key)
        var pack = board
        #expect(throws: ReviewProblem.notMergeable(.minute)) {
            try pack.decide(.merged(into: id, edits: FindingEdits()), of: minute)
        }
    }

    // MARK: The next version of a plan

    private static func plan(_ rows: [String], date: String) -> String {
        "Amberley District Council\n\nCanal Action Plan\n\n\(date)\n\n"
            + "| Theme | Action | Owner | By when |\n|---|---|---|---|\n" + rows.map { "| \($0) |\n" }.joined()
    }

    private static let rows = [
        "Water | Mend the weir at Lowbridge | KH | March 2027", "Water | Dredge the basin at Staunton | DM | June 2027",
        "Land | Sweep the towpath each month | KH | Ongoing", "Land | Count the swans with the school | DM | May 2027",
    ]

    private static func next(_ desk: Desk, _ rows: [String]) async throws -> Review {
        try await desk.bring(try Desk.paper(plan(Self.rows, date: "3 June 2026"), name: "v1.txt"))
        return try Review(try Desk.paper(plan(rows, date: "2 September 2026"), name: "v2.txt"))
    }

    @Test func `what is left out of the next version is neither changed nor missing, now or in the version after`()
        async throws
    {
        let desk = try await Desk()
        let later = Self.rows.map { $0.replacing("2027", with: "2028") }
        var review = try await Self.next(desk, later)
        review.acceptAll(atLeast: 1)
        try review.decide(.accepted, of: try #require(review.items.last?.key))
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        let comparison = try #require(draft.proposal.papers.first?.comparisons.first)
        #expect(comparison.relation == .nextVersion)
        #expect(comparison.redated.map(\.line.text) == ["Count the swans with the school"])
        #expect(comparison.missing.isEmpty && comparison.new.isEmpty)
        #expect(draft.proposal.papers.first?.records.map { $0 == nil } == [true, true, true, false])
        _ = try await desk.ledger.append(draft.commit(by: "Ann Clerk"))
        #expect(try await desk.records(.plan).count == 1)

        let third = try Desk.paper(Self.plan(Array(later.dropFirst()), date: "2 December 2026"), name: "v3.txt")
        let after = try await ImportDraft(
            of: [try Review(third)], to: desk.ledger, terms: try await desk.terms())
        let missing = try #require(after.proposal.papers.first?.comparisons.first).missing
        #expect(missing.map(\.line.text) == ["Mend the weir at Lowbridge"])
        #expect(missing.map(\.isSinceEarlier) == [false])
    }

    @Test func `a reviewer's word goes before what the words say`() async throws {
        let desk = try await Desk()
        var review = try await Self.next(
            desk,
            ["Water | Mend the weir at Lowbridge | KH | March 2027", "Water | Rebuild the lock | KH | July 2027"]
                + Self.rows.dropFirst(2))
        let basin = try #require(try await desk.records(.action).first { $0.record.text.hasPrefix("Dredge") })
        let weir = try #require(review.items.first { $0.found.text.hasPrefix("Mend") }?.key)
        try review.decide(.merged(into: basin.row.id, edits: FindingEdits()), of: weir)
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        let paper = try #require(draft.proposal.papers.first)
        #expect(paper.records.first == basin.row.id)
        #expect(paper.comparisons.count == 1)
        #expect(paper.comparisons.first?.changed.map(\.line.id) == [basin.row.id])
        #expect(paper.comparisons.first?.missing.map(\.line.text) == ["Mend the weir at Lowbridge"])
        #expect(Set(paper.records.compactMap { $0 }).count == 4)
    }

    @Test func `a theme keeps its name where nothing under the new name is kept`() async throws {
        let desk = try await Desk()
        var review = try await Self.next(desk, Self.rows.map { $0.replacing("Water |", with: "Waterways |") })
        for item in review.items where item.finding.editable.theme == "Waterways" {
            try review.decide(.undecided, of: item.key)
        }
        let draft = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        #expect(!draft.proposal.changes.contains { $0.record.kind == .theme })
        review.acceptAll(atLeast: 0)
        let all = try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        #expect(all.proposal.changes.filter { $0.record.kind == .theme }.map(\.record.text) == ["Waterways"])
    }
}
