import Importing
import Intake
import Register
import Testing

/// Each kind of finding is put right in its own fields, and in no others.
@Suite struct EditingTests {
    /// The first finding of each kind in the examples, with a review of its paper.
    private static func samples() throws -> [FindingKind: (review: Review, key: FindingKey)] {
        var samples: [FindingKind: (review: Review, key: FindingKey)] = [:]
        for name in ["board-pack.txt", "recovery-plan.txt", "savings-and-measures.txt", "peer-challenge-report.txt"] {
            let review = try Review(try Desk.example(name))
            for item in review.items where samples[item.key.kind] == nil { samples[item.key.kind] = (review, item.key) }
        }
        return samples
    }

    private static func edits(_ field: EditableField) -> FindingEdits {
        switch field {
        case .text: FindingEdits(text: "Quite other words")
        case .reference: FindingEdits(reference: "Z99")
        case .owners: FindingEdits(owners: ["Ann Clerk"])
        case .timescale: FindingEdits(timescale: "March 2031")
        case .revised: FindingEdits(revised: "March 2032")
        case .status: FindingEdits(status: "Purple")
        case .theme: FindingEdits(theme: "Otters")
        }
    }

    @Test func `the examples hold every kind, and every field of each changes alone`() throws {
        let samples = try Self.samples()
        #expect(Set(samples.keys) == Set(FindingKind.allCases))
        for (kind, sample) in samples {
            let before = try #require(sample.review[sample.key]).finding.editable
            for field in EditableField.allCases {
                var review = sample.review
                let edits = Self.edits(field)
                guard EditableField.of(kind).contains(field) else {
                    #expect(!before.fields.contains(field), "\(kind) \(field)")
                    #expect(throws: ReviewProblem.notEditable(field, kind)) {
                        try review.decide(.edited(edits), of: sample.key)
                    }
                    continue
                }
                try review.decide(.edited(edits), of: sample.key)
                let item = try #require(review[sample.key])
                #expect(item.finding.editable.differing(from: before) == edits, "\(kind) \(field)")
                #expect(item.decision.state == .edited)
                #expect(item.found.editable == before)
            }
        }
    }

    @Test func `a date that is put right is read again, by the paper's own date`() throws {
        var review = try Review(
            try Desk.paper(
                "Canal Action Plan\n\n3 June 2026\n\n| Action | Owner | By when |\n|---|---|---|\n| Mend the weir | KH | soon |\n"
            ))
        let key = try #require(review.items.first?.key)
        try review.decide(.edited(FindingEdits(timescale: "by September")), of: key)
        let action = try #require(review[key]?.finding.record as? Action)
        #expect(action.timescale?.due == Day(year: 2026, month: 9, day: 30))
        try review.decide(.edited(FindingEdits(timescale: "")), of: key)
        let bare = try #require(review[key]?.finding.record as? Action)
        #expect(bare.timescale == nil)
    }

    @Test func `the month of a planned item follows its date`() throws {
        let (before, key) = try #require(try Self.samples()[.workItem])
        var review = before
        try review.decide(.edited(FindingEdits(timescale: "June 2027")), of: key)
        let item = try #require(review[key]?.finding.record as? WorkItem)
        #expect(item.month?.description == "2027-06")
    }

    @Test func `what hangs under an action by its words follows them`() throws {
        let list = """
            Canal Action Plan

            | Action | Owner | By when |
            |---|---|---|
            | Mend the weir: <br>- survey the footings <br>- order the stone | KH | May 2027 |

            """
        var review = try Review(try Desk.paper(list))
        func parents() -> [String] {
            review.items.compactMap { if case .action(let found) = $0.finding.content { found.parent } else { nil } }
        }
        let parent = try #require(parents().first)
        let key = try #require(review.items.first { $0.found.text == parent }?.key)
        try review.decide(.edited(FindingEdits(text: "Mend the weir at Lowbridge")), of: key)
        #expect(Set(parents()) == ["Mend the weir at Lowbridge"])
    }

    @Test func `words may not be taken away`() throws {
        var review = try Review(try Desk.example("recovery-plan.txt"))
        let key = try #require(review.items.first { $0.key.kind == .action }?.key)
        #expect(throws: ReviewProblem.noWords(key)) {
            try review.decide(.edited(FindingEdits(text: "  ")), of: key)
        }
        #expect(review[key]?.decision == .accepted)
        #expect(
            ReviewProblem.notEditable(.status, .risk).description
                == "The status of risks cannot be put right here. Put right: words, reference, theme, owners.")
    }
}
