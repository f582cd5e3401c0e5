import Register
import Testing

@Suite struct ReferenceTests {
    @Test(arguments: ["ACT-104", "act-104", "act104", "Act 104", "ACT - 104", "ACT-0104"])
    func `a reference is read as people write it`(text: String) {
        #expect(Reference(text) == Reference(.action, 104))
    }

    @Test(arguments: [
        "", "ACT", "ACT-", "104", "-104", "ACT-0", "ACT--", "ACT-1.5", "ACT-1a", "XYZ-1", "ACTION-1", "ACT-１",
        "ACT-9999999999999", "ACT_1", "ACT-1 ", " ACT-1", "ACT-+1",
    ]) func `other text is no reference`(text: String) {
        #expect(Reference(text) == nil)
    }

    @Test(arguments: RecordKind.allCases) func `every kind's reference comes back from its text`(kind: RecordKind) {
        #expect(Reference(Reference(kind, 12).description) == Reference(kind, 12))
    }

    @Test func `references sort by kind, then by number`() {
        let sorted = [Reference(.plan, 2), Reference(.action, 2), Reference(.action, 10), Reference(.risk, 1)]
        #expect(sorted.reversed().sorted() == sorted)
    }
}
