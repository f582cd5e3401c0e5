import Foundation
import Testing

/// What people do with a ledger, from the first paper to the proof.
@Suite struct LedgerCommandTests {
    @Test func `importing without agreeing keeps nothing, and makes no file`() throws {
        let ledger = try TemporaryLedger()
        let run = try ledger.run("import", "Examples/recovery-plan.txt")
        #expect(run.code == 2)
        #expect(run.output.contains("Would add"))
        #expect(run.complaint == "Nothing was added: there is nobody to ask. Add --yes to keep it without asking.\n")
        #expect(!FileManager.default.fileExists(atPath: ledger.path))
    }

    @Test func `importing the same paper twice changes nothing`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let before = try ledger.run("verify").output
        let again = try ledger.run("import", "--yes", "Examples/recovery-plan.txt")
        #expect(again.code == 0)
        #expect(again.output.contains("Nothing to add: the ledger keeps this paper already."))
        #expect(try ledger.run("verify").output == before)
    }

    @Test func `a promise is updated, re-dated and closed, and its history shows each step word by word`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let refused = try ledger.run("update", "ACT-1", "--status", "Action Required", "--note", "No tenders came")
        #expect(refused.code == 1)
        #expect(refused.complaint.contains("ACT-1: \"Action Required\" needs a cause"))
        let updated = try ledger.run(
            "update", "ACT-1", "--status", "action required", "--note", "No tenders came", "--cause", "Two withdrew",
            "--corrective-action", "Advertise again", "--evidence", "Letter of 3 May", "--on", "2026-05-03")
        #expect(updated.code == 0, "\(updated.complaint)")
        let dated = try ledger.run(
            "reprogram", "ACT-1", "--to", "March 2027", "--reason", "Second tender", "--approved-by", "DEC-1")
        #expect(dated.code == 0, "\(dated.complaint)")
        let closed = try ledger.run("close", "ACT-1", "--as", "BAU", "--reason", "The team does it now")
        #expect(closed.code == 0, "\(closed.complaint)")
        let shown = try ledger.run("show", "ACT-1").output
        #expect(shown.contains("Moved to business as usual"))
        #expect(shown.contains("due          2027-03-31"))
        #expect(shown.contains("decided by DEC-1"))
        #expect(shown.contains("cause: Two withdrew"))
        #expect(shown.contains("version 4, entry"))
        #expect(try ledger.run("update", "ACT-1", "--note", "More").complaint.contains("It was closed as"))
        #expect(try ledger.run("verify").code == 0)
    }

    @Test func `an update is taken back, an end is reported, closed and opened again`() throws {
        let ledger = try TemporaryLedger.withExamples()
        _ = try ledger.run("update", "ACT-1", "--status", "On Target", "--note", "Begun")
        let done = try ledger.run("update", "ACT-1", "--status", "done", "--note", "Meant for ACT-2")
        #expect(done.output.contains("It stays open until it is closed: goldthread close ACT-1"))
        #expect(try ledger.run("list", "action", "--standing", "awaits-closing").output.contains("ACT-1"))
        let update = try #require(done.output.firstMatch(of: /UPD-\d+/)).0
        #expect(try ledger.run("take-back", "ACT-2", "--reason", "x").complaint.contains("was found in a paper"))
        #expect(try ledger.run("take-back", String(update), "--reason", "Wrong one").code == 0)
        #expect(try ledger.run("take-back", String(update), "--reason", "x").complaint.contains("taken back already"))
        #expect(
            try ledger.run("list", "action", "--standing", "awaits-closing").output.contains("No actions like that"))

        #expect(try ledger.run("reopen", "ACT-1", "--reason", "x").complaint.contains("It is open"))
        let closed = try ledger.run(
            "close", "ACT-1", "--as", "superseded", "--by-record", "ACT-2", "--reason", "Taken up there")
        #expect(closed.code == 0, "\(closed.complaint)")
        #expect(try ledger.run("show", "ACT-2").output.contains("supersedes ACT-1"))
        #expect(try ledger.run("reopen", "ACT-1", "--reason", "Too early").output.contains("is open again: On Target"))
        #expect(!(try ledger.run("show", "ACT-2").output.contains("supersedes ACT-1")))
        #expect(try ledger.run("verify").code == 0)
    }

    @Test func `as at an entry everything stands as it did`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let head = try #require(
            try ledger.run("verify").output.split(separator: "head ").last?.split(separator: ":").first)
        let before = try ledger.run("status", "--today", "2026-11-21").output
        _ = try ledger.run("close", "ACT-2", "--as", "completed", "--reason", "Done")
        _ = try ledger.run("reprogram", "ACT-3", "--to", "2030-01-01", "--reason", "Late", "--approved-by", "Kit Vale")
        let now = try ledger.run("status", "--today", "2026-11-21").output
        #expect(now != before)
        let past = try ledger.run("status", "--today", "2026-11-21", "--as-at", "#\(head)").output
        let body = { (text: String) in text.split(separator: "\n").dropFirst().joined(separator: "\n") }
        #expect(body(past) == body(before))
        #expect(try ledger.run("show", "ACT-2", "--as-at", "#\(head)").output.contains("version 2") == false)
        #expect(try ledger.run("list", "action", "--as-at", "2020-01-01").output.contains("No actions like that"))
        #expect(try ledger.run("list", "action", "--as-at", "#99999").code == 1)
    }

    @Test func `an import is taken back by new entries, and can be made again`() throws {
        let ledger = try TemporaryLedger.withExamples()
        _ = try ledger.run("update", "ACT-5", "--note", "Begun")
        let refused = try ledger.run("undo", "IMP-1", "--yes")
        #expect(refused.code == 3)
        #expect(refused.complaint.contains("were changed since: ACT-5."))
        let undone = try ledger.run("undo", "IMP-1", "--yes", "--anyway")
        #expect(undone.code == 0, "\(undone.complaint)")
        #expect(try ledger.run("list", "action").output.contains("No actions like that"))
        #expect(try ledger.run("show", "ACT-5").output.contains("TAKEN BACK"))
        #expect(try ledger.run("verify").code == 0)
        let again = try ledger.run("import", "--yes", "Examples/recovery-plan.txt")
        #expect(again.code == 0, "\(again.complaint)")
        let actions = try ledger.run("list", "action", "--limit", "1").output
        #expect(!actions.contains("ACT-1 "), "references are never used again")
    }

    @Test func `an update that saw an older version is refused and names both`() throws {
        let ledger = try TemporaryLedger.withExamples()
        _ = try ledger.run("update", "ACT-7", "--note", "First", "--by", "Kit Vale")
        let late = try ledger.run("update", "ACT-7", "--note", "Second", "--seen", "1")
        #expect(late.code == 3)
        #expect(late.complaint.contains("you saw version 1, and Kit Vale has made version 2 since"))
        #expect(!(try ledger.run("show", "ACT-7").output.contains("Second")))
    }

    @Test func `people who are one are merged, and promises of both are found by either name`() throws {
        let ledger = try TemporaryLedger()
        let paper = try ledger.file(
            "plan.txt",
            "Recovery Action Plan\n\n| Action | By when | Owner |\n|---|---|---|\n| Mend the weir | March 2026 | KH |\n| Paint the hall | May 2026 | Kate Hall |\n"
        )
        _ = try ledger.run("import", "--yes", paper)
        #expect(try ledger.run("list", "action", "--owner", "KH").output.contains("1 action,"))
        let merged = try ledger.run("people", "merge", "KH", "Kate Hall")
        #expect(merged.code == 0, "\(merged.complaint)")
        for name in ["KH", "Kate Hall"] {
            #expect(try ledger.run("list", "action", "--owner", name).output.contains("2 actions,"))
        }
        #expect(try ledger.run("show", "ACT-1").output.contains("owners       Kate Hall"))
        #expect(try ledger.run("people").output.contains("KH"))
    }

    @Test func `people who were merged one after the other are one`() throws {
        let ledger = try TemporaryLedger()
        let paper = try ledger.file(
            "plan.txt",
            "Recovery Action Plan\n\n| Action | By when | Owner |\n|---|---|---|\n| Mend the weir | March 2026 | KH |\n"
                + "| Paint the hall | May 2026 | K. Hall |\n| Sweep the path | May 2026 | Kate Hall |\n")
        _ = try ledger.run("import", "--yes", paper)
        _ = try ledger.run("people", "merge", "KH", "K. Hall")
        _ = try ledger.run("people", "merge", "K. Hall", "Kate Hall")
        #expect(try ledger.run("list", "action", "--owner", "KH").output.contains("3 actions,"))
        #expect(try ledger.run("list", "action", "--owner", "Kate Hall").output.contains("3 actions,"))
        #expect(try ledger.run("show", "ACT-1").output.contains("owners       Kate Hall"))
        #expect(try ledger.run("people", "merge", "Kate Hall", "KH").complaint.contains("one record already"))
    }

    @Test func `what somebody typed does not steer the terminal of whoever reads it`() throws {
        let ledger = try TemporaryLedger.withExamples()
        _ = try ledger.run("update", "ACT-1", "--note", "Red \u{1B}[31mtext\u{202E}", "--by", "Kit\u{7} Vale")
        let shown = try ledger.run("show", "ACT-1").output
        #expect(shown.contains("Red \u{FFFD}[31mtext\u{FFFD}"))
        #expect(!shown.contains("\u{1B}") && !shown.contains("\u{7}"))
    }

    @Test func `a plan can ask for evidence and a second person`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let plan = try ledger.run("plan", "Flood", "--needs-evidence", "yes", "--needs-second-person", "yes")
        #expect(plan.code == 0, "\(plan.complaint)")
        let close = ["close", "ACT-1", "--as", "completed", "--reason", "Done", "--by", "Ann", "--ledger", ledger.path]
        #expect(try CommandTests.run(close).complaint.contains("asks for evidence"))
        #expect(
            try CommandTests.run(close + ["--evidence", "Minutes"]).complaint.contains("somebody else has to confirm"))
        #expect(
            try CommandTests.run(close + ["--evidence", "Minutes", "--confirmed-by", "ann"]).complaint.contains(
                "cannot both"))
        #expect(try CommandTests.run(close + ["--evidence", "Minutes", "--confirmed-by", "Kit"]).code == 0)
    }

    @Test func `evidence that is a file is kept whole, and found again`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let file = try ledger.file("award.txt", "The contract was awarded on 3 May.")
        let run = try ledger.run("update", "ACT-1", "--note", "Awarded", "--evidence", file)
        #expect(run.code == 0, "\(run.complaint)")
        #expect(try ledger.run("show", "ACT-1").output.contains("evidence: award.txt"))
        #expect(try ledger.run("list", "paper").output.contains("award.txt"))
        #expect(
            try ledger.run("update", "ACT-1", "--note", "x", "--evidence", "./missing.pdf").complaint.contains(
                "is not there"))
    }

    @Test func `a backup is verified and brings everything back`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let copy = ledger.folder.appending(path: "copy.db").path
        let backup = try ledger.run("backup", copy)
        #expect(backup.code == 0, "\(backup.complaint)")
        #expect(try ledger.run("backup", copy).complaint.contains("is there already"))
        _ = try ledger.run("update", "ACT-1", "--note", "After the backup")
        #expect(try ledger.run("restore", copy).complaint.contains("There is a ledger"))
        let restored = try ledger.run("restore", copy, "--replace")
        #expect(restored.code == 0, "\(restored.complaint)")
        #expect(!(try ledger.run("show", "ACT-1").output.contains("After the backup")))
        #expect(try ledger.run("verify").code == 0)
        #expect(try ledger.run("doctor").output.contains("All is well."))
    }

    @Test func `what cannot be opened is refused in words and left as it is`() throws {
        let ledger = try TemporaryLedger()
        #expect(try ledger.run("status").code == 4)
        #expect(try ledger.run("status").complaint.contains("There is no ledger at"))
        let other = try ledger.file("test.db", String(repeating: "This is a letter. ", count: 20))
        let run = try ledger.run("status")
        #expect(run.code == 4)
        #expect(run.complaint.contains("is not a Goldthread ledger"))
        #expect(try String(contentsOfFile: other, encoding: .utf8).hasPrefix("This is a letter."))
    }

    @Test func `a folder that is not there is named, for a ledger, a backup and an export`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let nowhere = ledger.folder.appending(path: "none/x.db").path
        #expect(try ledger.run("backup", nowhere).complaint.contains("The folder of \(nowhere) is not there"))
        let run = try CommandTests.run(["import", "--yes", "--ledger", nowhere, "Examples/board-pack.txt"])
        #expect(run.code == 4)
        #expect(run.complaint.contains("The folder of \(nowhere) is not there"))
        #expect(try ledger.run("export", "action", "--output", nowhere).complaint.contains("could not be written"))
    }

    @Test func `lists that were tampered with are made anew from the entries, and a sound ledger stays as it is`()
        throws
    {
        let ledger = try TemporaryLedger.withExamples()
        let (before, found) = (try ledger.run("verify").output, try ledger.run("search", "repair grant").output)
        let sound = try ledger.run("doctor", "--rebuild")
        #expect(sound.code == 0, "\(sound.complaint)")
        #expect(try ledger.run("verify").output == before)
        #expect(try ledger.run("search", "repair grant").output == found)
        let sql = try Process.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            arguments: [
                "python3", "-c",
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(\"UPDATE version SET due = '2040-01-01' WHERE kind = 'ACT'\"); c.commit()",
                ledger.path,
            ])
        sql.waitUntilExit()
        try #require(sql.terminationStatus == 0)
        #expect(try ledger.run("verify").code == 5)
        #expect(try ledger.run("doctor", "--rebuild").code == 0)
        #expect(try ledger.run("verify").output == before)
    }

    @Test func `links are refused where they say nothing, in the reverse too`() throws {
        let ledger = try TemporaryLedger.withExamples()
        #expect(try ledger.run("link", "ACT-1", "answers", "REC-1").code == 0)
        #expect(try ledger.run("link", "REC-1", "answers", "ACT-1").complaint.contains("that link is for"))
        #expect(try ledger.run("link", "ACT-1", "mitigates", "REC-1").code == 1)
        let superseded = try ledger.run(
            "close", "ACT-2", "--as", "superseded", "--by-record", "MTG-1", "--reason", "x")
        #expect(superseded.complaint.contains("that link is for"))
    }

    @Test func `evidence that is not there, or empty, is none, and a name has letters`() throws {
        let ledger = try TemporaryLedger.withExamples()
        #expect(
            try ledger.run("update", "ACT-1", "--note", "x", "--evidence", "photo.jpg").complaint.contains(
                "is not there"))
        let empty = try ledger.file("empty.txt", "")
        #expect(try ledger.run("update", "ACT-1", "--note", "x", "--evidence", empty).complaint.contains("empty file"))
        #expect(try ledger.run("people", "name", "BS", "").complaint.contains("A name needs letters"))
        #expect(try ledger.run("people", "name", "BS", "TQ").complaint.contains("TQ is PER-"))
    }

    @Test func `what lies ahead is no day for a report, and what is past none for a promise`() throws {
        let ledger = try TemporaryLedger.withExamples()
        #expect(try ledger.run("update", "ACT-1", "--note", "x", "--on", "2199-01-01").code == 64)
        #expect(try ledger.run("status", "--as-at", "2199-01-01").code == 64)
        let past = try ledger.run(
            "reprogram", "ACT-1", "--to", "June 2020", "--reason", "x", "--approved-by", "Kit Vale")
        #expect(past.complaint.contains("has passed already"))
    }

    @Test func `a file in which nothing is found is kept only where somebody says so`() throws {
        let ledger = try TemporaryLedger()
        let letter = try ledger.file("letter.txt", "A letter to a friend about the weather.\n")
        #expect(try ledger.run("import", "--yes", letter).code == 2)
        #expect(!FileManager.default.fileExists(atPath: ledger.path))
        #expect(try ledger.run("import", "--yes", "--anyway", letter).code == 0)
    }

    @Test func `references and names that are not there are refused with what to do`() throws {
        let ledger = try TemporaryLedger.withExamples()
        #expect(try ledger.run("show", "ACT-9999").complaint.contains("The ledger has no ACT-9999. It holds "))
        #expect(try ledger.run("show", "the flood").code == 64)
        #expect(try ledger.run("list", "action", "--owner", "Nobody").complaint.contains("has no person \"Nobody\""))
        #expect(try ledger.run("link", "ACT-1", "adores", "ACT-2").complaint.contains("nothing that a link can say"))
    }

    @Test func `an export is CSV that a spreadsheet reads, and JSON that a program reads`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let csv = try ledger.run("export", "action").output
        #expect(csv.hasPrefix("reference,kind,title,number,plan,"))
        let json = try ledger.run("export", "action", "--format", "json").output
        let records = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(records.count > 100)
        #expect(records.allSatisfy { ($0["reference"] as? String)?.hasPrefix("ACT-") == true })
    }

    @Test func `search finds records, and lines of papers`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let run = try ledger.run("search", "repair grant")
        #expect(run.output.contains("ACT-"))
        #expect(run.output.contains(" line "))
        #expect(try ledger.run("search", "\" OR ) NEAR(").code != 4)
    }
}
