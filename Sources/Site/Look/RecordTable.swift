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
    /// The entry that made the version of the plan whose scheme that is.
    var schemeVersion = 0
    var asAt: String?
    /// Whether rows stand under the names of their themes.
    var groupsByTheme = false
    /// Rows as they were written before, and how often the ledger's memory was emptied.
    let written: WrittenRows
    let generation: Int

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
        let shown = shown
        // Worked out once, and only where a row was not written before.
        lazy var levels = self.levels
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
                        for place in group.rows { html.add(written(rows[place], shown) { levels }) }
                    }
                }
            }
        }
    }

    private var shown: [Column] {
        rows.contains { $0.printed != nil } ? columns : columns.filter { $0 != .number }
    }

    /// Places of rows under the titles of their themes, both in their first order.
    private var groups: [(title: String, rows: [Int])] {
        guard groupsByTheme else { return [("", Array(rows.indices))] }
        var order: [RecordID?] = []
        var byTheme: [RecordID?: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            let theme = names[row.theme]?.id
            if byTheme[theme] == nil { order.append(theme) }
            byTheme[theme, default: []].append(place)
        }
        return order.map { (names[$0]?.title ?? "No theme", byTheme[$0] ?? []) }
    }

    /// The levels of the few words that many rows report.
    private var levels: [String: StatusLevel] {
        var levels: [String: StatusLevel] = [:]
        for status in Set(rows.compactMap(\.status)) { levels[status] = StatusScheme.level(for: status, in: scheme) }
        return levels
    }

    /// A row as it was written before, or else anew.
    private func written(_ row: Row, _ shown: [Column], _ levels: () -> [String: StatusLevel]) -> HTML {
        let named = names.people(row.owners) + (shown.contains(.plan) ? [names[row.plan]].compactMap(\.self) : [])
        let key = RowKey(
            sequence: row.sequence, named: named.map(\.sequence), scheme: schemeVersion, shown: shown, today: today,
            asAt: asAt)
        if let known = written.find(key, on: generation) { return known }
        var html = HTML(capacity: 1000)
        write(row, shown, levels(), to: &html)
        written.keep(html, for: key, on: generation, cost: html.bytes.count)
        return html
    }

    private func write(_ row: Row, _ shown: [Column], _ levels: [String: StatusLevel], to html: inout HTML) {
        html(.tr) { html in
            html(.td, .class("ref"), text: row.reference.description)
            html(.th, .scope(.row), .class("what")) { html in
                html(
                    .a, .href(.to(row.reference, asAt: asAt)),
                    text: row.title.isEmpty ? "(no words)" : row.title.clipped(to: 280))
            }
            for column in shown { html(.td, .data("title", column.title)) { write(column, of: row, levels, to: &$0) } }
        }
    }

    private func write(_ column: Column, of row: Row, _ levels: [String: StatusLevel], to html: inout HTML) {
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
        case .status:
            if row.reference.kind.isTracked { html.status(row.status, level: row.status.flatMap { levels[$0] }) }
        case .said: if let said = row.lastSaid { html.day(said) }
        case .updates: html.text(row.updates)
        }
    }
}

extension String {
    /// The text cut between words, with an ellipsis where it is longer than some characters, each counted by its scalars.
    func clipped(to length: Int) -> String {
        guard utf8.count > length else { return self }
        let scalars = unicodeScalars
        guard let cut = scalars.index(startIndex, offsetBy: length - 1, limitedBy: endIndex),
            cut < endIndex, scalars.index(after: cut) < endIndex
        else { return self }
        let end = scalars[..<cut].lastIndex { $0.properties.isWhitespace } ?? cut
        return String(self[..<end]) + "…"
    }
}

/// Rows of tables as they were written. A version of a record never changes, so that its row follows from it, and from the
/// versions of those that it names; all go where the ledger's memory was emptied.
typealias WrittenRows = Remembered<Int, RowKey, HTML>

/// What a row of a table follows from.
struct RowKey: Hashable, Sendable {
    /// The entries that made the version, those of its owners and its plan, and the status scheme.
    let sequence: Int
    let named: [Int]
    let scheme: Int
    let shown: [RecordTable.Column]
    let today: Day
    let asAt: String?
}
