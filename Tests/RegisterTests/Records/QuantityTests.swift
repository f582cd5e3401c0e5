import Register
import Testing

@Suite struct QuantityTests {
    @Test(
        arguments: [
            ("0", 0, 0, nil), ("12", 12, 0, nil), ("93.4%", 934, 1, "%"), ("93.40 %", 9340, 2, "%"),
            ("£1,200.50", 120_050, 2, "£"), ("1,234,567.8", 12_345_678, 1, nil), ("-5", -5, 0, nil), ("−5", -5, 0, nil),
            ("(5)", -5, 0, nil), ("(£1,200)", -1200, 0, "£"), ("-£3", -3, 0, "£"), ("14 days", 14, 0, "days"),
            ("14\u{A0}days", 14, 0, "days"), (" 7 ", 7, 0, nil), ("5 working days", 5, 0, "working days"),
            ("12abc", 12, 0, "abc"), ("0.005", 5, 3, nil), ("007", 7, 0, nil), ("1234.5", 12345, 1, nil),
            ("123456789012345678", 123_456_789_012_345_678, 0, nil), ("-0", 0, 0, nil),
        ] as [(String, Int, Int, String?)])
    func `one exact number with at most one unit is read to its last digit`(
        printed: String, digits: Int, scale: Int, unit: String?
    ) throws {
        let quantity = try #require(Quantity(printed: printed))
        #expect(quantity.digits == digits)
        #expect(quantity.scale == scale)
        #expect(quantity.unit == unit)
    }

    @Test(arguments: [
        "", " ", "-", "%", "£", "n/a", "N/A", "TBC", ".5", "5.", "1.2.3", "1,23", "12,34", "1234,567", ",123", "1,,234",
        "1,234,5", "1.234,5", "5-10", "5 to 10 days later", "3/4", "1 234", "<5", "~5", "5+", "(5", "5)", "(-5)", "--5",
        "£5m", "£5 %", "1e5.2", "٣", "１２", "½", "5 2", "1234567890123456789", "£", "()", "12:30", "5%%5", "1.5,000",
    ]) func `anything else is no quantity`(printed: String) {
        #expect(Quantity(printed: printed) == nil)
    }

    @Test func `a reading keeps what is printed, and its value where that is exact`() {
        #expect(Reading(period: "Q1", printed: "93.4%").value == Quantity(printed: "93.4%"))
        #expect(Reading(period: "Q1", printed: "5 or 6").value == nil)
        #expect(Reading(period: "Q1", printed: "5 or 6").text == "Q1: 5 or 6")
    }
}
