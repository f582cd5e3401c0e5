import Ledger
import Markup
import Register

// What forms that change a record have in common.
extension Changing {
    /// What every form of a change begins with: which record it is, and what others did meanwhile.
    func begin(_ html: inout HTML, title: String, problems: [(field: String, words: String)]) {
        html.problems(problems)
        html.heading(title, over: "\(row.reference) · \(record.text.clipped(to: 120))")
        guard isStale else { return }
        html(.div, .class("warning"), .role("alert")) { html in
            html(.p) { html in
                html.text(
                    "This record has changed since you opened the form, and nothing of yours is saved yet. What you wrote is still below: save it if it still holds. "
                )
                html(.a, .href(.to(row.reference)), text: "See the record as it stands now")
            }
            meanwhile?.write(to: &html)
        }
    }

    /// How the promise stands: when it is due, who answers for it, and what was said last.
    func context(_ html: inout HTML) {
        let facts = record.facts
        var rows: [(String, (inout HTML) -> Void)] = [
            (
                "Due",
                { html in
                    html.text(facts.due.map(\.words) ?? "no day")
                    if let first = facts.originalDue, first != facts.due { html.text(", first \(first.words)") }
                }
            ),
            (
                owners.count > 1 ? "Owners" : "Owner",
                {
                    $0.text(owners.isEmpty ? "nobody" : owners.map(\.title).joined(separator: ", "))
                }
            ),
        ]
        rows.append(
            (
                "Last said",
                { html in
                    guard let last else {
                        html.text("nothing yet")
                        return
                    }
                    if last.status != nil {
                        html.status(last.status, scheme: scheme)
                        html.text(" ")
                    }
                    html.text("\(last.on.words), \(last.by): \(last.narrative.clipped(to: 300))")
                }
            ))
        html(.div, .class("field")) { html in html.summary(rows) }
    }

    func hiddenFields(_ html: inout HTML) {
        html.token(visit)
        html(.input, .type("hidden"), .name("seen"), .value("\(row.version)"))
        if let from = visit.form["from"] ?? visit.query["from"] {
            html(.input, .type("hidden"), .name("from"), .value(from))
        }
    }

    /// Why something is changed, for the next reader.
    func reason(_ html: inout HTML, _ label: String = "Reason", problem: String?) {
        html.area(
            "reason", label, hint: "For the next reader. At most \(Record.longestReason.grouped) characters.",
            value: visit.form["reason"], rows: 3, problem: problem)
    }

    /// Fields for what shows that something was done: words before the file, which may be too large to be taken in.
    func evidence(_ html: inout HTML, hint: String, problem: (String) -> String?) {
        let wrong = problem("evidence")
        html(.fieldset, .class(wrong == nil ? "group" : "group wrong"), .id("evidence"), .tabindex(-1)) { html in
            html(.legend, "Evidence")
            html(.p, .class("hint"), text: hint)
            if let wrong { html(.p, .class("problem"), text: wrong) }
            html.field("where", "Where to look", value: visit.form["where"]) { $0.isRequired = false }
            html.file("file", "Or a file", problem: problem("file"))
        }
    }

    /// The button that saves, and the way out.
    func buttons(_ html: inout HTML, _ words: String) {
        html(.div, .class("buttons")) { html in
            html(.button, .type("submit"), text: words)
            html(.a, .href(.to(home)), text: "Cancel")
        }
    }
}

extension Int {
    /// "4,000".
    var grouped: String {
        var digits = String(magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.append(String(digits.suffix(3)))
            digits.removeLast(3)
        }
        return (self < 0 ? "-" : "") + ([digits] + groups.reversed()).joined(separator: ",")
    }
}
