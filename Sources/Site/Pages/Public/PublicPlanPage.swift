import Ledger
import Markup
import Register

/// A published plan: what was promised in it, for anybody.
struct PublicPlanPage {
    let visit: Visit
    let plan: Row
    let scheme: StatusScheme
    /// Since when anybody may read it, and when something in it was last changed.
    let since: Day
    let updated: Day?
    let progress: PlanProgress
    let statuses: StatusChart
    let filters: PublicFilters
    let records: [PublicRecord]
    /// How many there are in all.
    let total: Int

    static func read(_ visit: Visit) async throws -> PublicPlanPage {
        let wantsAll = visit.wantsFile
        return try await visit.readWhole { reader in
            let (plan, content, since) = try Published(in: reader).plan(visit.part("plan"))
            let filters = try PublicFilters(visit, plan, content.scheme, reader)
            var query = filters.query(plan, on: visit.today)
            (query.limit, query.offset) = (Filters.pageSize, (filters.page - 1) * Filters.pageSize)
            if wantsAll { (query.limit, query.offset) = (Export.most + 1, 0) }
            let found = try reader.list(query)
            let names = try PublicNames(for: found.rows, in: reader)
            let tallies = try reader.tally(TallyQuestion(on: visit.today, plan: plan.id))
            return PublicPlanPage(
                visit: visit, plan: plan, scheme: content.scheme, since: since,
                updated: try Published.updated(plan, reader),
                progress: PlanProgress.all(tallies, try RecordNames([plan.id], in: reader, .now)).first
                    ?? PlanProgress(plan: plan),
                statuses: try StatusChart(plan, content.scheme, reader), filters: filters,
                records: found.rows.map { PublicRecord($0, plan: plan, names: names, on: visit.today) },
                total: found.total)
        }
    }

    private var here: Address { .to(.publicPlan, plan.reference.description) }

    var html: HTML {
        Frame(title: plan.title, isWide: true).page(for: visit) { html in
            html(.nav, .class("crumbs"), .aria("label", "Where it belongs")) { html in
                html(.ol) { $0(.li) { $0(.a, .href(.to(.publicPlans)), text: "All plans") } }
            }
            html.heading(plan.title, over: "Plan \(plan.reference)")
            html(.p, .class("meta")) { html in
                if let updated {
                    html.text("Last updated ")
                    html.day(updated, isShort: false)
                    html.text(" · ")
                }
                html.text("published since ")
                html.day(since, isShort: false)
            }
            html(.section) { html in
                html(.h2, "How it stands")
                ProgressChart(plans: [progress], address: { _ in here }).write(to: &html)
                statuses.write(to: &html) { level in
                    .to(.publicPlan, plan.reference.description, query: [("status", level.name)])
                }
            }
            html(.section) { html in
                html(.h2, "What was promised")
                filters.write(to: &html, here)
                html(
                    .p, .class("total"), .role("status"),
                    text: total.words("record", "records") + (filters.areSet ? " match" : ""))
                html.files(visit)
                if records.isEmpty {
                    html(.p, .class("hint"), text: "Nothing matches. Clear a filter to see more.")
                } else {
                    table(&html)
                }
                html.pages(visit, page: filters.page, of: (total + Filters.pageSize - 1) / Filters.pageSize)
            }
        }
    }

    private func table(_ html: inout HTML) {
        html(.div, .class("table-box"), .role("region"), .aria("label", plan.title), .tabindex(0)) { html in
            html(.table, .class("records")) { html in
                html(.caption, .class("unseen"), text: "Records of \(plan.title)")
                html(.thead) { html in
                    html(.tr) { html in
                        for title in ["Ref", "What", "Theme", "Owner", "Due", "Standing", "Reported"] {
                            html(.th, .scope(.col), text: title)
                        }
                    }
                }
                html(.tbody) { html in for record in records { write(record, to: &html) } }
            }
        }
    }

    private func write(_ record: PublicRecord, to html: inout HTML) {
        html(.tr) { html in
            html(.td, .class("ref"), text: record.reference)
            html(.th, .scope(.row), .class("what")) {
                $0(
                    .a, .href(.to(.publicRecord, record.reference)),
                    text: record.title.isEmpty ? "(no words)" : record.title.clipped(to: 280))
            }
            html(.td, .data("title", "Theme"), text: record.theme ?? "")
            html(.td, .data("title", "Owner"), text: record.owners.joined(separator: ", "))
            html(.td, .data("title", "Due")) { if let due = record.due { $0.day(due) } }
            html(.td, .data("title", "Standing"), text: record.standing ?? "")
            html(.td, .data("title", "Reported")) { $0.status(record.status, scheme: scheme) }
        }
    }
}
