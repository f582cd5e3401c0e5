import Register
import Testing

/// What is put right by hand: words, themes and owners, ends that came too early, and what no paper holds.
@Suite struct PuttingRightTests {
    private static let today = Day(iso: "2026-11-21") ?? LondonTime.day(of: Timestamp(microseconds: 0))
    private static let someone = RecordID(milliseconds: 1, chance: (1, 1))
    private static let record = Record(Action(text: "Publish", timescale: Timescale("March 2027", reference: today)))

    private static func amendment(_ change: (inout Amendment) -> Void) -> Amendment {
        var amendment = Amendment(words: "Publish", theme: nil, owners: [], reason: "Asked for")
        change(&amendment)
        return amendment
    }

    @Test func `words are changed and all else of the paper stays`() throws {
        let record = try Self.record.amended(by: Self.amendment { ($0.words, $0.owners) = ("Print", [Self.someone]) })
        #expect(record.text == "Print" && record.owners == [Self.someone])
        #expect(record.facts.due == Day(iso: "2027-03-31"))
        #expect(try Record(Project(name: "Weir")).amended(by: Self.amendment { $0.words = "Lock" }).text == "Lock")
    }

    @Test func `an amendment says all that is wrong with it`() {
        let wrong = Self.amendment { ($0.words, $0.reason) = ("—", " ") }
        #expect(Self.record.problems(of: wrong) == [.noWords, .noReason])
        #expect(Self.record.problems(of: Self.amendment { _ in }) == [.unchanged])
        let long = String(repeating: "x", count: 4001)
        #expect(
            Self.record.problems(of: Self.amendment { $0.words = long })
                == [.tooLong(.words, count: 4001, limit: 4000)])
    }

    @Test func `a decision keeps the words in which it was taken`() {
        let decision = Record(Decision(text: "That it be noted", type: .resolved))
        #expect(throws: RuleProblem.wordsStay(kind: .decision)) {
            try decision.amended(by: Self.amendment { $0.words = "That it be done" })
        }
    }

    @Test func `a status that ends the promise waits to be closed`() throws {
        func said(_ record: Record, _ status: String?) throws -> Record {
            try record.updated(by: Update(narrative: "So.", status: status, on: Self.today, by: "Ann"), plan: nil)
        }
        let reported = try said(Self.record, "complete")
        #expect(reported.progress.awaitsClosing && !reported.facts.isFinished)
        #expect(reported.facts.status == "Completed" && reported.facts.awaitsClosing)
        #expect(try said(reported, nil).progress.awaitsClosing, "words alone leave it so")
        #expect(!(try said(reported, "On Target").progress.awaitsClosing))
        let closed = try reported.closed(
            Closure(ending: .completed, reason: "Seen", on: Self.today, by: "Bob"), plan: nil)
        #expect(!closed.progress.awaitsClosing && closed.facts.isFinished)
        let open = try closed.reopened(because: "Too early")
        #expect(!open.progress.awaitsClosing && !open.facts.isFinished && open.facts.status == "Completed")
    }

    @Test func `a plan that asks for evidence asks for it when the end is reported`() throws {
        let plan = Plan(title: "Recovery", closing: Plan.ClosingRule(needsEvidence: true, needsSecondPerson: false))
        var update = Update(narrative: "So.", status: "Completed", on: Self.today, by: "Ann")
        #expect(Self.record.problems(of: update, plan: plan) == [.noEvidence(plan: "Recovery")])
        update.status = "On Target"
        #expect(Self.record.problems(of: update, plan: plan).isEmpty)
    }

    @Test func `what is open cannot be opened again`() {
        #expect(Self.record.problems(ofReopening: "Why") == [.notClosed])
    }

    @Test func `an update says all that is wrong with it`() {
        let update = Update(
            narrative: " ", status: "Monitor", on: Self.today, by: "Ann", percentage: 101)
        #expect(
            Self.record.problems(of: update, plan: nil)
                == [.noNarrative, .percentage(101), .noCause(level: "Monitor"), .noCorrectiveAction(level: "Monitor")])
    }

    @Test(arguments: Addition.kinds) func `each kind is added by hand in its own words`(kind: RecordKind) throws {
        let due = Addition.datedKinds.contains(kind) ? "Q2 2027/28" : nil
        let record = try Addition(kind: kind, words: "Words", due: due, reason: "Asked for").record(on: Self.today)
        #expect(record.kind == kind && record.text == "Words")
        #expect(record.facts.due == due.flatMap { _ in Day(iso: "2027-09-30") })
    }

    @Test(arguments: [
        (RecordKind.action, "soonish", RuleProblem.dateNotUnderstood(words: "soonish")),
        (.risk, "March 2027", .noDateOfKind(.risk)),
    ]) func `a date that will not do is refused`(kind: RecordKind, due: String, problem: RuleProblem) {
        let addition = Addition(kind: kind, words: "Words", due: due, reason: "Asked for")
        #expect(addition.problems(on: Self.today).first == problem)
    }
}
