import Importing
import Ledger
import Register
import Testing

/// Records that a finding may be are offered by their words.
@Suite struct NearRecordsTests {
    private static func rows(_ desk: Desk) async throws -> [Row] {
        try await desk.bring(try Desk.example("recovery-plan.txt"))
        return try await desk.records(.action, .recommendation).map(\.row)
    }

    @Test func `the likest come first, a few of them, of the kind alone`() async throws {
        let rows = try await Self.rows(try await Desk())
        let wanted = try #require(rows.first { $0.title.contains("Kestlewick Road") })
        let found = NearRecords(rows).nearest(to: "Heads of terms for the garages in Kestlewick Road", .action)
        #expect(found.first?.id == wanted.id)
        #expect(found.count <= NearRecords.most && found.allSatisfy { $0.reference.kind == .action })
        #expect(NearRecords(rows).nearest(to: wanted.title, .risk).isEmpty)
    }

    @Test func `what has nothing in common is not offered`() async throws {
        let rows = try await Self.rows(try await Desk())
        #expect(NearRecords(rows).nearest(to: "Quench xylophones", .action).isEmpty)
    }
}
