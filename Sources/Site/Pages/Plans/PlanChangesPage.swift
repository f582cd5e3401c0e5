import Ledger
import Markup
import Register

/// What became of a plan between two days: what was added, closed, slipped, reworded or reported.
struct PlanChangesPage {
    let visit: Visit
    let row: Row
    let from: Day
    let to: Day
    let changes: [RecordChange]

    static func read(_ visit: Visit) async throws -> PlanChangesPage {
        let last = try day(visit, "to") ?? visit.today
        let first = try day(visit, "from") ?? last.adding(months: -3)
        // Which comes first is plain, however they were typed.
        let (from, to) = (min(first, last), max(first, last))
        return try await visit.read { reader in
            let (row, _) = try visit.record("plan", [.plan], reader)
            func rows(_ day: Day) throws -> [RecordID: Row] {
                var query = Query(kinds: PlanPage.kinds)
                (query.plan, query.order, query.wantsTotal, query.includesWithdrawn) = (row.id, .reference, false, true)
                query.asAt = day >= visit.today ? .now : .moment(LondonTime.end(of: day))
                return Dictionary(uniqueKeysWithValues: try reader.list(query).rows.map { ($0.id, $0) })
            }
            return PlanChangesPage(
                visit: visit, row: row, from: from, to: to, changes: changes(from: try rows(from), to: try rows(to)))
        }
    }

    private static func day(_ visit: Visit, _ name: String) throws -> Day? {
        guard let text = visit.query[name] else { return nil }
        guard let day = Day(iso: text) else {
            throw Refusal.bad("“\(text)” is no day. Write it as year, month and day.")
        }
        return min(day, visit.today)
    }

    private static func changes(from before: [RecordID: Row], to after: [RecordID: Row]) -> [RecordChange] {
        after.values.sorted { $0.reference < $1.reference }.flatMap { RecordChange.all(from: before[$0.id], to: $0) }
    }

    /// The changes for spreadsheets and programs.
    var facts: [RecordChangeFacts] { changes.map(RecordChangeFacts.init) }

    var html: HTML {
        Frame(title: "What changed in \(row.title)", section: .plans, isWide: true).page(for: visit) { html in
            html.heading("What changed", over: "\(row.title) (\(row.reference))")
            html(
                .form, .class("filters"), .method(.get), .action(.to(.planChanges, row.reference.description))
            ) { html in
                html(.div, .class("filter-row")) { html in
                    for (name, words, day) in [("from", "From", from), ("to", "To", to)] {
                        html(.div, .class("field")) { html in
                            html(.label, .for(name), text: words)
                            html(.input, .id(name), .name(name), .type("date"), .value(day.description))
                        }
                    }
                    html(.div, .class("filter-buttons")) { $0(.button, .type("submit"), text: "Compare") }
                }
            }
            html(.p, .class("lead"), text: "From the end of \(from.words) to the end of \(to.words).")
            if changes.isEmpty {
                html(
                    .p,
                    from == to
                        ? "Both are the same day. Choose an earlier one to compare it with."
                        : "Nothing changed between the two days.")
            }
            for kind in RecordChange.Kind.allCases {
                let changes = changes.filter { $0.kind == kind }
                guard !changes.isEmpty else { continue }
                html(.section) { html in
                    html(.h2) { html in
                        html.text(kind.title)
                        html(.span, .class("count"), text: "\(changes.count)")
                    }
                    html(.ul, .class("plain-list")) { html in
                        for change in changes { html(.li) { $0.change(change) } }
                    }
                }
            }
            if !changes.isEmpty { html.files(visit) }
        }
    }
}
