import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

@Suite(.serialized) struct PlanSettingsPageTests {
    private func plan(_ test: TestSite) async throws -> Plan {
        try #require(try await test.ledger.entry(test.records.plan, .now)?.record().content as? Plan)
    }

    @Test func `plans are listed, none and one`() async throws {
        let empty = try await TestSite(isEmpty: true).browser([Grant(.administrator)])
        #expect(try await empty.get("/keeping/plans").text.contains("There is no plan yet"))
        let page = try await TestSite().browser([Grant(.administrator)]).get("/keeping/plans").text
        #expect(page.contains("PLN-1 · Six levels · stale after 92 days"))
    }

    @Test func `how a plan is followed is changed with the version seen`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        let page = try await browser.get("/keeping/plans/PLN-1")
        let answer = try await browser.post(
            "/keeping/plans/PLN-1",
            [
                "seen": try #require(page.hidden("seen")), "title": "Floods", "stale-after": "30",
                "needs-second-person": "yes",
            ])
        #expect(answer.location == "/keeping/plans?done=PLN-1")
        let plan = try await plan(test)
        #expect(plan.title == "Floods" && plan.staleAfter == 30 && plan.scheme == .sixLevel)
        #expect(plan.closing == Plan.ClosingRule(needsSecondPerson: true))
        let entry = try #require(try await test.ledger.entry(test.records.plan, .now))
        #expect(entry.version == 2 && entry.actor == "Ada Marsh" && entry.reason == "How Floods is followed")
    }

    @Test func `a plan is published from today on, and taken off again`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        for (ticks, day, reason) in [
            ([("published", "yes")], TestSite.today, "Published"), ([], nil, "Taken off the public pages"),
        ] {
            let seen = try #require(try await browser.get("/keeping/plans/PLN-1").hidden("seen"))
            let fields = [("seen", seen), ("title", "Flood plan"), ("stale-after", "92")] + ticks
            #expect(try await browser.post("/keeping/plans/PLN-1", fields).status == .seeOther)
            #expect(try await plan(test).publishedOn == day)
            #expect(try await test.ledger.entry(test.records.plan, .now)?.reason == reason)
        }
    }

    @Test(arguments: [("", "30", "#title"), ("Floods", "0", "#stale-after"), ("Floods", "x", "#stale-after")])
    func `what will not do is refused at its field`(title: String, days: String, field: String) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        let answer = try await browser.post(
            "/keeping/plans/PLN-1", ["seen": "1", "title": title, "stale-after": days])
        #expect(answer.status == .badRequest && answer.text.contains("href=\"\(field)\""))
        #expect(answer.text.contains("name=\"stale-after\" type=\"text\" value=\"\(days)\""))
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `whoever comes too late sees both versions`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        _ = try await browser.post(
            "/keeping/plans/PLN-1", ["seen": "1", "title": "Floods", "stale-after": "92"])
        let answer = try await browser.post(
            "/keeping/plans/PLN-1", ["seen": "1", "title": "Storms", "stale-after": "92"])
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("<dd>Floods</dd>") && answer.text.contains("value=\"Storms\""))
        #expect(try await plan(test).title == "Floods")
    }

    @Test func `a plan of the whole partnership is kept by its administrators`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        let list = try await north.get("/keeping/plans").text
        #expect(list.contains("Flood plan") && !list.contains("/keeping/plans/PLN-1"))
        for path in ["/keeping/plans/PLN-1", "/keeping/plans/PLN-1/scheme"] {
            #expect(try await north.get(path).status == .forbidden)
            #expect(try await north.post(path, ["seen": "1"]).status == .forbidden)
        }
    }

    @Test func `what is no plan is not found`() async throws {
        let browser = try await TestSite().browser([Grant(.administrator)])
        for reference in ["ACT-1", "PLN-9", "x"] {
            #expect(try await browser.get("/keeping/plans/\(reference)").status == .notFound)
        }
    }

    // MARK: Statuses

    @Test func `a ready-made scheme is filled in and saved`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        #expect(try await browser.get("/keeping/plans/PLN-1/scheme").text.contains("value=\"Action Required\""))
        let filled = try await browser.get("/keeping/plans/PLN-1/scheme?from=preset-2")
        #expect(filled.text.contains("value=\"Red, amber, green\"") && filled.text.contains("value=\"Amber\""))
        #expect(filled.text.contains("value=\"a, yellow\""))
        let answer = try await browser.post("/keeping/plans/PLN-1/scheme", Self.fields(.redAmberGreen, seen: 1))
        #expect(answer.location == "/keeping/plans?done=PLN-1")
        #expect(try await plan(test).scheme == .redAmberGreen, "what the form sends is what it was filled with")
    }

    @Test func `levels are added one by one, and stand in the order of their numbers`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        let more = try await browser.post(
            "/keeping/plans/PLN-1/scheme",
            ["seen": "1", "scheme-name": "Ours", "levels": "1", "name-0": "Good", "act": "more"])
        #expect(more.status == .ok && more.hidden("levels") == "3" && more.text.contains("value=\"Good\""))
        #expect(try await test.ledger.head().sequence == 7)
        let answer = try await browser.post(
            "/keeping/plans/PLN-1/scheme",
            [
                "seen": "1", "scheme-name": "Ours", "levels": "3", "name-0": "Late", "order-0": "2", "tone-0": "bad",
                "shape-0": "square", "cause-0": "yes", "name-1": "Done", "order-1": "1", "tone-1": "done",
                "shape-1": "tick", "finished-1": "yes", "meaning-1": "All of it", "aliases-1": "ready, kept",
                "name-2": "",
            ])
        #expect(answer.location == "/keeping/plans?done=PLN-1")
        let levels = try await plan(test).scheme.levels
        #expect(levels.map(\.name) == ["Done", "Late"] && levels.map(\.needsCause) == [false, true])
        #expect(levels[0].isFinished && levels[0].aliases == ["ready", "kept"] && levels[0].meaning == "All of it")
    }

    @Test(arguments: [
        (["scheme-name": "Ours", "levels": "0"], "has no levels"),
        (["levels": "1", "name-0": "Good"], "what it is called"),
        (["scheme-name": "Ours", "levels": "2", "name-0": "Good", "name-1": "good"], "two levels answer to"),
        (["scheme-name": "Ours", "levels": "2", "name-0": "Good", "name-1": "Bad"], "the same shape and tone"),
    ]) func `a scheme that could be misread is refused`(
        fields: [String: String], words: String
    ) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        var pairs = [("seen", "1")] + fields.map { ($0.key, $0.value) }
        pairs.append(("act", "save"))
        let answer = try await browser.post("/keeping/plans/PLN-1/scheme", pairs)
        #expect(answer.status == .badRequest && answer.text.contains(words))
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `a status that was reported and would not be known is asked about`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let updated = try await officer.post(
            "/records/ACT-2/update", ["seen": "1", "narrative": "Dug", "status": "On Target"])
        #expect(updated.status == .found || updated.status == .seeOther)
        let browser = try await test.browser([Grant(.administrator)])
        var fields = Self.fields(.redAmberGreen, seen: 1)
        let asked = try await browser.post("/keeping/plans/PLN-1/scheme", fields)
        #expect(asked.status == .badRequest && asked.text.contains("1 record reports “On Target”"))
        #expect(try await plan(test).scheme == .sixLevel)
        fields.append(("all-the-same", "yes"))
        #expect(try await browser.post("/keeping/plans/PLN-1/scheme", fields).location == "/keeping/plans?done=PLN-1")
        #expect(try await plan(test).scheme == .redAmberGreen)
    }

    @Test func `whoever changes statuses too late loses nothing`() async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.administrator)])
        _ = try await browser.post("/keeping/plans/PLN-1/scheme", Self.fields(.dateBased, seen: 1))
        let answer = try await browser.post("/keeping/plans/PLN-1/scheme", Self.fields(.redAmberGreen, seen: 1))
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("By date: Complete") && answer.text.contains("value=\"Amber\""))
        #expect(try await plan(test).scheme == .dateBased)
    }

    /// What a browser sends of a scheme's form.
    private static func fields(_ scheme: StatusScheme, seen: Int) -> [(String, String)] {
        var pairs = [("seen", "\(seen)"), ("scheme-name", scheme.name), ("levels", "\(scheme.levels.count + 1)")]
        for (row, level) in scheme.levels.enumerated() {
            pairs += [
                ("name-\(row)", level.name), ("meaning-\(row)", level.meaning), ("tone-\(row)", level.tone.rawValue),
                ("shape-\(row)", level.shape.rawValue), ("order-\(row)", "\(row + 1)"),
                ("aliases-\(row)", level.aliases.joined(separator: ", ")),
            ]
            if level.isFinished { pairs.append(("finished-\(row)", "yes")) }
            if level.needsCause { pairs.append(("cause-\(row)", "yes")) }
        }
        return pairs
    }
}
