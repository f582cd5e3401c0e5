import Ledger
import Markup
import Register

/// What narrows and orders the list of a published plan. Only what the list shows can be asked for, so that no question tells of
/// what is not public: not words, owners, councils or tags.
struct PublicFilters: Sendable {
    private let fields: Fields
    private let scheme: StatusScheme
    private let themes: [Row]
    let page: Int

    private static let standings: [StandingFilter.Kind] = [
        .overdue, .dueSoon, .inTime, .slipped, .noDate, .ongoing, .open, .finished,
    ]
    private static let orders: [(value: String, words: String)] = [("", "As in the paper"), ("due", "Due day")]

    /// One statement.
    init(_ visit: Visit, _ plan: Row, _ scheme: StatusScheme, _ reader: any LedgerReader) throws {
        var query = Query(kinds: [.theme])
        (query.plan, query.order, query.wantsTotal) = (plan.id, .reference, false)
        (fields, self.scheme, themes) = (visit.query, scheme, try reader.list(query).rows)
        page = Filters(visit.query).page
    }

    private var standing: StandingFilter.Kind? {
        Self.standings.first { $0.rawValue == fields["standing"] }
    }
    private var theme: Row? { themes.first { $0.reference.description == fields["theme"] } }
    private var status: String? { scheme.levels.map(\.name).first { $0 == fields["status"] } }

    /// Whether anything is narrowed.
    var areSet: Bool { standing != nil || theme != nil || status != nil }

    /// All that is public of a plan, as far as it is asked for.
    func query(_ plan: Row, on day: Day) -> Query {
        var query = Query(kinds: Published.kinds)
        (query.plan, query.status, query.themes) = (plan.id, status, theme.map { [$0.id] })
        query.standing = standing.map { StandingFilter($0, on: day) }
        query.order = fields["sort"] == "due" ? .due : .reference
        return query
    }

    func write(to html: inout HTML, _ action: Address) {
        html(.form, .class("filters"), .method(.get), .action(action)) { html in
            html(.div, .class("filter-row")) { html in
                html.select(
                    "standing", "Standing", [("", "Any")] + Self.standings.map { ($0.rawValue, $0.words) },
                    chosen: standing?.rawValue)
                html.select(
                    "status", "Reported", [("", "Any")] + scheme.levels.map { ($0.name, $0.name) }, chosen: status)
                if themes.count > 1 {
                    html.select(
                        "theme", "Theme",
                        [("", "Any")] + themes.map { ($0.reference.description, $0.title.clipped(to: 50)) },
                        chosen: theme?.reference.description)
                }
                html.select("sort", "Order", Self.orders, chosen: fields["sort"])
            }
            html(.div, .class("filter-buttons")) { html in
                html(.button, .type("submit"), text: "Show")
                if areSet { html(.a, .href(action), text: "Clear all") }
            }
        }
    }
}
