import Papers
import Testing

@testable import goldthread

@Suite struct ToolNotesTests {
    private let qpdf = ReadingTool(name: "qpdf", package: "qpdf", purpose: "no PDF can be read", isInstalled: true)
    private let ocr = ReadingTool(
        name: "ocrmypdf", package: "ocrmypdf", purpose: "scanned papers cannot be read", isInstalled: false)

    @Test func `a missing program is named with what is lost and what to install`() {
        #expect(
            ToolNotes.lines([qpdf, ocr], sandbox: .usable) == [
                "ocrmypdf is not installed: scanned papers cannot be read. Ask an administrator to run: apt-get install ocrmypdf"
            ])
    }

    @Test func `a missing sandbox is told from one that the system forbids`() {
        let missing = ToolNotes.lines([qpdf], sandbox: .missing)
        #expect(missing.count == 1)
        #expect(missing[0].hasPrefix("bwrap is not installed: ") && missing[0].hasSuffix("apt-get install bubblewrap"))
        let forbidden = ToolNotes.lines([qpdf], sandbox: .forbidden)
        #expect(forbidden.count == 1)
        #expect(forbidden[0].hasPrefix("bwrap is installed, but this system forbids it: "))
    }

    @Test func `where all is there, that is said`() {
        #expect(
            ToolNotes.lines([qpdf], sandbox: .usable) == [
                "Programs that read PDFs are installed, and shut in without network or your files."
            ])
    }

    @Test func `doctor tells of the programs, and what is missing is no fault`() throws {
        let ledger = try TemporaryLedger.withExamples()
        let run = try ledger.run("doctor")
        #expect(run.code == 0)
        for line in ToolNotes.lines() { #expect(run.output.contains("  \(line)\n")) }
    }
}
