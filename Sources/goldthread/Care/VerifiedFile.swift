import Foundation
import Ledger

/// A file of ledgers, all of which are as they were written.
enum VerifiedFile {
    /// Verifies every partnership of a file and prints its head.
    /// - Throws: `CommandFailure` that begins with `refusal` where one is not as it was written.
    static func check(_ path: String, done: String, refusal: String) async throws -> SQLiteStore {
        let store = try SQLiteStore.open(path, mode: .readOnly, clock: Clock.now)
        for partnership in try await store.partnerships() {
            let verdict = try await store.ledger(named: partnership.name).verify(against: nil) { _ in }
            if let fault = verdict.fault { throw CommandFailure("\(refusal): \(fault)", .fault) }
            Terminal.standardOutput.line("\(partnership.name): \(verdict.entries) entries \(done).")
            Terminal.standardOutput.line("head \(verdict.head.sequence):\(verdict.head.hash)")
        }
        return store
    }
}

/// Whether two paths name one file.
func sameFile(_ first: String, _ second: String) -> Bool {
    URL(fileURLWithPath: first).resolvingSymlinksInPath() == URL(fileURLWithPath: second).resolvingSymlinksInPath()
}
