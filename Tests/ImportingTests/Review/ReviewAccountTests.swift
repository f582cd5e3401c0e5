import Importing
import Intake
import Register
import Testing

/// Nothing is lost in a review: every line that says something has one fate, and what is left out is shown.
@Suite struct ReviewAccountTests {
    @Test(arguments: [
        "board-pack.txt", "recovery-plan.txt", "savings-and-measures.txt", "peer-challenge-action-plan.txt",
    ])
    func `every line that is not blank is accounted for, whatever is decided`(name: String) throws {
        let paper = try Desk.example(name)
        let lines = paper.intake.fates.count { $0 != nil }
        let findings = paper.intake.fates.count { $0 == .finding }
        var review = try Review(paper)
        for confidence in [0, 0.8, 1] {
            review.acceptAll(atLeast: confidence)
            let account = review.account
            #expect(ReviewAccount.Fate.allCases.reduce(0) { $0 + account.count($1) } == lines)
            #expect(account.count(.kept) + account.count(.undecided) == findings)
        }
        for key in review.items.map(\.key) where review.items.count < 150 {
            try review.decide(.setAside(reason: nil), of: key)
        }
        if review.items.count < 150 { #expect(review.account.count(.setAside) == findings) }
    }

    @Test func `a line is set aside where all that it holds is, and kept where one thing on it is kept`() throws {
        let text =
            "Canal Action Plan\n\n| Recommendation | Action | By when |\n|---|---|---|\n"
            + "| Look after the weir at Lowbridge | Mend the weir | March 2027 |\n"
            + "| Look after the basin at Staunton | Dredge the basin | June 2027 |\n"
        var review = try Review(try Desk.paper(text))
        let row = review.items.filter { $0.key.line == 5 }
        #expect(row.map(\.key.kind).sorted() == [.recommendation, .action])
        for item in row {
            #expect(review.account.fates[4] == .kept)
            try review.decide(.setAside(reason: nil), of: item.key)
        }
        #expect(review.account.fates[4] == .setAside)
        #expect(review.account.lines(.setAside).map(\.number) == [5])
        #expect(review.account.lines(.setAside).first?.words.contains("Mend the weir") == true)
        try review.decide(.undecided, of: try #require(row.first).key)
        #expect(review.account.fates[4] == .undecided)
        #expect(review.account.fates[5] == .kept)
    }

    @Test func `what was not recognised says its page, where the paper prints one`() throws {
        let text =
            "Board report\n\nPage 1\n\nThe weir stood through the winter and the river was low.\n\nPage 2\n\n"
            + "| Alder | Beech | Cedar |\n|---|---|---|\n| eleven | twelve | thirteen |\n"
        let lines = try Review(try Desk.paper(text)).account.lines(.unrecognised)
        #expect(lines.map(\.source.words) == ["page 2, line 11"])
    }

    @Test func `what was not recognised is listed with its words`() throws {
        let text =
            "Board report\n\nRECOMMENDATIONS\n\nThe Board is asked to agree:\n\n1. That the weir be mended by May\n\n"
            + "| Alder | Beech | Cedar |\n|---|---|---|\n| eleven | twelve | thirteen |\n| four | five | six |\n"
        let account = try Review(try Desk.paper(text)).account
        #expect(account.lines(.unrecognised).map(\.words) == ["eleven | twelve | thirteen", "four | five | six"])
        #expect(account.lines(.unrecognised).map(\.number) == [11, 12])
    }
}
