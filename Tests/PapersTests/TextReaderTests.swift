import Papers
import Testing

@Suite struct TextReaderTests {
    private func read(_ text: String) throws -> Paper { try TextReader().read(Array(text.utf8), name: "paper.txt") }

    @Test func `a table that a page breaks is one table, with its cut cell whole`() throws {
        let paper = try read(
            """
            | Action | By when |
            |---|---|
            | Write to every business about the | May 2026 |

            Page 3

            | | |
            |---|---|
            | | |
            | Ask again | June 2026 |
            """)
        #expect(paper.tables.count == 1)
        #expect(paper.tables[0].rows.last?.cells.first?.text == "Ask again")
    }
}
