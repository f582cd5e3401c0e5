import Intake
import Register
import Testing

/// What a ledger holds once the next version of a plan has come.
@Suite struct NextVersionTests {
    private static func plan(_ rows: [String], date: String = "3 June 2026", title: String = "Canal Action Plan")
        -> String
    {
        let head = "Amberley District Council\n\n\(title)\n\n\(date)\n\n"
        let table = "| Ref | Action | Owner | By when | Status |\n|---|---|---|---|---|\n"
        return head + table + rows.map { "| \($0) |\n" }.joined() + "\n"
    }

    private static let first = [
        "1 | Mend the weir at Lowbridge | KH | March 2027 | On target",
        "2 | Dredge the basin at Staunton | DM | June 2027 | Not started",
        "3 | Sweep the towpath each month | KH | Ongoing | On target",
        "4 | Count the swans with the school | DM | May 2027 | Not started",
    ]

    /// A ledger that holds the first version.
    private static func ledger() throws -> HeldLedger {
        var ledger = HeldLedger()
        try ledger.bring(plan(first))
        return ledger
    }

    private static func next(_ edit: (inout [String]) -> Void) throws -> (HeldLedger, Comparison) {
        var (ledger, rows) = (try ledger(), first)
        edit(&rows)
        let proposal = try ledger.bring(plan(rows, date: "2 September 2026"))
        return (ledger, try #require(proposal.papers[0].comparisons.first))
    }

    private static func action(_ ledger: HeldLedger, _ number: Int) throws -> Holdings.Kept {
        try #require(ledger.kept(.action).first { $0.reference.number == number })
    }

    @Test func `a version in which nothing changed changes no record`() throws {
        let (ledger, comparison) = try Self.next { _ in }
        #expect(comparison.unchanged.count == 4)
        #expect(comparison.isSame)
        #expect(ledger.kept(.action).map(\.version) == [1, 1, 1, 1])
        #expect(ledger.kept(.plan).count == 1)
        #expect(ledger.kept(.person).count == 2)
        #expect(ledger.kept(.link).count == 4, "each is noted where it is printed again")
    }

    @Test func `new words are a new version of the record, which says so`() throws {
        var (ledger, rows) = (try Self.ledger(), Self.first)
        rows[1] = "2 | Dredge the canal basin at Staunton Wharf | DM | June 2027 | Not started"
        let proposal = try ledger.bring(Self.plan(rows, date: "2 September 2026"))
        let change = try #require(proposal.changes.first { $0.record.kind == .action })
        #expect(change.seen == 1)
        #expect(change.reason == "reworded in Canal Action Plan")
        #expect(change.record.text == "Dredge the canal basin at Staunton Wharf")
        #expect(
            proposal.papers[0].comparisons[0].changed[0].fields.map(\.words.marked) == [
                "Dredge the {+canal+} basin at Staunton {+Wharf+}"
            ])
        #expect(proposal.changes.count { $0.record.kind == .action } == 1)
    }

    @Test func `another date is a re-programming that nobody is named for, and the first date stays`() throws {
        let (ledger, comparison) = try Self.next {
            $0[0] = "1 | Mend the weir at Lowbridge | KH | July 2027 | On target"
        }
        let record = try Self.action(ledger, 1).record
        #expect(record.facts.originalDue?.description == "2027-03-31")
        #expect(record.facts.due?.description == "2027-07-31")
        #expect(record.facts.slips == 1)
        let step = try #require(record.progress.reprogrammings.first)
        #expect(step.reason == "Printed as July 2027 in Canal Action Plan")
        #expect(step.approver.text == "nobody named in the paper")
        #expect(step.on.description == "2026-09-02")
        #expect(comparison.redated.map { "\($0.from) \($0.to)" } == ["2027-03-31 2027-07-31"])
    }

    @Test func `a paper that prints a date which was replaced has not caught up, and moves nothing back`() throws {
        var ledger = try Self.ledger()
        var rows = Self.first
        rows[0] = "1 | Mend the weir at Lowbridge | KH | July 2027 | On target"
        try ledger.bring(Self.plan(rows, date: "2 September 2026"))
        let proposal = try ledger.bring(Self.plan(Self.first, date: "2 December 2026"))
        #expect(try Self.action(ledger, 1).record.facts.due?.description == "2027-07-31")
        #expect(
            proposal.papers[0].comparisons[0].notes == [
                "ACT-1: the paper prints 2027-03-31, which 2027-07-31 has replaced."
            ])
    }

    @Test func `another status is an update dated as the paper, once`() throws {
        var (ledger, comparison) = try Self.next {
            $0[3] = "4 | Count the swans with the school | DM | May 2027 | Completed"
        }
        let record = try Self.action(ledger, 4).record
        #expect(record.facts.status == "Completed")
        #expect(record.facts.isFinished)
        #expect(record.progress.reported?.on.description == "2026-09-02")
        let update = try #require(ledger.kept(.update).first?.record.content as? Update)
        #expect(update.on.description == "2026-09-02")
        #expect(comparison.updated.map { "\($0.from) → \($0.to)" } == ["Not started → Completed"])
        var rows = Self.first
        rows[3] = "4 | Count the swans with the school | DM | May 2027 | Completed"
        try ledger.bring(Self.plan(rows, date: "2 December 2026"))
        #expect(ledger.kept(.update).count == 1)
    }

    @Test func `what is not printed any more is listed, and stays open as it was`() throws {
        let (ledger, comparison) = try Self.next { $0.remove(at: 1) }
        #expect(comparison.missing.map(\.line.reference?.description) == ["ACT-2"])
        let record = try Self.action(ledger, 2)
        #expect(record.version == 1)
        #expect(record.record.progress.closure == nil && record.record.withdrawal == nil)
    }

    @Test func `what two versions left out is missing since an earlier one, and is itself again when it comes back`()
        throws
    {
        var (ledger, _) = try Self.next { $0.remove(at: 1) }
        var rows = Self.first
        rows.remove(at: 1)
        let third = try ledger.bring(Self.plan(rows, date: "2 December 2026")).papers[0].comparisons[0]
        #expect(third.missing.map(\.isSinceEarlier) == [true])
        let fourth = try ledger.bring(Self.plan(Self.first, date: "2 March 2027")).papers[0].comparisons[0]
        #expect(fourth.missing.isEmpty && fourth.new.isEmpty)
        #expect(ledger.kept(.action).count == 4)
    }

    @Test func `what is blank in a version leaves what is kept as it was`() throws {
        let (ledger, comparison) = try Self.next { $0[0] = " | Mend the weir at Lowbridge | | | " }
        let record = try Self.action(ledger, 1)
        #expect(record.version == 1)
        #expect(record.record.owners.count == 1)
        #expect(comparison.isSame)
    }

    @Test func `what was divided stays as its likest part, and the other part says what it was part of`() throws {
        let (ledger, comparison) = try Self.next {
            $0[1] = "2 | Dredge the basin | DM | June 2027 | Not started"
            $0.insert("5 | Dredge the arm at Staunton | DM | June 2027 | Not started", at: 2)
        }
        #expect(comparison.split.count == 1)
        let whole = try Self.action(ledger, 2).id
        let links = ledger.kept(.link).compactMap { $0.record.content as? Link }.filter { $0.role == .supersedes }
        #expect(links.map(\.to) == [whole])
        #expect(ledger.kept(.action).count == 5)
    }

    @Test func `an older version that comes later changes no words, and what it alone has is added`() throws {
        var ledger = HeldLedger()
        try ledger.bring(Self.plan(Self.first, date: "2 September 2026"))
        var rows = Self.first
        rows[1] = "2 | Dredge the old basin at Staunton Lock | DM | April 2027 | Not started"
        let comparison = try ledger.bring(Self.plan(rows)).papers[0].comparisons[0]
        #expect(comparison.relation == .earlierVersion)
        #expect(try Self.action(ledger, 2).version == 1)
        #expect(comparison.changed.count == 1, "the difference is still listed")
    }

    @Test func `a closed promise that is printed again stays closed`() throws {
        var ledger = try Self.ledger()
        try ledger.close(try Self.action(ledger, 2))
        var rows = Self.first
        rows[1] = "2 | Dredge the whole basin at Staunton | DM | August 2027 | Monitor"
        let comparison = try ledger.bring(Self.plan(rows, date: "2 September 2026")).papers[0].comparisons[0]
        #expect(try Self.action(ledger, 2).version == 2)
        #expect(comparison.notes == ["ACT-2 was closed on 2026-08-01 and is printed again."])
    }

    @Test func `the same title with other promises is another plan`() throws {
        var ledger = try Self.ledger()
        let rows = [
            "1 | Publish the pay policy | AB | May 2027 | On target",
            "2 | Train line managers in appraisal | AB | May 2027 | On target",
            "3 | Renew the recruitment pages | AB | May 2027 | On target",
            "4 | Write a policy on lone working | AB | May 2027 | On target",
            "5 | Hold exit interviews with all leavers | AB | May 2027 | On target",
            "6 | Sweep the towpath each month | KH | Ongoing | On target",
        ]
        let proposal = try ledger.bring(Self.plan(rows, date: "2 September 2026"))
        #expect(proposal.papers[0].comparisons.isEmpty)
        #expect(ledger.kept(.plan).count == 2)
    }

    @Test func `the same plan of another council is another plan`() throws {
        var ledger = try Self.ledger()
        let other = Self.plan(Self.first, date: "2 September 2026").replacing("Amberley", with: "Harrowmere")
        #expect(try ledger.bring(other).papers[0].comparisons.isEmpty)
        #expect(ledger.kept(.action).count == 8)
    }

    @Test func `a plan under another title is known by its records`() throws {
        var ledger = try Self.ledger()
        let text = Self.plan(Self.first, date: "2 September 2026", title: "Waterways Delivery Plan")
        #expect(try ledger.bring(text).papers[0].comparisons.first?.relation == .nextVersion)
        #expect(ledger.kept(.plan).count == 1)
    }

    @Test func `a review that somebody calls a plan of its own has recommendations of its own`() throws {
        func review(_ title: String, _ date: String) -> String {
            "Amberley District Council\n\n\(title)\n\n\(date)\n\nKEY RECOMMENDATIONS\n\n"
                + "1. Reduce the number of priorities to those that can be paid for\n\n"
                + "2. Train all members in treasury management before the next budget\n\n"
                + "3. Agree with the parishes who cuts which verge\n\n"
        }
        var ledger = HeldLedger()
        try ledger.bring(review("Peer Challenge Report", "3 June 2026"))
        try ledger.bring(review("Audit Review", "2 September 2026"))
        #expect(ledger.kept(.recommendation).count == 3)
        try ledger.bring(review("Audit Review", "3 September 2026"), choice: .new)
        #expect(ledger.kept(.recommendation).count == 6)
        #expect(ledger.kept(.plan).count == 2)
    }

    @Test func `a paper is the next version of one plan, and what it has of another is printed again in it`() throws {
        var ledger = try Self.ledger()
        let others = [
            "5 | Build a slipway at Staunton | AB | May 2028 | Not started",
            "6 | Light the tunnel at Garrow | AB | May 2028 | Not started",
            "7 | Paint the swing bridge | AB | May 2028 | Not started",
        ]
        try ledger.bring(Self.plan(others, date: "4 June 2026"), choice: .new)
        let next = try ledger.bring(Self.plan(Self.first + others, date: "2 September 2026"))
        #expect(next.papers[0].comparisons.map(\.relation) == [.nextVersion, .printing])
        #expect(ledger.kept(.action).map(\.version) == [1, 1, 1, 1, 1, 1, 1])
    }

    @Test func `somebody may say that it is a plan of its own, or whose next version it is`() throws {
        var ledger = try Self.ledger()
        #expect(try ledger.bring(Self.plan(Self.first), choice: .new).papers[0].comparisons.isEmpty)
        #expect(ledger.kept(.plan).count == 2)
        let plan = try #require(ledger.kept(.plan).first)
        let other = Self.plan(["9 | Build a slipway | DM | May 2028 | Not started"], title: "Slipways Plan")
        let comparison = try #require(try ledger.bring(other, choice: .plan(plan.id)).papers[0].comparisons.first)
        #expect(comparison.plan == plan.id)
        #expect(comparison.ground.hasPrefix("you said so"))
        #expect(comparison.missing.count == 4)
    }

    @Test func `two versions in one set are two versions of one plan`() throws {
        var ledger = HeldLedger()
        var rows = Self.first
        rows[1] = "2 | Dredge the canal basin at Staunton Wharf | DM | June 2027 | Not started"
        let importer = Importer(lexicon: try Lexicon.standard())
        let papers = try [Self.plan(rows, date: "2 September 2026"), Self.plan(Self.first)].map {
            importer.findings(in: try HeldLedger.read($0))
        }
        try ledger.bring(papers[0], papers[1])
        #expect(ledger.kept(.plan).count == 1)
        #expect(ledger.kept(.action).count == 4)
        #expect(try Self.action(ledger, 2).version == 2)
        #expect(try Self.action(ledger, 2).record.text == "Dredge the canal basin at Staunton Wharf")
    }

    @Test func `a theme by another name is renamed, and nothing in it is moved`() throws {
        func text(_ theme: String, _ date: String) -> String {
            let rows = Self.first.map { "| \(theme) | \($0.split(separator: "|")[1]) | KH | May 2027 |\n" }.joined()
            return "Amberley District Council\n\nCanal Action Plan\n\n\(date)\n\n"
                + "| Theme | Action | Owner | By when |\n|---|---|---|---|\n" + rows + "\n"
        }
        var ledger = HeldLedger()
        try ledger.bring(text("Water", "3 June 2026"))
        let comparison = try ledger.bring(text("Locks and water", "2 September 2026")).papers[0].comparisons[0]
        #expect(comparison.moved.isEmpty)
        #expect(comparison.notes == ["The theme Water is now called Locks and water."])
        #expect(ledger.kept(.theme).map(\.record.text) == ["Locks and water"])
        #expect(ledger.kept(.action).map(\.version) == [1, 1, 1, 1])
    }

    @Test func `what a column of dates prints as completed is reported as that, and not re-dated`() throws {
        let (ledger, comparison) = try Self.next {
            $0[0] = "1 | Mend the weir at Lowbridge | KH | Completed | "
        }
        let record = try Self.action(ledger, 1).record
        #expect(record.facts.isFinished)
        #expect(record.facts.originalDue?.description == "2027-03-31")
        #expect(record.progress.reprogrammings.isEmpty && comparison.redated.isEmpty)
    }

    @Test func `an issue that has an action now is said to have gone into it`() throws {
        func text(_ second: String, _ date: String) -> String {
            "Amberley District Council\n\nCanal Action Plan\n\n\(date)\n\n"
                + "| Issue | Action | Owner | By when |\n|---|---|---|---|\n"
                + "| The weir leaks | Mend the weir at Lowbridge | KH | May 2027 |\n"
                + "| The towpath floods in winter | \(second) |\n"
                + "| Nobody counts the swans | Count the swans with the school | DM | May 2027 |\n\n"
        }
        var ledger = HeldLedger()
        try ledger.bring(text(" | | ", "3 June 2026"))
        #expect(ledger.kept(.issue).count == 1)
        let next = try ledger.bring(text("Raise the bank by a foot | DM | May 2028", "2 September 2026"))
        let missing = try #require(next.papers[0].comparisons.first?.missing.first)
        #expect(missing.line.kind == .issue)
        #expect(missing.into?.text == "Raise the bank by a foot")
    }

    @Test func `what a meeting was asked to agree is not missed at the next meeting`() throws {
        func pack(_ asked: String, _ date: String) -> String {
            Self.plan(Self.first, date: date) + "RECOMMENDATIONS\n\n1. \(asked)\n\n2. To approve the minutes\n\n"
        }
        var ledger = HeldLedger()
        try ledger.bring(pack("That the board note the progress made on the canal since March", "3 June 2026"))
        #expect(ledger.kept(.recommendation).count == 2)
        let next = try ledger.bring(pack("That the slipway be closed to boats over ten metres", "2 September 2026"))
        #expect(try #require(next.papers[0].comparisons.first).missing.isEmpty)
    }
}
