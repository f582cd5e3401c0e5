import Ledger
import Markup
import Register

/// A plan: its records under their themes, as a table, along time, or by who answers for them.
struct PlanPage {
    let visit: Visit
    let row: Row
    let plan: Plan
    let takenBack: String?
    let view: View
    let filters: Filters
    let kinds: [RecordKind]
    let page: Page
    let names: RecordNames
    let progress: PlanProgress
    let choices: FilterChoices
    /// How many records of each kind the plan has.
    let counts: [(kind: RecordKind, count: Int)]
    let load: [OwnerLoad]

    /// Ways to look at a plan.
    enum View: String, CaseIterable {
        case table, timeline, owners

        var words: String {
            switch self {
            case .table: "Table"
            case .timeline: "Timeline"
            case .owners: "By owner"
            }
        }
    }

    /// Kinds that a plan's page can list.
    static let kinds: [RecordKind] = [
        .action, .recommendation, .issue, .risk, .measure, .project, .service, .benefit, .saving, .objective, .workItem,
        .undertaking,
    ]

    static func read(_ visit: Visit) async throws -> PlanPage {
        let (asAt, day) = (visit.asAt, visit.day)
        let filters = Filters(visit.query)
        let view = visit.query["view"].flatMap(View.init(rawValue:)) ?? .table
        return try await visit.read { reader in
            let known = try visit.plan("plan", reader)
            let (row, plan) = (known.row, known.plan)
            let tallies = try reader.tally(TallyQuestion(on: day, asAt: asAt, plan: row.id))
            let counts = Self.counts(tallies)
            let asked = visit.query["kind"].flatMap(RecordKind.init(rawValue:))
            let kinds = [asked ?? counts.first?.kind ?? .action]
            var query = try filters.query(kinds, plan: row.id, on: day, asAt: asAt, in: reader)
            if view == .table, filters.order == nil { query.order = .reference }
            if view != .table, !filters.wantsAll { (query.limit, query.offset) = (Self.mostDrawn, 0) }
            let page = try reader.list(query)
            let names = try visit.names(of: query, page.rows, reader)
            return PlanPage(
                visit: visit, row: row, plan: plan, takenBack: known.takenBack, view: view, filters: filters,
                kinds: kinds, page: page,
                names: names, progress: PlanProgress.all(tallies, names).first ?? PlanProgress(),
                choices: try FilterChoices.of(row, plan.scheme, visit, in: reader),
                counts: counts, load: view == .owners ? OwnerLoad.all(page.rows, names, on: day) : [])
        }
    }

    /// The most promises that are drawn at once.
    static let mostDrawn = 1000

    private static func counts(_ tallies: [Tally]) -> [(kind: RecordKind, count: Int)] {
        var counts: [RecordKind: Int] = [:]
        for tally in tallies { counts[tally.kind, default: 0] += tally.count }
        return kinds.compactMap { kind in counts[kind].map { (kind, $0) } }
    }

    // MARK: The page

    var html: HTML {
        Frame(title: row.title, section: .plans, isWide: true).page(for: visit) { html in
            html.heading(row.title, over: "Plan \(row.reference)")
            if let takenBack {
                html(.div, .class("warning")) { html in
                    html(.p) { html in
                        html.text("\(takenBack) Its records went with it: they are in no list any more, and stay on ")
                        html(.a, .href(.to(.planChanges, row.reference.description)), text: "record")
                        html.text(".")
                    }
                }
                // There is nothing to narrow or to put in order.
                if page.total == 0, counts.isEmpty { return }
            }
            headline(&html)
            tabs(&html)
            FilterForm(
                visit: visit, filters: filters, kinds: kinds, choices: choices, columns: view == .table ? columns : [],
                action: .to(.plan, row.reference.description), kept: ["kind", "view"]
            ).write(to: &html)
            html(.p, .class("total"), .role("status"), text: total)
            switch view {
            case .table: table(&html)
            case .timeline:
                Timeline(rows: page.rows, names: names, today: visit.day, asAt: visit.asAtText).write(to: &html)
            case .owners: OwnerLoadChart(load: load, plan: row, asAt: visit.asAtText).write(to: &html)
            }
        }
    }

    private var columns: [RecordTable.Column] { RecordTable.Column.chosen(visit.query, kinds, withPlan: false) }

    private var total: String {
        let kind = kinds[0]
        let all = "\(page.total.words(kind.name(count: 1), kind.name(count: 2)))"
        let first = filters.isOnePage ? 1 : (filters.page - 1) * Filters.pageSize + 1
        let isPart = view == .table && page.total > page.rows.count && !page.rows.isEmpty
        let part = isPart ? ", \(first) to \(first + page.rows.count - 1) shown" : ""
        return all + (filters.areSet ? " match" : "") + part
    }

    private func headline(_ html: inout HTML) {
        let counts = progress.counts
        guard counts.count > 0 else { return }
        let figures = [
            "\(counts.count.words("promise", "promises"))", "\(counts.finished) finished", "\(counts.overdue) overdue",
            "\(counts.slipped) slipped", "\(counts.stale) with nothing said for \(plan.staleAfter) days",
        ]
        html(.p, .class("lead"), text: figures.joined(separator: " · "))
    }

    private func tabs(_ html: inout HTML) {
        html(.nav, .class("tabs"), .aria("label", "Kinds of record")) { html in
            html(.ul) { html in
                for (kind, count) in counts {
                    html(.li) { html in
                        html(
                            .a,
                            .href(
                                .to(
                                    .plan, row.reference.description,
                                    query: [("kind", kind.rawValue), ("as-at", visit.asAtText)])),
                            .aria("current", kinds.contains(kind) ? "page" : nil),
                            text: "\(kind.name(count: 2).capitalisedFirst) (\(count))")
                    }
                }
            }
        }
        html(.nav, .class("views"), .aria("label", "Views")) { html in
            html(.ul) { html in
                for view in View.allCases {
                    html(.li) { html in
                        html(
                            .a, .href(visit.here([("view", view == .table ? nil : view.rawValue), ("page", nil)])),
                            .aria("current", view == self.view ? "page" : nil), text: view.words)
                    }
                }
                html(.li) { $0(.a, .href(.to(.planChanges, row.reference.description)), text: "Compare two days") }
                if visit.may(.editing), visit.asAt == .now {
                    html(.li) { $0(.a, .href(.to(.addition, row.reference.description)), text: "Add a record") }
                }
            }
        }
    }

    private func table(_ html: inout HTML) {
        guard !page.rows.isEmpty else {
            html(
                .p, .class("hint"),
                text: filters.areSet ? "Nothing matches. Clear a filter to see more." : "There is nothing here yet.")
            return
        }
        RecordTable(
            rows: page.rows, names: names, today: visit.day, columns: columns, scheme: plan.scheme,
            schemeVersion: row.sequence,
            asAt: visit.asAtText, groupsByTheme: filters.order == nil, written: visit.site.writtenTables,
            generation: visit.site.memory.generation,
            heads: SortHeads(visit, by: filters.sort)
        ).write(to: &html, caption: "\(kinds[0].name(count: 2).capitalisedFirst) of \(row.title)")
        html.pages(visit, filters, total: page.total)
        html.files(visit)
    }

    /// The rows for spreadsheets and programs.
    var facts: [RecordFacts] { page.rows.map { RecordFacts($0, today: visit.day) { names[$0] } } }
}
