import Ledger
import Register
import Testing

@Suite(.serialized) struct PartnershipTests {
    private static func store(_ folder: Folder) throws -> SQLiteStore {
        try SQLiteStore.open(folder.path("ledger.db"), mode: .create, clock: { TestClock().now })
    }

    @Test func `a partnership is opened by its name in any letters, and without one where it is alone`() async throws {
        let folder = try Folder()
        let store = try Self.store(folder)
        await #expect(throws: LedgerError.noPartnership(name: nil, known: [])) { _ = try await store.ledger() }
        _ = try await store.addPartnership(named: "Harrowmere", id: .number(1))
        #expect(try await store.ledger().partnership.name == "Harrowmere")
        #expect(try await store.ledger(named: "HARROWMERE").partnership.id == .number(1))
        _ = try await store.addPartnership(named: "Elmbridge", id: .number(2))
        #expect(try await store.partnerships().map(\.name) == ["Elmbridge", "Harrowmere"])
        await #expect(throws: LedgerError.noPartnership(name: nil, known: ["Elmbridge", "Harrowmere"])) {
            _ = try await store.ledger()
        }
        await #expect(throws: LedgerError.noPartnership(name: "Nowhere", known: ["Elmbridge", "Harrowmere"])) {
            _ = try await store.ledger(named: "Nowhere")
        }
    }

    @Test(arguments: ["Harrowmere", "harrowMERE"])
    func `a name that is taken, in whatever letters, is refused`(name: String) async throws {
        let folder = try Folder()
        let store = try Self.store(folder)
        _ = try await store.addPartnership(named: "Harrowmere", id: .number(1))
        await #expect(throws: LedgerError.partnershipExists(name: name)) {
            _ = try await store.addPartnership(named: name, id: .number(2))
        }
        #expect(try await store.ledger().partnership.id == .number(1))
    }
}
