import Foundation
import Fuzzing
import Intake
import Papers
import Register

/// Measures reading in one run on one machine and prints ratios, which hold on noisy machines where times do not.
///
/// Usage: goldthread-bench FOLDER [MEGABYTES]; the text papers in the folder are repeated to about that size.
/// goldthread-bench FOLDER --fuzz COUNT reads so many mutations of them instead.
/// goldthread-bench --fuzz-readers FOLDER COUNT [KIND] [FIRST SEED] reads altered papers of each kind in the folder.
/// goldthread-bench --ledger [RECORDS] measures the ledger.
/// goldthread-bench --site RECORDS FOLDER measures the site, with a ledger that it builds in the folder once.
@main
struct Benchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "--ask" { return try await LedgerBenchmark.answer(arguments[2]) }
        if arguments.count > 1, arguments[1] == "--ledger" {
            let records = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 1_000_000
            guard records >= 10_000 else {
                print("Name a number of records, 10000 or more: goldthread-bench --ledger 1000000")
                exit(64)
            }
            return try await LedgerBenchmark(records: records).run()
        }
        if arguments.count == 2, arguments[1] == "--hello" { return try await Hello.serve() }
        if arguments.count == 4, arguments[1] == "--site", let records = Int(arguments[2]), records >= 10_000 {
            return try await SiteBenchmark(records: records, folder: URL(fileURLWithPath: arguments[3])).run()
        }
        if arguments.count > 3, arguments[1] == "--fuzz-readers", let count = Int(arguments[3]) {
            return try await ReaderFuzz(
                folder: arguments[2], count: count, kind: arguments.count > 4 ? arguments[4] : nil,
                first: arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0
            ).run()
        }
        guard arguments.count >= 2 else {
            print("Name a folder of text papers: goldthread-bench Examples [30]")
            exit(64)
        }
        if arguments.count > 3, arguments[2] == "--fuzz", let count = Int(arguments[3]) {
            try fuzz(try Corpus(folder: arguments[1]).papers, count: count)
            return
        }
        let size = (arguments.count > 2 ? Int(arguments[2]) : nil) ?? 30
        let papers = try Corpus(folder: arguments[1])
        print("Papers: \(papers.names.count) from \(arguments[1]), repeated to about \(size) MB")
        try Benchmark(papers: papers, size: size).run()
    }

    /// Reads so many mutated papers; a crash ends the program, and the last seed printed runs it again.
    private static func fuzz(_ papers: [[UInt8]], count: Int) throws {
        let importer = Importer(lexicon: try Lexicon.standard())
        var (read, refused, findings, slowest) = (0, 0, 0, 0.0)
        for seed in 0..<count {
            var mutation = Mutation(seed: UInt64(seed))
            let bytes = mutation.mutate(papers)
            if seed.isMultiple(of: 10_000) { print("  seed \(seed)") }
            let time = Stopwatch.best(of: 1) {
                guard let paper = try? TextReader().read(bytes, name: "fuzz") else {
                    refused += 1
                    return
                }
                read += 1
                findings += importer.findings(in: paper).findings.count
            }
            slowest = max(slowest, time)
        }
        print("\(count) inputs: \(read) read, \(refused) refused with a message, \(findings) findings, no crash;")
        print("the slowest took \(Int(slowest * 1000)) ms")
    }

    private let papers: Corpus
    private let size: Int

    private func run() throws {
        let whole = papers.repeated(toMegabytes: size)
        let megabytes = Double(whole.count) / 1_000_000
        var lines = 0
        let scan = Stopwatch.best(of: 5) {
            lines = whole.withUnsafeBufferPointer { $0.reduce(0) { $0 + ($1 == 10 ? 1 : 0) } }
        }
        let reader = TextReader()
        let read = try Stopwatch.best(of: 2) { _ = try reader.read(whole, name: "bench") }
        let importer = Importer(lexicon: try Lexicon.standard())
        var findings = 0
        let whole30 = try Stopwatch.best(of: 1) {
            findings = importer.findings(in: try reader.read(whole, name: "bench")).findings.count
        }
        print("\(lines) lines, \(findings) findings")
        row("scan the bytes", "\(speed(megabytes / scan)) MB/s")
        row("read into blocks and tables", "\(speed(megabytes / read)) MB/s, \(ratio(read / scan)) × the scan")
        row("read and find everything", "\(speed(megabytes / whole30)) MB/s, \(ratio(whole30 / read)) × reading")
        row("peak memory", "\(Memory.peakMegabytes) MB, \(ratio(Double(Memory.peakMegabytes) / megabytes)) × the text")
        try growth(importer)
        comparePandoc(whole, read: read, everything: whole30)
        timescales()
    }

    /// Time for each megabyte at growing sizes: flat where reading is linear.
    private func growth(_ importer: Importer) throws {
        var first: Double?
        for megabytes in [1, 3, 10, 30] where megabytes <= size {
            let text = papers.repeated(toMegabytes: megabytes)
            let time = try Stopwatch.best(of: megabytes < 10 ? 3 : 1) {
                _ = importer.findings(in: try TextReader().read(text, name: "bench"))
            }
            let each = time / (Double(text.count) / 1_000_000)
            row(
                "time a megabyte at \(megabytes) MB",
                "\(speed(each * 1000)) ms, \(ratio(each / (first ?? each))) × that at 1 MB")
            first = first ?? each
        }
    }

    private func comparePandoc(_ text: [UInt8], read: Double, everything: Double) {
        guard let pandoc = Pandoc.find() else {
            row("pandoc", "not installed: no comparison")
            return
        }
        print("pandoc -f markdown -t json on the same bytes (minutes for 30 MB) …")
        guard let time = pandoc.time(text) else {
            row("pandoc", "gave up on these bytes: no comparison")
            return
        }
        row("pandoc", "\(speed(Double(text.count) / 1_000_000 / time)) MB/s")
        row("reading against pandoc", "\(ratio(time / read)) × faster (10 asked for)")
        row("reading and finding against pandoc", "\(ratio(time / everything)) × faster (10 asked for)")
    }

    private func timescales() {
        let phrases = [
            "Dec 2020", "Ongoing", "Aug – Dec 2020", "End Sept 20 and ongoing", "Q2 2025/26",
            "within six months of adoption",
            "30/09/24", "Summer 2021", "Quarterly from October 2024", "March 20201", "Monday 2nd February 2026",
            "by the end of December",
        ]
        let reference = Day(iso: "2025-01-14")
        var due = 0
        let rounds = 20_000
        let time = Stopwatch.best(of: 3) {
            for round in 0..<rounds {
                let timescale = Timescale(phrases[round % phrases.count], reference: reference)
                if timescale.due != nil { due += 1 }
            }
        }
        row("timescales a second, one core", "\(Int(Double(rounds) / time)) (200000 asked for)")
    }

    private func row(_ name: String, _ value: String) {
        print("  " + name + String(repeating: " ", count: max(1, 38 - name.count)) + value)
    }

    private func speed(_ value: Double) -> String { value >= 100 ? "\(Int(value))" : ratio(value) }
    private func ratio(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
