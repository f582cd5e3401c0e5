import Register
import Testing

/// Each rule refuses what it should, and says what is missing, why it matters and what to do.
@Suite struct RuleProblemTests {
    /// What is tried, the problem it meets, and how that reads.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var problem: RuleProblem
        var words: String
        var attempt: @Sendable () throws -> Void

        init(_ problem: RuleProblem, _ words: String, _ attempt: @escaping @Sendable () throws -> Void) {
            (testDescription, self.problem, self.words, self.attempt) = ("\(problem)", problem, words, attempt)
        }
    }

    private static let today = Day(iso: "2026-11-21") ?? LondonTime.day(of: Timestamp(microseconds: 0))
    private static let earlier = today.adding(days: -10)
    private static let record = Record(Action(text: "Publish", timescale: Timescale("March 2027", reference: today)))
    private static let due = Day(iso: "2027-03-31") ?? today

    private static func update(_ record: Record = record, _ change: (inout Update) -> Void) throws {
        var update = Update(narrative: "Half is done.", on: today, by: "Ann")
        change(&update)
        _ = try record.updated(by: update, plan: nil)
    }

    private static func move(to words: String, reason: String = "Late", approver: String = "Board") throws {
        _ = try record.reprogrammed(
            to: words, reason: reason, approver: Reprogramming.Approver(text: approver), on: today)
    }

    private static func close(plan: Plan? = nil, _ change: (inout Closure) -> Void) throws {
        var closure = Closure(ending: .completed, reason: "Done", on: today, by: "Ann")
        change(&closure)
        _ = try record.closed(closure, plan: plan)
    }

    private static func plan(evidence: Bool, second: Bool) -> Plan {
        Plan(title: "Recovery", closing: Plan.ClosingRule(needsEvidence: evidence, needsSecondPerson: second))
    }

    private static let updates: [Case] = [
        Case(
            .notTracked(kind: .meeting),
            "A meeting is not a promise, so nothing can be reported, re-programmed or closed. Name an action, a recommendation or another record that somebody answers for."
        ) { try update(Record(Meeting(text: "Board"))) { _ in } },
        Case(
            .withdrawn(reason: "Twice"),
            "It was taken back (Twice), so it can no longer be changed. Import its paper again if it should stand."
        ) { try update(record.withdrawn(because: "Twice")) { _ in } },
        Case(
            .closed(ending: .completed, on: today),
            "It was closed as \"Completed\" on 2026-11-21, and what is closed is no longer reported on."
        ) {
            let closed = try record.closed(
                Closure(ending: .completed, reason: "Done", on: today, by: "Ann"), plan: nil)
            try update(closed) { _ in }
        },
        Case(
            .noNarrative,
            "The note is empty, and nothing can be checked without words. Say what was done or found, with --note."
        ) { try update { $0.narrative = " \n" } },
        Case(
            .unknownStatus(words: "Purple", scheme: "Six levels", levels: StatusScheme.sixLevel.levels.map(\.name)),
            "\"Purple\" is no level of the plan's scheme \"Six levels\". Use one of: Completed, On Target, Monitor, Action Required, Stopped, Not started."
        ) { try update { $0.status = "Purple" } },
        Case(
            .tooLong(.narrative, count: 4001, limit: 4000),
            "The note has 4001 characters, and nobody reads more than 4000. Shorten it, and give the rest as evidence, in a file."
        ) { try update { $0.narrative = String(repeating: "x", count: 4001) } },
        Case(
            .noCause(level: "Monitor"), "\"Monitor\" needs a cause: readers must see why it is off course. Add --cause."
        ) { try update { ($0.status, $0.cause, $0.correctiveAction) = ("Monitor", " ", "More staff") } },
        Case(
            .noCorrectiveAction(level: "Action Required"),
            "\"Action Required\" needs a corrective action: readers must see what will be done. Add --corrective-action."
        ) { try update { ($0.status, $0.cause) = ("Action Required", "No staff") } },
        Case(.percentage(101), "101 is no percentage. Give a whole number from 0 to 100.") {
            try update { $0.percentage = 101 }
        },
        Case(.percentage(-1), "-1 is no percentage. Give a whole number from 0 to 100.") {
            try update { $0.percentage = -1 }
        },
        Case(
            .olderThanLast(on: earlier, last: today),
            "The update speaks for 2026-11-11, but the promise was already reported on for 2026-11-21, and a status may not go back behind a later one. Leave out --status to add the words only."
        ) {
            let said = try record.updated(by: Update(narrative: "Now.", on: today, by: "Ann"), plan: nil)
            try update(said) { ($0.on, $0.status) = (earlier, "On Target") }
        },
    ]

    private static let moves: [Case] = [
        Case(.noReason, "No reason is given, and the next reader will ask for it. Add --reason.") {
            try move(to: "June 2027", reason: "\t")
        },
        Case(
            .noApprover,
            "Nobody has approved it, and a new date needs a person or a decision that did. Add --approved-by."
        ) { try move(to: "June 2027", approver: "") },
        Case(
            .dateNotUnderstood(words: "soon"),
            "\"soon\" names no day. Write a date (2026-03-31), a month (March 2026), a quarter (Q2 2026/27) or a season."
        ) { try move(to: "soon") },
        Case(.dateNotUnderstood(words: "31 June 2027"), "\"31 June 2027\" names no day.") {
            try move(to: "31 June 2027")
        },
        Case(.sameDate(due), "It is due on 2027-03-31 already, so there is nothing to re-programme.") {
            try move(to: "31 March 2027")
        },
    ]

    private static let closings: [Case] = [
        Case(.noReason, "No reason is given") { try close { $0.reason = "" } },
        Case(
            .noSuccessor,
            "What took its place is not named. Add --by-record with the reference of the record that did."
        ) { try close { $0.ending = .superseded } },
        Case(
            .noEvidence(plan: "Recovery"),
            "The plan \"Recovery\" asks for evidence before a promise is closed. Add --evidence with a file or words that say where it is."
        ) { try close(plan: plan(evidence: true, second: false)) { _ in } },
        Case(
            .noSecondPerson(plan: "Recovery"),
            "In the plan \"Recovery\" somebody else has to confirm that a promise is closed. Add --confirmed-by."
        ) { try close(plan: plan(evidence: false, second: true)) { $0.confirmedBy = " " } },
        Case(
            .samePerson(name: "ANN"),
            "ANN cannot both close and confirm: the plan asks for a second person. Name another with --confirmed-by."
        ) { try close(plan: plan(evidence: false, second: true)) { $0.confirmedBy = "ANN" } },
    ]

    @Test(arguments: updates + moves + closings)
    func `a rule refuses what it should and says what to do`(tried: Case) {
        #expect(throws: tried.problem) { try tried.attempt() }
        #expect(tried.problem.description.hasPrefix(tried.words))
    }

    @Test(arguments: [
        (RuleProblem.notClosed, "It is open, so there is nothing to open again."),
        (.noWords, "What is promised needs words. Write it as the next reader should see it."),
        (.unchanged, "Nothing is changed. Change its words, its theme or its owners."),
        (
            .wordsStay(kind: .decision),
            "The words of a decision stay as they were decided. Change its theme or its owners."
        ),
        (
            .noDateOfKind(.risk),
            "A risk has no date of its own. Leave it out, or give it to the action that answers it."
        ),
    ]) func `problems of putting right say what to do`(problem: RuleProblem, words: String) {
        #expect(problem.description == words)
    }

    @Test func `problems of links and of merging say what to do`() {
        #expect(RuleProblem.linkToItself.description == "A record cannot be linked to itself. Name two records.")
        #expect(RuleProblem.mergeIntoItself.description == "The two are one record already. Name two.")
        #expect(
            RuleProblem.notMergeable(.person, .post).description
                == "A person and a post cannot be one. Name two people, two posts or two councils.")
        #expect(
            RuleProblem.alreadyMerged(into: "PER-4").description
                == "It was merged into PER-4 already. Name that one instead.")
    }
}
