import Testing

@testable import Papers

@Suite struct AlignedTableTests {
    private let table = """
        !Ref    !Action                    !By

        1.1     Write to all of those      May 2026
                who asked for it

        1.2     Ask the panel              June 2026

        1.3     Report on progress         July 2026
                each quarter
        """

    private let cells = [
        "A1: *Ref*", "B1: *Action*", "C1: *By*", "A2: 1.1", "B2: Write to all of those who asked for it",
        "C2: May 2026",
        "A3: 1.2", "B3: Ask the panel", "C3: June 2026", "A4: 1.3", "B4: Report on progress each quarter",
        "C4: July 2026",
    ]

    @Test func `columns are told by white strips, rows by white space, the header by its weight`() {
        #expect(Picture.lines(table) == ["table of 4 rows, 1 of them header"] + cells)
    }

    @Test func `words around it are no part of it`() {
        let lines = Picture.lines(
            "These are the actions that the board agreed upon.\n\n\n" + table
                + "\n\n\n\nThe board looks at all of them again next month in full.")
        #expect(
            lines == ["These are the actions that the board agreed upon.", "table of 4 rows, 1 of them header"] + cells
                + ["The board looks at all of them again next month in full."])
    }

    @Test func `a group's heading runs across the columns`() {
        let lines = Picture.lines(
            """
            !Ref    !Action                    !By

            1.1     Write to all of those      May 2026

            1.2     Ask the panel              June 2026

            !Actions~for~the~finance~and~people~team

            2.1     Report on progress         July 2026

            2.2     Close the accounts         July 2026
            """)
        #expect(lines.first == "table of 6 rows, 1 of them header")
        #expect(lines.contains("A4: *Actions for the finance and people team*"))
        #expect(lines.contains("A5: 2.1") && lines.contains("C6: July 2026"))
    }

    @Test(arguments: ["1.", "(a)", "•", "–"]) func `a list is no table, however far its marks stand`(mark: String) {
        let gap = String(repeating: " ", count: 5)
        let marks = mark == "1." ? ["1.", "2.", "3."] : mark == "(a)" ? ["(a)", "(b)", "(c)"] : [mark, mark, mark]
        let lines = Picture.lines(
            marks.map { $0 + gap + "Write to all of the tenants who asked for it" }.joined(separator: "\n\n"))
        #expect(lines.count == 3)
        #expect(!lines.contains { $0.hasPrefix("table") })
    }

    @Test func `a table goes on over a sheet's end in the columns that it had`() {
        let lines = Picture.lines(
            table, "1.4     Close it                   July 2026\n\n1.5     Say so                     May 2027")
        #expect(
            lines.suffix(7) == [
                "table of 2 rows, 0 of them header", "A1: 1.4", "B1: Close it", "C1: July 2026", "A2: 1.5",
                "B2: Say so",
                "C2: May 2027",
            ])
    }

    @Test func `prose is no table though gaps between words lie over one another`() {
        let lines = Picture.lines(
            """
            The board met in the spring and looked at what was done
            for the town and what was not and then asked its clerk
            to set down what it saw and what it said of the matter.
            """)
        #expect(lines.count == 1 && !lines[0].hasPrefix("table"))
    }
}
