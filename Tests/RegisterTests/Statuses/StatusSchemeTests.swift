import Register
import Testing

@Suite struct StatusSchemeTests {
    @Test(arguments: StatusScheme.presets)
    func `every preset can be told apart without colour and means one thing by each word`(
        scheme: StatusScheme
    ) throws {
        let again = try StatusScheme(name: scheme.name, levels: scheme.levels)
        #expect(again == scheme)
        #expect(Set(scheme.levels.map(\.shape)).count == scheme.levels.count)
        #expect(scheme.levels.allSatisfy { !$0.meaning.isEmpty })
    }

    @Test(arguments: [
        ("On track", "On Target"), ("COMPLETE", "Completed"), ("not  started", "Not started"),
        ("Action required", "Action Required"),
    ]) func `a report's words find their level in any letters`(words: String, level: String) {
        #expect(StatusScheme.sixLevel.level(for: words)?.name == level)
    }

    @Test func `words that no level answers to find none`() {
        #expect(StatusScheme.redAmberGreen.level(for: "purple") == nil)
    }

    @Test func `a scheme in which one word means two levels is refused, saying which`() {
        let levels = [
            StatusLevel("Green", meaning: "Good.", tone: .good, shape: .disc),
            StatusLevel("Fine", meaning: "Also good.", tone: .done, shape: .tick, aliases: ["green"]),
        ]
        let error = #expect(throws: StatusScheme.Problem.self) { try StatusScheme(name: "Ours", levels: levels) }
        #expect(
            error?.description
                == "In the status scheme \"Ours\" two levels answer to \"green\", so a report that says so could "
                + "mean either. Give each word to one level only.")
    }

    @Test func `levels that look alike are refused`() {
        let levels = [
            StatusLevel("One", meaning: "a", tone: .good, shape: .disc),
            StatusLevel("Two", meaning: "b", tone: .good, shape: .disc),
        ]
        #expect(throws: StatusScheme.Problem.alike(scheme: "Ours", first: "One", second: "Two")) {
            try StatusScheme(name: "Ours", levels: levels)
        }
    }
}
