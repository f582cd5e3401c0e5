import Foundation
import Fuzzing
import Intake
import Papers
import Register
import Testing

@Suite struct ReadingFuzzTests {
    @Test func `no mutation of a paper crashes, loses a line or changes what is read twice`() throws {
        let importer = Importer(lexicon: try Lexicon.standard())
        let papers = try LabelledPaper.layouts.map { [UInt8](try Data(contentsOf: $0.text)) }
        var mutation = Mutation(seed: 20_201_014)
        for _ in 0..<400 {
            let bytes = mutation.mutate(papers)
            guard let paper = try? TextReader().read(bytes, name: "fuzz") else { continue }
            let intake = importer.findings(in: paper)
            #expect(intake.fates.count == paper.lineCount)
            for finding in intake.findings { #expect((1...paper.lineCount).contains(finding.source.line)) }
            for (line, text) in intake.lines.enumerated() where !text.isEmpty {
                #expect(intake.fates[line] != nil, "line \(line + 1) is nobody's: \(text.prefix(60))")
            }
        }
    }
}
