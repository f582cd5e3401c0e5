import Ledger
import Markup
import Register

/// Records as a table: which columns there are depends on what the records are, and on what the reader chose.
struct RecordTable {
    let rows: [Row]
    let names: RecordNames
    let today: Day
    /// Columns that were chosen; that of printed numbers is left out where no row has one.
    let columns: [Column]
    var scheme: StatusScheme?
    var asAt: String?
    /// Whether rows stand under the names of their themes.
    var groupsByTheme = false

    /// What a column shows.
    enum Column: String, CaseIterable, Sendable {
        case number, plan, owner, due, original, standing, status, said, updates

        var title: String {
            switch self {
            case .number: "No."
            case .plan: "Plan"
            case .owner: "Owner"
            case .due: "Due"
            case .original: "First due"
            case .standing: "Standing"
            case .status: "Reported"
            case .said: "Last said"
            case .updates: "Updates"
            }
        }

        /// Columns for kinds where nobody has chosen any.
        static func usual(_ kinds: [RecordKind], withPlan: Bool) -> [Column] {
            let isPromise = kinds.contains { $0.isPromise }
            let isTracked = kinds.contains { $0.isTracked }
            var columns: [Column] = [.number]
            if withPlan { columns.append(.plan) }
            if isTracked { columns.append(.owner) }
            if isPromise {
                columns += [.due, .standing, .status]
            } else if isTracked {
                columns += [.due, .status]
            } else {
                columns += [.due]
            }
            return columns
        }

        /// The columns that an address names, in their usual order; the usual ones where it names none.
        static func chosen(_ query: Fields, _ kinds: [RecordKind], withPlan: Bool) -> [Column] {
            let chosen = query.all("column").compactMap(Column.init(rawValue:))
            return chosen.isEmpty ? usual(kinds, withPlan: withPlan) : allCases.filter(chosen.contains)
        }
    }

    func write(to html: inout HTML, caption: String) {
        html(.div, .class("table-box"), .role("region"), .aria("label", caption), .tabindex(0)) { html in
            html(.table, .class("records")) { html in
                html(.caption, .class("unseen"), text: caption)
                html(.thead) { html in
                    html(.tr) { html in
                        html(.th, .scope(.col), text: "Ref")
                        html(.th, .scope(.col), .class("what"), text: "What")
                        for column in shown { html(.th, .scope(.col), text: column.title) }
                    }
                }
                for group in groups {
                    html(.tbody) { html in
                        if groupsByTheme {
                            html(.tr, .class("theme")) { html in
                                html(.th, .scope(.rowgroup), .colspan(shown.count + 2), text: group.title)
                            }
                        }
                        for row in group.rows { write(row, to: &html) }
                    }
                }
            }
        }
    }

    private var shown: [Column] {
        rows.contains { $0.printed != nil } ? columns : columns.filter { $0 != .number }
    }

    private var groups: [(title: String, rows: [Row])] {
        guard groupsByTheme else { return [("", rows)] }
        var order: [RecordID?] = []
        var byTheme: [RecordID?: [Row]] = [:]
        for row in rows {
            let theme = names[row.theme]?.id
            if byTheme[theme] == nil { order.append(theme) }
            byTheme[theme, default: []].append(row)
        }
        return order.map { (names[$0]?.title ?? "No theme", byTheme[$0] ?? []) }
    }

    private func write(_ row: Row, to html: inout HTML) {
        html(.tr) { html in
            html(.td, .class("ref"), text: row.reference.description)
            html(.th, .scope(.row), .class("what")) { html in
                html(
                    .a, .href(.to(row.reference, asAt: asAt)),
                    text: row.title.isEmpty ? "(no words)" : row.title.clipped(to: 280))
            }
            for column in shown { html(.td, .data("title", column.title)) { write(column, of: row, to: &$0) } }
        }
    }

    private func write(_ column: Column, of row: Row, to html: inout HTML) {
        switch column {
        case .number: html.text(row.printed ?? "")
        case .plan:
            if let plan = names[row.plan] { html(.a, .href(.to(plan.reference, asAt: asAt)), text: plan.title) }
        case .owner:
            let people = names.people(row.owners)
            if people.isEmpty, row.reference.kind.isPromise { html(.span, .class("none"), text: "no owner") }
            html.text(people.map(\.title).joined(separator: ", "))
        case .due:
            if let due = row.due { html.day(due) }
            if row.slips > 0 {
                html(.span, .class("slip"), text: row.slips == 1 ? "slipped" : "slipped \(row.slips) times")
            }
        case .original: if let first = row.originalDue { html.day(first) }
        case .standing:
            let standing = row.standing(on: today)
            html.standing(standing, due: row.due, on: today)
        case .status: if row.reference.kind.isTracked { html.status(row.status, scheme: scheme) }
        case .said: if let said = row.lastSaid { html.day(said) }
        case .updates: html.text(row.updates)
        }
    }
}

extension String {
    /// The text cut between words, with an ellipsis where it is longer than some characters.
    func clipped(to length: Int) -> String {
        guard utf8.count > length, count > length else { return self }
        let start = prefix(length - 1)
        let end = start.lastIndex { $0.isWhitespace } ?? start.endIndex
        return start[..<end] + "…"
    }
}
