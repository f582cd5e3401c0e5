import Hummingbird
import Ledger
import Markup
import Register

/// The statuses by which the owners of a plan report: one of the ready-made schemes, one that another plan uses, or one's
/// own.
struct SchemePage {
    let visit: Visit
    let kept: KeptPlan
    /// Schemes to begin from, by what the address calls them.
    let others: [(key: String, scheme: StatusScheme)]
    let reported: [String: Int]
    var form: SchemeForm
    var isStale = false
    var problem: SchemeProblem?
    /// Statuses that are reported, and that the new scheme does not know.
    var unknown: [String] = []

    static func read(_ visit: Visit) async throws -> SchemePage {
        try await visit.read { try SchemePage(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        (self.visit, kept) = (visit, try KeptPlan(for: visit, in: reader))
        var others = StatusScheme.presets.enumerated().map { (key: "preset-\($0.offset + 1)", scheme: $0.element) }
        for (row, plan, _) in try KeptPlansPage.all(visit, reader)
        where !others.contains(where: { $0.scheme == plan.scheme }) {
            others.append((row.reference.description, plan.scheme))
        }
        self.others = others
        reported = try kept.statuses(in: reader)
        let chosen = visit.query["from"].flatMap { key in others.first { $0.key == key }?.scheme }
        form = SchemeForm(chosen ?? kept.plan.scheme)
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        page.form = SchemeForm(visit.form)
        page.isStale = visit.form["seen"].flatMap { Int($0) } != page.kept.row.version
        if visit.form["act"] == "more" {
            page.form.empty = 2
            return Pages.page(page.html)
        }
        if page.isStale { return Pages.page(page.html, status: .conflict) }
        switch page.form.scheme() {
        case .failure(let problem):
            page.problem = problem
            return Pages.page(page.html, status: .badRequest)
        case .success(let scheme):
            page.unknown = page.reported.keys.filter { scheme.level(for: $0) == nil }.sorted()
            if !page.unknown.isEmpty, visit.form["all-the-same"] == nil {
                page.problem = SchemeProblem(field: "all-the-same", words: "Some reported statuses would not be known")
                return Pages.page(page.html, status: .badRequest)
            }
            try await page.append(scheme)
            return Pages.go(.to(.keptPlans, query: [("done", page.kept.row.reference.description)]))
        }
    }

    private func append(_ scheme: StatusScheme) async throws {
        var plan = kept.plan
        plan.scheme = scheme
        guard plan != kept.plan else { return }
        _ = try await visit.ledger.append(
            Commit(
                actor: try visit.signedIn().name, reason: "\(plan.title) reports by “\(scheme.name)”",
                changes: [kept.change(to: plan)]))
    }

    // MARK: The page

    private var here: String { kept.row.reference.description }

    var html: HTML {
        Frame(title: "Statuses of \(kept.plan.title)", section: .keeping).page(for: visit) { html in
            html.crumbs(kept.crumbs + [(kept.plan.title, .to(.planSettings, here))])
            html.problems(problem.map { [(field: $0.field, words: $0.words)] } ?? [])
            html.heading("Statuses", over: kept.plan.title)
            if isStale {
                html.conflict(by: kept.actor) { html in
                    html(.p, "\(kept.plan.scheme.name): \(kept.plan.scheme.levels.map(\.name).joined(separator: ", "))")
                }
            }
            html(.form, .class("filters"), .method(.get), .action(.to(.scheme, here))) { html in
                html(.div, .class("filter-row")) { html in
                    html.select(
                        "from", "Begin from", [("", "The plan's own")] + others.map { ($0.key, words($0.scheme)) },
                        chosen: visit.query["from"])
                    html(.button, .type("submit"), text: "Fill in")
                }
            }
            html(.form, .method(.post), .action(.to(.saveScheme, here))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(kept.row.version)"))
                form.write(to: &html, problem: problem)
                if !unknown.isEmpty { doubt(&html) }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), .name("act"), .value("save"), text: "Save")
                    html(
                        .button, .type("submit"), .class("button quiet"), .name("act"), .value("more"),
                        text: "Add another level")
                    html(.a, .href(.to(.planSettings, here)), text: "Cancel")
                }
            }
        }
    }

    private func words(_ scheme: StatusScheme) -> String {
        "\(scheme.name): \(scheme.levels.map(\.name).joined(separator: ", "))".clipped(to: 80)
    }

    /// What was reported stays in the words of its time; whoever changes the scheme has to know that it no longer fits.
    private func doubt(_ html: inout HTML) {
        html(.div, .class("warning")) { html in
            for status in unknown {
                let count = reported[status] ?? 0
                html(.p, "\(count.words("record reports", "records report")) “\(status)”, which no level answers to.")
            }
            html.tick(
                "all-the-same", "Change it all the same: what was reported stays as it was said",
                isTicked: false)
        }
    }
}
