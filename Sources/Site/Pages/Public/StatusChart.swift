import Ledger
import Markup
import Register

/// How many records of a plan report each level of its scheme, as bars with the same in figures.
struct StatusChart: Sendable {
    private let levels: [(level: StatusLevel, count: Int)]
    private let total: Int

    private static let width = 480.0
    private static let height = 14.0

    /// One statement for each level of the scheme, and one more.
    init(_ plan: Row, _ scheme: StatusScheme, _ reader: any LedgerReader) throws {
        var query = Query(kinds: Published.kinds)
        (query.plan, query.limit) = (plan.id, 1)
        total = try reader.list(query).total
        levels = try scheme.levels.map { level in
            query.status = level.name
            return (level, try reader.list(query).total)
        }
    }

    /// - Parameter address: The list of what reports a level.
    func write(to html: inout HTML, _ address: (StatusLevel) -> Address) {
        // That nothing is reported is no chart.
        guard rest < total else { return }
        let most = max(1, levels.map(\.count).max() ?? 1, rest)
        html(.table, .class("progress-table")) { html in
            html(.caption, "What was last reported")
            html(.thead) { html in
                html(.tr) { html in
                    html(.th, .scope(.col), text: "Reported")
                    html(.th, .scope(.col), .class("bar-column"), text: "Share")
                    html(.th, .scope(.col), .class("number"), text: "Records")
                }
            }
            html(.tbody) { html in
                for (level, count) in levels where count > 0 {
                    row(&html, count, most, level.isFinished ? "bar-finished" : "bar-open") { html in
                        html.status(level.name, level: level)
                        html.text(" ")
                        html.link(address(level), "Show them", unseen: " (\(level.name))")
                    }
                }
                if rest > 0 {
                    row(&html, rest, most, "bar-open") { $0(.span, .class("none"), text: "nothing, or in other words") }
                }
            }
        }
    }

    /// What reports nothing, or no level of the scheme.
    private var rest: Int { total - levels.reduce(0) { $0 + $1.count } }

    private func row(
        _ html: inout HTML, _ count: Int, _ most: Int, _ look: String, _ name: (inout HTML) -> Void
    ) {
        html(.tr) { html in
            html(.th, .scope(.row)) { name(&$0) }
            html(.td, .class("bar-column")) { html in
                html(
                    .svg, .class("bar"), .viewBox(width: Self.width, height: Self.height), .aria("hidden", "true")
                ) { html in
                    let width = Self.width * Double(count) / Double(most)
                    html(.rect, .class(look), .at(.x, 0), .at(.width, width), .at(.height, Self.height)) { _ in }
                }
            }
            html(.td, .class("number"), .data("title", "Records"), text: "\(count)")
        }
    }
}
