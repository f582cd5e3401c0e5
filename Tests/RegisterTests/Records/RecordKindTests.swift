import Register
import Testing

@Suite struct RecordKindTests {
    @Test func `every kind has three capital letters of its own`() {
        let prefixes = RecordKind.allCases.map(\.prefix)
        #expect(Set(prefixes).count == prefixes.count)
        for prefix in prefixes {
            #expect(prefix.utf8.count == 3 && prefix.utf8.allSatisfy { (65...90).contains($0) }, "\(prefix)")
        }
    }

    /// Kept here as well as in the source: a released prefix stands in letters and minutes, and may never change.
    @Test func `prefixes are the ones that were released`() {
        #expect(
            RecordKind.allCases.map(\.prefix).joined(separator: " ")
                == "PAP IMP COU BOD PER POS PLN THE OBJ REC ACT ISS UND RSK SCL MEA RDG PRJ SVC BEN SAV ASM MTG AGI "
                + "ATT MIN DEC DCL WKI CSE CON UPD LNK")
    }

    @Test(arguments: RecordKind.allCases) func `a kind is found by its name in both numbers and by its prefix`(
        kind: RecordKind
    ) {
        #expect(RecordKind(prefix: kind.prefix) == kind)
        #expect(RecordKind(prefix: kind.prefix.lowercased()) == kind)
        for name in [kind.rawValue, kind.name(count: 1), kind.name(count: 2), kind.prefix] {
            #expect(RecordKind(name: name) == kind, "\(name)")
            #expect(RecordKind(name: name.uppercased()) == kind, "\(name)")
        }
    }

    @Test(arguments: ["", "no such", "acts", "AC"]) func `other words are no kind`(name: String) {
        #expect(RecordKind(name: name) == nil)
        #expect(RecordKind(prefix: name) == nil)
    }

    @Test func `every promise is tracked`() {
        #expect(RecordKind.allCases.filter(\.isPromise) == [.action, .undertaking, .project])
        #expect(RecordKind.allCases.filter { $0.isPromise && !$0.isTracked }.isEmpty)
        #expect(![RecordKind.paper, .person, .link, .update, .meeting, .plan].contains { $0.isTracked })
    }
}
