import Foundation
import Ledger
import Register
import Synchronization

/// A ledger of invented plans in a temporary folder.
final class BuiltLedger: Sendable {
    let path: String
    let store: SQLiteStore
    let ledger: SQLiteLedger
    let plans: Int
    /// Seconds that building took.
    let seconds: Double

    private init(
        _ path: String, _ store: SQLiteStore, _ ledger: SQLiteLedger, plans: Int, seconds: Double, traced: Trace
    ) {
        (self.path, self.store, self.ledger, self.plans, self.seconds) = (path, store, ledger, plans, seconds)
        self.trace = traced
    }

    private let trace: Trace

    /// Gathers statements while it is told to.
    final class Trace: Sendable {
        private let state = Mutex((isOn: false, statements: [String]()))

        func add(_ statement: () -> String) {
            guard state.withLock(\.isOn) else { return }
            let text = statement()
            state.withLock { $0.statements.append(text) }
        }

        func start() { state.withLock { $0 = (true, []) } }

        func finish() -> [String] {
            state.withLock { state in
                state.isOn = false
                return state.statements.filter { $0.hasPrefix("SELECT") }
            }
        }
    }

    static func build(in folder: URL, plans: Int) async throws -> BuiltLedger {
        try await build(at: folder.appending(path: "\(plans)-plans-\(UUID().uuidString).db").path, plans: plans)
    }

    @discardableResult
    static func build(at path: String, plans: Int) async throws -> BuiltLedger {
        let trace = Trace()
        // Each commit is made a minute after the one before.
        let minutes = Mutex(0)
        let clock: @Sendable () -> Timestamp = {
            minutes.withLock { minute in
                minute += 1
                return Timestamp(microseconds: 1_750_000_000_000_000 + minute * 60_000_000)
            }
        }
        let store = try SQLiteStore.open(path, mode: .create, clock: clock, trace: { trace.add($0) })
        let ledger = try await store.addPartnership(named: "Bench", id: RecordID(milliseconds: 1, chance: (0, 0)))
        let promises = Promises()
        let began = DispatchTime.now().uptimeNanoseconds
        for plan in stride(from: 0, to: plans, by: 2) {
            _ = try await ledger.append(Commit(actor: "bench", reason: "People", changes: promises.everybody(plan)))
        }
        for round in 0...Promises.rounds {
            for plan in 0..<plans {
                let changes = round == 0 ? promises.imported(plan) : promises.changes(plan, round: round)
                _ = try await ledger.append(Commit(actor: "bench", reason: "Round \(round)", changes: changes))
            }
        }
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
        return BuiltLedger(path, store, ledger, plans: plans, seconds: seconds, traced: trace)
    }

    /// The statements that a call runs, with their values.
    func statements(of call: () async throws -> Void) async throws -> [String] {
        trace.start()
        try await call()
        return trace.finish()
    }
}
