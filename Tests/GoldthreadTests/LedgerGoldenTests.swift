import Foundation
import Testing

/// What people see of a ledger, kept as files; GOLDTHREAD_UPDATE_GOLDEN=1 writes them anew.
@Suite struct LedgerGoldenTests {
    private static let commands: [String: [String]] = [
        "ledger-status": ["status", "--today", "2026-11-21"],
        "ledger-list": ["list", "action", "--standing", "overdue", "--limit", "12", "--today", "2026-11-21"],
        "ledger-show": ["show", "ACT-12", "--today", "2026-11-21"],
        "ledger-people": ["people", "--today", "2026-11-21"],
        "ledger-plan": ["plan", "PLN-1"],
        "ledger-offers": ["link", "--offered"],
    ]

    @Test func `what a ledger of examples shows reads as it did`() throws {
        let ledger = try TemporaryLedger.withExamples()
        for (name, arguments) in Self.commands.sorted(by: { $0.key < $1.key }) {
            try Self.check(name, arguments, on: ledger)
        }
    }

    @Test func `a record of a PDF names its page, and one of a workbook its cell`() throws {
        let pdf = try TemporaryLedger()
        _ = try pdf.run("import", "--yes", "--by", "Ann Clerk", "Tests/PapersTests/Samples/ruled.pdf")
        try Self.check("show-pdf", ["show", "ACT-2", "--today", "2026-11-21"], on: pdf)
        let workbook = try TemporaryLedger()
        let rows = [["Canal Action Plan"], [], ["Action", "By when", "Owner"], ["Mend the weir", "March 2026", "KH"]]
        let file = try workbook.file("plan.fods", FlatWorkbook.text(rows, named: "Actions"))
        _ = try workbook.run("import", "--yes", "--by", "Ann Clerk", file)
        try Self.check("show-workbook", ["show", "ACT-1", "--today", "2026-11-21"], on: workbook)
    }

    private static func check(_ name: String, _ arguments: [String], on ledger: TemporaryLedger) throws {
        let run = try CommandTests.run(arguments + ["--ledger", ledger.path])
        #expect(run.code == 0, "\(name): \(run.complaint)")
        #expect(!run.output.contains("\u{1B}"), "piped output is plain")
        let text = Self.withoutTimes(run.output)
        let golden = CommandTests.folder.appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["GOLDTHREAD_UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: golden)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == text, "\(name)")
    }

    /// The same without the moments at which the test ran.
    private static func withoutTimes(_ text: String) -> String {
        text.replacing(#/\d{4}-\d\d-\d\d \d\d:\d\d/#, with: "2026-11-21 09:00")
    }
}
