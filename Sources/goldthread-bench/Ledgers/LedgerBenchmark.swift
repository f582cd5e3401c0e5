import Foundation
import Ledger
import Register

/// Measures the ledger against bare SQLite in one run: what our layer costs, and how it grows.
struct LedgerBenchmark {
    let records: Int
    private let folder: URL

    init(records: Int) throws {
        self.records = records
        folder = FileManager.default.temporaryDirectory.appending(path: "goldthread-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func run() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let need = records * 9000
        let free = try FileManager.default.attributesOfFileSystem(forPath: folder.path)[.systemFreeSize] as? Int ?? 0
        guard free > need else {
            print(
                "A ledger of \(records) records takes up to \(need / 1_000_000_000) GB, and \(free / 1_000_000_000) GB are free in \(folder.path)."
            )
            return
        }
        try await AppendBenchmark(folder: folder).run()
        print("Building a ledger of 10,000 records and one of \(records) …")
        let small = try await BuiltLedger.build(in: folder, plans: 2)
        let large = try await BuiltLedger.build(in: folder, plans: max(2, records / Promises.perPlan))
        try await size(large)
        try await questions(small, large)
        try await pastQuestions(large)
        try ask(large)
    }

    private func size(_ large: BuiltLedger) async throws {
        let head = try await large.ledger.head()
        let bytes = ["", "-wal"].reduce(0) { sum, suffix in
            sum + ((try? FileManager.default.attributesOfItem(atPath: large.path + suffix)[.size] as? Int) ?? 0)
        }
        let references = large.plans * (1 + Promises.themes + Promises.recommendations + 2 * Promises.actions + 100)
        Row.print(
            "the large ledger",
            "\(references + (large.plans + 1) / 2 * Promises.people) records, \(head.sequence) entries, \(large.plans) plans"
        )
        Row.print("built at", "\(Int(Double(head.sequence) / large.seconds)) entries a second")
        Row.print("on disk", "\(bytes / max(1, head.sequence)) bytes an entry")
        Row.print("peak memory", "\(Memory.peakMegabytes) MB")
    }

    /// Each question against the bare statements that it runs, and at the large size against the small one.
    private func questions(_ small: BuiltLedger, _ large: BuiltLedger) async throws {
        print("asked of \(records) records   (× bare SQL: 2 asked for; × 10,000 records: 1.5 asked for)")
        let kinds: [(String, (LedgerQuestions) async throws -> Void)] = [
            ("list of a plan", { try await $0.planList() }), ("overdue in a plan", { try await $0.overdueInPlan() }),
            ("owner's in a plan", { try await $0.ownerList() }), ("show", { try await $0.show() }),
            ("search", { try await $0.search() }), ("status of a plan", { try await $0.tally(plan: true) }),
        ]
        for (name, question) in kinds {
            let (first, second) = (LedgerQuestions(ledger: small.ledger), LedgerQuestions(ledger: large.ledger))
            let bare = try await bare(large) { try await question(second) }
            let (before, now) = try await Stopwatch.alternating(
                { try await question(first) }, { try await question(second) })
            Row.print(
                name,
                "\(Row.time(now)), \(Row.ratio(now / bare)) × bare SQL, \(Row.ratio(now / before)) × 10,000 records")
        }
        try await compareBodies(large)
        let all = LedgerQuestions(ledger: large.ledger)
        for (name, question) in [("status of everything", { try await all.tally(plan: false) })] {
            let bare = try await bare(large, rounds: 2, question)
            let now = try await Stopwatch.best(of: 2, question)
            Row.print(name, "\(Row.time(now)), \(Row.ratio(now / bare)) × bare SQL, linear in records")
        }
    }

    /// The statements of `show` only fetch bodies; whoever shows a record has to take them apart as well.
    private func compareBodies(_ large: BuiltLedger) async throws {
        let show = LedgerQuestions(ledger: large.ledger)
        let statements = try await large.statements(of: { try await show.show() }) + show.showBodies()
        let raw = try RawSQLite(large.path)
        let bare = try Stopwatch.best(of: 40) { for statement in statements { try raw.read(statement) } }
        let now = try await Stopwatch.best(of: 40) { try await show.show() }
        Row.print("show, bodies taken apart in both", "\(Row.ratio(now / bare)) × bare SQL with json_tree")
    }

    /// Questions of a past entry against the same of now.
    private func pastQuestions(_ large: BuiltLedger) async throws {
        let head = try await large.ledger.head().sequence
        print("as at a past entry against now   (2 asked for)")
        for (name, entry) in [("half way", head / 2), ("a little ago", head - head / 100)] {
            let ask = LedgerQuestions(ledger: large.ledger)
            let (list, past) = try await Stopwatch.alternating(
                { try await ask.planList() }, { try await ask.planList(.entry(entry)) })
            let (overdue, pastOverdue) = try await Stopwatch.alternating(
                { try await ask.overdueInPlan() }, { try await ask.overdueInPlan(.entry(entry)) })
            let (plan, pastPlan) = try await Stopwatch.alternating(
                { try await ask.tally(plan: true) }, { try await ask.tally(plan: true, .entry(entry)) })
            let all = try await Stopwatch.best(of: 2) { try await ask.tally(plan: false) }
            let pastAll = try await Stopwatch.best(of: 2) { try await ask.tally(plan: false, .entry(entry)) }
            Row.print(
                name,
                "list \(Row.ratio(past / list)) ×, overdue \(Row.ratio(pastOverdue / overdue)) ×, status of a plan \(Row.ratio(pastPlan / plan)) ×, of everything \(Row.ratio(pastAll / all)) ×"
            )
        }
    }

    /// The best time of the bare statements that a call runs.
    private func bare(_ built: BuiltLedger, rounds: Int = 40, _ call: () async throws -> Void) async throws -> Double {
        let statements = try await built.statements(of: call)
        let raw = try RawSQLite(built.path)
        return try Stopwatch.best(of: rounds) { for statement in statements { try raw.read(statement) } }
    }

    /// A program that starts, opens the large ledger and asks one thing.
    private func ask(_ large: BuiltLedger) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["--ask", large.path]
        process.standardOutput = pipe
        let began = DispatchTime.now().uptimeNanoseconds
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
        Row.print(
            "start, open, first page, exit",
            "\(Row.time(seconds)) (under 1 s asked for), \(text.split(separator: "\n").first ?? "") MB of memory")
    }

    /// What the program that `ask` starts does.
    static func answer(_ path: String) async throws {
        let store = try SQLiteStore.open(path, mode: .existing, clock: { Timestamp(microseconds: 0) })
        try await LedgerQuestions(ledger: try await store.ledger()).planList()
        print(Memory.peakMegabytes)
    }
}

/// One line of figures.
enum Row {
    static func print(_ name: String, _ value: String) {
        Swift.print("  " + name + String(repeating: " ", count: max(1, 38 - name.count)) + value)
    }

    static func time(_ seconds: Double) -> String {
        seconds < 0.001
            ? "\(Int(seconds * 1e6)) µs"
            : seconds < 1 ? "\((seconds * 10_000).rounded() / 10) ms" : "\((seconds * 100).rounded() / 100) s"
    }

    static func ratio(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
