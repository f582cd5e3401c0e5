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
    /// Tables as they were written before, and how often the ledger's memory was emptied.
    let written: WrittenTables
    let generation: Int
    /// Heads that put the rows in order; nil where the list is too long for every order.
    var heads: SortHeads?

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

        /// What the rows can be put in order by; nil where a cell holds several things.
        var order: Query.Order? {
            switch self {
            case .number, .plan, .owner, .standing: nil
            case .due: .due
            case .original: .original
            case .status: .status
            case .said: .said
            case .updates: .updates
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
        html(.div, .class("table-box"), .role("region"), .aria("label", caption), .tabindex(0)) { html in
            html(.table, .class("records")) { html in
                html(.caption, .class("unseen"), text: caption)
                html(.thead) { html in
                    html(.tr) { html in
                        head(&html, "Ref", .reference)
                        head(&html, "What", .title, className: "what")
                        for column in shown { head(&html, column.title, column.order) }
                    }
                }
                html.add(written(shown))
            }
        }
    }

    private func head(_ html: inout HTML, _ title: String, _ order: Query.Order?, className: String? = nil) {
        guard let heads, let order else { return html(.th, .scope(.col), .class(className), text: title) }
        html(.th, .scope(.col), .class(className), .aria("sort", heads.direction(of: order))) { html in
            html(.a, .href(heads.address(for: order)), text: title)
        }
    }

    private var shown: [Column] {
        rows.contains { $0.printed != nil } ? columns : columns.filter { $0 != .number }
    }

    /// The groups of rows as they were written before, or else anew.
    private func written(_ shown: [Column]) -> HTML {
        let key = key(shown)
        if let known = written.find(key, on: generation) { return known }
        var html = HTML(capacity: 1000 * rows.count)
        let levels = levels
        for group in groups {
            html(.tbody) { html in
                if groupsByTheme {
                    html(.tr, .class("theme")) { html in
                        html(.th, .scope(.rowgroup), .colspan(shown.count + 2), text: group.title)
                    }
                }
                for place in group.rows { write(rows[place], shown, levels, to: &html) }
            }
        }
        written.keep(html, for: key, on: generation, cost: html.bytes.count)
        return html
    }

    private func key(_ shown: [Column]) -> TableKey {
        var versions: [Int] = []
        versions.reserveCapacity(rows.count * 3)
        let showsPlans = shown.contains(.plan)
        // By place, since a copy of each row would take longer than all the rest.
        for place in rows.indices {
            versions.append(rows[place].sequence)
            for owner in rows[place].owners { versions.append(names.version(of: owner)) }
            if showsPlans { versions.append(names.version(of: rows[place].plan)) }
            if groupsByTheme { versions.append(names.version(of: rows[place].theme)) }
        }
        return TableKey(
            versions: versions, scheme: schemeVersion, shown: shown, groupsByTheme: groupsByTheme, today: today,
            asAt: asAt)
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
            if row.reference.kind.isTracked { html.reported(row, level: row.status.flatMap { levels[$0] }) }
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

/// Tables as they were written. A version of a record never changes, so that a table follows from the versions of its rows,
/// and of those that they name; all go where the ledger's memory was emptied.
typealias WrittenTables = Remembered<Int, TableKey, HTML>

/// What the groups of a table follow from.
struct TableKey: Hashable, Sendable {
    /// The entries that made the versions of the rows, each before those of whom it names.
    let versions: [Int]
    /// That of the status scheme.
    let scheme: Int
    let shown: [RecordTable.Column]
    let groupsByTheme: Bool
    let today: Day
    let asAt: String?
}
