import Ledger
import Markup
import Register

/// What a list can be narrowed by, as a form that works without script.
struct FilterForm {
    let visit: Visit
    let filters: Filters
    let kinds: [RecordKind]
    let choices: FilterChoices
    /// The columns that are shown; none where the page has no columns to choose.
    let columns: [RecordTable.Column]
    /// Where the form leads.
    let action: Address
    /// What else of the address is kept, such as the view.
    var kept: [String] = []

    func write(to html: inout HTML) {
        // On a narrow screen the filters stand behind this; it works without script.
        html(.input, .type("checkbox"), .id("show-filters"), .class("toggle"), .checked(filters.areSet))
        html(.label, .class("toggle-label"), .for("show-filters"), text: "Filter, order and day")
        html(.form, .class("filters"), .method(.get), .action(action)) { html in
            for name in kept {
                if let value = visit.query[name] { html(.input, .type("hidden"), .name(name), .value(value)) }
            }
            html(.div, .class("filter-row")) { html in
                html(.div, .class("field")) { html in
                    html(.label, .for("text"), text: "Words")
                    html(.input, .id("text"), .name("text"), .type("search"), .value(filters.words))
                }
                if kinds.contains(where: { $0.isPromise || $0 == .recommendation }) {
                    html.select("standing", "Standing", Self.standings, chosen: filters.standing?.rawValue)
                }
                some(&html, "owner", "Owner", choices.owners, filters.owner)
                some(&html, "theme", "Theme", choices.themes, filters.theme)
                some(&html, "council", "Council", choices.councils, filters.council)
                some(&html, "status", "Reported", choices.statuses, filters.status, atLeast: 1)
                some(&html, "tag", "Tag", choices.tags, filters.tag, atLeast: 1)
                html.select("sort", "Order", orders, chosen: filters.sort?.text)
                html(.div, .class("field")) { html in
                    html(.label, .for("as-at"), text: "As at")
                    html(.input, .id("as-at"), .name("as-at"), .type("date"), .value(visit.asAtText))
                }
            }
            html(.div, .class("filter-buttons")) { html in
                if !columns.isEmpty { columnChoice(&html) }
                html(.button, .type("submit"), text: "Show")
                if filters.areSet || visit.asAtText != nil { html(.a, .href(action), text: "Clear all") }
            }
        }
    }

    private func columnChoice(_ html: inout HTML) {
        html(.details, .class("columns-choice")) { html in
            html(.summary, "Columns")
            html(.div, .class("ticks")) { html in
                for column in RecordTable.Column.allCases {
                    html(.div, .class("choice")) { html in
                        let id = "column-\(column.rawValue)"
                        html(
                            .input, .type("checkbox"), .id(id), .name("column"), .value(column.rawValue),
                            .checked(columns.contains(column)))
                        html(.label, .for(id), text: column.title)
                    }
                }
            }
        }
    }

    private func some(
        _ html: inout HTML, _ name: String, _ label: String, _ options: Options, _ chosen: String?, atLeast: Int = 2
    ) {
        // The first is "any".
        guard options.count > atLeast || chosen != nil else { return }
        html.select(name, label, options, chosen: chosen)
    }

    private static let standings = Options.any(StandingFilter.Kind.allCases.map { ($0.rawValue, $0.words) })

    private static let usualOrders = [
        ("", "Usual"), ("due", "Due day"), ("reference", "As in the paper"), ("changed", "Last changed"),
    ]
    private static let orders = Options(usualOrders)

    /// The usual ones, and that of a head of the table where somebody chose it.
    private var orders: Options {
        guard let sort = filters.sort?.text, !Self.usualOrders.contains(where: { $0.0 == sort }) else {
            return Self.orders
        }
        return Options(Self.usualOrders + [(sort, "By a column of the table")])
    }
}

/// What the filters of a list offer.
struct FilterChoices: Sendable {
    var owners = Options.any([])
    var themes = Options.any([])
    var councils = Options.any([])
    var statuses = Options.any([])
    var tags = Options.any([])

    /// What narrows the records of a plan: its themes and levels, and whoever answers for something in it.
    static func of(_ plan: Row, _ scheme: StatusScheme, _ visit: Visit, in reader: any LedgerReader) throws
        -> FilterChoices
    {
        try remembered(visit, plan.id, reader) {
            let owners = try reader.owners(in: plan.id, visit.asAt, readable: .everything)
            return FilterChoices(
                owners: sorted(try RecordNames(owners, in: reader, visit.asAt).people(Array(owners))),
                themes: choices(try rows([.theme], plan: plan.id, visit.asAt, reader)),
                councils: choices(try rows([.council], visit.asAt, reader)), statuses: words(scheme.levels.map(\.name)),
                tags: try tags(visit, reader))
        }
    }

    /// What narrows the records of all plans: everybody, as far as they can be chosen from, and all councils.
    static func ofEverything(_ visit: Visit, in reader: any LedgerReader) throws -> FilterChoices {
        try remembered(visit, nil, reader) {
            let people = try rows([.person, .post], visit.asAt, reader)
            return FilterChoices(
                owners: sorted(people), councils: choices(try rows([.council], visit.asAt, reader)),
                tags: try tags(visit, reader))
        }
    }

    /// More than this nobody reads through to choose from.
    private static let most = 300

    private static func rows(
        _ kinds: [RecordKind], plan: RecordID? = nil, _ asAt: AsAt, _ reader: any LedgerReader
    ) throws -> [Row] {
        var query = Query(kinds: kinds)
        (query.asAt, query.plan, query.limit, query.wantsTotal, query.order) = (asAt, plan, most, false, .reference)
        return try reader.list(query).rows.filter { $0.mergedInto == nil }
    }

    private static func tags(_ visit: Visit, _ reader: any LedgerReader) throws -> Options {
        words(try reader.tags(visit.asAt, readable: .everything).prefix(most))
    }

    private static func words(_ words: some Sequence<String>) -> Options { .any(words.map { ($0, $0) }) }

    /// By their references, in the words that people choose by.
    private static func choices(_ rows: some Sequence<Row>) -> Options {
        .any(rows.map { ($0.reference.description, $0.title.clipped(to: 50)) })
    }

    private static func sorted(_ people: [Row]) -> Options {
        let named = people.map { (key: $0.title.lowercased(), row: $0) }
        return choices(named.sorted { $0.key < $1.key }.prefix(most).map(\.row))
    }

    /// What a choice follows from, beside the state of the ledger.
    struct Key: Hashable {
        let plan: RecordID?
        let readable: Readable
    }

    /// Choices are the same on every page of a plan.
    private static func remembered(
        _ visit: Visit, _ plan: RecordID?, _ reader: any LedgerReader, _ read: () throws -> FilterChoices
    ) throws -> FilterChoices {
        guard visit.asAt == .now else { return try read() }
        let key = Key(plan: plan, readable: visit.readable)
        let grounds = try Grounds(visit, reader)
        if let known = visit.site.choices.find(key, on: grounds) { return known }
        let choices = try read()
        visit.site.choices.keep(
            choices, for: key, on: grounds, cost: choices.owners.count + choices.themes.count + 1)
        return choices
    }
}

extension Options {
    /// Any, or one of some.
    fileprivate static func any(_ some: [(value: String, words: String)]) -> Options { Options([("", "Any")] + some) }
}

extension StandingFilter.Kind {
    /// For people, in a list to choose from.
    var words: String {
        switch self {
        case .overdue: "Overdue"
        case .dueSoon: "Due in 30 days"
        case .inTime: "In time"
        case .slipped: "Slipped"
        case .stale: "Not updated this period"
        case .noOwner: "Without owner"
        case .noDate: "Without date"
        case .ongoing: "Ongoing"
        case .unanswered: "Unanswered"
        case .awaitsClosing: "Reported as ended, not closed"
        case .open: "Not finished"
        case .finished: "Finished"
        }
    }
}
