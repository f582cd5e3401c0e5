import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What pages show in their states.
@Suite(.serialized) struct PageTests {
    private func reader(_ test: TestSite) async throws -> Browser { try await test.browser([Grant(.reader)]) }

    @Test(arguments: ["/", "/plans", "/recommendations", "/lists/action", "/lists/risk", "/search", "/search?q=weir"])
    func `a page of an empty ledger says so and does not fail`(path: String) async throws {
        let test = try await TestSite(isEmpty: true)
        let answer = try await reader(test).get(path)
        #expect(answer.status == .ok)
        #expect(answer.text.contains("<h1"))
    }

    @Test func `home shows what is late, whose it is, and how far plans have come`() async throws {
        let test = try await TestSite()
        let text = try await reader(test).get("/").text
        #expect(text.contains("Mend the weir") && text.contains("Karen Hughes"))
        #expect(text.contains("7 months late"))
        #expect(text.contains("Flood plan") && text.contains("1 of 1"))
    }

    @Test func `a long list stands on several pages, or on one to be printed`() async throws {
        let test = try await TestSite()
        let promises = (0..<60).map { number in
            var record = Record(Action(text: "Promise number \(number)"))
            (record.plan, record.councils) = (test.records.plan, [test.records.north])
            return Commit.Change(
                RecordID(milliseconds: 1_800_000_000_000 + UInt64(number), chance: (1, 1)), seen: 0, record)
        }
        _ = try await test.ledger.append(Commit(actor: "test", reason: "Many", changes: promises))
        let browser = try await reader(test)
        let first = try await browser.get("/plans/PLN-1").text
        #expect(first.contains("62 promises") || first.contains("62 actions"))
        #expect(first.contains("All 62, to print") && !first.contains("Promise number 59"))
        let whole = try await browser.get("/plans/PLN-1?rows=all").text
        #expect(whole.contains("Promise number 0<") && whole.contains("Promise number 59"))
    }

    @Test func `heads of a plan's table put it in order, and turn it round`() async throws {
        let browser = try await reader(try await TestSite())
        let plan = try await browser.get("/plans/PLN-1?standing=open").text
        #expect(plan.contains("/plans/PLN-1?standing=open&amp;sort=due\">Due</a>") && !plan.contains("aria-sort"))
        func order(_ page: String) throws -> Bool {
            let (weir, culvert) = (page.firstRange(of: "Mend the weir"), page.firstRange(of: "Clear the culvert"))
            return try #require(weir).lowerBound < #require(culvert).lowerBound
        }
        for (sort, isWeirFirst) in [("due", true), ("-due", false), ("title", false), ("-title", true), ("said", true)]
        {
            let page = try await browser.get("/plans/PLN-1?sort=\(sort)").text
            #expect(try order(page) == isWeirFirst, "\(sort)")
        }
        let due = try await browser.get("/plans/PLN-1?sort=due").text
        #expect(due.contains("aria-sort=\"ascending\"><a href=\"/plans/PLN-1?sort=-due\">Due</a>"))
        let back = try await browser.get("/plans/PLN-1?sort=-due").text
        #expect(back.contains("aria-sort=\"descending\"><a href=\"/plans/PLN-1?sort=due\">Due</a>"))
        #expect(back.contains("<option value=\"-due\" selected>"), "filters keep the order")
        // A list of everything has no index for it.
        let list = try await browser.get("/lists/action?sort=title").text
        #expect(try order(list) && !list.contains("?sort=due"))
    }

    @Test func `whoever answers for promises is found by name, with how they stand`() async throws {
        let test = try await TestSite()
        let browser = try await reader(test)
        for page in ["/records/PER-1", "/search?q=Hughes", "/search?q=karen+hughes"] {
            let text = try await browser.get(page).text
            #expect(text.contains("/lists/action?owner=PER-1\">1 promise</a>"), "\(page)")
            #expect(text.contains("owner=PER-1&amp;standing=open\">1 not finished</a>"), "\(page)")
            #expect(text.contains("owner=PER-1&amp;standing=overdue\">1 overdue</a>"), "\(page)")
        }
        #expect(try await browser.get("/lists/action?owner=PER-1&standing=overdue").text.contains("1 match"))
        #expect(try await !browser.get("/records/ACT-1").text.contains("Answers for"))
        // What is kept of the page goes with what it says.
        let entry = try #require(try await test.ledger.entry(test.records.far, .now))
        var record = try entry.record()
        record.owners = [test.records.owner]
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "Hers", changes: [Commit.Change(entry.id, seen: 1, record)]))
        #expect(try await browser.get("/records/PER-1").text.contains(">2 promises</a>"))
    }

    @Test func `a plan that was taken back says so`() async throws {
        let test = try await TestSite()
        let browser = try await reader(test)
        #expect(try await !browser.get("/plans/PLN-1").text.contains("taken back"))
        let ids = [test.records.plan, test.records.late, test.records.far, test.records.recommendation]
        var changes: [Commit.Change] = []
        for id in ids {
            let record = try #require(try await test.ledger.entry(id, .now)).record()
            changes.append(Commit.Change(id, seen: 1, record.withdrawn(because: "undo of IMP-1")))
        }
        _ = try await test.ledger.append(Commit(actor: "Wanda Whitby", reason: "Undo of IMP-1", changes: changes))
        let page = try await browser.get("/plans/PLN-1").text
        #expect(page.contains("It was taken back by Wanda Whitby on 21 November 2026: undo of IMP-1."))
        #expect(!page.contains("There is nothing here yet"))
        #expect(try await !browser.get("/plans").text.contains("Flood plan"))
    }

    @Test func `a list is narrowed to a tag, of those that there are`() async throws {
        let test = try await TestSite()
        var record = Record(Action(text: "Read the gauges", tags: ["CPC"]))
        record.plan = test.records.plan
        let id = RecordID(milliseconds: 1_800_000_000_000, chance: (1, 1))
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "Tagged", changes: [Commit.Change(id, seen: 0, record)]))
        let browser = try await reader(test)
        #expect(try await browser.get("/plans/PLN-1").text.contains("<option value=\"cpc\""))
        let tagged = try await browser.get("/plans/PLN-1?tag=cpc").text
        #expect(tagged.contains("Read the gauges") && !tagged.contains("Mend the weir"))
    }

    @Test func `words of records are words, whatever they hold`() async throws {
        let test = try await TestSite()
        let text = try await reader(test).get("/recommendations").text
        #expect(text.contains("Have one register of &lt;projects&gt; &amp; keep it"))
        #expect(!text.contains("<projects>"))
    }

    @Test(arguments: [
        ("/records/ACT-99", HTTPResponse.Status.notFound), ("/records/nonsense", .notFound),
        ("/plans/ACT-1", .notFound),
        ("/lists/nonsense", .notFound), ("/nowhere", .notFound), ("/plans/PLN-1?as-at=yesterday", .badRequest),
        ("/plans/PLN-1?owner=PER-77", .badRequest), ("/plans/PLN-1?page=99999999999999999999", .ok),
        ("/plans/PLN-1/changes?from=soon", .badRequest), ("/records/ACT-1/page.png", .notFound),
    ]) func `what is not there or means nothing is refused in words`(
        path: String, status: HTTPResponse.Status
    ) async throws {
        let test = try await TestSite()
        let answer = try await reader(test).get(path)
        #expect(answer.status == status)
        #expect(answer.text.contains("<h1"))
    }

    @Test func `a plan is narrowed by standing, owner and words`() async throws {
        let test = try await TestSite()
        let browser = try await reader(test)
        let all = try await browser.get("/plans/PLN-1").text
        #expect(all.contains("Mend the weir") && all.contains("Clear the culvert") && all.contains("2 actions"))
        for query in ["standing=overdue", "owner=PER-1", "text=weir", "standing=overdue&owner=PER-1&text=mend"] {
            let text = try await browser.get("/plans/PLN-1?\(query)").text
            #expect(text.contains("Mend the weir") && !text.contains("Clear the culvert"), "\(query)")
            #expect(text.contains("1 action match"), "\(query)")
        }
        #expect(try await browser.get("/plans/PLN-1?text=nothing").text.contains("Nothing matches"))
    }

    @Test(arguments: ["timeline", "owners"]) func `a plan is drawn along time and by owner`(view: String) async throws {
        let test = try await TestSite()
        let text = try await reader(test).get("/plans/PLN-1?view=\(view)").text
        #expect(text.contains("<svg"))
        #expect(text.contains(view == "owners" ? "Karen Hughes" : "31 Mar 2026"))
        if view == "timeline" {
            #expect(text.contains(">today</text>") && text.contains("the dashed line is today, 21 Nov 2026"))
            // One of its promises is late, for as long as a thin line goes on to today.
            let late = text.matches(of: /<rect class="bar-overdue" x="[\d.]+" y="10" width="([\d.]+)" height="2">/)
            #expect(late.count == 1 && late.allSatisfy { (Double($0.1) ?? 0) > 0 })
        }
    }

    @Test func `as at a day before anything was kept there was nothing`() async throws {
        let test = try await TestSite()
        let browser = try await reader(test)
        #expect(try await browser.get("/records/ACT-1?as-at=2026-11-20").status == .notFound)
        #expect(try await browser.get("/lists/action?as-at=2026-11-20").text.contains("There are none yet"))
        // Links of such a page stay in that past; the day itself is shown.
        let page = try await browser.get("/?as-at=2026-11-20").text
        #expect(page.contains("20 November 2026") && page.contains("Show how things stand today"))
    }

    @Test func `search marks the words that it looked for`() async throws {
        let test = try await TestSite()
        let text = try await reader(test).get("/search?q=weir").text
        #expect(text.contains("<mark>weir</mark>") && text.contains("/records/ACT-1"))
        #expect(
            try await reader(test).get("/search?q=unheard-of-word").text.contains("Nothing holds all of these words"))
    }

    @Test func `a record shows both statuses, its dates and its history`() async throws {
        let test = try await TestSite()
        let text = try await reader(test).get("/records/ACT-1").text
        #expect(text.contains("nothing reported") && text.contains("by 7 months"))
        #expect(text.contains("Version 1") && text.contains("For tests"))
        #expect(!text.contains("/records/ACT-1/update"), "a reader is offered no change")
    }
}
