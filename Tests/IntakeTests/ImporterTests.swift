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
