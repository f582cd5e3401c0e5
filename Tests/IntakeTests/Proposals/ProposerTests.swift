import Intake
import Papers
import Register
import Testing

@Suite struct ProposerTests {
    private static let today = LondonTime.day(of: Timestamp(microseconds: 1_795_000_000_000_000))

    private static func read(_ text: String, name: String = "plan.txt") throws -> ReadPaper {
        let lexicon = try Lexicon.standard()
        let paper = try TextReader().read(Array(text.utf8), name: name)
        return ReadPaper(intake: Importer(lexicon: lexicon).findings(in: paper), hash: name)
    }

    static func propose(_ papers: [(name: String, text: String)], holding holdings: Holdings = Holdings()) throws
        -> Proposal
    {
        // A later import is made later, and its ids are others.
        let now: UInt64 = holdings.parties.isEmpty ? 1_000 : 2_000
        let ids = RecordIDs(milliseconds: { now }, chance: { 7 })
        var proposer = Proposer(lexicon: try Lexicon.standard(), holdings: holdings, today: today, ids: ids)
        return proposer.propose(try papers.map { try read($0.text, name: $0.name) })
    }

    /// What a ledger would hold, had it kept a proposal.
    static func holdings(_ proposal: Proposal) -> Holdings {
        var numbers: [RecordKind: Int] = [:]
        let kept = proposal.changes.filter { $0.seen == 0 }.map { change in
            numbers[change.record.kind, default: 0] += 1
            return Holdings.Kept(
                id: change.id, reference: Reference(change.record.kind, numbers[change.record.kind] ?? 0), version: 1,
                record: change.record)
        }
        let parties: Set<RecordKind> = [.council, .body, .person, .post]
        return Holdings(
            parties: kept.filter { parties.contains($0.record.kind) },
            promises: kept.filter { $0.record.kind == .recommendation || $0.record.kind == .action })
    }

    private static let review = """
        Amberley District Council

        Corporate Peer Challenge Report

        March 2025

        KEY RECOMMENDATIONS

        1. Reduce the number of priorities to those that can be paid for

        2. Train all members in treasury management before the next budget

        """

    private static let plan = """
        Amberley District Council

        Peer Challenge Action Plan

        June 2025

        | No. | Recommendation | Action | By when | Owner | Status |
        |---|---|---|---|---|---|
        | 1 | Reduce the number of priorities to those that can be paid for | Publish a shorter list | March 2026 | KH / Head of Policy | On target |
        | 1 | Reduce the number of priorities to those that can be paid for | Stop the three smallest projects | April 2026 | KH | Completed |

        Kate Hall (KH) keeps this plan.

        """

    private static func records<Content: RecordContent>(_ type: Content.Type, _ proposal: Proposal) -> [(
        RecordID, Record
    )] {
        proposal.changes.filter { $0.record.content is Content }.map { ($0.id, $0.record) }
    }

    @Test func `a plan becomes records: paper, import, plan, theme or none, actions with owners, due dates and status`()
        throws
    {
        let proposal = try Self.propose([("plan.txt", Self.plan)])
        let plan = try #require(Self.records(Plan.self, proposal).first)
        let actions = Self.records(Action.self, proposal)
        #expect(actions.count == 2)
        #expect(actions.allSatisfy { $0.1.plan == plan.0 && $0.1.place != nil })
        #expect(actions.map(\.1.facts.due?.description) == ["2026-03-31", "2026-04-30"])
        #expect(actions.map(\.1.facts.isFinished) == [false, true])
        #expect(actions[0].1.facts.status == "On target")
        #expect(Self.records(KeptPaper.self, proposal).count == 1)
        #expect(Self.records(Import.self, proposal).first?.1.text == "plan.txt")
        #expect(proposal.changes.last?.record.kind == .import)
    }

    @Test func `what a row says is kept of its action, and a recommendation has no status of its actions`() throws {
        let proposal = try Self.propose([
            (
                "plan.txt",
                """
                Amberley District Council

                Peer Challenge Action Plan

                June 2025

                | No. | Recommendation | Action | By when | Status | Progress |
                |---|---|---|---|---|---|
                | 1 | Reduce the number of priorities to those that can be paid for | Publish a shorter list | March 2026 | On target | With the printer |
                | 2 | Train all members in treasury management | | | On hold | Asked the peers |
                | 3 | Close the gap in the budget | Sell the depot | May 2026 | Completed | |

                """
            )
        ])
        let actions = Self.records(Action.self, proposal)
        let recommendations = Self.records(Recommendation.self, proposal)
        let updates = Self.records(Update.self, proposal)
        #expect(actions.map(\.1.facts.status) == ["On target", "Completed"])
        #expect(recommendations.map(\.1.facts.status) == [nil, "On hold", nil])
        #expect(recommendations.map(\.1.facts.isFinished) == [false, false, false])
        #expect(updates.map { ($0.1.content as? Update)?.narrative } == ["With the printer", "Asked the peers"])
        #expect(updates.map(\.1.parent) == [actions[0].0, recommendations[1].0])
    }

    private static func tracker(_ statuses: [String], key: String = "") -> String {
        let rows = statuses.enumerated().map { place, status in
            "| \(place + 1) | Do the \(["first", "second", "third", "fourth", "fifth"][place]) thing | May 2026 | \(status) |"
        }
        return """
            Oakley Council

            Improvement Plan

            June 2025

            | Ref | Action | By when | RAG |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            \(key)
            """
    }

    @Test func `colours stay colours where one row says Complete, and what is complete is finished`() throws {
        let printed = ["Red", "Amber", "Green", "Complete", "Not started"]
        let proposal = try Self.propose([("plan.txt", Self.tracker(printed))])
        let actions = Self.records(Action.self, proposal)
        #expect(actions.map(\.1.facts.status) == printed)
        #expect(actions.map(\.1.facts.isFinished) == [false, false, false, true, false])
        let plan = try #require(Self.records(Plan.self, proposal).first?.1.content as? Plan)
        #expect(plan.scheme == .redAmberGreen)
    }

    @Test func `a paper's own key says what its colours mean, and statuses stay as printed`() throws {
        let key = "Status key:\n\n- Red = off track\n- Amber = at risk\n- Green = on track\n- Blue = complete\n\n"
        let proposal = try Self.propose([("plan.txt", Self.tracker(["Red", "Blue", "green"], key: key))])
        let actions = Self.records(Action.self, proposal)
        #expect(actions.map(\.1.facts.status) == ["Red", "Blue", "green"])
        #expect(actions.map(\.1.facts.isFinished) == [false, true, false])
        let plan = try #require(Self.records(Plan.self, proposal).first?.1.content as? Plan)
        #expect(plan.scheme.levels.map(\.name) == ["Red", "Amber", "Green", "Blue"])
        #expect(plan.scheme.levels.map(\.tone) == [.bad, .caution, .good, .done])
    }

    @Test func `initials are one person, by the name that the paper gives them, and posts are posts`() throws {
        let proposal = try Self.propose([("plan.txt", Self.plan)])
        let people = Self.records(Person.self, proposal)
        #expect(people.map(\.1.text) == ["Kate Hall"])
        #expect((people.first?.1.content as? Person)?.aliases == ["KH"])
        #expect(Self.records(Post.self, proposal).map(\.1.text) == ["Head of Policy"])
        let owners = Self.records(Action.self, proposal).map(\.1.owners.count)
        #expect(owners == [2, 1])
    }

    @Test func `initials that no paper explains stand as they are, and one person whom they fit is suggested`() throws {
        let text = Self.plan.replacing(
            "Kate Hall (KH) keeps this plan.", with: "Report author: Kate Hall\nEmail: k.hall@amberley.example\n")
        let proposal = try Self.propose([("plan.txt", text)])
        #expect(Set(Self.records(Person.self, proposal).map(\.1.text)) == ["KH", "Kate Hall"])
        #expect(proposal.notes == [.mayBe(initials: "KH", name: "Kate Hall")])
    }

    @Test func `initials that papers of two councils print are one person, and somebody is told`() throws {
        let text = Self.plan.replacing("Kate Hall (KH) keeps this plan.", with: "")
        let first = try Self.propose([("plan.txt", text)])
        let elsewhere = text.replacing("Amberley", with: "Wexcombe").replacing("Peer Challenge", with: "Housing")
        let second = try Self.propose([("other.txt", elsewhere)], holding: Self.holdings(first))
        #expect(second.notes.contains(.sharedInitials("KH")))
        #expect(Self.records(Person.self, second).isEmpty)
        let same = try Self.propose([("other.txt", text)], holding: Self.holdings(first))
        #expect(!same.notes.contains(.sharedInitials("KH")))
    }

    @Test func `a saving of both councils is of each, and no council is called so`() throws {
        let text = """
            Amberley District Council and Wexcombe Borough Council

            Shared Services Board

            Savings

            | Saving | Council | Amount |
            | --- | --- | --- |
            | Share one payroll team | Both | £20,000 |
            | Close the depot | Amberley District Council | £10,000 |

            """
        let proposal = try Self.propose([("savings.txt", text)])
        let councils = Self.records(Council.self, proposal)
        #expect(councils.map(\.1.text) == ["Amberley District Council", "Wexcombe Borough Council"])
        #expect(Self.records(Saving.self, proposal).first?.1.councils == councils.map(\.0))
    }

    @Test func `what papers call by the name of a council that was merged is the other's`() throws {
        let first = try Self.propose([("plan.txt", Self.plan)])
        var holdings = Self.holdings(first)
        let index = try #require(holdings.parties.firstIndex { $0.record.kind == .council })
        let other = RecordID(milliseconds: 9_000, chance: (9, 9))
        holdings.parties[index].record = Merging.pointed(holdings.parties[index].record, to: other)
        holdings.parties.append(
            .init(
                id: other, reference: Reference(.council, 2), version: 1,
                record: Record(Council(name: "Amberley and Vale Council"))))
        let second = try Self.propose(
            [("plan.txt", Self.plan.replacing("Peer Challenge", with: "Housing"))], holding: holdings)
        #expect(Self.records(Council.self, second).isEmpty)
        #expect(Self.records(Plan.self, second).map(\.1.councils) == [[other]])
    }

    @Test func `actions are linked to the recommendations of a review in the same set, which owns them`() throws {
        let proposal = try Self.propose([("plan.txt", Self.plan), ("review.txt", Self.review)])
        let recommendations = Self.records(Recommendation.self, proposal)
        #expect(recommendations.count == 2)
        let plans = Self.records(Plan.self, proposal)
        let review = try #require(plans.first { $0.1.text.contains("Report") })
        #expect(recommendations.allSatisfy { $0.1.plan == review.0 })
        let answers = Self.records(Link.self, proposal).compactMap { $0.1.content as? Link }.filter {
            $0.role == .answers
        }
        #expect(answers.count == 2)
        #expect(Set(answers.map(\.to)) == [recommendations[0].0])
        #expect(Set(answers.map(\.from)) == Set(Self.records(Action.self, proposal).map(\.0)))
    }

    @Test
    func `a plan that comes later is linked to what the ledger holds, and adds no person or recommendation twice`()
        throws
    {
        let first = try Self.propose([("review.txt", Self.review)])
        let second = try Self.propose([("plan.txt", Self.plan)], holding: Self.holdings(first))
        #expect(Self.records(Recommendation.self, second).isEmpty)
        #expect(Self.records(Council.self, second).isEmpty)
        let answers = Self.records(Link.self, second).compactMap { $0.1.content as? Link }.filter {
            $0.role == .answers
        }
        #expect(answers.count == 2)
        #expect(Set(answers.map(\.to)) == [Self.records(Recommendation.self, first)[0].0])
    }

    @Test func `progress on a recommendation that is held lands on it as an update dated as the paper`() throws {
        let first = try Self.propose([("review.txt", Self.review)])
        let report = """
            Amberley District Council

            Peer Challenge Progress Report

            1 May 2026

            | Recommendation | Update | Status |
            |---|---|---|
            | Reduce the number of priorities to those that can be paid for | The list is down to nine. | On target |

            """
        let second = try Self.propose([("progress.txt", report)], holding: Self.holdings(first))
        #expect(Self.records(Recommendation.self, second).map(\.1.progress.reported?.updates) == [1])
        let change = try #require(second.changes.first { $0.seen == 1 })
        #expect(change.id == Self.records(Recommendation.self, first)[0].0)
        let update = try #require(Self.records(Update.self, second).first)
        #expect(update.1.parent == change.id)
        #expect((update.1.content as? Update)?.on.description == "2026-05-01")
        #expect(Self.records(Plan.self, second).isEmpty, "a report that only speaks of what is held is no plan")
    }

    @Test func `what is printed as revised is a re-programming, and the first date stays`() throws {
        let text = """
            Recovery Action Plan

            | Action | By when | Revised date | Owner |
            |---|---|---|---|
            | Mend the weir at Lowbridge | March 2026 | July 2026 | KH |

            """
        let action = try #require(Self.records(Action.self, try Self.propose([("plan.txt", text)])).first).1
        #expect(action.facts.originalDue?.description == "2026-03-31")
        #expect(action.facts.due?.description == "2026-07-31")
        #expect(action.facts.slips == 1)
    }
}
