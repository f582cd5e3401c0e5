import Access
import Ledger
import Register
import Testing

@testable import Site

/// Fields of records in words for people.
@Suite(.serialized) struct FieldWordsTests {
    @Test func `a kept file has a fingerprint, and a size as people say it`() async throws {
        let test = try await TestSite()
        var ids = RecordIDs(milliseconds: { 1_763_000_600_000 })
        let paper = KeptPaper(name: "plan.pdf", hash: String(repeating: "5c", count: 32), size: 1_234_567)
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "More", changes: [Commit.Change(ids.next(), seen: 0, Record(paper))]))
        let page = try await test.browser([Grant(.reader)]).get("/records/PAP-1").text
        #expect(page.contains("<dt>Fingerprint (SHA-256)</dt><dd>5c5c") && !page.contains("Sha256"))
        #expect(page.contains("<dt>Size</dt><dd>1.2 MB</dd>"))
    }

    @Test(arguments: [
        ("sha256", "ab", RecordKind.paper, "Fingerprint (SHA-256)", "ab"), ("size", "x", .paper, "Size", "x"),
        ("size", "1000", .project, "Size", "1000"), ("reportedOn", "1 May", .action, "Reported on", "1 May"),
        ("start", "2026-03-05", .action, "Start", "5 March 2026"),
    ]) func `other fields are called by their names`(
        name: String, value: String, kind: RecordKind, label: String, words: String
    ) {
        let field = FieldWords(name, value, of: kind)
        #expect(field.label == label && field.value == words)
    }
}
