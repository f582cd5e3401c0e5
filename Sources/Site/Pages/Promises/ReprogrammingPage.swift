import Hummingbird
import Ledger
import Markup
import Register

/// A new date for a promise, with its reason and whoever approved it. The first date stays on record.
struct ReprogrammingPage: ChangePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> ReprogrammingPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        return ReprogrammingPage(changing: changing)
    }

    func save() async throws {
        let (due, reason) = (visit.form["due"] ?? "", visit.form["reason"] ?? "")
        let approver = Reprogramming.Approver(text: visit.form["approver"] ?? "")
        var problems = FormProblems()
        problems.add(changing.record.problems(ofDate: due, reason: reason, approver: approver, on: visit.today))
        try problems.check()
        let record = try changing.record.reprogrammed(to: due, reason: reason, approver: approver, on: visit.today)
        try await changing.append(
            [Commit.Change(changing.row.id, seen: changing.seen, record)], reason: "Re-programmed: \(reason)")
    }

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
            html(
                .form, .method(.post), .novalidate(),
                .action(.to(.saveReprogramming, changing.row.reference.description))
            ) { html in
                changing.hiddenFields(&html)
                html.field(
                    "due", "New date",
                    hint: "A date, a month or a quarter, such as 31 March 2027, March 2027 or Q2 2026/27.",
                    value: visit.form["due"]
                ) { $0.problem = problem("due") }
                changing.reason(&html, "Why the date is put off", problem: problem("reason"))
                html.field(
                    "approver", "Approved by", hint: "A person, a post, or the decision that approved it.",
                    value: visit.form["approver"]
                ) { $0.problem = problem("approver") }
                changing.buttons(&html, "Save the new date")
            }
        }
    }
}
