import Foundation
import Testing

/// What people see and get when the next version of a paper arrives.
@Suite struct NextVersionCommandTests {
    private static func plan(_ rows: [String], date: String) -> String {
        "Amberley District Council\n\nCanal Action Plan\n\n\(date)\n\n"
            + "| Theme | Action | Owner | By when | Status |\n|---|---|---|---|---|\n"
            + rows.map { "| \($0) |\n" }.joined() + "\n"
    }

    private static let versions: [String] = [
        plan(
            [
                "Water | Mend the weir at Lowbridge | KH | March 2027 | On target",
                "Water | Dredge the basin at Staunton | DM | June 2027 | Not started",
                "Land | Sweep the towpath each month | KH | Ongoing | On target",
                "Land | Count the swans with the school | DM | May 2027 | Not started",
            ], date: "3 June 2026"),
        plan(
            [
                "Water | Mend the weir at Lowbridge | KH | July 2027 | Monitor",
                "Water | Dredge the canal basin at Staunton | DM | June 2027 | Not started",
                "Water | Count the swans with the school | DM | May 2027 | Not started",
                "Land | Buy a second work boat | DM | April 2028 | Not started",
            ], date: "2 September 2026"),
        plan(
            [
                "Water | Mend the weir at Lowbridge | KH | July 2027 | Completed",
                "Water | Dredge the canal basin at Staunton | DM | June 2027 | On target",
                "Water | Count the swans with the school | DM | May 2027 | Not started",
                "Land | Buy a second work boat | DM | April 2028 | Not started",
            ], date: "2 December 2026"),
    ]

    /// A ledger that holds so many versions of the plan, and what the last import printed.
    private static func ledger(_ count: Int) throws -> (TemporaryLedger, CommandTests.Run) {
        let ledger = try TemporaryLedger()
        var last = CommandTests.Run(code: 0, output: "", complaint: "")
        for (index, text) in versions.prefix(count).enumerated() {
            let file = try ledger.file("v\(index + 1).txt", text)
            last = try ledger.run("import", "--yes", "--by", "Ann Clerk", "--today", "2027-01-04", file)
            #expect(last.code == 0, "\(last.complaint)")
        }
        return (ledger, last)
    }

    /// What a command prints, on one line: where lines are broken is another test's.
    private static func shown(_ ledger: TemporaryLedger, _ arguments: String...) throws -> String {
        folded(try CommandTests.run(arguments + ["--ledger", ledger.path]).output)
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `three versions are one plan, each record with its history`() throws {
        let (ledger, _) = try Self.ledger(3)
        #expect(try ledger.run("list", "plan").output.contains("1 plan,"))
        #expect(try ledger.run("list", "action").output.contains("5 actions,"))
        let weir = try Self.shown(ledger, "show", "ACT-1")
        #expect(weir.contains("due 2027-07-31, first 2027-03-31, slipped once"))
        #expect(weir.contains("reported Completed on 2026-12-02"))
        #expect(weir.contains("re-dated in Canal Action Plan"))
        let basin = try Self.shown(ledger, "show", "ACT-2")
        #expect(basin.contains("reworded in Canal Action Plan"))
        #expect(basin.contains("text: Dredge the {+canal+} basin at Staunton"))
        #expect(try Self.shown(ledger, "show", "ACT-4").contains("moved in Canal Action Plan"))
        #expect(try ledger.run("show", "ACT-3").output.contains("version 1, entry"))
        #expect(try ledger.run("verify").code == 0)
    }

    @Test func `an import shows what the next version changes, and how to close what is missing`() throws {
        let (_, run) = try Self.ledger(2)
        let golden = CommandTests.folder.appending(path: "Golden/next-version.txt")
        let text = run.output.replacing(#/ledger-free|goldthread-[0-9A-F-]{36}/#, with: "FOLDER")
            .replacing(FileManager.default.temporaryDirectory.path, with: "")
        if ProcessInfo.processInfo.environment["GOLDTHREAD_UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: golden)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == text)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func `each version brought in twice changes nothing, nor does the last one in another file`() throws {
        let (ledger, _) = try Self.ledger(3)
        let before = try ledger.run("verify").output
        for number in 1...3 {
            let again = try ledger.run("import", "--yes", ledger.folder.appending(path: "v\(number).txt").path)
            #expect(again.output.contains("Nothing to add"))
        }
        let copy = try ledger.file("copy.txt", Self.versions[2] + "\n\n")
        let other = try ledger.run("import", "--yes", copy)
        #expect(other.output.contains("copy.txt is a report that the ledger keeps, in another file."))
        #expect(try ledger.run("verify").output == before)
    }

    @Test func `undo brings back every record as the version before had it`() throws {
        let (ledger, _) = try Self.ledger(2)
        let undone = try ledger.run("undo", "IMP-2", "--yes")
        #expect(undone.code == 0, "\(undone.complaint)")
        let weir = try ledger.run("show", "ACT-1").output
        #expect(weir.contains("due          2027-03-31\n"))
        #expect(weir.contains("reported     On target on 2026-06-03"))
        #expect(try ledger.run("list", "action").output.contains("4 actions,"))
        let again = try ledger.run("import", "--yes", ledger.folder.appending(path: "v2.txt").path)
        #expect(again.code == 0, "\(again.complaint)")
        #expect(try ledger.run("show", "ACT-1").output.contains("due          2027-07-31, first 2027-03-31"))
    }

    @Test func `a dry run compares with the ledger and keeps nothing, for people and for programs`() throws {
        let (ledger, _) = try Self.ledger(1)
        let before = try ledger.run("verify").output
        let file = try ledger.file("v2.txt", Self.versions[1])
        let text = try ledger.run("import", "--dry-run", file).output
        #expect(text.contains("WHAT IT HOLDS"))
        #expect(text.contains("Taken for the next version of PLN-1"))
        let json = try ledger.run("import", "--dry-run", "--format", "json", file).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let paper = try #require((object["papers"] as? [[String: Any]])?.first)
        let comparison = try #require((paper["comparisons"] as? [[String: Any]])?.first)
        #expect(comparison["relation"] as? String == "next version")
        #expect(comparison["plan"] as? String == "PLN-1")
        #expect((comparison["missing"] as? [Any])?.count == 1)
        #expect((comparison["moved"] as? [Any])?.count == 1)
        #expect((comparison["redated"] as? [Any])?.count == 1)
        #expect(try ledger.run("verify").output == before)
    }

    @Test func `somebody may say which plan it is, or that it is none of those`() throws {
        let (ledger, _) = try Self.ledger(1)
        let file = try ledger.file("v2.txt", Self.versions[1])
        #expect(try ledger.run("import", "--yes", "--plan", "PLN-1", "--new-plan", file).code == 64)
        #expect(try ledger.run("import", "--yes", "--plan", "ACT-1", file).code == 64)
        #expect(
            try ledger.run("import", "--yes", "--plan", "PLN-9", file).complaint.contains("The ledger has no PLN-9"))
        #expect(try ledger.run("import", "--yes", "--new-plan", file).output.contains("1 plan,"))
        #expect(try ledger.run("list", "plan").output.contains("2 plans,"))
    }

    // MARK: Reports

    private static let review = """
        Amberley District Council

        Corporate Peer Challenge Report

        March 2025

        KEY RECOMMENDATIONS

        1. Reduce the number of priorities to those that can be paid for

        2. Train all members in treasury management before the next budget

        3. Agree with the parishes who cuts which verge

        4. Publish one list of capital projects and bring it up to date each month

        """

    private static let progress = """
        Amberley District Council

        Progress on the Peer Challenge

        1 May 2026

        | No. | Recommendation | Update | Status |
        |---|---|---|---|
        | 1 | Reduce the number of priorities | The list is down to nine. | On target |
        | 2 | Train all members in treasury management before the next budget | Two evenings were held in March. | Completed |
        | 3 | Agree with the parishes who cuts which verge | Eleven of fourteen have signed. | On target |
        | 4 | Publish one list of capital projects and bring it up to date each month | Nothing was done. | Not started |

        """

    @Test func `a progress report lands as updates on the recommendations, by number or words, and once`() throws {
        let ledger = try TemporaryLedger()
        _ = try ledger.run("import", "--yes", try ledger.file("review.txt", Self.review))
        let file = try ledger.file("progress.txt", Self.progress)
        let run = try ledger.run("import", "--yes", file)
        #expect(run.output.contains("Taken for a progress report on PLN-1"))
        #expect(try ledger.run("list", "recommendation").output.contains("4 recommendations,"))
        #expect(try ledger.run("list", "plan").output.contains("1 plan,"))
        #expect(try ledger.run("list", "update").output.contains("4 updates,"))
        let shown = try ledger.run("show", "REC-1").output
        #expect(shown.contains("2026-05-01  On target: The list is down to nine."))
        #expect(shown.contains("REC-1  Reduce the number of priorities to those that can be paid for"))
        #expect(try ledger.run("show", "REC-2").output.contains("reported     Completed on 2026-05-01"))
        let before = try ledger.run("verify").output
        #expect(try ledger.run("import", "--yes", file).output.contains("Nothing to add"))
        let copy = try ledger.file("copy.txt", "\n" + Self.progress)
        _ = try ledger.run("import", "--yes", copy)
        #expect(try ledger.run("list", "update").output.contains("4 updates,"))
        #expect(try ledger.run("verify").output == before)
    }

    @Test func `a report printed again within another paper is the same report, and its differences are listed`() throws
    {
        let pack = """
            Amberley District Council

            Recovery Action Plan

            4 June 2025

            | Action | Owner | By when |
            |---|---|---|
            | Open the bridge at Lowbridge again | KH | March 2026 |
            | Pay the flood grants that are left | DM | May 2026 |

            Appendix 1

            KEY RECOMMENDATIONS

            1. Reduce the number of priorities to those that can be paid for

            2. Train all members in treasury management before the next annual budget

            3. Agree with the parishes who cuts which verge

            4. Publish one list of capital projects and bring it up to date each month

            """
        let ledger = try TemporaryLedger()
        _ = try ledger.run("import", "--yes", try ledger.file("review.txt", Self.review))
        let run = try ledger.run("import", "--yes", try ledger.file("pack.txt", pack))
        let said = Self.folded(run.output)
        #expect(said.contains("Taken for another printing of PLN-1 \"Corporate Peer Challenge Report\""))
        #expect(said.contains("before the next {+annual+} budget"))
        #expect(try ledger.run("list", "recommendation").output.contains("4 recommendations,"))
        #expect(
            try ledger.run("list", "recommendation").output.contains("before the next budget"),
            "as it was printed first")
        #expect(try ledger.run("list", "plan").output.contains("2 plans,"))

        let other = try TemporaryLedger()
        _ = try other.run("import", "--yes", try other.file("pack.txt", pack))
        let second = try other.run("import", "--yes", try other.file("review.txt", Self.review))
        let part = "Taken for another printing of part of PLN-1 \"Recovery Action Plan\""
        #expect(Self.folded(second.output).contains(part))
        #expect(try other.run("list", "recommendation").output.contains("4 recommendations,"))
        #expect(try other.run("list", "plan").output.contains("1 plan,"))
    }

    @Test
    func
        `next quarter's measures are new readings of the measures that are kept, and risks keep their scores' history`()
        throws
    {
        func report(_ quarter: Int, _ date: String, _ values: [String], score: Int) -> String {
            "Amberley District Council\n\nPerformance Report Quarter \(quarter) 2026/27\n\n\(date)\n\n"
                + "Performance Measures\n\n| Ref | Measure | Target | Q\(quarter) |\n|---|---|---|---|\n"
                + "| P1 | Council tax collected in the year | 98% | \(values[0]) |\n"
                + "| P2 | Days to relet an empty home | 24 | \(values[1]) |\n\nCorporate Risk Register\n\n"
                + "| Ref | Risk description | Likelihood | Impact | Score |\n|---|---|---|---|---|\n"
                + "| R1 | The pools close because the operator gives notice | \(score) | 4 | \(score * 4) |\n"
                + "| R2 | A cyber attack stops payments to residents | 3 | 5 | 15 |\n\n"
        }
        let ledger = try TemporaryLedger()
        _ = try ledger.run(
            "import", "--yes", try ledger.file("q1.txt", report(1, "22 July 2026", ["28%", "27"], score: 2)))
        _ = try ledger.run(
            "import", "--yes", try ledger.file("q2.txt", report(2, "21 October 2026", ["56%", "26"], score: 4)))
        #expect(try ledger.run("list", "measure").output.contains("2 measures,"))
        #expect(try ledger.run("list", "reading").output.contains("4 readings,"))
        #expect(try ledger.run("list", "risk").output.contains("2 risks,"))
        #expect(try ledger.run("show", "RSK-1").output.contains("score: [-8-] {+16+}"))
        let measure = try ledger.run("show", "MEA-1").output
        #expect(measure.contains("q1           28%") && measure.contains("q2           56%"))
    }
}
