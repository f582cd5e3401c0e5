import Register
import Testing

@Suite struct TimescaleTests {
    @Test func `the table of phrasings is there in full`() {
        #expect(Phrasing.all.count >= 500)
    }

    @Test(arguments: Phrasing.all)
    func `a printed phrase means what the guide says`(_ row: Phrasing) {
        let timescale = Timescale(row.words, reference: row.reference)

        #expect(timescale.words == row.words)
        #expect(timescale.start == row.start)
        #expect(timescale.due == row.due)
        #expect(timescale.isOpenEnded == row.isOpenEnded)
        #expect(timescale.recurrence?.rawValue == row.recurrence)
        #expect(timescale.isCompleted == row.isCompleted)
    }

    @Test(arguments: Phrasing.all)
    func `trailing marks, odd spaces and other dashes change nothing`(_ row: Phrasing) {
        let plain = Timescale(row.words, reference: row.reference)
        let spaced = row.words.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\u{A0} ")
        for words in [" \(row.words) ", "\(row.words)\n", spaced, row.words.uppercased(), dashed(row.words)] {
            let other = Timescale(words, reference: row.reference)
            #expect(other.due == plain.due, "\(words)")
            #expect(other.start == plain.start, "\(words)")
            #expect(other.isOpenEnded == plain.isOpenEnded, "\(words)")
            #expect(other.recurrence == plain.recurrence, "\(words)")
        }
    }

    private func dashed(_ words: String) -> String {
        String(words.map { $0 == "-" || $0 == "–" ? "\u{2014}" : $0 })
    }

    @Test(
        arguments: [
            ("14 March 2026", .day), ("w/c 3 November 2025", .week), ("late Sept 2025", .partOfMonth),
            ("Dec 2020", .month),
            ("Q2 2025/26", .quarter), ("H1 2025/26", .half), ("Summer 2021", .season), ("early 2025", .thirdOfYear),
            ("2028", .calendarYear),
            ("2024/25", .financialYear), ("2024/25 Municipal Year", .municipalYear),
            ("academic year 2024/25", .academicYear),
            ("Aug – Dec 2020", .range), ("Qtr 2 / 30 Sep 2009", .day),
            ("Started June 2023, complete by Dec 2024", .range),
        ] as [(String, Timescale.Precision)])
    func `precision is that of the words`(words: String, precision: Timescale.Precision) {
        #expect(Timescale(words, reference: Day(iso: "2025-01-14")).precision == precision)
    }

    @Test(arguments: ["March", "Q2", "Autumn", "1st May", "Year end", "Oct and ongoing", "Dec – Feb", "next spring"])
    func `a year left out is taken from the paper and marked so`(words: String) {
        let dated = Timescale(words, reference: Day(iso: "2025-01-14"))
        #expect(dated.isYearInferred)
        #expect(dated.due != nil || dated.start != nil)

        let undated = Timescale(words, reference: nil)
        #expect(undated.due == nil && undated.start == nil && !undated.isYearInferred)
    }

    @Test func `a date without a year may have ended three months before the paper, and no more`() {
        #expect(Timescale("June", reference: Day(iso: "2025-09-30")).due == Day(iso: "2025-06-30"))
        #expect(Timescale("June", reference: Day(iso: "2025-10-01")).due == Day(iso: "2026-06-30"))
    }

    @Test func `29 February without a year waits for a leap year`() {
        #expect(Timescale("29 Feb", reference: Day(iso: "2025-09-30")).due == Day(iso: "2028-02-29"))
    }
}
