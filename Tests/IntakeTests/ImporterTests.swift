import Intake
import Papers
import Register
import Testing

@Suite struct ImporterTests {
    private func intake(_ text: String) throws -> Intake {
        Importer(lexicon: try Lexicon.standard()).findings(
            in: try TextReader().read(Array(text.utf8), name: "paper.txt"))
    }

    private func fields(_ finding: Finding?) -> [String: FindingField.Value] {
        Dictionary((finding?.fields ?? []).map { ($0.name, $0.value) }) { first, _ in first }
    }

    @Test(arguments: LabelledPaper.layouts)
    func `every line of a paper has one fate, and the same paper gives the same bytes`(paper: LabelledPaper) throws {
        let (first, second) = (try paper.findings(), try paper.findings())
        #expect(first.findings.map(\.contractLine) == second.findings.map(\.contractLine))
        for (line, text) in first.lines.enumerated() where !text.isEmpty {
            #expect(first.fates[line] != nil, "line \(line + 1)")
        }
    }

    @Test func `an owner, a date and a status merged down several rows serve each of them`() async throws {
        let paper = try await PaperReaders.read(
            Array(
                """
                <html><body><h1>Action plan</h1><table>
                <tr><th>Ref</th><th>Action</th><th>Owner</th><th>By when</th><th>Status</th></tr>
                <tr><td>1</td><td>Write to all tenants</td><td rowspan="3">R. Ferrand</td>
                    <td rowspan="2">June 2026</td><td>On track</td></tr>
                <tr><td>2</td><td>Publish the list of assets</td><td rowspan="2">Delayed</td></tr>
                <tr><td>3</td><td>Appoint a clerk to the board</td><td>May 2027</td></tr>
                </table></body></html>
                """.utf8), name: "plan.html")
        let found = Importer(lexicon: try Lexicon.standard()).findings(in: paper).findings.filter { $0.kind == .action }
        #expect(found.map { fields($0)["owners"] } == Array(repeating: .list(["R. Ferrand"]), count: 3))
        #expect(found.map { fields($0)["timescale"] } == [.text("June 2026"), .text("June 2026"), .text("May 2027")])
        #expect(found.map { fields($0)["status"] } == [.text("On track"), .text("Delayed"), .text("Delayed")])
    }

    @Test func `a numbered list that runs on under sub-headings stays one list of recommendations`() throws {
        let found = try intake(
            """
            Further recommendations of 2022

            Money

            1. Own the budget and say who holds which part of it
            2. Report savings by proposal and not as one total

            People

            3. Draw up a workforce plan for the professions in short supply

            """
        ).findings.filter { $0.kind == .recommendation }
        #expect(found.map { fields($0)["number"] } == [.text("1"), .text("2"), .text("3")])
        #expect(found.map { fields($0)["theme"] } == [.text("Money"), .text("Money"), .text("People")])
        #expect(Set(found.map { fields($0)["series"] }) == [.text("Further recommendations of 2022")])
    }

    @Test func `numbered paragraphs of a report are no recommendations because some stand above them`() throws {
        let found = try intake(
            """
            Recommendations

            The Committee is asked to agree:

            1. That the plan be agreed and published on the website

            Background

            2. The plan was written in the spring by officers of both councils

            """
        ).findings.filter { $0.kind == .recommendation }
        #expect(found.count == 1)
    }

    @Test func `a form of labels and values is no action plan, whatever its labels say`() throws {
        let found = try intake(
            """
            Name of project:\tSingle case system\tSponsor:\tT. Quill
            Report for:\t1st June to 31st August 2026\tWritten by:\tC. Ivory
            Began:\t3rd November 2025\tExpected end:\t30th September 2027
            Planned for this period\t\t\t
            Score the four bids\t\tNot done\t

            """)
        #expect(found.findings.filter { $0.kind == .action }.isEmpty)
    }

    @Test func `a paper's title and date are what its head prints`() throws {
        let found = try intake(
            "Agenda Item 4\n\nFlood Recovery Plan (Pages 1 - 22)\n\nJune 2025\n\nWords of the plan.\n")
        #expect(found.title == "Flood Recovery Plan")
        #expect(found.date == PaperDate(day: try #require(Day(year: 2025, month: 6, day: 30)), origin: .printedMonth))
        let undated = try intake("It was begun in 2021, and in 2021 it was ended.\n")
        #expect(undated.title == nil)
        #expect(undated.date?.origin == .inferredYear)
    }

    @Test(arguments: [
        "Plan\n\n- Do it **Owner:** :** From July 2025\n- Do more By when:::: mid 2026\n",
        "MINUTES\n\n" + String(repeating: "Decision: ", count: 20_000) + "\n",
        "| Ref | Risk | Likelihood | Impact | Score |\n|---|---|---|---|---|\n| 1 | foo bar | 9223372036854775807 | 9223372036854775807 | 9 |\n",
        "| Ref | Risk | Score |\n|---|---|---|\n| 1 | foo bar | 9223372036854775807 x 3 = 5 |\n",
    ]) func `labels without values and words said again and again do not stop the reading`(text: String) throws {
        #expect(try intake(text).lines.count >= 3)
    }

    @Test func `a column that extraction put in is left out, and an update runs on over rows`() throws {
        let found = try intake(
            "Recommendation\tUpdate\n5. Give managers the figures\t\tBegun in May.\n\t\tDone in June.\n"
        ).findings
        #expect(fields(found.first)["update"] == .text("Begun in May. Done in June."))
    }

    @Test func `one known header beside unknown ones is enough, as what columns hold names the rest`() throws {
        let found = try intake(
            "| Job to do | By when | Answerable |\n|---|---|---|\n| Publish the plan | March 2026 | KH |\n| Close the yard | May 2026 | PW |\n"
        ).findings
        #expect(found.map(\.text) == ["Publish the plan", "Close the yard"])
        #expect(fields(found.first)["owners"] == .list(["KH"]))
    }

    @Test func `an impossible date is told in words for people`() throws {
        let found = try intake("| Action | By when | Owner |\n|---|---|---|\n| Publish it | 31 November 2025 | KH |\n")
        let message = try #require(found.problems.first?.message)
        #expect(message.hasPrefix("“31 November 2025” names a day that its month does not have."))
    }

    @Test func `an impossible date keeps its words, has no due, and is a problem that says so`() throws {
        let found = try intake("| Action | By when | Owner |\n|---|---|---|\n| Publish the plan | March 20201 | KH |\n")
        let action = fields(found.findings.first)
        #expect(action["timescale"] == .text("March 20201"))
        #expect(action["due"] == nil)
        #expect(found.problems.map(\.kind) == [.impossibleDate])
    }

    @Test func `a score that is not likelihood times impact is a problem`() throws {
        let found = try intake(
            "| Ref | Risk | L | I | Score | Mitigation |\n|---|---|---|---|---|---|\n| 1 | Staff leave | 3 | 4 | 11 | Pay |\n"
        )
        #expect(found.problems.first?.message == "Risk 1: the score 11 is not likelihood 3 × impact 4 = 12.")
    }

    @Test func `a date without an action is a problem and no finding`() throws {
        let found = try intake(
            "| Issue | Action | By when | Owner |\n|---|---|---|---|\n| Damp | Inspect homes | May 2026 | KH |\n| | | Sept 2026 | PW |\n"
        )
        #expect(found.findings.count == 1)
        #expect(found.problems.map(\.kind) == [.dateWithoutAction])
    }

    @Test func `several dates in a cell divide the promises that run together`() throws {
        let found = try intake(
            "| Action | By when | Owner |\n|---|---|---|\n| Publish the plan for all to read Ask the neighbours what they think | May 2026 June 2026 | KH PW |\n"
        )
        #expect(
            found.findings.map(\.text) == ["Publish the plan for all to read", "Ask the neighbours what they think"])
        #expect(found.findings.map { fields($0)["owners"] } == [.list(["KH"]), .list(["PW"])])
    }

    @Test(arguments: [
        ("KH PW", ["KH", "PW"]), ("Leaders / Kevin Doe", ["Leaders", "Kevin Doe"]),
        ("Benefits Team / Comm. Safety Team", ["Benefits Team", "Comm. Safety Team"]),
        ("Dev Services", ["Dev Services"]),
        ("Head of Legal, Equalities & Democratic Services", ["Head of Legal, Equalities & Democratic Services"]),
        (
            "HoS 4th Tier Managers LSP Managers Policy Team",
            ["HoS", "4th Tier Managers", "LSP Managers", "Policy Team"]
        ), ("GR/KH", ["GR", "KH"]),
        ("HR Business Partner", ["HR Business Partner"]),
    ]) func `owners are split as they are meant`(cell: String, owners: [String]) throws {
        let found = try intake(
            "| Action | By when | Owner |\n|---|---|---|\n| Publish the plan | May 2026 | \(cell) |\n")
        #expect(fields(found.findings.first)["owners"] == .list(owners))
    }

    @Test func `savings in a table are multiplied out, brackets are negative, totals are nobody's`() throws {
        let found = try intake(
            "| Proposal | 2025/26 £'000 | 2026/27 £'000 |\n|---|---|---|\n| Share depots | 120 | (30.5) |\n| Total | 120 | (30.5) |\n"
        )
        #expect(
            found.findings.map { fields($0)["amount"] } == [
                .amount(Pounds(pence: 12_000_000)), .amount(Pounds(pence: -3_050_000)),
            ])
    }

    @Test func `a contract line escapes what JSON must`() throws {
        let finding = Finding(.issue(Issue(text: "Say \"no\" \\ twice")), at: Source(line: 2, table: 1, row: 3))
        #expect(
            finding.contractLine
                == #"{"kind":"issue","text":"Say \"no\" \\ twice","fields":{},"source":{"table":1,"row":3,"line":2}}"#)
    }
}
