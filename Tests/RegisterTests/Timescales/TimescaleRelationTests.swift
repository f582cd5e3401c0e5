import Register
import Testing

@Suite struct TimescaleRelationTests {
    @Test(
        arguments: [
            ("12 months", .duration(atLeast: .init(12, .month), atMost: .init(12, .month), from: nil)),
            ("6 – 12 months", .duration(atLeast: .init(6, .month), atMost: .init(12, .month), from: nil)),
            ("over the next 12/18 months", .duration(atLeast: .init(12, .month), atMost: .init(18, .month), from: nil)),
            ("within 18 months to 2 years", .duration(atLeast: .init(18, .month), atMost: .init(2, .year), from: nil)),
            (
                "Within three months of adoption",
                .duration(atLeast: .init(3, .month), atMost: .init(3, .month), from: "adoption")
            ),
            ("10 working days", .duration(atLeast: .init(10, .workingDay), atMost: .init(10, .workingDay), from: nil)),
            ("within the next fortnight", .duration(atLeast: .init(2, .week), atMost: .init(2, .week), from: nil)),
            ("up to a year", .duration(atLeast: .init(1, .year), atMost: .init(1, .year), from: nil)),
            ("As 19 above", .sameAs("19")), ("Point 9 refers", .sameAs("9")), ("See 2.3", .sameAs("2.3")),
            ("As above", .sameAs("above")),
            ("As previous column", .sameAs("previous column")), ("Ditto", .sameAs("above")),
            ("See rec 4", .sameAs("4")),
            ("Medium term", .term("Medium term")), ("medium to long term", .term("medium to long term")),
            ("Year 1", .term("Year 1")),
            ("Immediately", .immediate), ("ASAP", .immediate), ("as quickly as possible", .immediate),
            ("Dependent on budget decision", .condition("budget decision")),
            ("Subject to funding", .condition("funding")),
            ("In line with LGR timetable", .condition("LGR timetable")),
            ("by annual Council", .event("annual Council")), ("on adoption", .event("adoption")),
            ("Next meeting", .event("Next meeting")),
        ] as [(String, Timescale.Relation)])
    func `a relative phrase says what it hangs on and gives no dates`(words: String, relation: Timescale.Relation) {
        let timescale = Timescale(words, reference: Day(iso: "2025-01-14"))
        #expect(timescale.relation == relation)
        #expect(timescale.start == nil && timescale.due == nil && !timescale.isOpenEnded)
    }

    @Test func `a length is counted to the corresponding day`() throws {
        let day = try #require(Day(iso: "2025-01-31"))
        #expect(Timescale.Length(1, .month).after(day) == Day(iso: "2025-02-28"))
        #expect(Timescale.Length(2, .week).after(day) == Day(iso: "2025-02-14"))
        #expect(Timescale.Length(1, .year).after(day) == Day(iso: "2026-01-31"))
        #expect(Timescale.Length(3, .workingDay).after(day) == nil)
    }

    @Test(arguments: [
        "daily", "weekly", "fortnightly", "monthly", "six-weekly", "bi-monthly", "quarterly", "four-monthly",
        "six-monthly", "annually",
        "two-yearly", "three-weekly", "nine-monthly", "26-weekly",
    ])
    func `a recurrence prints the words it is read from`(words: String) throws {
        #expect(try #require(Recurrence(rawValue: words)).rawValue == words)
    }

    @Test(arguments: [
        "", "often", "one-weekly", "two-weekly", "three-monthly", "0-monthly", "-weekly", "twelve-monthly",
    ])
    func `other words are no recurrence`(words: String) {
        #expect(Recurrence(rawValue: words) == nil)
    }
}
