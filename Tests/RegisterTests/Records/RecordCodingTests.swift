import Foundation
import Register
import Testing

/// Records as the ledger writes them: the same after they were read again, and the same bytes each time.
@Suite struct RecordCodingTests {
    private static let day = Day(iso: "2026-11-21")
    private static let id = RecordID(milliseconds: 1, chance: (2, 3))
    private static let other = RecordID(milliseconds: 4, chance: (5, 6))

    /// One of each kind, with as much filled in as it takes.
    private static func contents() throws -> [any RecordContent] {
        let day = try #require(day)
        let timescale = Timescale("From April 2027, quarterly", reference: day)
        var action = Action(
            text: "Publish", theme: "Economy", commitment: "c", issue: "i", recommendation: "R1", timescale: timescale,
            owners: ["AL"], tags: ["CPC"], parent: "p", sameAs: "s", status: "On Target")
        action.revised = Timescale("31 June 2027", reference: day)
        var risk = Risk(text: "Flood")
        (risk.ref, risk.title, risk.theme, risk.trend, risk.owners, risk.mitigation) = (
            "R1", "t", "h", "up", ["AL"], "m"
        )
        (risk.current.likelihood, risk.inherent.impact, risk.target.score) = (4, 5, 20)
        var plan = Plan(
            title: "Recovery", scheme: .delivery,
            closing: Plan.ClosingRule(needsEvidence: true, needsSecondPerson: true), staleAfter: 31)
        (plan.supersededBy, plan.publishedOn) = (id, day)
        var person = Person(name: "Ann Lee", aliases: ["AL"], post: "Head of Housing")
        (person.mergedInto, person.isNamedInPublic) = (id, true)
        var post = Post(name: "Head of Housing", aliases: ["HoH"])
        post.mergedInto = id
        return [
            KeptPaper(name: "a.txt", hash: String(repeating: "0", count: 64), size: 9, title: "t", date: day, lines: 4),
            Import(
                name: "a.txt", paper: id, added: 3,
                offers: [Import.Offer(from: id, role: .repeats, to: other, likeness: 88)]),
            Council(name: "Harrowmere", aliases: ["HDC"]), Body(name: "Cabinet", aliases: ["Exec"]), person, post, plan,
            Theme(name: "Economy"), Objective(text: "o", priorities: ["p"]),
            Recommendation(
                text: "Look", number: "4", series: "s", theme: "t", update: "u", status: "done", sameAs: "As 3"),
            action, Issue(text: "i", theme: "t", commitment: "c", owners: ["AL"], timescale: "soon"),
            Undertaking(text: "I will", person: "Ann", minute: "38/10"), risk,
            ScaleLevel(text: "High", scale: .impact, value: "4", meaning: "Bad"),
            Measure(
                text: "m", ref: "M1", theme: "t", council: "c", polarity: "high", baseline: "1", target: "2",
                actual: "3",
                q1: "1", q2: "2", q3: "3", q4: "4", status: "G", trend: "up", period: "Q1", commentary: "c"),
            Reading(period: "Q1", printed: "93.4%", isProvisional: true),
            Project(name: "Depot", timescale: timescale, status: "Green"),
            Service(text: "Waste", table: .project, status: "Live"),
            Benefit(text: "Less", timescale: timescale, status: "At risk"),
            Saving(text: "£5", amount: Pounds(pence: -120_050), council: "c", year: "2026/27"),
            Assessment(text: "Audit", opinion: "Limited", assessor: "Auditor", date: day),
            Meeting(text: "Board", council: "c", date: day, time: "18:00", place: "Hall"),
            AgendaItem(text: "Minutes", number: "2", pages: "7 - 24"), Attendance(text: "Ann Lee", role: .viceChair),
            Minute(text: "Apologies", number: "38/10"),
            Decision(text: "That it be noted", type: .noted, letter: "a", minute: "38/10"),
            Declaration(text: "Other", person: "Ann", minute: "4"),
            WorkItem(text: "Item", period: "March 2027", month: Month(of: day), note: "n", isUnallocated: true),
            Consultee(text: "Head", consulted: "Yes"),
            Contact(text: "Ann", post: "p", email: "a@council.example", telephone: "01632 960000", role: .adviser),
            Update(
                narrative: "Done half", status: "Monitor", on: day, by: "Ann", cause: "c", correctiveAction: "a",
                percentage: 50, evidence: [Evidence(text: "minutes", paper: id)]),
            Link(from: id, role: .decidedBy, to: other, ground: "by number"),
        ]
    }

    private static func record(_ content: any RecordContent) throws -> Record {
        let day = try #require(day)
        var record = Record(content)
        (record.plan, record.theme, record.parent) = (id, other, id)
        (record.councils, record.owners) = ([id], [other, id])
        record.place = Record.Place(paper: id, source: Source(line: 4, page: 1, table: 2, row: 3), date: day)
        record.progress.reported = Progress.Reported(
            status: "Monitor", isFinished: false, on: day, percentage: 40, updates: 2)
        record.progress.reprogrammings = [
            Reprogramming(
                from: day, to: Timescale("March 2028", reference: day), reason: "r",
                approver: Reprogramming.Approver(text: "Board", record: id), on: day)
        ]
        record.progress.closure = Closure(
            ending: .superseded, reason: "r", on: day, by: "Ann", confirmedBy: "Bob", evidence: [Evidence(text: "e")],
            successor: other)
        record.withdrawal = Record.Withdrawal(reason: "Twice")
        return record
    }

    private static func code(_ record: Record) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(record)
    }

    @Test func `there is one of each kind to be tried`() throws {
        #expect(try Self.contents().map { Record($0).kind } == RecordKind.allCases)
    }

    @Test func `a record of every kind comes back as it was, bare and with all that it can have`() throws {
        for content in try Self.contents() {
            for record in [Record(content), try Self.record(content)] {
                let data = try Self.code(record)
                let again = try JSONDecoder().decode(Record.self, from: data)
                #expect(again == record, "\(record.kind)")
                #expect(again.facts == record.facts, "\(record.kind)")
                #expect(again.fields == record.fields, "\(record.kind)")
                #expect(try Self.code(again) == data, "\(record.kind)")
            }
        }
    }

    @Test func `what is empty is left out`() throws {
        let data = try Self.code(Record(Theme(name: "Economy")))
        #expect(String(decoding: data, as: UTF8.self) == #"{"content":{"name":"Economy"},"kind":"theme"}"#)
    }

    @Test func `records that differ in anything are not equal`() throws {
        let bare = Record(Theme(name: "Economy"))
        #expect(bare != Record(Theme(name: "Homes")))
        #expect(bare != Record(Project(name: "Economy")))
        let changes: [(inout Record) -> Void] = [
            { $0.plan = Self.id }, { $0.theme = Self.id }, { $0.parent = Self.id }, { $0.councils = [Self.id] },
            { $0.owners = [Self.id] }, { $0.withdrawal = Record.Withdrawal(reason: "r") },
            { $0.place = Record.Place(paper: Self.id, source: Source(line: 1)) },
            { $0.progress.reprogrammings = [] },
        ]
        for (place, change) in changes.enumerated() {
            var record = bare
            change(&record)
            #expect((record == bare) == (place == changes.count - 1), "\(place)")
        }
    }

    @Test(arguments: [
        "", "{}", #"{"kind":"theme"}"#, #"{"kind":"nothing","content":{"name":"x"}}"#,
        #"{"kind":"theme","content":{"name":4}}"#, #"{"kind":"theme","content":{"name":"x"},"plan":"not an id"}"#,
    ]) func `text that is no record is refused`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Record.self, from: Data(text.utf8)) }
    }
}
