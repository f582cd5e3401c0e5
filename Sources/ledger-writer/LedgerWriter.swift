import Foundation
import Ledger
import Register

/// Appends one record a commit to a ledger and prints each entry that was acknowledged, until it is stopped.
///
/// `ledger-writer PATH SEED COUNT [WIDTH]`: the seed keeps the ids of two writers apart, the width is the length of
/// each record's words. Every third commit is a new version of an earlier record. An error ends it with code 3.
@main
struct LedgerWriter {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        guard (3...4).contains(arguments.count), let path = arguments.first,
            let numbers = try? arguments.dropFirst().map({ try number($0) })
        else {
            complain("Usage: ledger-writer PATH SEED COUNT [WIDTH]")
            exit(2)
        }
        do {
            try await write(to: path, seed: numbers[0], count: numbers[1], width: numbers.count > 2 ? numbers[2] : 40)
        } catch {
            complain("\(error)")
            exit(3)
        }
    }

    private static func write(to path: String, seed: Int, count: Int, width: Int) async throws {
        // The clock stands still: entries are ordered by the ledger, not by it.
        let clock: @Sendable () -> Timestamp = { Timestamp(microseconds: 1_790_000_000_000_000) }
        let store = try SQLiteStore.open(path, mode: .existing, clock: clock)
        let ledger = try await store.ledger()
        var kept: [(id: RecordID, version: Int)] = []
        for turn in 1...max(count, 1) {
            let words = String(repeating: "Publish \(seed) \(turn). ", count: max(width / 20, 1))
            let isUpdate = turn % 3 == 0 && !kept.isEmpty
            let place = isUpdate ? turn / 3 % kept.count : kept.count
            if !isUpdate {
                let id = RecordID(milliseconds: UInt64(seed), chance: (UInt64(turn), UInt64(turn)))
                kept.append((id, 0))
            }
            let change = Commit.Change(kept[place].id, seen: kept[place].version, Record(Action(text: words)))
            let entries = try await ledger.append(
                Commit(actor: "writer \(seed)", reason: "turn \(turn)", changes: [change]))
            kept[place].version += 1
            for entry in entries {
                FileHandle.standardOutput.write(Data("\(entry.sequence) \(entry.hash)\n".utf8))
            }
        }
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else { throw CocoaError(.formatting) }
        return number
    }

    private static func complain(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }
}
