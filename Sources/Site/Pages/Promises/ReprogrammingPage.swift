import Hummingbird
import Ledger
import Markup
import Register

/// A new date for a promise, with its reason and whoever approved it. The first date stays on record.
struct ReprogrammingPage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    private var visit: Visit { changing.visit }

    static func read(_ visit: Visit) async throws -> ReprogrammingPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        return ReprogrammingPage(changing: changing)
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        guard !page.changing.isStale else { return Pages.page(page.html, status: .conflict) }
        do {
            let approver = Reprogramming.Approver(text: visit.form["approver"] ?? "")
            let record = try page.changing.record.reprogrammed(
                to: visit.form["due"] ?? "", reason: visit.form["reason"] ?? "", approver: approver, on: visit.today)
            try await page.changing.append(
                [Commit.Change(page.changing.row.id, seen: page.changing.seen, record)],
                reason: "Re-programmed: \(visit.form["reason"] ?? "")")
            return page.changing.goBack()
        } catch let problem as RuleProblem {
            page.problems = [problem.onForm]
        } catch LedgerError.stale {
            return Pages.page(try await read(visit).html, status: .conflict)
        }
        return Pages.page(page.html, status: .badRequest)
    }

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    var html: HTML {
        Frame(title: "New date for \(changing.row.reference)").page(for: visit) { html in
            changing.begin(&html, title: "New date", problems: problems)
            let facts = changing.record.facts
            html(.p) { html in
                html.text(facts.due.map { "It is due on \($0.words) now" } ?? "It has no date now")
                if let first = facts.originalDue, first != facts.due {
                    html.text(", and was due on \(first.words) at first")
                }
                html.text(". The first date is never altered: readers see both.")
            }
            html(.form, .method(.post), .action(.to(.saveReprogramming, changing.row.reference.description))) { html in
                changing.hiddenFields(&html)
                html.field(
                    "due", "New date",
                    hint: "A date, a month or a quarter, such as 31 March 2027, March 2027 or Q2 2026/27.",
                    value: visit.form["due"]
                ) { $0.problem = problem("due") }
                html.area(
                    "reason", "Why the date is put off", value: visit.form["reason"], rows: 3,
                    problem: problem("reason"))
                html.field(
                    "approver", "Approved by", hint: "A person, a post, or the decision that approved it.",
                    value: visit.form["approver"]
                ) { $0.problem = problem("approver") }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Save the new date")
                    html(.a, .href(.to(changing.row.reference)), text: "Cancel")
                }
            }
        }
    }
}
