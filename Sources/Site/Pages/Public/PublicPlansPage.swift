import Ledger
import Markup
import Register

/// All published plans, for anybody.
struct PublicPlansPage {
    let visit: Visit
    let plans: [PublicPlan]

    static func read(_ visit: Visit) async throws -> PublicPlansPage {
        try await visit.readWhole { reader in
            let plans = try Published(in: reader).plans.map { row, _, since in
                let tallies = try reader.tally(TallyQuestion(on: visit.today, plan: row.id))
                let counts = tallies.filter { $0.kind.isPromise }.reduce(into: Tally(kind: .action)) {
                    $0.add($1)
                }
                return PublicPlan(row, counts, since: since, updated: try Published.updated(row, reader))
            }
            return PublicPlansPage(visit: visit, plans: plans)
        }
    }

    var html: HTML {
        Frame(title: "What we promised", isWide: true).page(for: visit) { html in
            html.heading("What we promised, and what became of it", over: visit.ledger.partnership.name)
            guard !plans.isEmpty else {
                html(.p, "No plan is published yet.")
                return
            }
            html(.table, .class("records")) { html in
                html(.caption, .class("unseen"), text: "Published plans")
                html(.thead) { html in
                    html(.tr) { html in
                        for title in ["Plan", "Promises", "Finished", "Overdue", "Last updated", "Published"] {
                            html(.th, .scope(.col), text: title)
                        }
                    }
                }
                html(.tbody) { html in
                    for plan in plans {
                        html(.tr) { html in
                            html(.th, .scope(.row), .class("what")) {
                                $0(.a, .href(.to(.publicPlan, plan.reference)), text: plan.title)
                            }
                            html(.td, .data("title", "Promises"), text: "\(plan.promises)")
                            html(.td, .data("title", "Finished"), text: "\(plan.finished)")
                            html(.td, .data("title", "Overdue"), text: "\(plan.overdue)")
                            html(.td, .data("title", "Last updated")) { html in
                                if let day = plan.updated { html.day(day) }
                            }
                            html(.td, .data("title", "Published")) { $0.day(plan.published) }
                        }
                    }
                }
            }
            html.files(visit)
        }
    }
}

/// What anybody may read of a plan as a whole.
struct PublicPlan: ExportRow, Sendable {
    let reference: String
    let title: String
    let promises: Int
    let finished: Int
    let overdue: Int
    /// Since when.
    let published: Day
    /// When something in it was last changed.
    let updated: Day?

    init(_ row: Row, _ counts: Tally, since: Day, updated: Day?) {
        (reference, title, published, self.updated) = (row.reference.description, row.title, since, updated)
        (promises, finished, overdue) = (counts.count, counts.finished, counts.overdue)
    }

    /// Every field that may be public.
    enum CodingKeys: String, CodingKey, CaseIterable {
        case reference, title, promises, finished, overdue, published, updated
    }

    static let titles = CodingKeys.allCases.map(\.rawValue)

    var cells: [String] {
        [
            reference, title, "\(promises)", "\(finished)", "\(overdue)", published.description,
            updated?.description ?? "",
        ]
    }
}
