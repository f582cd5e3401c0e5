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
        let form = visit.form
        let record = try changing.record.reprogrammed(
            to: form["due"] ?? "", reason: form["reason"] ?? "",
            approver: Reprogramming.Approver(text: form["approver"] ?? ""), on: visit.today)
        try await changing.append(
            [Commit.Change(changing.row.id, seen: changing.seen, record)],
            reason: "Re-programmed: \(form["reason"] ?? "")")
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
