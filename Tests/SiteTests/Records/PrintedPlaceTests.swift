import Ledger
import Markup
import Register
import Testing

@testable import Site

/// What a paper prints where a record was found.
@Suite(.serialized) struct PrintedPlaceTests {
    private static let table = [
        "# Plan", "", "| Ref | Action | By when |", "| --- | --- | --- |", "| 1 | Mend the weir | May 2027 |", "",
        "Page 2 of 3", "", "| 2 | Dig \\| clear the *culvert* | June 2027 |", "| 3 | Paint the lock |",
    ]

    private func place(_ line: Int, _ printed: [String]) throws -> PrintedPlace {
        try #require(PrintedPlace(line: line, in: printed))
    }

    @Test func `a row stands under the header of its table`() throws {
        let row = try #require(try place(5, Self.table).row)
        #expect(row.header == ["Ref", "Action", "By when"] && row.cells == ["1", "Mend the weir", "May 2027"])
    }

    @Test func `a row on the next page has the header of the page before, over the foot between`() throws {
        let row = try #require(try place(9, Self.table).row)
        #expect(row.header == ["Ref", "Action", "By when"])
        #expect(row.cells == ["2", "Dig | clear the culvert", "June 2027"], "a pipe behind a backslash is a word's")
    }

    @Test func `cells are shown without the tags that they were written down with`() throws {
        let row = try #require(
            try place(
                3, ["| <p>What</p> |", "| --- |", "| <p>Mend</p><ul style=\"x\"><li>the weir &amp; lock</li></ul> |"]
            ).row)
        #expect(row.header == ["What"] && !row.cells[0].contains("<") && row.cells[0].contains("the weir & lock"))
    }

    @Test func `a row of another table has no header`() throws {
        #expect(try place(10, Self.table).row?.header == [])
        let far = Self.table.prefix(5) + Array(repeating: "Words between two tables", count: 9) + ["| a | b | c |"]
        #expect(try place(far.count, Array(far)).row?.header == [])
    }

    @Test func `words stand among the lines around them, without blank ones and tables`() throws {
        let printed = ["One", "", "Two", "Three", "Four", "  ", "| a | b |", "Five", "Six"]
        let place = try place(4, printed)
        #expect(place.row == nil && place.lines.map(\.number) == [1, 3, 4, 5])
        #expect(place.lines.map(\.text) == ["One", "Two", "Three", "Four"])
        var html = HTML()
        place.write(to: &html)
        #expect(html.string.contains("<mark>Three</mark>") && html.string.contains("<span>Two</span>"))
    }

    @Test(arguments: [0, -1, 11, Int.max]) func `a line that is not there is no place`(line: Int) {
        #expect(PrintedPlace(line: line, in: Self.table) == nil)
    }

    @Test func `the only line of a paper is a place`() throws {
        #expect(try place(1, ["Alone"]).lines.count == 1)
        #expect(try place(1, ["| a |"]).row == PrintedPlace.TableRow(header: [], cells: ["a"]))
    }

    @Test func `a row is a table for those who listen, with words for what is printed`() throws {
        var html = HTML()
        try place(5, Self.table).write(to: &html)
        for part in ["<caption>Line 5 of the paper</caption>", "<th scope=\"col\">By when</th>", "May 2027"] {
            #expect(html.string.contains(part))
        }
    }
}
