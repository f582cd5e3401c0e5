import Access
import Ledger
import Markup
import Register

/// All plans, with the scheme that each reports by.
struct KeptPlansPage {
    let visit: Visit
    let plans: [(row: Row, plan: Plan, mayKeep: Bool)]

    static func read(_ visit: Visit) async throws -> KeptPlansPage {
        let plans = try await visit.read { try all(visit, $0) }
        return KeptPlansPage(visit: visit, plans: plans)
    }

    /// Plans that whoever asks may read. A statement for each, and one more.
    static func all(_ visit: Visit, _ reader: any LedgerReader) throws -> [(row: Row, plan: Plan, mayKeep: Bool)] {
        var query = Query(kinds: [.plan])
        (query.order, query.wantsTotal) = (.reference, false)
        return try reader.list(query).rows.compactMap { row in
            guard let record = try reader.entry(row.id, .now)?.record(), let plan = record.content as? Plan,
                visit.rights.canRead(councils: record.councils)
            else { return nil }
            return (row, plan, visit.rights.canAdminister(councils: record.councils))
        }
    }

    var html: HTML {
        Frame(title: "Plans and their statuses", section: .keeping).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping))])
            html.heading("Plans and their statuses")
            html.done(visit.query["done"].map { "\($0) is saved." })
            if plans.isEmpty {
                html(.p, "There is no plan yet. Plans come out of papers: bring in an action plan or a review.")
            }
            html(.ul, .class("plain-list")) { html in
                for (row, plan, mayKeep) in plans {
                    html(.li) { html in
                        html(.p) { html in
                            if mayKeep {
                                html(.a, .href(.to(.planSettings, row.reference.description)), text: plan.title)
                            } else {
                                html.text(plan.title)
                            }
                        }
                        html(
                            .p, .class("meta"),
                            text:
                                "\(row.reference) · \(plan.scheme.name) · stale after \(plan.staleAfter.words("day", "days"))"
                        )
                    }
                }
            }
        }
    }
}
