import Papers
import Testing

@Suite struct TableTests {
    private func read(_ text: String) throws -> Paper { try TextReader().read(Array(text.utf8), name: "paper.txt") }

    private func words(_ table: Table) -> [[String]] { table.rows.map { $0.cells.map(\.text) } }

    @Test func `pipe and tab-separated tables give the same cells`() throws {
        let pipes = try read("| Action | By when |\n|---|---|\n| Write to all | May 2026 |\n| Ask again | |\n")
        let tabs = try read("Action\tBy when\nWrite to all\tMay 2026\nAsk again\t\n")
        #expect(words(pipes.tables[0]) == [["Write to all", "May 2026"], ["Ask again", ""]])
        #expect(words(tabs.tables[0]) == [["Action", "By when"], ["Write to all", "May 2026"], ["Ask again", ""]])
    }

    @Test(arguments: [
        "| | |\n|---|---|\n| Ask again | June 2026 |\n",
        "| Action | By when |\n|---|---|\n| Ask again | June 2026 |\n",
        "| Ask again of those who did not answer the first letter. | June 2026 |\n|---|---|\n",
    ]) func `a table that a page breaks is one, with a blank header, a repeated one, or a row taken for one`(
        next: String
    ) throws {
        let paper = try read("| Action | By when |\n|---|---|\n| Write to all. | May 2026 |\n\nPage 3\n\n" + next)
        #expect(paper.tables.count == 1)
        #expect(paper.tables[0].rows.count == 2)
        #expect(paper.tables[0].rows[1].run == 2)
        #expect(paper.tables[0].rows[1].cells[1].text == "June 2026")
    }

    @Test func `a row whose words stood lower than the page reached is whole again`() throws {
        let head = "| No. | Action | Owner | By when |\n|---|---|---|---|\n"
        let paper = try read(
            head + "| 8 | | | Ongoing |\n\nPage 3\n\n" + head
                + "| | Deliver the business case for leisure. | G. Moss | |\n| 9 | Agree the depot. | | |\n")
        #expect(
            words(paper.tables[0]) == [
                ["8", "Deliver the business case for leisure.", "G. Moss", "Ongoing"],
                ["9", "Agree the depot.", "", ""],
            ])
    }

    @Test func `words between two tables keep them apart`() throws {
        let table = "| Action | By when |\n|---|---|\n| Write | May 2026 |\n"
        #expect(try read(table + "\nWords that say something else.\n\n" + table).tables.count == 2)
    }

    @Test func `a cell that a page cut is whole, and a month finds its year on the next sheet`() throws {
        let paper = try read(
            "Each council will review its\tLeaders\tNovember\nx\n\nPage 2\n\n".replacing("x\n", with: "")
                + "strategic purposes as part of the refresh.\t\t2018\nNext\tCMT\tMay 2019\n")
        #expect(
            words(paper.tables[0]).first == [
                "Each council will review its strategic purposes as part of the refresh.", "Leaders", "November 2018",
            ])
        #expect(paper.tables[0].rows.count == 2)
    }

    @Test func `paragraphs, lists and line breaks in a cell are its parts`() throws {
        let paper = try read(
            "| <p>First</p> <p>Second</p> | <ul><li>one</li><li>two</li></ul> | KH<br>PW | a<br>b |\n|---|---|---|---|\n"
        )
        let cells = try #require(paper.tables.first?.header.first?.cells)
        #expect(cells[0].parts.map(\.text) == ["First", "Second"])
        #expect(cells[1].parts.map(\.style) == [.bullet(1), .bullet(1)])
        #expect(cells[2].parts.map(\.text) == ["KH", "PW"])
        #expect(cells[3].parts.map(\.text) == ["a b"])
    }

    @Test func `bullet signs part a cell, dashes between words do not`() throws {
        let paper = try read("Task\t• Deliver a policy – soon • Arrange training\tDec 2020\n")
        #expect(paper.tables[0].rows[0].cells[1].parts.map(\.text) == ["Deliver a policy – soon", "Arrange training"])
    }

    @Test func `a list whose marks were lost is known as one`() throws {
        let paper = try read("Task\t<ul style=\"x\"> Clarify impact Assess costs\tDec 2020\n")
        #expect(paper.tables[0].rows[0].cells[1].parts.first?.style == .unmarkedList(1))
    }

    @Test func `rows are counted from one in each run, headers left out`() throws {
        let paper = try read(
            "| Action | By |\n|---|---|\n| One. | May 2026 |\n| Two. | May 2026 |\n\nPage 2\n\n| | |\n|--|--|\n| Three. | May 2026 |\n"
        )
        #expect(paper.tables[0].rows.map(\.number) == [1, 2, 1])
        #expect(paper.tables[0].rows.map(\.run) == [1, 1, 2])
    }
}
