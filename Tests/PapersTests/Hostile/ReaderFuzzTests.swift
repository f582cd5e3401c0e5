import Foundation
import PaperFuzzing
import Papers
import Testing

/// A short share of `make fuzz`, with the same seeds.
@Suite(.timeLimit(.minutes(2))) struct ReaderFuzzTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Samples").standardizedFileURL
    private static let watchdog = Watchdog(limit: .seconds(60))

    @Test(arguments: FuzzedFormat.names)
    func `no altered file crashes its reader, hangs it or is refused without a word`(name: String) async throws {
        let isWithTools = name == "pdf-tools"
        var samples = [[UInt8](try Data(contentsOf: Self.folder.appending(path: "plan.\(isWithTools ? "pdf" : name)")))]
        if name == "pdf" {
            samples.append([UInt8](try Data(contentsOf: Self.folder.appending(path: "ruled.pdf"))))
        }
        let format = try await FuzzedFormat(name, samples: samples)
        var read = 0
        for seed in 0..<(isWithTools ? 5 : 200) {
            switch await Self.watchdog.watch("\(name) seed \(seed)", { await format.read(seed: seed) }) {
            case .read(let paper):
                read += 1
                #expect(paper.lineCount >= 0)
            case .refused(let error): #expect(error.description.hasPrefix(name), "seed \(seed)")
            }
        }
        // Else the mutations are too wild to reach the readers.
        #expect(read > (isWithTools ? 0 : 40), "\(name): \(read)")
    }
}
