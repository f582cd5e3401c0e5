import Ledger
import Markup
import Register

/// How much one person or post answers for.
struct OwnerLoad: Sendable {
    /// Nil for what nobody answers for.
    var owner: Row?
    var count = 0
    var finished = 0
    var overdue = 0
    var dueSoon = 0

    var open: Int { count - finished - overdue }

    /// The load of everybody who answers for some records, the heaviest first. What two people answer for counts for both.
    static func all(_ rows: [Row], _ names: RecordNames, on day: Day) -> [OwnerLoad] {
        var loads: [RecordID?: OwnerLoad] = [:]
        for row in rows {
            let people: [Row?] = names.people(row.owners)
            for owner in people.isEmpty ? [nil] : people {
                var load = loads[owner?.id] ?? OwnerLoad(owner: owner)
                load.count += 1
                switch row.standing(on: day) {
                case .finished: load.finished += 1
                case .overdue: load.overdue += 1
                case .dueSoon: load.dueSoon += 1
                default: break
                }
                loads[owner?.id] = load
            }
        }
        return loads.values.sorted {
            ($0.count - $0.finished, $0.owner?.title ?? "") > ($1.count - $1.finished, $1.owner?.title ?? "")
        }
    }
}

/// The load of each owner as a bar, with its figures.
struct OwnerLoadChart {
    let load: [OwnerLoad]
    let plan: Row
    let asAt: String?

    private static let width = 480.0

    func write(to html: inout HTML) {
        guard !load.isEmpty else {
            html(.p, .class("hint"), text: "There is nothing here yet.")
            return
        }
        let most = Double(max(1, load.map(\.count).max() ?? 1))
        html(.table, .class("progress-table")) { html in
            html(.caption, "Who answers for how much. A promise of two people counts for both.")
            html(.thead) { html in
                html(.tr) { html in
                    html(.th, .scope(.col), text: "Owner")
                    html(.th, .scope(.col), .class("bar-column"), text: "Finished, open, overdue")
                    for title in ["Promises", "Not finished", "Overdue", "Due soon"] {
                        html(.th, .scope(.col), .class("number"), text: title)
                    }
                }
            }
            html(.tbody) { html in for load in load { row(&html, load, most) } }
        }
    }

    private func row(_ html: inout HTML, _ load: OwnerLoad, _ most: Double) {
        html(.tr) { html in
            html(.th, .scope(.row)) { html in
                guard let owner = load.owner else {
                    html(.span, .class("none"), text: "Nobody")
                    return
                }
                let query = [("owner", owner.reference.description), ("as-at", asAt)]
                html(.a, .href(.to(.plan, plan.reference.description, query: query)), text: owner.title)
            }
            html(.td, .class("bar-column")) { html in
                html(
                    .svg, .class("bar"), .viewBox(width: Self.width, height: 14), .role("img"),
                    .aria("label", "\(load.finished) finished, \(load.open) open, \(load.overdue) overdue")
                ) { html in
                    var x = 0.0
                    for (count, look) in [(load.finished, "finished"), (load.open, "open"), (load.overdue, "overdue")]
                    where count > 0 {
                        let width = Self.width * Double(count) / most
                        html(.rect, .class("bar-\(look)"), .at(.x, x), .at(.width, width), .at(.height, 14)) { _ in }
                        x += width
                    }
                }
            }
            for (figure, title) in [
                (load.count, "Promises"), (load.count - load.finished, "Not finished"), (load.overdue, "Overdue"),
                (load.dueSoon, "Due soon"),
            ] {
                html(.td, .class("number"), .data("title", title), text: "\(figure)")
            }
        }
    }
}
