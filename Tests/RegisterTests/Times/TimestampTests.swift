import Register
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (999_999, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (-86_400_000_000, "1969-12-31T00:00:00Z"), (1_795_253_405_000_000, "2026-11-21T09:30:05Z"),
    ]) func `a moment is written in universal time, whole seconds`(microseconds: Int, text: String) {
        #expect(Timestamp(microseconds: microseconds).description == text)
    }

    @Test(arguments: [Int.min, Int.min + 1, -62_135_596_800_000_001, 253_402_300_800_000_000, Int.max])
    func `moments outside the calendar are held at its ends and stop nothing`(microseconds: Int) {
        let moment = Timestamp(microseconds: microseconds)
        #expect(moment.description.contains("T"))
        let day = LondonTime.day(of: moment).description
        #expect(day == (microseconds < 0 ? "0001-01-01" : "9999-12-31"))
        #expect(!LondonTime.text(moment).isEmpty)
    }

    @Test func `moments sort by time`() throws {
        let day = try #require(Day(iso: "2026-11-21"))
        #expect(Timestamp(day: day, hour: 9) < Timestamp(day: day, hour: 9, minute: 0, second: 1))
        #expect(Timestamp(day: day).microseconds == 1_795_219_200_000_000)
    }
}
