import Testing

@Suite struct LabelledPaperTests {
    @Test(arguments: LabelledPaper.layouts) func `each layout is read nearly as a careful reader reads it`(
        paper: LabelledPaper
    ) throws {
        var whole = Scorer.Score()
        for score in try paper.score().values { whole.add(score) }
        #expect(whole.f1 >= (paper.isBeyondReach ? 0 : 0.75), "F1 \(whole.f1)")
        #expect(whole.placement >= 0.95)
    }

    @Test func `all layouts together keep the figures that the project promises for papers never seen`() throws {
        var whole = Scorer.Score()
        for paper in LabelledPaper.layouts { for score in try paper.score().values { whole.add(score) } }
        #expect(LabelledPaper.layouts.count >= 10)
        #expect(whole.f1 >= 0.95, "F1 \(whole.f1)")
        #expect(whole.fieldAccuracy >= 0.9, "fields \(whole.fieldAccuracy)")
    }

    @Test(
        .enabled(if: !LabelledPaper.shared.isEmpty, "skipped: the folder of shared papers is not beside the project"),
        arguments: LabelledPaper.shared)
    func `real papers are read as well as two careful readers agree`(paper: LabelledPaper) throws {
        var whole = Scorer.Score()
        for (kind, score) in try paper.score() {
            whole.add(score)
            let least = ["undertaking", "saving", "declaration", "objective"].contains(kind) ? 0.8 : 0.9
            #expect(score.f1 >= least, "\(kind): F1 \(score.f1)")
        }
        #expect(whole.f1 >= 0.97)
        #expect(whole.fieldAccuracy >= 0.95)
        #expect(whole.placement >= 0.95)
    }
}
