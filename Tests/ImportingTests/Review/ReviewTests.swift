import Importing
import Intake
import Ledger
import Register
import Testing

/// What is shown in a review is what is kept, all at once, and can be taken back.
@Suite struct ReviewTests {
    private static func item(_ review: Review, _ text: String) throws -> Review.Item {
        try #require(review.items.first { $0.found.text.hasPrefix(text) }, "\(text)")
    }

    private static func keep(_ reviews: Review..., in desk: Desk) async throws -> [Entry] {
        let draft = try await ImportDraft(of: reviews, to: desk.ledger, terms: try await desk.terms())
        return try await desk.ledger.append(draft.commit(by: "Ann Clerk"))
    }

    @Test func `what is plain is accepted, what is doubtful undecided, and a person's word goes before both`() throws {
        var review = try Review(try Desk.example("recovery-plan.txt"))
        #expect(review.counts == [.accepted: review.items.count - 2, .undecided: 2])
        let doubtful = try Self.item(review, "Advertise for an operator")
        try review.decide(.accepted, of: doubtful.key)
        #expect(review[doubtful.key]?.decision == .accepted)
        #expect(review[doubtful.key]?.isDecidedByHand == true)
        #expect(review.counts[.undecided] == 1)
        review.acceptAll(atLeast: 0.96)
        #expect(review.counts == [.undecided: review.items.count])
        review.acceptAll(atLeast: 0.65)
        #expect(review.counts == [.accepted: review.items.count])
        try review.decide(.setAside(reason: nil), of: doubtful.key)
        try review.decide(nil, of: doubtful.key)
        #expect(review[doubtful.key]?.isDecidedByHand == false)
    }

    @Test func `one set aside, one put right, two undecided: the rest is kept as proposed, and undo takes all back`()
        async throws
    {
        let desk = try await Desk()
        var review = try Review(try Desk.example("recovery-plan.txt"))
        let aside = try Self.item(review, "Survey all 148 assets")
        let edited = try Self.item(review, "Put a single pay line")
        try review.decide(.setAside(reason: "Printed twice"), of: aside.key)
        try review.decide(
            .edited(FindingEdits(text: "Put one pay line to the unions", owners: ["RF"], timescale: "June 2026")),
            of: edited.key)
        let actions = review.items.count { $0.key.kind == .action && $0.decision.isKept }
        let entries = try await Self.keep(review, in: desk)

        let kept = try await desk.records(.action)
        #expect(kept.count == actions)
        #expect(Set(entries.map(\.commit)) == [1])
        let texts = kept.map(\.record.text)
        #expect(!texts.contains { $0.hasPrefix("Survey all 148 assets") })
        #expect(!texts.contains { $0.hasPrefix("Advertise for an operator") })
        #expect(!texts.contains { $0.hasPrefix("Put a single pay line") })
        let changed = try #require(kept.first { $0.record.text == "Put one pay line to the unions" })
        #expect(changed.row.due == Day(year: 2026, month: 6, day: 30))
        #expect(changed.record.owners.count == 1)
        #expect(changed.record.place?.source.line == edited.key.line)

        let imported = try #require(entries.last)
        #expect(imported.reference.kind == .import)
        #expect(
            imported.reason
                == "Import of recovery-plan.txt. 1 set aside: action, line \(aside.key.line) (Printed twice). "
                + "2 left undecided: action, line 160; action, line 176.")
        #expect(entries.first?.reason == "Import of recovery-plan.txt")

        let undoing = try await ImportUndoing(imported, in: desk.ledger)
        _ = try await desk.ledger.append(try undoing.commit(by: "Ann Clerk"))
        #expect(try await desk.standing().isEmpty)
    }

    @Test func `a review in which all is accepted keeps what an import without one keeps`() async throws {
        let (plain, reviewed) = (try await Desk(), try await Desk())
        for name in ["peer-challenge-report.txt", "recovery-plan.txt", "end-of-year-progress-report.txt"] {
            try await plain.bring(try Desk.example(name))
            var review = try Review(try Desk.example(name))
            review.acceptAll(atLeast: 0)
            _ = try await Self.keep(review, in: reviewed)
        }
        #expect(try await reviewed.standing() == plain.standing())
        #expect(try await reviewed.ledger.head().hash == plain.ledger.head().hash)
    }

    @Test func `who only stands in what is left out is not made a person, nor its theme a theme`() async throws {
        let desk = try await Desk()
        var review = try Review(
            try Desk.paper(
                "Canal Action Plan\n\n3 June 2026\n\n| Theme | Action | Owner | By when |\n|---|---|---|---|\n"
                    + "| Water | Mend the weir at Lowbridge | KH | March 2027 |\n"
                    + "| Land | Count the swans with the school | DM | May 2027 |\n"))
        try review.decide(.setAside(reason: nil), of: try Self.item(review, "Count").key)
        _ = try await Self.keep(review, in: desk)
        #expect(try await desk.records(.person).map(\.record.text) == ["KH"])
        #expect(try await desk.records(.theme).map(\.record.text) == ["Water"])
    }

    @Test func `a key to statuses that is set aside is no scheme of the plan`() async throws {
        var review = try Review(try Desk.example("end-of-year-progress-report.txt"))
        func scheme() async throws -> String? {
            let desk = try await Desk()
            _ = try await Self.keep(review, in: desk)
            return (try await desk.records(.plan).first?.record.content as? Plan)?.scheme.name
        }
        #expect(try await scheme()?.hasPrefix("As printed in") == true)
        for item in review.items where item.key.kind == .scale {
            try review.decide(.setAside(reason: nil), of: item.key)
        }
        #expect(try await scheme()?.hasPrefix("As printed in") == false)
    }

    @Test func `a paper of which nothing is kept leaves the paper and its import, and no plan`() async throws {
        let desk = try await Desk()
        var review = try Review(try Desk.example("recovery-plan.txt"))
        review.acceptAll(atLeast: 1)
        _ = try await Self.keep(review, in: desk)
        let kinds = Set(try await desk.standing().values.map(\.kind))
        #expect(kinds.isSubset(of: [.paper, .import, .council]))
        #expect(kinds.contains(.paper))
    }

    @Test func `a paper that is kept already is refused`() async throws {
        let desk = try await Desk()
        let paper = try Desk.example("peer-challenge-report.txt")
        try await desk.bring(paper)
        let review = try Review(paper)
        await #expect(throws: ReviewProblem.known(name: "peer-challenge-report.txt", Reference(.paper, 1))) {
            try await ImportDraft(of: [review], to: desk.ledger, terms: try await desk.terms())
        }
    }

    @Test func `decisions come back to the findings they were made of, and to no others`() throws {
        let paper = try Desk.example("recovery-plan.txt")
        var review = try Review(paper)
        let item = try Self.item(review, "Survey all 148 assets")
        try review.decide(.setAside(reason: "Twice"), of: item.key)
        let again = try Review(try Desk.example("recovery-plan.txt"), decisions: review.decisions)
        #expect(again[item.key]?.decision == .setAside(reason: "Twice"))
        #expect(again.strays.isEmpty)

        var decisions = review.decisions
        let gone = try #require(FindingKey("action-5-1-0a1b2c3d"))
        decisions[gone] = .accepted
        #expect(try Review(paper, decisions: decisions).strays == [gone])
        #expect(throws: ReviewProblem.noFinding(gone)) { try review.decide(.accepted, of: gone) }
        #expect(throws: ReviewProblem.otherPaper(name: "board-pack.txt")) {
            try Review(try Desk.example("board-pack.txt"), decisions: decisions)
        }
    }
}
