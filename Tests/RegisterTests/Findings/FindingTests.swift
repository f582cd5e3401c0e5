import Register
import Testing

@Suite struct FindingTests {
    @Test(arguments: [(24_600_000, "246000"), (-120_050, "-1200.5"), (1, "0.01"), (110, "1.1"), (-5, "-0.05")])
    func `amounts print as exact decimals of pounds`(pence: Int, text: String) {
        #expect(Pounds(pence: pence).decimal == text)
    }

    @Test func `a score is consistent when it is likelihood times impact or when a part is missing`() {
        var rating = Risk.Rating()
        (rating.likelihood, rating.impact, rating.score) = (3, 4, 12)
        #expect(rating.isConsistent)
        rating.score = 11
        #expect(!rating.isConsistent)
        rating.impact = nil
        #expect(rating.isConsistent)
    }

    @Test func `fields that the paper leaves empty are absent`() {
        let action = Action(
            text: "Publish the plan", theme: "", timescale: Timescale("Ongoing", reference: nil), owners: ["KH"])
        let finding = Finding(.action(action), at: Source(line: 3))
        #expect(finding.fields.map(\.name) == ["timescale", "openEnded", "owners"])
    }
}
