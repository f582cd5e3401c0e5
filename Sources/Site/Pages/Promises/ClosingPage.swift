import Hummingbird
import Importing
import Ledger
import Markup
import Papers
import Register

/// The end of a promise: how it ended, why, what shows it and, where the plan asks for it, who confirms it.
struct ClosingPage: ChangePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> ClosingPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        return ClosingPage(changing: changing)
    }

    func save() async throws {
        guard let ending = visit.form["ending"].flatMap(Closure.Ending.init(rawValue:)) else {
            throw FormProblem(field: "ending", words: "Choose how it ended")
        }
        let sent = try await changing.evidence()
        var successor: RecordID?
        if let text = visit.form["successor"] {
            let found = try await visit.read { reader in
                try Reference(text).flatMap { try reader.entry($0, .now)?.id }
            }
            guard let found else { throw RuleProblem.noSuccessor }
            successor = found
        }
        let closure = Closure(
            ending: ending, reason: visit.form["reason"] ?? "", on: visit.today, by: try visit.signedIn().name,
            confirmedBy: visit.form["confirmed-by"], evidence: sent.evidence, successor: successor)
        let record = try changing.record.closed(closure, plan: changing.plan)
        try await changing.append(
            sent.changes + [Commit.Change(changing.row.id, seen: changing.seen, record)],
            reason: "Closed as \(ending.words): \(closure.reason)", papers: sent.papers)
    }

    var html: HTML {
        Frame(title: "Close \(changing.row.reference)").page(for: visit) { html in
            changing.begin(&html, title: "Close", problems: problems)
            html(
                .form, .method(.post), .enctype("multipart/form-data"),
                .action(.to(.saveClosing, changing.row.reference.description))
            ) { html in
                changing.hiddenFields(&html)
                html.choices(
                    "ending", "How did it end?",
                    Closure.Ending.allCases.map { ($0.rawValue, $0.words.capitalisedFirst, nil) },
                    chosen: visit.form["ending"], problem: problem("ending"))
                html.area("reason", "Reason", value: visit.form["reason"], rows: 3, problem: problem("reason"))
                html.field(
                    "successor", "What took its place", hint: "Where it was superseded: a reference such as ACT-104.",
                    value: visit.form["successor"]
                ) {
                    ($0.isRequired, $0.className, $0.problem) = (false, "short", problem("successor"))
                }
                html(.fieldset, .class("group"), .id("evidence")) { html in
                    html(.legend, "Evidence")
                    if changing.plan?.closing.needsEvidence == true {
                        html(.p, .class("hint"), text: "This plan asks for it.")
                    }
                    if let problem = problem("evidence") { html(.p, .class("problem"), text: problem) }
                    html(.div, .class("field")) { html in
                        html(.label, .for("file"), text: "File")
                        html(.input, .type("file"), .id("file"), .name("file"))
                    }
                    html.field("where", "Or where to look", value: visit.form["where"]) { $0.isRequired = false }
                }
                if changing.plan?.closing.needsSecondPerson == true {
                    html.field(
                        "confirmed-by", "Confirmed by", hint: "Somebody else than you.",
                        value: visit.form["confirmed-by"]
                    ) {
                        $0.problem = problem("confirmed-by")
                    }
                }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Close it")
                    html(.a, .href(.to(changing.row.reference)), text: "Cancel")
                }
            }
        }
    }
}
