import Access
import Foundation
import Ledger
import Register

/// Measures the site's pages under many clients against the framework's own "hello" in the same run.
struct SiteBenchmark {
    let records: Int
    /// Where the ledger is built; one that is there is used again.
    let folder: URL
    /// How long each page is asked for, in seconds.
    var seconds = 10

    private var path: String { folder.appending(path: "site-\(records).db").path }
    private var plans: Int { max(2, records / Promises.perPlan) }

    func run() async throws {
        guard let load = Load.find(seconds: seconds) else {
            return print("wrk is not installed: no figures of the site. It is a package of that name.")
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: path) {
            print("Building a ledger of \(records) records in \(plans) plans …")
            try await BuiltLedger.build(at: path, plans: plans)
        }
        let cookie = try await signIn()
        let hello = try Served(CommandLine.arguments[0], ["--hello"])
        let kept = try Served(goldthread, ["serve", "--ledger", path, "--port", "0"])
        let fresh = try Served(
            goldthread, ["serve", "--ledger", path, "--port", "0"], environment: ["GOLDTHREAD_PAGES_MEMORY": "0"])
        defer { for server in [hello, kept, fresh] { server.end() } }
        print("the site with \(records) records, \(load.clients) clients for \(seconds) s each")
        Row.print("start to first response", "\(Row.time(kept.started)) (under 1 s asked for)")
        // A machine that is shared is fast at one time and slow at another: each page has a hello beside it.
        func beside(_ name: String, _ wanted: String, _ work: () async throws -> Load.Answer) async throws {
            let before = try load.run(at: hello, ["/"], cookie: cookie, seconds: 3).rate
            let answer = try await work()
            let rate = (before + (try load.run(at: hello, ["/"], cookie: cookie, seconds: 3).rate)) / 2
            let failures = answer.failures == 0 ? "" : ", \(answer.failures) FAILED"
            Row.print(
                name,
                "\(Row.ratio(answer.rate / rate)) × hello\(wanted); \(Int(answer.rate)) of \(Int(rate)) a second, p99 \(Row.time(answer.p99)), \(answer.bytes / 1000) kB\(failures)"
            )
        }
        for server in [kept, fresh] { try server.settle(cookie: cookie) }
        let pages: [(String, [String], kept: String, fresh: String)] = [
            ("plan page", planPages, ", 0.25 asked for", ", 0.1 asked for"), ("record page", recordPages, "", ""),
            ("home", ["/"], "", ""), ("search", searches, "", ""),
        ]
        for (name, paths, wantedKept, wantedFresh) in pages {
            let times = [kept, fresh].map { try? $0.firstTime(paths, cookie: cookie) }
            Row.print(name, "\(Row.time(times[0] ?? 0)) where nobody has asked for it before")
            for (words, server, wanted) in [("  kept", kept, wantedKept), ("  made afresh", fresh, wantedFresh)] {
                try await beside(words, wanted) { try load.run(at: server, paths, cookie: cookie) }
            }
        }
        try await beside("plan page, an update each second", "") { try await moving(kept, load, cookie: cookie) }
        Row.print("resident memory", "\(kept.peakMegabytes) MB with pages kept, \(fresh.peakMegabytes) MB without")
    }

    /// Plan pages while somebody updates a promise each second, which ends what was kept.
    private func moving(_ server: Served, _ load: Load, cookie: String) async throws -> Load.Answer {
        let store = try SQLiteStore.open(path, mode: .existing, clock: now)
        let ledger = try await store.ledger()
        let plans = plans
        let writing = Task.detached {
            for count in 0... {
                guard !Task.isCancelled else { return }
                let id = Promises().actionID(count * 7 % plans, count % Promises.actions)
                guard let entry = try await ledger.entry(id, .now) else { return }
                let change = Commit.Change(id, seen: entry.version, try entry.record())
                _ = try await ledger.append(Commit(actor: "bench", reason: "Update", changes: [change]))
                try? await Task.sleep(for: .seconds(1))
            }
        }
        let answer = try load.run(at: server, planPages, cookie: cookie)
        writing.cancel()
        try await writing.value
        return answer
    }

    // MARK: What is asked for

    private var planPages: [String] { (1...plans).map { "/plans/PLN-\($0)" } }

    /// Records all over the ledger.
    private var recordPages: [String] {
        (0..<1000).map { "/records/ACT-\(1 + $0 * (plans * Promises.actions - 1) / 999)" }
    }

    /// Words of which one record in a few and one in many thousands hold some.
    private var searches: [String] {
        (["heronry"] + stride(from: 100, to: 4000, by: 130).map { Words.list[$0] }).map { "/search?q=\($0)" }
    }

    // MARK: Getting ready

    private var goldthread: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "goldthread").path
    }

    @Sendable private func now() -> Timestamp { Timestamp(microseconds: Int(Date().timeIntervalSince1970 * 1e6)) }

    /// An administrator's session, as the value of its cookie.
    private func signIn() async throws -> String {
        let accounts = path + ".accounts"
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: accounts + suffix) }
        let store = try SQLiteStore.open(path, mode: .existing, clock: now)
        let partnership = try await store.ledger().partnership
        let book = try AccessBook.open(accounts, clock: now)
        try await book.bind(to: partnership.id)
        guard let address = MailAddress("bench@example.gov.uk") else { preconditionFailure("it is an address") }
        let password = "quartz lantern mill forty"
        let link = try await book.makeSetUpLink()
        _ = try await book.setUp(link.token, address: address, name: "Bench", password: password)
        let session = try await book.signIn(address: address.text, password: password, client: "bench")
        try book.close()
        return session.token.text
    }
}
