import Access
import Foundation
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What people see first, by what they are.
@Suite(.serialized) struct HomeTests {
    private static let plan = """
        # Market Hall Plan

        | Ref | Action | By when | Owner |
        | --- | --- | --- | --- |
        | 1 | Repair the roof of the market hall | 31 March 2027 | KH |
        | 2 | Ask traders what they need | 30 June 2027 | BS |
        """

    /// The headings of the lists of what wants looking at, in their order, without their numbers.
    private func headings(_ page: String) -> [String] {
        page.matches(of: /<section class="attention"><h2>([^<]+?) ?</).map { String($0.1) }
    }

    /// Every number of the page that leads to a list, with the list.
    private func numbers(_ page: String) -> [(count: String, path: String)] {
        let tiles = page.matches(of: /<li class="figure[^>]*><a href="([^"]+)"><strong>(\d+)/)
        let counts = page.matches(of: /<a class="count" href="([^"]+)">(\d+)/)
        return tiles.map { (String($0.2), String($0.1)) } + counts.map { (String($0.2), String($0.1)) }
    }

    /// Adds promises of the northern council, each late, put off or long silent.
    private func fill(_ test: TestSite, _ count: Int) async throws {
        var ids = RecordIDs(milliseconds: { 1_763_000_500_000 })
        let changes = (1...count).map { number in
            let due = number % 2 == 0 ? "1 May 2026" : "1 December 2026"
            var record = Record(
                Action(text: "Pump \(number)", timescale: Timescale(due, reference: TestSite.today)))
            (record.plan, record.councils, record.owners) = (
                test.records.plan, [test.records.north], [test.records.owner]
            )
            return Commit.Change(ids.next(), seen: 0, record)
        }
        _ = try await test.ledger.append(Commit(actor: "Ada Marsh", reason: "More", changes: changes))
    }

    @Test func `nothing is kept yet: whoever may bring papers in is shown the way`() async throws {
        let test = try await TestSite(isEmpty: true)
        let officer = try await test.browser([Grant(.officer)]).get("/").text
        #expect(officer.contains("No promises are kept yet") && officer.contains("Bring in a paper"))
        let reader = try await test.browser([Grant(.reader)]).get("/").text
        #expect(reader.contains("No promises are kept yet") && !reader.contains("Bring in a paper"))
    }

    @Test func `a councillor sees what is late, what slipped and what was never answered`() async throws {
        let test = try await TestSite()
        for role in [Role.reader, .clerk, .owner] {
            let page = try await test.browser([Grant(role)]).get("/").text
            #expect(
                headings(page) == ["Overdue", "Slipped to a later date", "Recommendations never answered"], "\(role)")
            #expect(page.contains("Mend the weir") && page.contains("7 months late"))
            #expect(page.contains("No date was put off.") && page.contains("Have one register of"))
        }
    }

    @Test func `whoever answers for promises sees theirs`() async throws {
        let test = try await TestSite()
        let page = try await test.browser([Grant(.owner)], person: test.records.owner).get("/").text
        #expect(headings(page) == ["Yours, overdue", "Yours, due in 30 days", "Yours, not updated this period"])
        #expect(page.contains("standing=overdue&amp;owner=PER-1") && page.contains("None of yours is due soon."))
        #expect(page.contains("nothing said yet"))
    }

    @Test func `whoever has kept all of theirs sees what councillors see`() async throws {
        let test = try await TestSite(filled: TestSite.today.adding(days: -9))
        let owner = try await test.browser([Grant(.owner)], person: test.records.owner)
        let record = try #require(try await test.ledger.entry(test.records.late, .now)).record()
        let closure = Closure(ending: .completed, reason: "Done", on: TestSite.today, by: "Karen Hughes")
        _ = try await test.ledger.append(
            Commit(
                actor: "Karen Hughes", reason: "Done",
                changes: [Commit.Change(test.records.late, seen: 1, try record.closed(closure, plan: nil))]))
        let page = try await owner.get("/").text
        #expect(headings(page).first == "Overdue" && page.contains("Nothing is overdue."))
        #expect(page.contains("Finished or closed") && page.contains("Karen Hughes"))
    }

    @Test func `of many some are shown, and every number is that of its list`() async throws {
        let test = try await TestSite()
        try await fill(test, 17)
        let browsers = [
            try await test.browser([Grant(.reader)]), try await test.browser([Grant(.officer)]),
            try await test.browser([Grant(.owner)], person: test.records.owner),
            try await test.browser([Grant(.reader, at: test.records.north)]),
            try await test.browser([Grant(.officer, at: test.records.south)]),
        ]
        for (place, browser) in browsers.enumerated() {
            for home in ["/", "/?as-at=2026-11-21"] {
                let numbers = numbers(try await browser.get(home).text)
                #expect(numbers.count >= 9, "\(place)")
                for (count, path) in numbers {
                    let list = try await browser.get(path.replacing("&amp;", with: "&")).text
                    let total = list.firstMatch(of: /role="status">(\d+)/).map { String($0.1) }
                    #expect(total == count, "\(path) for \(place)")
                }
            }
        }
        let page = try await browsers[0].get("/").text
        #expect(page.matches(of: /ACT-\d+ · due [^·]* late/).count == 5)
    }

    /// Whether home and the list name the weir as not updated; they agree.
    private func isNamedAsSilent(_ officer: Browser) async throws -> Bool {
        let page = try await officer.get("/").text
        #expect(headings(page).last == "Not updated this period")
        let list = try await officer.get("/lists/action?standing=stale").text
        let isListed = list.contains("Mend the weir")
        #expect(page.contains("· last said 1 Nov 2026") == isListed)
        return isListed
    }

    @Test func `promises that nobody reported on within their plan's time are named`() async throws {
        let test = try await TestSite()
        let plan = try #require(try await test.ledger.entry(test.records.plan, .now)).record()
        let late = try #require(try await test.ledger.entry(test.records.late, .now)).record()
        let said = try late.updated(
            by: Update(narrative: "Begun", status: nil, on: TestSite.today.adding(days: -20), by: "Karen Hughes"),
            plan: nil)
        _ = try await test.ledger.append(
            Commit(
                actor: "test", reason: "Said", changes: [Commit.Change(test.records.late, seen: 1, said)]))
        let officer = try await test.browser([Grant(.officer)])
        #expect(!(try await isNamedAsSilent(officer)))
        var monthly = plan
        monthly.content = Plan(title: "Flood plan", staleAfter: 14)
        _ = try await test.ledger.append(
            Commit(actor: "test", reason: "Fortnightly", changes: [Commit.Change(test.records.plan, seen: 1, monthly)]))
        #expect(try await isNamedAsSilent(officer))
    }

    @Test func `papers that came back from reading wait for whoever sent them, and for nobody else`() async throws {
        let test = try await TestSite()
        let (one, other) = (try await test.browser([Grant(.officer)]), try await test.browser([Grant(.officer)]))
        for (name, bytes) in [
            ("market.txt", Array(Self.plan.utf8)), ("torn.pdf", Array("%PDF-1.4 broken".utf8)),
        ] {
            let address = try #require(try await one.upload(name, bytes).location)
            _ = try await one.get(address)
        }
        let page = try await one.get("/").text
        #expect(headings(page).first == "Papers for you to review")
        #expect(page.contains("torn.pdf") && page.contains("It could not be read: "))
        #expect(
            page.firstMatch(of: /market\.txt<\/a>.{0,200}\d+ findings · waits for your review/.dotMatchesNewlines())
                != nil
        )
        #expect(page.contains("<a class=\"count\" href=\"/imports\">2"))
        #expect(try await one.get("/imports").text.contains("It could not be read: "))
        // As at a day nothing was under review, and nobody sees what somebody else reviews.
        #expect(try await !one.get("/?as-at=2026-11-20").text.contains("torn.pdf"))
        #expect(try await !other.get("/").text.contains("torn.pdf"))
        #expect(try await one.post("/imports/2/drop", [:]).location == "/imports")
        #expect(try await !one.get("/").text.contains("torn.pdf"))
    }

    @Test func `an empty ledger shows what waits to be reviewed too`() async throws {
        let test = try await TestSite(isEmpty: true)
        let officer = try await test.browser([Grant(.officer)])
        _ = try await officer.upload("market.txt", Array(Self.plan.utf8))
        #expect(try await officer.get("/").text.contains("market.txt</a>"))
    }

    // MARK: The week

    @Test func `what changed this week is told by kind, an import in one line, and nothing older`() async throws {
        let test = try await TestSite(filled: TestSite.today.adding(days: -9))
        let officer = try await test.browser([Grant(.officer)], name: "Nia Webb")
        let before = try await officer.get("/").text
        #expect(before.contains("Nothing since 14 November 2026."))
        let address = try #require(try await officer.upload("market.txt", Array(Self.plan.utf8)).location)
        #expect(try await officer.post("\(address)/accept", ["threshold": "0", "seen": "1"]).location != nil)
        #expect(try await officer.post("\(address)/keep", ["seen": "2"]).location?.contains("IMP-1") == true)
        let moved = try await officer.post(
            "/records/ACT-1/re-programme",
            ["seen": "1", "due": "30 June 2027", "reason": "Floods", "approver": "Board"])
        try #require(moved.location?.contains("done") == true, "\(moved.text)")
        #expect(
            try await officer.post("/records/ACT-2/update", ["seen": "1", "narrative": "Begun", "status": "On Target"])
                .location?.contains("done") == true)
        let page = try await officer.get("/").text
        let week = String(page[try #require(page.range(of: "What changed this week")).upperBound...])
        let titles = week.matches(of: /<h3>([^<]+)<span class="count">(\d+)/).map { "\($0.1) \($0.2)" }
        #expect(titles == ["Brought in 1", "Put off 1", "Reported on 1"])
        #expect(week.contains("market.txt") && week.contains("Nia Webb, ") && !week.contains("Repair the roof"))
        #expect(
            week.contains("31 Mar 2026") && week.contains("30 Jun 2027")
                && week.contains("nothing reported → On Target"))
        #expect(!week.contains("Have one register"), "it was brought in nine days ago")
        // As at the day before, none of it had happened.
        #expect(try await officer.get("/?as-at=2026-11-20").text.contains("Nothing since 13 November 2026."))
    }

    @Test func `a reader of one council is told of that council's week`() async throws {
        let test = try await TestSite()
        let page = try await test.browser([Grant(.reader, at: test.records.north)]).get("/").text
        #expect(page.contains("<h3>Added<span class=\"count\">2") && !page.contains("Clear the culvert"))
        #expect(headings(page).count == 3 && page.contains("Mend the weir"))
        #expect(try await test.browser([Grant(.reader)]).get("/").text.contains("Clear the culvert"))
    }

    @Test func `much of one kind stands behind a click`() async throws {
        let test = try await TestSite()
        try await fill(test, 50)
        let page = try await test.browser([Grant(.reader)]).get("/").text
        #expect(page.contains("<h3>Added<span class=\"count\">53") && page.contains("49 more"))
        #expect(page.contains("and 19 more"))
    }
}
