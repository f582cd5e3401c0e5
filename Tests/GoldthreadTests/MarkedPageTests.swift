import Foundation
import Testing

/// `goldthread show REF --page OUT.png`, as a user runs it.
@Suite struct MarkedPageTests {
    private static func withPDF() throws -> TemporaryLedger {
        let ledger = try TemporaryLedger()
        let run = try ledger.run("import", "--yes", "Tests/PapersTests/Samples/ruled.pdf")
        guard run.code == 0 else { throw TemporaryLedger.Failure(message: run.complaint) }
        return ledger
    }

    private func files(_ ledger: TemporaryLedger) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: ledger.folder.path)).filter { !$0.hasPrefix("test.db") }
    }

    @Test func `the page of a record is drawn, and the record shown as ever`() throws {
        let ledger = try Self.withPDF()
        let picture = ledger.folder.appending(path: "row.png")
        let plain = try ledger.run("show", "ACT-2")
        let run = try ledger.run("show", "ACT-2", "--page", picture.path)
        #expect(run.code == 0, "\(run.complaint)")
        #expect(run.output.hasPrefix(plain.output))
        let said = run.output.dropFirst(plain.output.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            said == "ACT-2 was found in Housing recovery plan (PAP-1), page 1, table 1, row 2: drawn in "
                + "\(picture.path), marked.")
        let bytes = [UInt8](try Data(contentsOf: picture))
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(Array(bytes[16..<24]) == [0, 0, 3, 0x8E, 0, 0, 5, 7], "A4 with 110 dots an inch: 910 by 1287")
        let other = ledger.folder.appending(path: "other.PNG")
        #expect(try ledger.run("show", "ACT-3", "--page", other.path).code == 0)
        #expect(try Data(contentsOf: other) != Data(bytes), "each record's own row is marked")
        #expect(try files(ledger) == ["row.png", "other.PNG"])
    }

    @Test func `facts for programs stay as they are, and a finer picture is larger`() throws {
        let ledger = try Self.withPDF()
        let picture = ledger.folder.appending(path: "row.png")
        let run = try ledger.run("show", "ACT-2", "--format", "json", "--page", picture.path, "--dpi", "220")
        #expect(run.output == (try ledger.run("show", "ACT-2", "--format", "json").output))
        #expect(run.output.contains("\"foundIn\" : \"Housing recovery plan (PAP-1), page 1, table 1, row 2\""))
        #expect([UInt8](try Data(contentsOf: picture))[18..<20] == [0x07, 0x1B])
    }

    @Test func `a paper without pages is said to have none, and nothing is written`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let run = try ledger.run("show", "ACT-12", "--page", ledger.folder.appending(path: "row.png").path)
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(
            run.complaint == "ACT-12 was found in Flood Recovery and Renewal Plan 2025/26 (PAP-2), page 5, table 4, "
                + "row 3, line 160. recovery-plan.txt (text in UTF-8) has no pages that could be drawn; only a PDF has. "
                + "Open the file itself at that place.\n")
        #expect(try files(ledger) == [])
    }

    @Test func `a record that came out of no paper has no page`() throws {
        let ledger = try Self.withPDF()
        let out = ledger.folder.appending(path: "row.png").path
        let paper = try ledger.run("show", "PAP-1", "--page", out)
        #expect(paper.code == 1)
        #expect(paper.complaint.hasPrefix("PAP-1 is a paper itself, so there is no page on which it was found."))
        #expect(try ledger.run("show", "IMP-1", "--page", out).complaint.hasPrefix("IMP-1 was not read from a paper"))
        #expect(try files(ledger) == [])
    }

    @Test func `a picture that cannot be written leaves nothing behind`() throws {
        let ledger = try Self.withPDF()
        let folder = ledger.folder.appending(path: "folder.png")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for path in [folder.path, ledger.folder.appending(path: "nowhere/row.png").path] {
            let run = try ledger.run("show", "ACT-2", "--page", path)
            #expect(run.code == 1)
            #expect(run.output.isEmpty)
            #expect(run.complaint.hasPrefix("\(path) could not be written: its folder is not there"))
        }
        #expect(try files(ledger) == ["folder.png"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `a name that is no picture's and a resolution out of bounds are not understood`() throws {
        let ledger = try Self.withPDF()
        let name = try ledger.run("show", "ACT-2", "--page", "row.pdf")
        #expect(name.code == 64)
        #expect(name.complaint.contains("--page row.pdf: the picture is a PNG file, and its name has to end in .png."))
        for dpi in ["29", "301"] {
            let run = try ledger.run("show", "ACT-2", "--page", "row.png", "--dpi", dpi)
            #expect(run.code == 64)
            #expect(run.complaint.contains("--dpi \(dpi): pages are drawn with 30 to 300 dots an inch."))
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs python3"))
    func `a paper that the ledger lost, or that was altered in it, is not drawn`() throws {
        let ledger = try Self.withPDF()
        let out = ledger.folder.appending(path: "row.png").path
        try spoil(ledger, "UPDATE paper SET bytes = CAST(bytes || x'0A' AS BLOB)")
        let altered = try ledger.run("show", "ACT-2", "--page", out)
        #expect(altered.code == 5)
        #expect(
            altered.complaint.contains("that paper's file is no longer what was brought in. Run goldthread verify."))
        try spoil(ledger, "DELETE FROM paper")
        let lost = try ledger.run("show", "ACT-2", "--page", out)
        #expect(lost.code == 4)
        #expect(lost.complaint.contains("the ledger does not keep that paper's file. Run goldthread doctor"))
        #expect(try files(ledger) == [])
    }

    /// Changes the ledger's file behind its back.
    private func spoil(_ ledger: TemporaryLedger, _ sql: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let script = """
            import sqlite3, sys
            file = sqlite3.connect(sys.argv[1])
            for name, in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                file.execute(f'DROP TRIGGER "{name}"')
            file.execute("PRAGMA ignore_check_constraints = 1")
            file.execute(sys.argv[2])
            file.commit()
            """
        process.arguments = ["-c", script, ledger.path, sql]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
