import Access
import Foundation
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// Bringing papers in by the site.
@Suite(.serialized) struct ImportTests {
    private static let plan = """
        # Market Hall Plan

        Date: 1 September 2026

        | Ref | Action | By when | Owner |
        | --- | --- | --- | --- |
        | 1 | Repair the roof of the market hall | 31 March 2027 | KH |
        | 2 | Ask traders what they need | 30 June 2027 | BS |
        | 3 | Publish the opening hours of the hall | 31 January 2027 | KH |
        """

    private func keys(_ page: String) -> [String] {
        page.matches(of: /name="key" value="([^"]+)"/).map { String($0.1) }
    }

    @Test func `a paper is reviewed, kept but for what was set aside, and taken back`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let sent = try await officer.upload("market.txt", Array(Self.plan.utf8))
        let address = try #require(sent.location)
        let page = try await officer.get(address).text
        #expect(page.contains("Repair the roof of the market hall") && page.contains("Market Hall Plan"))
        let actions = keys(page).filter { $0.hasPrefix("action-") }
        #expect(actions.count == 3)
        let before = try await test.ledger.head().sequence
        #expect(
            try await officer.post("\(address)/findings", ["key": actions[1], "decision": "set-aside", "seen": "1"])
                .location?.hasSuffix("#finding-\(actions[1])") == true)
        #expect(
            try await officer.post(
                "\(address)/findings",
                [
                    "key": actions[0], "decision": "accept", "text": "Mend the roof", "timescale": "30 April 2027",
                    "seen": "2",
                ]
            ).status != .badRequest)
        #expect(try await test.ledger.head().sequence == before, "nothing is kept before somebody says so")
        let kept = try await officer.post("\(address)/keep", ["seen": "3"])
        let record = try #require(kept.location?.firstMatch(of: /IMP-\d+/)).0
        let list = try await officer.get("/lists/action").text
        #expect(list.contains("Mend the roof") && list.contains("Publish the opening hours"))
        #expect(!list.contains("Ask traders"))
        #expect(try await officer.get(address).status == .notFound, "it is no longer under review")
        // Taking it back leaves the ledger as it was, and everything on record.
        #expect(try await officer.get("/records/\(record)/undo").text.contains("Take this import back?"))
        #expect(try await officer.post("/records/\(record)/undo", [:]).location == "/imports?undone=\(record)")
        #expect(!(try await officer.get("/lists/action").text.contains("Mend the roof")))
        #expect(try await test.ledger.verify(against: nil, progress: { _ in }).fault == nil)
    }

    @Test func `a paper that cannot be read says why, and can be dropped`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let sent = try await officer.upload("plan.pdf", Array("%PDF-1.4 broken".utf8))
        let address = try #require(sent.location)
        #expect(try await officer.get(address).text.contains("plan.pdf"))
        #expect(try await officer.post("\(address)/keep", ["seen": "1"]).status == .badRequest)
        #expect(try await officer.post("\(address)/drop", [:]).location == "/imports")
        #expect(try await officer.get(address).status == .notFound)
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `nobody sees what somebody else reviews`() async throws {
        let test = try await TestSite()
        let (one, other) = (try await test.browser([Grant(.officer)]), try await test.browser([Grant(.officer)]))
        let address = try #require(try await one.upload("market.txt", Array(Self.plan.utf8)).location)
        #expect(try await other.get(address).status == .notFound)
        #expect(try await other.post("\(address)/keep", ["seen": "1"]).status == .notFound)
    }

    @Test func `a form that was cut off keeps nothing`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let body = Array(
            "--b\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.txt\"\r\n\r\nhalf a pa".utf8)
        #expect(
            try await officer.send(.post, "/imports", body, type: "multipart/form-data; boundary=b").status
                == .badRequest)
        let account = try #require(try await test.site.access.accounts().first)
        #expect(try await test.site.access.drafts(of: account.id).isEmpty)
    }

    @Test(arguments: ["\r", "\r\r\n", "\u{2028}"])
    func `a paper is shown page by page, however its lines end`(end: String) async throws {
        let officer = try await TestSite().browser([Grant(.officer)])
        let rows = (1...79).map { "| \($0) | Mend the bridge at mile \($0) | 31 March 2027 |" }
        let lines = ["# Bridges Plan", "", "| Ref | Action | By when |", "| --- | --- | --- |"] + rows
        let text = lines.joined(separator: end)
        let address = try #require(try await officer.upload("bridges.txt", Array(text.utf8)).location)
        for page in 1...4 {
            let answer = try await officer.get("\(address)?page=\(page)")
            #expect(answer.status == .ok)
            guard end != "\u{2028}" else { continue }
            let marked = answer.text.matches(of: /href="#finding-[^"]+"><mark>([^<]+)<\/mark>/).map { String($0.1) }
            #expect(marked.first == "\(page * 25 - 24) · Mend the bridge at mile \(page * 25 - 24) · 31 March 2027")
        }
    }

    @Test(arguments: [
        ("| 1 | Repair the **roof** |  | KH |", "1 · Repair the roof · KH"), ("| --- | :-- |", ""),
        ("## Actions", "Actions"), ("| 3 | <p>Stop it</p> <p>Start it</p> | CI |", "3 · Stop it Start it · CI"),
        ("\t<p>Leaders</p>\t<p>May &amp; June</p>", "Leaders · May & June"), ("**All bold**", "All bold"),
        ("plain words", "plain words"), ("", ""),
    ]) func `lines of a paper are shown without marks`(line: String, words: String) {
        #expect(ReviewedText.words(line) == words)
    }
}
