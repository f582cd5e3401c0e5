import Ledger
import Markup
import Register

/// What became of a plan between two days: what was added, closed, slipped, reworded or reported.
struct PlanChangesPage {
    let visit: Visit
    let row: Row
    let from: Day
    let to: Day
    let changes: [Kind: [Change]]

    /// What can have happened to a record.
    enum Kind: String, CaseIterable {
        case added, closed, slipped, reworded, reported, takenBack

        var title: String {
            switch self {
            case .added: "Added"
            case .closed: "Finished or closed"
            case .slipped: "Put off"
            case .reworded: "Reworded"
            case .reported: "Status changed"
            case .takenBack: "Taken back"
            }
        }
    }

    /// A record that changed, as it was and as it is.
    struct Change: Sendable {
        var before: Row?
        var after: Row?
        var words: WordDifference?
    }

    static func read(_ visit: Visit) async throws -> PlanChangesPage {
        let to = try day(visit, "to") ?? visit.today
        let from = try day(visit, "from") ?? to.adding(months: -3)
        guard from < to else {
            throw Refusal.bad("The first day has to come before the second: \(from.words), \(to.words).")
        }
        return try await visit.read { reader in
            let (row, _) = try visit.record("plan", [.plan], reader)
            func rows(_ day: Day) throws -> [RecordID: Row] {
                var query = Query(kinds: PlanPage.kinds)
                (query.plan, query.order, query.wantsTotal, query.includesWithdrawn) = (row.id, .reference, false, true)
                query.asAt = day >= visit.today ? .now : .moment(LondonTime.end(of: day))
                return Dictionary(uniqueKeysWithValues: try reader.list(query).rows.map { ($0.id, $0) })
            }
            return PlanChangesPage(
                visit: visit, row: row, from: from, to: to, changes: compare(try rows(from), try rows(to)))
        }
    }

    private static func day(_ visit: Visit, _ name: String) throws -> Day? {
        guard let text = visit.query[name] else { return nil }
        guard let day = Day(iso: text) else {
            throw Refusal.bad("“\(text)” is no day. Write it as year, month and day.")
        }
        return min(day, visit.today)
    }

    private static func compare(_ before: [RecordID: Row], _ after: [RecordID: Row]) -> [Kind: [Change]] {
        var changes: [Kind: [Change]] = [:]
        for row in after.values.sorted(by: { $0.reference < $1.reference }) {
            let old = before[row.id].flatMap { $0.isWithdrawn ? nil : $0 }
            if row.isWithdrawn {
                if old != nil { changes[.takenBack, default: []].append(Change(before: old, after: row)) }
                continue
            }
            guard let old else {
                changes[.added, default: []].append(Change(after: row))
                continue
            }
            if row.isFinished, !old.isFinished { changes[.closed, default: []].append(Change(before: old, after: row)) }
            if row.slips > old.slips { changes[.slipped, default: []].append(Change(before: old, after: row)) }
            if row.title != old.title {
                let words = WordDifference(from: old.title, to: row.title)
                changes[.reworded, default: []].append(Change(before: old, after: row, words: words))
            }
            if row.status != old.status, !row.isFinished {
                changes[.reported, default: []].append(Change(before: old, after: row))
            }
        }
        return changes
    }

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
            if changes.isEmpty { html(.p, "Nothing changed between the two days.") }
            for kind in Kind.allCases {
                guard let changes = changes[kind] else { continue }
                html(.section) { html in
                    html(.h2) { html in
                        html.text(kind.title)
                        html(.span, .class("count"), text: "\(changes.count)")
                    }
                    html(.ul, .class("plain-list")) { html in
                        for change in changes { html(.li) { write(change, kind, to: &$0) } }
                    }
                }
            }
        }
    }

    private func write(_ change: Change, _ kind: Kind, to html: inout HTML) {
        guard let row = change.after ?? change.before else { return }
        html(.a, .href(.to(row.reference))) { html in
            html.text("\(row.reference) ")
            if change.words == nil { html.text(row.title.clipped(to: 200)) }
        }
        if let words = change.words { html(.p) { $0.difference(words) } }
        html(.p, .class("meta")) { html in
            switch kind {
            case .slipped:
                html.text("from ")
                if let due = change.before?.due { html.day(due) } else { html.text("no date") }
                html.text(" to ")
                if let due = row.due { html.day(due) }
            case .reported, .closed:
                html.text("\(change.before?.status ?? "nothing reported") → \(row.status ?? "closed")")
            default:
                if let due = row.due {
                    html.text("due ")
                    html.day(due)
                }
            }
        }
    }
}

extension HTML {
    /// A text with what was taken out struck through and what was put in marked.
    mutating func difference(_ difference: WordDifference) {
        for (index, piece) in difference.pieces.enumerated() {
            if index > 0 { text(" ") }
            switch piece {
            case .same(let words): text(words)
            case .removed(let words): self(.del, words)
            case .added(let words): self(.ins, words)
            }
        }
    }
}
