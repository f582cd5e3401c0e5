import Foundation
import PaperFuzzing

/// Reads altered papers of each kind, so many each; a crash or a hang ends it and names the input.
///
/// Usage: goldthread-bench --fuzz-readers FOLDER COUNT [KIND] [FIRST SEED]
struct ReaderFuzz {
    let folder: String
    let count: Int
    var kind: String?
    var first = 0
    /// Files of each kind whose outside programs are run each time are fewer: a run takes a tenth of a second.
    static let toolShare = 100

    func run() async throws {
        for name in FuzzedFormat.names where kind == nil || kind == name {
            let samples = try samples(name)
            guard !samples.isEmpty else {
                print("\(name): no sample in \(folder)")
                continue
            }
            let format = try await FuzzedFormat(name, samples: samples)
            // Programs have limits of their own, a minute and more.
            let watchdog = Watchdog(limit: .seconds(name == "pdf-tools" ? 300 : 20))
            try await run(format, count: name == "pdf-tools" ? max(1, count / Self.toolShare) : count, watchdog)
        }
    }

    private func run(_ format: FuzzedFormat, count: Int, _ watchdog: Watchdog) async throws {
        // A crash leaves the seed here.
        let note = FileManager.default.temporaryDirectory.appending(path: "goldthread-fuzz-\(format.name)")
        try Data().write(to: note)
        let file = try FileHandle(forWritingTo: note)
        var (read, refused, slowest, slowestSeed) = (0, 0, Duration.zero, first)
        let start = ContinuousClock.now
        for seed in first..<(first + count) {
            file.seek(toFileOffset: 0)
            file.write(Data("\(format.name) seed \(seed)        \n".utf8))
            let began = ContinuousClock.now
            switch await watchdog.watch("\(format.name) seed \(seed)", { await format.read(seed: seed) }) {
            case .read: read += 1
            case .refused: refused += 1
            }
            if ContinuousClock.now - began > slowest { (slowest, slowestSeed) = (ContinuousClock.now - began, seed) }
        }
        try FileManager.default.removeItem(at: note)
        print(
            "\(format.name): \(count) inputs, \(read) read, \(refused) refused in words, no crash, no hang; "
                + "\((ContinuousClock.now - start).components.seconds) s, the slowest (seed \(slowestSeed)) "
                + "\(slowest / .milliseconds(1)) ms")
    }

    private func samples(_ name: String) throws -> [[UInt8]] {
        let end = name == "pdf-tools" ? "pdf" : name
        // OCR takes seconds for each.
        let isLeftOut = { (file: String) in name == "pdf-tools" && file.hasPrefix("scanned") }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".\(end)") && !isLeftOut($0) }.sorted()
            .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: $0))) }
    }
}
