import Ledger
import Markup
import Register

/// A published plan: what was promised in it, for anybody.
struct PublicPlanPage {
    let visit: Visit
    let plan: Row
    let records: [PublicRecord]
    /// How many there are in all.
    let total: Int
    let page: Int

    static func read(_ visit: Visit) async throws -> PublicPlanPage {
        let filters = Filters(visit.query)
        return try await visit.readWhole { reader in
            let plan = try Published(in: reader).plan(visit.part("plan"))
            var query = Query(kinds: Published.kinds)
            (query.plan, query.order, query.limit) = (plan.id, .reference, Filters.pageSize)
            query.offset = (filters.page - 1) * Filters.pageSize
            if filters.wantsAll { (query.limit, query.offset) = (Export.most + 1, 0) }
            let found = try reader.list(query)
            let names = try PublicNames(for: found.rows, in: reader)
            return PublicPlanPage(
                visit: visit, plan: plan,
                records: found.rows.map { PublicRecord($0, plan: plan, names: names, on: visit.today) },
                total: found.total, page: filters.page)
        }
    }

    var html: HTML {
        Frame(title: plan.title, isWide: true).page(for: visit) { html in
            html(.nav, .class("crumbs"), .aria("label", "Where it belongs")) { html in
                html(.ol) { $0(.li) { $0(.a, .href(.to(.publicPlans)), text: "All plans") } }
            }
            html.heading(plan.title, over: "Plan \(plan.reference)")
            html(.p, .class("total"), .role("status"), text: total.words("record", "records"))
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
            html.pages(visit, page: page, of: (total + Filters.pageSize - 1) / Filters.pageSize)
            html.files(visit)
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
            html(.td, .data("title", "Reported"), text: record.status ?? "")
        }
    }
}
