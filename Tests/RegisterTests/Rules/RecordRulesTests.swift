import Register
import Testing

@Suite struct RecordRulesTests {
    private static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private static func action(due: String? = "March 2027") throws -> Record {
        let reference = try day("2026-11-21")
        return Record(Action(text: "Publish", timescale: due.map { Timescale($0, reference: reference) }))
    }

    private static func update(
        _ status: String? = nil, on iso: String = "2026-11-21", _ change: (inout Update) -> Void = { _ in }
    ) throws -> Update {
        var update = Update(narrative: "Half is done.", status: status, on: try day(iso), by: "Ann")
        change(&update)
        return update
    }

    private static func closure(_ change: (inout Closure) -> Void = { _ in }) throws -> Closure {
        var closure = Closure(ending: .completed, reason: "Done", on: try day("2026-11-21"), by: "Ann")
        change(&closure)
        return closure
    }

    private static let board = Reprogramming.Approver(text: "Board")

    @Test func `an update moves status and day, and counts`() throws {
        let once = try Self.action().updated(
            by: Self.update("on track", on: "2026-10-01") { $0.percentage = 40 }, plan: nil)
        #expect(once.facts.status == "On Target")
        #expect(once.facts.updates == 1)
        #expect(once.facts.lastSaid?.description == "2026-10-01")
        #expect(!once.facts.isFinished)
        let twice = try once.updated(by: Self.update(on: "2026-11-01"), plan: nil)
        #expect(twice.facts.status == "On Target")
        #expect(twice.progress.reported?.percentage == 40)
        #expect(twice.facts.updates == 2)
        #expect(twice.facts.lastSaid?.description == "2026-11-01")
    }

    @Test func `words about an earlier day may come late, and leave day and status as they are`() throws {
        let record = try Self.action().updated(by: Self.update("On Target", on: "2026-11-01"), plan: nil)
        let later = try record.updated(by: Self.update(on: "2026-10-01"), plan: nil)
        #expect(later.facts.lastSaid?.description == "2026-11-01")
        #expect(later.facts.status == "On Target")
        #expect(later.facts.updates == 2)
    }

    @Test func `the first due day never changes, however often it is moved, and slips are counted`() throws {
        var record = try Self.action()
        let moves = [("June 2027", 1), ("May 2027", 1), ("December 2027", 2), ("31 March 2028", 3)]
        for (words, slips) in moves {
            record = try record.reprogrammed(
                to: words, reason: "Late", approver: Self.board, on: try Self.day("2026-11-21"))
            #expect(record.facts.originalDue?.description == "2027-03-31")
            #expect(record.facts.slips == slips, "\(words)")
            #expect((record.content as? Action)?.timescale?.words == "March 2027")
        }
        #expect(record.facts.due?.description == "2028-03-31")
        #expect(
            record.progress.reprogrammings.map(\.from?.description) == [
                "2027-03-31", "2027-06-30", "2027-05-31", "2027-12-31",
            ])
    }

    @Test func `a first date for what had none is no slip, and what is moved from then on is`() throws {
        var record = try Self.action(due: nil)
        record = try record.reprogrammed(
            to: "June 2027", reason: "Named", approver: Self.board, on: try Self.day("2026-11-21"))
        #expect(record.facts.originalDue == nil)
        #expect(record.facts.due?.description == "2027-06-30")
        #expect(record.facts.slips == 0)
        record = try record.reprogrammed(
            to: "July 2027", reason: "Late", approver: Self.board, on: try Self.day("2026-11-21"))
        #expect(record.facts.slips == 1)
    }

    @Test(arguments: Closure.Ending.allCases) func `every ending finishes, in its own words`(ending: Closure.Ending)
        throws
    {
        let record = try Self.action().closed(
            Self.closure {
                $0.ending = ending
                $0.successor = RecordID(milliseconds: 1, chance: (1, 1))
            }, plan: nil)
        #expect(record.facts.isFinished)
        #expect(record.facts.status == ending.words)
        #expect(record.facts.due?.description == "2027-03-31")
        #expect(Closure.Ending(words: ending.words) == ending)
        #expect(Closure.Ending(words: ending.rawValue) == ending)
    }

    @Test func `a plan that asks for evidence and a second person gets both`() throws {
        let plan = Plan(
            title: "Recovery", closing: Plan.ClosingRule(needsEvidence: true, needsSecondPerson: true))
        let closed = try Self.action().closed(
            Self.closure { ($0.evidence, $0.confirmedBy) = ([Evidence(text: "minutes")], "Bob") }, plan: plan)
        #expect(closed.facts.isFinished)
    }

    @Test func `a record that is taken back keeps everything but its place in lists`() throws {
        let record = try Self.action().withdrawn(because: "Twice")
        #expect(record.facts.isWithdrawn)
        #expect(record.facts.title == "Publish")
        #expect(record.fields.last == FindingField("withdrawn", .text("Twice")))
    }

    @Test func `what is no promise can be neither updated nor moved nor closed`() throws {
        let untracked = Record(Theme(name: "Economy"))
        let problem = RuleProblem.notTracked(kind: .theme)
        #expect(throws: problem) { try untracked.updated(by: try Self.update(), plan: nil) }
        #expect(throws: problem) { try untracked.closed(try Self.closure(), plan: nil) }
        #expect(throws: problem) {
            try untracked.reprogrammed(
                to: "June 2027", reason: "r", approver: Self.board, on: try Self.day("2026-11-21"))
        }
    }
}
