import Foundation
import Fuzzing
import Testing

/// What nobody should import is refused in words, with an exit code, and leaves the ledger byte for byte as it was.
@Suite(.timeLimit(.minutes(5))) struct HostileImportTests {
    private static let plan = try? Data(
        contentsOf: CommandTests.root.appending(path: "Tests/PapersTests/Samples/plan.pdf"))
    private static let report = "Recommendation 1: The board should publish its register of risks by June 2027.\n"

    /// Files by the name under which they are imported, and what the message has to say.
    private static var files: [(name: String, bytes: [UInt8], message: String)] {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let entities =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY k SYSTEM \"file:///etc/passwd\">]>"
            + "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body>&k;</office:body></office:document>"
        let many = (0..<20_001).map { (name: "\($0).txt", text: "") }
        let pdf = plan.map { [UInt8]($0) } ?? []
        return [
            ("empty.pdf", [], "empty.pdf is empty: there is nothing to read."),
            (
                "old.doc", old + [UInt8](repeating: 0, count: 600),
                "old.doc is an old Word or Excel file (.doc or .xls), which is not read."
            ),
            (
                "picture.docx", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10],
                "picture.docx is a picture (PNG), which is not read."
            ),
            ("entities.fodt", Array(entities.utf8), "entities.fodt was refused: the file declares entities of its own"),
            ("many.zip", ZipWriter.pack(many), "many.zip was refused: it holds more than 20000 files."),
            (
                "cut.zip", Array(ZipWriter.pack([("a.txt", report)]).dropLast(30)),
                "cut.zip is damaged: its end is missing"
            ),
            (
                "deep.rtf", Array(("{\\rtf1 " + String(repeating: "{\\b ", count: 5000)).utf8),
                "deep.rtf was refused: its groups nest more than 500 deep."
            ),
            ("cut.pdf", Array(pdf.prefix(60)), "cut.pdf is damaged: its pages cannot be found."),
            ("noise.txt", [65, 66, 0, 67], "noise.txt is not text: byte 3 is one that no text holds."),
        ]
    }

    @Test func `a hostile file alone changes no byte of the ledger`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let before = try ledger.state()
        for (name, bytes, message) in Self.files {
            let run = try ledger.run("import", "--yes", try ledger.file(name, bytes))
            #expect(run.code == 1, "\(name)")
            #expect(run.complaint.contains(message), "\(name): \(run.complaint)")
            #expect(run.complaint.hasSuffix(".\n"))
            #expect(try ledger.state() == before, "\(name)")
        }
        #expect(try ledger.run("verify").code == 0)
    }

    @Test func `a hostile file makes no ledger where there was none`() throws {
        let ledger = try TemporaryLedger()
        let run = try ledger.run("import", "--yes", try ledger.file("cut.zip", [0x50, 0x4B, 3, 4]))
        #expect(run.code == 1)
        #expect(!FileManager.default.fileExists(atPath: ledger.path))
    }

    @Test func `a file larger than any paper is refused before it is opened`() throws {
        let ledger = try TemporaryLedger()
        let path = try ledger.file("large.pdf", [])
        // A hole: nothing of it is on the disk.
        #expect(truncate(path, 3_000_000_000) == 0)
        let run = try ledger.run("import", "--yes", path)
        #expect(run.code == 1)
        #expect(
            run.complaint == "large.pdf has 3000 MB; papers of up to 256 MB are read. "
                + "Split it, or import the one report that you need.\n")
    }

    @Test func `of an archive and of a folder the good papers are kept and the bad are named`() throws {
        let bad: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]
        let zip = ZipWriter.pack([("good.txt", Array(Self.report.utf8)), ("../../bad.docx", bad)])
        for isFolder in [false, true] {
            let ledger = try TemporaryLedger()
            let path: String
            if isFolder {
                path = ledger.folder.appending(path: "papers").path
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                _ = try ledger.file("papers/good.txt", Array(Self.report.utf8))
                _ = try ledger.file("papers/bad.docx", bad)
            } else {
                path = try ledger.file("papers.zip", zip)
            }
            let run = try ledger.run("import", "--yes", path)
            #expect(run.code == 1)
            #expect(run.complaint.contains("bad.docx is a picture (PNG), which is not read."))
            #expect(run.output.contains("Added as IMP-1"))
            #expect(try ledger.run("list", "paper").output.contains("good.txt"))
            #expect(try !ledger.run("list", "paper").output.contains("bad"))
            // The bad one again, with the good one that is kept: nothing is added.
            let before = try ledger.head()
            #expect(try ledger.run("import", "--yes", path).code == 1)
            #expect(try ledger.head() == before)
        }
    }

    @Test func `a program that fails on a paper is named, and the ledger is as it was`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let before = try ledger.state()
        let paper = "Tests/PapersTests/Samples/scanned.pdf"
        let size = try Data(contentsOf: CommandTests.root.appending(path: paper)).count
        // The system lets programs write the paper itself, and no larger file: qpdf's copy is.
        let run = try CommandTests.run(
            ["import", "--yes", paper, "--ledger", ledger.path],
            under: ["/usr/bin/prlimit", "--fsize=\(size + 10)", "--"])
        #expect(run.code == 1)
        #expect(
            run.complaint
                == "scanned.pdf could not be read: qpdf wrote more than 1000 MB, or more than the system lets it. "
                + "Print it to PDF again or save it as text, then import that.\n")
        #expect(try ledger.state() == before)
        let room = try CommandTests.run(
            ["import", "--yes", paper, "--ledger", ledger.path], under: ["/usr/bin/env", "TMPDIR=/no-such-folder"])
        #expect(room.code == 1)
        #expect(room.complaint.contains("goldthread has no room for working files in /no-such-folder"))
        #expect(try ledger.state() == before)
    }
}

extension TemporaryLedger {
    /// The file's bytes, and those that SQLite has yet to put into it.
    fileprivate func state() throws -> [Data] {
        [
            try Data(contentsOf: URL(fileURLWithPath: path)),
            (try? Data(contentsOf: URL(fileURLWithPath: path + "-wal"))) ?? Data(),
        ]
    }

    /// What `verify` proves: the number and hash of the last entry.
    fileprivate func head() throws -> String {
        let run = try run("verify")
        guard run.code == 0 else { throw Failure(message: run.complaint) }
        return run.output
    }

    /// Writes a file of any bytes beside the ledger.
    fileprivate func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }
}
