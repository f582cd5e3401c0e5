import Ledger
import Markup
import Register

/// Finished, overdue and open promises of each plan as bars, with the same in figures beneath for those who read rather
/// than look.
struct ProgressChart {
    let plans: [PlanProgress]
    /// Where a plan's name leads.
    let address: (Row) -> Address

    private static let width = 480.0
    private static let barHeight = 14.0

    func write(to html: inout HTML) {
        let most = max(1, plans.map(\.counts.count).max() ?? 1)
        html(.table, .class("progress-table")) { html in
            html(.caption, .class("unseen"), text: "Promises of each plan: finished, open and overdue")
            html(.thead) { html in
                html(.tr) { html in
                    html(.th, .scope(.col), text: "Plan")
                    html(.th, .scope(.col), .class("bar-column")) { legend(&$0) }
                    for title in ["Promises", "Finished", "Overdue", "Due soon", "Unanswered"] {
                        html(.th, .scope(.col), .class("number"), text: title)
                    }
                }
            }
            html(.tbody) { html in for plan in plans { row(&html, plan, most) } }
        }
    }

    private func legend(_ html: inout HTML) {
        html(.span, .class("legend")) { html in
            for name in ["finished", "open", "overdue"] {
                html(.span) { html in
                    html(.svg, .at(.width, 12), .at(.height, 12), .aria("hidden", "true")) { html in
                        html(.rect, .class("bar-\(name)"), .at(.width, 12), .at(.height, 12)) { _ in }
                    }
                    html.text(" \(name)")
                }
            }
        }
    }

    private func row(_ html: inout HTML, _ plan: PlanProgress, _ most: Int) {
        html(.tr) { html in
            html(.th, .scope(.row)) { html in
                if let row = plan.plan {
                    html(.a, .href(address(row)), text: row.title)
                } else {
                    html.text("In no plan")
                }
            }
            html(.td, .class("bar-column")) { bar(&$0, plan.counts, most) }
            let unanswered = plan.recommendations == 0 ? "–" : "\(plan.unanswered) of \(plan.recommendations)"
            let figures = [
                "\(plan.counts.count)", "\(plan.counts.finished)", "\(plan.counts.overdue)", "\(plan.counts.dueSoon)",
                unanswered,
            ]
            for (figure, title) in zip(figures, ["Promises", "Finished", "Overdue", "Due soon", "Unanswered"]) {
                html(.td, .class("number"), .data("title", title), text: figure)
            }
        }
    }

    private func bar(_ html: inout HTML, _ counts: Tally, _ most: Int) {
        guard counts.count > 0 else { return }
        html(
            .svg, .class("bar"), .viewBox(width: Self.width, height: Self.barHeight), .role("img"),
            .aria("label", "\(counts.finished) finished, \(counts.open) open, \(counts.overdue) overdue")
        ) { html in
            var x = 0.0
            for (count, look) in [(counts.finished, "finished"), (counts.open, "open"), (counts.overdue, "overdue")]
            where count > 0 {
                let width = Self.width * Double(count) / Double(most)
                html(
                    .rect, .class("bar-\(look)"), .at(.x, x), .at(.width, width), .at(.height, Self.barHeight)
                ) { _ in }
                x += width
            }
        }
    }
}
