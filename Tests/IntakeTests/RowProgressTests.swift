import Intake
import Papers
import Register
import Testing

/// Whose the progress and the status in the rows of a plan are.
@Suite struct RowProgressTests {
    private func plan(_ columns: String, _ rows: String...) throws -> [Finding] {
        let bars = columns.split(separator: "|").map { _ in "---" }.joined(separator: "|")
        let text = (["Oakley Council Improvement Plan", "", columns, "|\(bars)|"] + rows + [""]).joined(separator: "\n")
        let paper = try TextReader().read(Array(text.utf8), name: "plan.txt")
        return Importer(lexicon: try Lexicon.standard()).findings(in: paper).findings
    }

    private func said(_ findings: [Finding], _ kind: FindingKind) -> [[String?]] {
        findings.filter { $0.kind == kind }.map { finding in
            switch finding.content {
            case .action(let found): [found.update, found.status]
            case .recommendation(let found): [found.update, found.status]
            default: []
            }
        }
    }

    private static let tracked = [
        "| 1.1 | R1: Refresh the constitution | Review the scheme of delegation | Al Ray | May 2026 | Green | Draft ready |",
        "| 1.2 | R1: Refresh the constitution | Train all members | Al Ray | June 2026 | Amber | 12 of 39 trained |",
        "| 1.3 | | Publish a guide | Bo Li | July 2026 | Red | Not begun |",
    ]

    @Test func `where rows of one recommendation each say how they go on, that is said of their actions`() throws {
        let found = try plan(
            "| Ref | Recommendation | Action | Lead officer | Due date | RAG | Progress update |", Self.tracked[0],
            Self.tracked[1], Self.tracked[2])
        #expect(
            said(found, .action)
                == [["Draft ready", "Green"], ["12 of 39 trained", "Amber"], ["Not begun", "Red"]])
        #expect(said(found, .recommendation).allSatisfy { $0 == [nil, nil] })
    }

    @Test func `where each recommendation is spoken of once, however many actions it has, that is its own`() throws {
        let found = try plan(
            "| No. | Recommendation | Action | By when | Update | Status |",
            "| 1 | Set out how reserves will be rebuilt | Write a reserves policy | May 2026 | With the auditors | Amber |",
            "| | | Report to Audit Committee | June 2026 | | |",
            "| 2 | Learn from complaints | Publish what was learned | July 2026 | Software bought | Green |")
        #expect(said(found, .action).allSatisfy { $0[0] == nil })
        #expect(said(found, .recommendation) == [["With the auditors", "Amber"], ["Software bought", "Green"]])
    }

    @Test func `a row without an action speaks of its recommendation`() throws {
        let found = try plan(
            "| No. | Recommendation | Action | By when | Owner | Update | Status |",
            "| 1 | Set out how reserves will be rebuilt | Write a reserves policy | May 2026 | Al Ray | Drafted | Amber |",
            "| 2 | Learn from what residents complain of | | | | Asked the peers what they meant | On hold |")
        #expect(said(found, .action) == [["Drafted", "Amber"]])
        #expect(said(found, .recommendation).last == ["Asked the peers what they meant", "On hold"])
    }

    @Test func `a row that a page break cut goes on with the progress of the action above it`() throws {
        let found = try plan(
            "| Ref | Recommendation | Action | Lead officer | Due date | RAG | Progress update |", Self.tracked[0],
            Self.tracked[1], "| | | | | | | and three more booked |", Self.tracked[2])
        #expect(
            said(found, .action).map { $0[0] } == [
                "Draft ready", "12 of 39 trained and three more booked", "Not begun",
            ])
    }
}
