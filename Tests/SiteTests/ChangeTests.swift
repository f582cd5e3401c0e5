import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What people change by forms.
@Suite(.serialized) struct ChangeTests {
    @Test func `an update is two clicks, and lands in the ledger under its maker's name`() async throws {
        let test = try await TestSite()
        let owner = try await test.browser([Grant(.owner)], person: test.records.owner, name: "Karen Hughes")
        #expect(try await owner.get("/promises").text.contains("/records/ACT-1/update"))
        #expect(try await owner.get("/records/ACT-1/update").text.contains("What was done"))
        let answer = try await owner.post(
            "/records/ACT-1/update",
            ["seen": "1", "narrative": "The piles are in.", "status": "On Target", "percentage": "40", "from": "mine"])
        #expect(answer.location == "/promises?done=ACT-1")
        let record = try #require(try await test.ledger.entry(test.records.late, .now)?.record())
        #expect(record.progress.reported?.status == "On Target" && record.progress.reported?.percentage == 40)
        let page = try await owner.get("/records/ACT-1").text
        #expect(page.contains("The piles are in.") && page.contains("Karen Hughes"))
    }

    @Test func `a level that is off course asks for its cause and what will be done`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let fields: KeyValuePairs = ["seen": "1", "narrative": "Late <again>", "status": "Action Required"]
        let refused = try await officer.post("/records/ACT-1/update", fields)
        #expect(refused.status == .badRequest)
        #expect(
            refused.text.contains("needs a cause") && refused.text.contains("Late &lt;again&gt;"),
            "what was typed stays")
        let saved = try await officer.post(
            "/records/ACT-1/update",
            [
                "seen": "1", "narrative": "Late", "status": "Action Required", "cause": "Floods",
                "corrective-action": "A second crew",
            ])
        #expect(saved.location == "/records/ACT-1?done=1")
    }

    @Test(arguments: [("2027-01-01", "has not come yet"), ("soon", "is no day")])
    func `an update of a day that has not been, or is none, comes back with what was typed`(day: String, words: String)
        async throws
    {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let refused = try await officer.post(
            "/records/ACT-1/update", ["seen": "1", "narrative": "Nearly there", "on": day])
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains(words) && refused.text.contains("Nearly there"))
        #expect(try await test.ledger.entry(test.records.late, .now)?.version == 1)
    }

    @Test func `two who change one record at once both see it, and neither is lost`() async throws {
        let test = try await TestSite()
        let (one, other) = (
            try await test.browser([Grant(.officer)]), try await test.browser([Grant(.officer)], name: "Second")
        )
        #expect(try await one.post("/records/ACT-1/update", ["seen": "1", "narrative": "First"]).status != .conflict)
        let late = try await other.post("/records/ACT-1/update", ["seen": "1", "narrative": "Mine, which took longer"])
        #expect(late.status == .conflict)
        #expect(
            late.text.contains("Mine, which took longer")
                && late.text.contains("This record has changed since you opened the form")
        )
        // The form that came back has seen the newest version.
        let seen = try #require(late.text.firstMatch(of: /name="seen" value="(\d+)"/)).1
        let saved = try await other.post(
            "/records/ACT-1/update", ["seen": "\(seen)", "narrative": "Mine, which took longer"])
        #expect(saved.location == "/records/ACT-1?done=1")
        let page = try await one.get("/records/ACT-1").text
        #expect(page.contains("First") && page.contains("Mine, which took longer"))
    }

    @Test func `a new date keeps the first one, and asks for reason and approver`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        for (due, reason, approver, problem) in [
            ("31 March 2027", "", "Board", "Give the reason"), ("31 March 2027", "Floods", "", "Say who approved it"),
            ("soonish", "Floods", "Board", "Write a date"), ("1 May 2026", "Floods", "Board", "has passed"),
        ] {
            let answer = try await officer.post(
                "/records/ACT-1/re-programme", ["seen": "1", "due": due, "reason": reason, "approver": approver])
            #expect(answer.status == .badRequest && answer.text.contains(problem), "\(problem)")
        }
        let saved = try await officer.post(
            "/records/ACT-1/re-programme",
            ["seen": "1", "due": "31 March 2027", "reason": "Floods", "approver": "Programme Board"])
        #expect(saved.location == "/records/ACT-1?done=1")
        let page = try await officer.get("/records/ACT-1").text
        #expect(page.contains("31 March 2027") && page.contains("31 Mar 2026") && page.contains("put off once"))
        let plan = try await officer.get("/plans/PLN-1/changes?from=2026-11-20&to=2026-11-21").text
        #expect(plan.contains("Added"))
    }

    @Test func `what is closed is finished, and takes no more`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let none = try await officer.post("/records/ACT-1/close", ["seen": "1", "reason": "Done"])
        #expect(none.status == .badRequest && none.text.contains("Choose how it ended"))
        let closed = try await officer.post(
            "/records/ACT-1/close",
            ["seen": "1", "ending": Closure.Ending.completed.rawValue, "reason": "Opened in May"])
        #expect(closed.location == "/records/ACT-1?done=1")
        #expect(try await officer.get("/records/ACT-1").text.contains("finished"))
        let late = try await officer.post("/records/ACT-1/update", ["seen": "2", "narrative": "More"])
        #expect(late.status == .badRequest)
    }

    @Test func `a link says how two records hang together, once, and only where it means something`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        for (role, to, problem) in [
            ("", "REC-1", "Choose how"), ("answers", "REC-9", "Name a record"), ("answers", "ACT-1", "itself"),
            ("mitigates", "REC-1", "cannot be said"),
        ] {
            let answer = try await officer.post("/records/ACT-1/link", ["role": role, "to": to])
            #expect(answer.status == .badRequest && answer.text.contains(problem), "\(problem)")
        }
        let made = try await officer.post(
            "/records/ACT-1/link", ["role": "answers", "to": "REC-1", "ground": "The weir"])
        #expect(made.location == "/records/ACT-1?done=1")
        #expect(try await officer.get("/records/REC-1").text.contains("answered by"))
        #expect(try await officer.get("/recommendations").text.contains("/records/ACT-1"))
        let again = try await officer.post("/records/ACT-1/link", ["role": "answers", "to": "REC-1"])
        #expect(again.status == .badRequest && again.text.contains("already"))
    }

    @Test func `evidence is kept whole, and saved as a file from its record`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        _ = try await officer.post("/nothing", [:])
        var body: [UInt8] = []
        for (name, value) in [("form-token", officer.formToken ?? ""), ("seen", "1"), ("narrative", "See the picture")]
        {
            body += Array("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"weir \u{201C}new\u{201D}.html\"\r\n\r\n"
                .utf8)
        let file = Array("<script>alert(1)</script>".utf8)
        body += file + Array("\r\n--b--\r\n".utf8)
        let answer = try await officer.send(
            .post, "/records/ACT-1/update", body, type: "multipart/form-data; boundary=b")
        #expect(answer.location == "/records/ACT-1?done=1")
        let page = try await officer.get("/records/ACT-1").text
        let path = try #require(page.firstMatch(of: /href="(\/records\/PAP-\d+\/file)"/)).1
        let saved = try await officer.get(String(path))
        #expect(saved.body == file)
        #expect(saved.headers[.contentType] == "application/octet-stream")
        #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"weir _new_.html\"") == true)
    }
}
