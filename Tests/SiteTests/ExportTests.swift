import Access
import Foundation
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What lists and plans show, as files.
@Suite(.serialized) struct ExportTests {
    private static let pages = [
        "/lists/action", "/plans", "/plans/PLN-1", "/plans/PLN-1/changes?from=2020-01-01", "/recommendations",
        "/promises",
    ]

    @Test(arguments: pages) func `a list is to be had as CSV and as JSON, with as many rows as each other`(page: String)
        async throws
    {
        let test = try await TestSite()
        let owner = try await test.browser([Grant(.owner)], person: test.records.owner)
        let html = try await owner.get(page)
        let mark = page.contains("?") ? "&" : "?"
        #expect(html.text.contains("format=csv") && html.text.contains("format=json"))
        let (csv, json) = (
            try await owner.get(page + mark + "format=csv"), try await owner.get(page + mark + "format=json")
        )
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(json.headers[.contentType] == "application/json; charset=utf-8")
        #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true)
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.body)) as? [[String: Any]])
        #expect(!rows.isEmpty)
        #expect(csv.text.split(separator: "\r\n").count == rows.count + 1)
    }

    @Test func `a file holds all rows that the filters leave, and not one page`() async throws {
        let test = try await TestSite()
        var ids = RecordIDs(milliseconds: { 1_763_000_300_000 })
        let changes = (1...60).map { number in
            var record = Record(Action(text: "Pump \(number)"))
            record.plan = test.records.plan
            return Commit.Change(ids.next(), seen: 0, record)
        }
        _ = try await test.ledger.append(Commit(actor: "test", reason: "More", changes: changes))
        let reader = try await test.browser([Grant(.reader)])
        for (path, expected) in [
            ("/lists/action?format=csv", 62), ("/lists/action?text=pump&page=2&format=csv", 60),
            ("/plans/PLN-1?kind=action&format=csv", 62), ("/plans/PLN-1?view=owners&text=weir&format=csv", 1),
        ] {
            let lines = try await reader.get(path).text.split(separator: "\r\n").count
            #expect(lines == expected + 1, "\(path)")
        }
    }

    @Test func `a cell that a spreadsheet would work out has a mark before it`() async throws {
        let test = try await TestSite()
        var ids = RecordIDs(milliseconds: { 1_763_000_400_000 })
        let texts = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\tTab", "=\u{301}accent", "He said \"no\", twice"]
        let changes = texts.map { Commit.Change(ids.next(), seen: 0, Record(Risk(text: $0))) }
        _ = try await test.ledger.append(Commit(actor: "test", reason: "More", changes: changes))
        let reader = try await test.browser([Grant(.reader)])
        let csv = try await reader.get("/lists/risk?format=csv").text
        for text in texts.dropLast() { #expect(csv.contains("," + "'" + text + ","), "\(text)") }
        #expect(csv.contains("\"He said \"\"no\"\", twice\""))
    }

    @Test func `other kinds of file are refused in words`() async throws {
        let test = try await TestSite()
        let reader = try await test.browser([Grant(.reader)])
        #expect(try await reader.get("/lists/action?format=xls").status == .badRequest)
    }

    @Test func `whoever may read one council gets a file of that council`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.reader, at: test.records.north)])
        for format in ["csv", "json"] {
            let text = try await north.get("/lists/action?format=\(format)").text
            #expect(text.contains("Mend the weir") && !text.contains("culvert"))
        }
    }
}
