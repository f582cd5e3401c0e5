import Hummingbird
import Ledger
import Markup
import Register

/// Adds a record to a plan by hand, where no paper holds it.
struct AdditionPage {
    let visit: Visit
    let plan: Row
    let councils: CouncilField
    let owners: OwnersField
    let themes: ThemeField
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> AdditionPage {
        guard visit.asAt == .now else {
            throw Refusal.bad("What is past cannot be changed. Look at things as they stand today.")
        }
        return try await visit.read { reader in
            let (row, record) = try visit.record("plan", [.plan], reader)
            return AdditionPage(
                visit: visit, plan: row, councils: try CouncilField(visit, of: record, in: reader),
                owners: try OwnersField(visit, now: [], in: reader), themes: try ThemeField(of: row.id, in: reader))
        }
    }

    // MARK: Saving

    /// The id that the form was made with, so that sending it twice adds one record.
    private var id: RecordID {
        if let id = visit.form["id"].flatMap({ RecordID($0) }) { return id }
        var ids = visit.site.ids()
        return ids.next()
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        let id = page.id
        if let added = try await visit.ledger.entry(id, .now) {
            return Pages.go(.to(.record, added.reference.description, query: [("done", "before")]))
        }
        do {
            let entries = try await page.append(id)
            let reference = entries.first { $0.id == id }?.reference ?? page.plan.reference
            return Pages.go(.to(reference, done: "added"))
        } catch let problems as FormProblems {
            page.problems = problems.all
            return Pages.page(page.html, status: .badRequest)
        }
    }

    private func append(_ id: RecordID) async throws -> [Entry] {
        let (form, owners) = (visit.form, owners)
        var problems = FormProblems()
        let kind = form["kind"].flatMap(RecordKind.init(rawValue:)).flatMap { Addition.kinds.contains($0) ? $0 : nil }
        if kind == nil { problems.add("kind", "Choose what it is") }
        let addition = Addition(
            kind: kind ?? .action, words: form["words"] ?? "", number: form["number"], due: form["due"],
            reason: form["reason"] ?? "")
        problems.add(addition.problems(on: visit.today))
        let (named, wrong) = try await visit.read { reader in
            var problems = FormProblems()
            return (try owners.owners(&problems, in: reader), problems)
        }
        problems.add(wrong)
        let chosen = councils.councils(form, &problems)
        try problems.check()
        var record = try addition.record(on: visit.today)
        (record.plan, record.theme, record.owners, record.councils) = (plan.id, themes.theme(form), named, chosen)
        return try await visit.ledger.append(
            Commit(
                actor: try visit.signedIn().name, reason: addition.reason,
                changes: [Commit.Change(id, seen: 0, record)]))
    }

    // MARK: The page

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    var html: HTML {
        Frame(title: "Add to \(plan.title)", section: .plans).page(for: visit) { html in
            html.problems(problems)
            html.heading("Add a record", over: "\(plan.reference) · \(plan.title)")
            html(.p) { html in
                html.text("For what no paper holds. What stands in a paper comes in whole, with its place, by ")
                html(.a, .href(.to(.imports)), text: "importing the paper")
                html.text(".")
            }
            html(.form, .method(.post), .novalidate(), .action(.to(.addRecord, plan.reference.description))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("id"), .value(id.description))
                html.choices(
                    "kind", "What is it?",
                    Addition.kinds.map { ($0.rawValue, $0.name(count: 1).capitalisedFirst, nil) },
                    chosen: visit.form["kind"] ?? RecordKind.action.rawValue, problem: problem("kind"))
                html.area(
                    "words", "What is promised",
                    hint: "At most \(Amendment.longestWords.grouped) characters.", value: visit.form["words"],
                    problem: problem("words"))
                html.field("number", "Number", hint: "Where the plan gives it one.", value: visit.form["number"]) {
                    ($0.isRequired, $0.className) = (false, "short")
                }
                themes.write(to: &html, chosen: visit.form["theme"])
                owners.write(to: &html, problem: problem("new-owner"))
                html.field(
                    "due", "Due",
                    hint:
                        "Of an action, a project or a benefit: a date, a month, a quarter or “Ongoing”, such as 31 March 2027 or Q2 2026/27.",
                    value: visit.form["due"]
                ) { ($0.isRequired, $0.problem) = (false, problem("due")) }
                councils.write(to: &html, chosen: visit.form["council"], problem: problem("council"))
                html.area(
                    "reason", "Where it comes from",
                    hint:
                        "For the next reader, such as the meeting that asked for it. At most \(Record.longestReason.grouped) characters.",
                    value: visit.form["reason"], rows: 3, problem: problem("reason"))
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Add it")
                    html(.a, .href(.to(plan.reference)), text: "Cancel")
                }
            }
        }
    }
}
