import Importing
import Intake
import Papers
import Register
import Testing

/// What is doubtful in the example papers has a low confidence, and what is plain a high one.
@Suite struct ConfidenceTests {
    private func doubtful(_ name: String) throws -> [Review.Item] {
        try Review(try Desk.example(name)).items.filter { $0.confidence.hundredths < Decisions.usualThreshold }
    }

    @Test func `of the recovery plan only the two rows with impossible dates are doubtful`() throws {
        let doubtful = try doubtful("recovery-plan.txt")
        #expect(
            doubtful.map(\.found.text) == [
                "Advertise for an operator on the open market", "Pass on up to £5,000 a home in repair grants",
            ])
        #expect(doubtful.map(\.confidence.value) == [0.65, 0.65])
        #expect(doubtful.first?.confidence.doubts.first?.description.contains("31 November 2025") == true)
    }

    @Test func `a revised date that says nothing is doubtful`() throws {
        let actions = try doubtful("savings-and-measures.txt").filter { $0.key.kind == .action }
        #expect(actions.map(\.found.text) == ["Agree heads of terms for the Kestlewick Road garage site"])
        #expect(actions.first?.confidence.doubts == [.unreadDate("TBC")])
    }

    @Test func `promises and savings in the sentences of a pack are doubtful, its minutes and decisions are not`()
        throws
    {
        let review = try Review(try Desk.example("board-pack.txt"))
        let sure = Set(review.items.filter { $0.decision == .accepted }.map(\.key.kind))
        #expect(
            sure.isSuperset(of: [.meeting, .agendaItem, .attendance, .minute, .decision, .risk, .measure, .service]))
        let sentences = review.items.filter { $0.key.kind == .undertaking }
        #expect(sentences.count == 7)
        #expect(sentences.allSatisfy { $0.confidence.doubts == [.runningText] && $0.decision == .undecided })
        let formal: Set<FindingKind> = [
            .meeting, .agendaItem, .attendance, .minute, .decision, .declaration, .consultee,
        ]
        #expect(review.items.allSatisfy { !formal.contains($0.key.kind) || $0.decision == .accepted })
    }

    @Test func `rows without a header are less sure than rows under one`() throws {
        let cut = try Review(try Desk.example("peer-challenge-action-plan.txt")).items
        #expect(cut.contains { $0.confidence.doubts == [.borrowedColumns] && $0.confidence.value == 0.8 })
        let headless = try Review(
            try Desk.paper(
                "Canal Action Plan\n\n| Mend the weir at Lowbridge | KH | March 2027 |\n"
                    + "| Dredge the basin at Staunton | DM | June 2027 |\n| Sweep the towpath | KH | May 2027 |\n"))
        #expect(headless.items.count == 3)
        #expect(headless.items.allSatisfy { $0.confidence.doubts == [.guessedColumns] && $0.decision == .undecided })
    }

    @Test(arguments: [
        ("Mend the weir", Ground.header(known: 3, of: 3), 95), ("Mend the weir", .header(known: 2, of: 4), 85),
        ("Mend the weir", .neighbour, 80), ("Mend the weir", .contents, 70), ("Mend the weir", .labels, 95),
        ("Mend the weir", .item, 85), ("Mend the weir", .prose, 60), ("Mended", .labels, 65),
        ("and mend the weir", .labels, 65), ("that the weir be mended", .labels, 95),
    ])
    func `each doubt takes its weight`(text: String, ground: Ground, hundredths: Int) {
        let finding = Finding(.action(Action(text: text)), at: Source(line: 1))
        #expect(Confidence(finding, ground, problems: []).hundredths == hundredths)
    }

    @Test func `what cannot be so weighs most, comes first, and never takes more than there is`() {
        let finding = Finding(.action(Action(text: "and so")), at: Source(line: 1))
        let problem = Problem(kind: .inconsistentScore, line: 1, message: "3 × 4 is not 11.")
        let confidence = Confidence(finding, .contents, problems: [problem, problem])
        #expect(confidence.value == 0)
        #expect(confidence.doubts.last == .guessedColumns)
        #expect("\(Doubt.problem(problem))" == "3 × 4 is not 11.")
    }

    @Test func `a date that is put right is doubted no longer`() throws {
        var review = try Review(try Desk.example("recovery-plan.txt"))
        let item = try #require(review.items.first { $0.confidence.value < 0.8 })
        try review.decide(.edited(FindingEdits(timescale: "30 November 2025")), of: item.key)
        #expect(review[item.key]?.confidence.value == 0.95)
        try review.decide(.edited(FindingEdits(timescale: "31 June 2025")), of: item.key)
        #expect(review[item.key]?.confidence.doubts.first?.description.contains("31 June 2025") == true)
    }
}
