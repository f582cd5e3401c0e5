import Register
import Testing

@Suite struct StatusLevelTests {
    @Test(arguments: StatusLevel.Tone.allCases) func `a level off course needs a cause where nothing is said`(
        tone: StatusLevel.Tone
    ) {
        let isOffCourse = tone == .caution || tone == .bad
        #expect(StatusLevel("Level", meaning: "m", tone: tone, shape: .disc).needsCause == isOffCourse)
        for needed in [true, false] {
            let level = StatusLevel("Level", meaning: "m", tone: tone, shape: .disc, needsCause: needed)
            #expect(level.needsCause == needed)
        }
    }

    @Test func `the presets ask for a cause exactly where work is off course`() {
        let asking = StatusScheme.presets.flatMap(\.levels).filter(\.needsCause).map(\.name)
        #expect(
            asking == [
                "Monitor", "Action Required", "Amber", "Red", "One month behind", "More than one month behind",
                "At risk",
            ])
    }
}
