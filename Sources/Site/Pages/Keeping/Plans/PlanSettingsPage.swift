import Hummingbird
import Ledger
import Markup
import Register

/// How a plan is followed: its title, when its promises are stale, what closing them takes, and whether
/// anybody may read them.
struct PlanSettingsPage {
    let visit: Visit
    let kept: KeptPlan
    /// As it stands, or as somebody has filled it in.
    var plan: Plan
    var staleText: String
    var isStale = false
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> PlanSettingsPage {
        try await visit.read { try PlanSettingsPage(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        (self.visit, kept) = (visit, try KeptPlan(for: visit, in: reader))
        (plan, staleText) = (kept.plan, "\(kept.plan.staleAfter)")
    }

    static func save(_ visit: Visit) async throws -> Response {
        let page = try await visit.read { reader in
            var page = try PlanSettingsPage(visit, reader)
            try page.take(reader)
            return page
        }
        if page.isStale { return Pages.page(page.html, status: .conflict) }
        guard page.problems.isEmpty else { return Pages.page(page.html, status: .badRequest) }
        if page.plan != page.kept.plan {
            _ = try await visit.ledger.append(
                Commit(
                    actor: try visit.signedIn().name, reason: page.reason,
                    changes: [page.kept.change(to: page.plan)]))
        }
        return Pages.go(.to(.keptPlans, query: [("done", page.kept.row.reference.description)]))
    }

    private var reason: String {
        guard (plan.publishedOn == nil) != (kept.plan.publishedOn == nil) else {
            return "How \(plan.title) is followed"
        }
        return plan.publishedOn == nil ? "Taken off the public pages" : "Published"
    }

    /// Takes what was sent, and says in `problems` what is wrong with it.
    private mutating func take(_ reader: any LedgerReader) throws {
        let form = visit.form
        isStale = form["seen"].flatMap { Int($0) } != kept.row.version
        plan.title = form["title"] ?? ""
        staleText = form["stale-after"] ?? ""
        plan.closing = Plan.ClosingRule(
            needsEvidence: form["needs-evidence"] != nil, needsSecondPerson: form["needs-second-person"] != nil)
        plan.publishedOn = form["published"] == nil ? nil : kept.plan.publishedOn ?? visit.today
        if !plan.title.contains(where: \.isLetter) {
            problems.append(("title", "Write a title with letters"))
        } else if plan.title.count > 300 {
            problems.append(("title", "A title has at most 300 characters"))
        } else if let other = try reader.named(plan.title, kinds: [.plan], .now).first(where: { $0.id != kept.row.id })
        {
            problems.append(("title", "\(other.reference) has this title already. Choose another"))
        }
        if let days = Int(staleText), (1...3650).contains(days) {
            plan.staleAfter = days
        } else {
            problems.append(("stale-after", "Write a whole number of days, from 1 to 3650"))
        }
    }

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    var html: HTML {
        Frame(title: kept.plan.title, section: .keeping).page(for: visit) { html in
            html.crumbs(kept.crumbs)
            html.problems(problems)
            html.heading(kept.plan.title, over: "Plan \(kept.row.reference)")
            if isStale { html.conflict(by: kept.actor) { summary(&$0) } }
            html(.form, .method(.post), .action(.to(.savePlanSettings, kept.row.reference.description))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(kept.row.version)"))
                html.field("title", "Title", value: plan.title) { $0.problem = problem("title") }
                html.field(
                    "stale-after", "Stale after", hint: "Days without a word after which a promise is shown as stale.",
                    value: staleText
                ) {
                    ($0.inputmode, $0.className, $0.problem) = ("numeric", "short", problem("stale-after"))
                }
                html(.fieldset, .class("group")) { html in
                    html(.legend, "Closing a promise takes")
                    html.tick("needs-evidence", "Evidence", isTicked: plan.closing.needsEvidence)
                    html.tick(
                        "needs-second-person", "A second person who confirms it",
                        isTicked: plan.closing.needsSecondPerson)
                }
                html(.fieldset, .class("group")) { html in
                    html(.legend, "Who may read it")
                    html.tick(
                        "published", "Anybody, on the public pages", hint: publicationHint,
                        isTicked: plan.publishedOn != nil)
                }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Save")
                    html(.a, .href(.to(.keptPlans)), text: "Cancel")
                }
            }
            html(.h2, "Statuses")
            html(.p) { html in
                html.text("Its owners report by “\(kept.plan.scheme.name)”: ")
                html.text(kept.plan.scheme.levels.map { "\($0.shape.sign) \($0.name)" }.joined(separator: ", "))
                html.text(".")
            }
            html(.p) { html in
                html(.a, .href(.to(.scheme, kept.row.reference.description)), text: "Choose or change its statuses")
            }
        }
    }

    private var publicationHint: String {
        let since = kept.plan.publishedOn.map { "Published since \($0.words). " } ?? ""
        let pages = visit.site.hasPublicPages ? "" : " Public pages are turned off now, in the partnership's settings."
        return since + "They show posts instead of names. Words are shown as they were written: read the plan first."
            + pages
    }

    private func summary(_ html: inout HTML) {
        let plan = kept.plan
        html.summary([
            ("Title", { $0.text(plan.title) }), ("Stale after", { $0.text(plan.staleAfter.words("day", "days")) }),
            ("Closing takes evidence", { $0.text(plan.closing.needsEvidence ? "yes" : "no") }),
            ("Closing takes a second person", { $0.text(plan.closing.needsSecondPerson ? "yes" : "no") }),
            ("Published", { $0.text(plan.publishedOn.map { "since \($0.words)" } ?? "no") }),
        ])
    }
}
