import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// How a promise ends: its owner reports it, an officer closes it, and it can be opened again.
@Suite(.serialized) struct ClosingTests {
    private func site(needsEvidence: Bool = false, needsSecondPerson: Bool = false) async throws -> TestSite {
        let test = try await TestSite()
        var record = try #require(try await test.ledger.entry(test.records.plan, .now)).record()
        var plan = try #require(record.content as? Plan)
        plan.closing = Plan.ClosingRule(needsEvidence: needsEvidence, needsSecondPerson: needsSecondPerson)
        record.content = plan
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "Rule", changes: [Commit.Change(test.records.plan, seen: 1, record)]))
        return test
    }

    private func owner(_ test: TestSite) async throws -> Browser {
        try await test.browser([Grant(.owner)], person: test.records.owner, name: "Karen Hughes")
    }

    @Test func `an owner reports the end with evidence, and an officer confirms and closes it`() async throws {
        let test = try await site(needsEvidence: true, needsSecondPerson: true)
        let (owner, officer) = (try await owner(test), try await test.browser([Grant(.officer)]))
        #expect(
            try await owner.get("/records/ACT-1/update").text.contains("until an officer, a second person, closes it"))
        let done = [("seen", "1"), ("status", "Completed"), ("narrative", "Opened on 3 June.")]
        let refused = try await owner.post("/records/ACT-1/update", done)
        #expect(refused.status == .badRequest && refused.text.contains("asks for evidence before a promise ends"))
        let saved = try await owner.post("/records/ACT-1/update", done + [("where", "Photograph 3")])
        #expect(saved.location == "/records/ACT-1?done=1")

        let page = try await owner.get("/records/ACT-1").text
        #expect(page.contains("Karen Hughes reported on") && page.contains("confirms that and closes it"))
        #expect(!page.contains("/records/ACT-1/close") && page.contains("overdue"), "it is open until it is closed")
        #expect(try await owner.get("/promises").text.contains("Reported as ended, for an officer to close"))
        let home = try await officer.get("/").text
        #expect(home.contains("Reported as ended, to be closed"))
        let list = try await officer.get("/lists/action?standing=awaits-closing").text
        #expect(list.contains("Mend the weir") && !list.contains("Clear the culvert"))

        let form = try await officer.get("/records/ACT-1/close").text
        #expect(form.contains("Karen Hughes reported on 21 November 2026") && form.contains("Photograph 3"))
        let closed = try await officer.post(
            "/records/ACT-1/close", ["seen": "2", "ending": "completed", "reason": "Seen on site"])
        #expect(closed.location == "/records/ACT-1?done=1")
        let closure = try #require(
            try await test.ledger.entry(test.records.late, .now)?.record().progress.closure)
        #expect(closure.by == "Karen Hughes" && closure.confirmedBy == "Ada Marsh")
        #expect(closure.evidence.map(\.text) == ["Photograph 3"])
        let after = try await owner.get("/records/ACT-1").text
        #expect(after.contains("<dt>Confirmed by</dt><dd>Ada Marsh</dd>"))
        #expect(!(try await officer.get("/").text.contains("Reported as ended, to be closed")))
    }

    @Test func `nobody confirms what they reported themselves`() async throws {
        let test = try await site(needsSecondPerson: true)
        let officer = try await test.browser([Grant(.officer)])
        _ = try await officer.post("/records/ACT-1/update", ["seen": "1", "status": "Completed", "narrative": "Done."])
        let fields = [("seen", "2"), ("ending", "completed"), ("reason", "Done")]
        for said in [nil, " ada  marsh "] {
            let refused = try await officer.post("/records/ACT-1/close", fields + [("said-by", said ?? "")])
            #expect(
                refused.status == .badRequest && refused.text.contains("somebody else has to say that it has ended"))
        }
        let stranger = try await officer.post("/records/ACT-1/close", fields + [("said-by", "Mickey Mouse")])
        #expect(stranger.status == .badRequest)
        #expect(stranger.text.contains("Nobody in the ledger is called “Mickey Mouse”"))
        let closed = try await officer.post("/records/ACT-1/close", fields + [("said-by", "Karen Hughes")])
        #expect(closed.location == "/records/ACT-1?done=1")
    }

    @Test func `what took its place is another promise that is there, and both threads show it`() async throws {
        let test = try await site()
        let officer = try await test.browser([Grant(.officer)])
        let fields = [("seen", "1"), ("ending", "superseded"), ("reason", "Taken up there")]
        for (successor, problem) in [
            ("", "Name the record that took its place"), ("ACT-1", "cannot take its own place"),
            ("ACT-99", "There is no record “ACT-99”"), ("soon", "There is no record “soon”"),
            ("COU-1", "cannot take the place of this one"),
        ] {
            let refused = try await officer.post("/records/ACT-1/close", fields + [("successor", successor)])
            #expect(refused.status == .badRequest && refused.text.contains(problem), "\(successor)")
            #expect(refused.text.contains("id=\"successor-problem\""), "\(successor)")
        }
        let closed = try await officer.post("/records/ACT-1/close", fields + [("successor", "ACT-2")])
        #expect(closed.location == "/records/ACT-1?done=1")
        let (old, new) = (try await officer.get("/records/ACT-1").text, try await officer.get("/records/ACT-2").text)
        #expect(old.contains("superseded by</p><a href=\"/records/ACT-2\">"))
        #expect(new.contains("supersedes</p><a href=\"/records/ACT-1\">"))

        // Opened again, nothing takes its place any more.
        let again = try await officer.post("/records/ACT-1/open", ["seen": "2", "reason": "Too early"])
        #expect(again.location == "/records/ACT-1?done=1")
        #expect(!(try await officer.get("/records/ACT-2").text.contains("supersedes</p>")))
    }

    @Test func `what was closed is opened again with a reason, and history shows both`() async throws {
        let test = try await site()
        let officer = try await test.browser([Grant(.officer)])
        #expect(try await officer.get("/records/ACT-1/open").status == .badRequest)
        _ = try await officer.post("/records/ACT-1/close", ["seen": "1", "ending": "stopped", "reason": "No funding"])
        #expect(try await officer.get("/records/ACT-1").text.contains("/records/ACT-1/open"))
        #expect(try await officer.get("/records/ACT-1/open").text.contains("Stopped. No funding"))
        let none = try await officer.post("/records/ACT-1/open", ["seen": "2"])
        #expect(none.status == .badRequest && none.text.contains("Give the reason"))
        let opened = try await officer.post("/records/ACT-1/open", ["seen": "2", "reason": "Cabinet found the money"])
        #expect(opened.location == "/records/ACT-1?done=1")
        let page = try await officer.get("/records/ACT-1").text
        #expect(page.contains("/records/ACT-1/update") && page.contains("Opened again: Cabinet found the money"))
        #expect(page.contains("21 November 2026</del>"), "days in history are written as everywhere")
        let late = try await officer.post("/records/ACT-1/open", ["seen": "2", "reason": "Again"])
        #expect(late.status == .conflict)
    }

    @Test func `what was opened again is told of between two days`() async throws {
        let test = try await site()
        let officer = try await test.browser([Grant(.officer)])
        _ = try await officer.post("/records/ACT-1/close", ["seen": "1", "ending": "stopped", "reason": "No funding"])
        test.pass(days: 1)
        let next = try await test.browser([Grant(.officer)])
        _ = try await next.post("/records/ACT-1/open", ["seen": "2", "reason": "Cabinet found the money"])
        let changes = try await next.get("/plans/PLN-1/changes?from=2026-11-21&to=2026-11-22").text
        #expect(changes.contains("Opened again") && changes.contains("Stopped → "))
        #expect(!changes.contains("Reported on"))
        // In either order; and of one day nothing is said but that.
        #expect(try await next.get("/plans/PLN-1/changes?from=2026-11-22&to=2026-11-21").text.contains("Opened again"))
        #expect(try await next.get("/plans/PLN-1/changes?from=2026-11-22").text.contains("Both are the same day"))
    }
}
