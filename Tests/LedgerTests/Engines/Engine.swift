import Ledger
import Register
import Testing

/// What the contract of a ledger is tried against. Another engine is another value in `all`.
struct Engine: Sendable, CustomTestStringConvertible {
    /// As test reports show it.
    let testDescription: String
    /// Makes an empty ledger for each name, all in one store.
    private let make: @Sendable (Folder, [String], TestClock) async throws -> [any Ledger]

    static let all = [sqlite]

    static let sqlite = Engine(testDescription: "SQLite") { folder, names, clock in
        let store = try SQLiteStore.open(folder.path("ledger.db"), mode: .create, clock: { clock.now })
        var ledgers: [any Ledger] = []
        for (place, name) in names.enumerated() {
            ledgers.append(try await store.addPartnership(named: name, id: .number(900_000 + place)))
        }
        return ledgers
    }

    private init(
        testDescription: String, make: @escaping @Sendable (Folder, [String], TestClock) async throws -> [any Ledger]
    ) {
        self.testDescription = testDescription
        self.make = make
    }

    /// Gives an empty ledger to `work`, and takes away what it left.
    func withLedger(clock: TestClock = TestClock(), _ work: (any Ledger) async throws -> Void) async throws {
        let folder = try Folder()
        try await work(try #require(try await make(folder, ["Harrowmere"], clock).first))
        withExtendedLifetime(folder) {}
    }

    /// Gives two empty ledgers of one store to `work`, and takes away what they left.
    func withTwoLedgers(_ work: (any Ledger, any Ledger) async throws -> Void) async throws {
        let folder = try Folder()
        let ledgers = try await make(folder, ["Harrowmere", "Elmbridge Vale"], TestClock())
        try await work(ledgers[0], ledgers[1])
        withExtendedLifetime(folder) {}
    }
}
