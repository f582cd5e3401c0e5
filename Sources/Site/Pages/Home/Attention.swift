import Ledger
import Markup
import Register

/// What somebody should look at: some of it, how much there is, and the list that shows all of it.
struct Attention: Sendable {
    let concern: Concern
    /// Whether it is about what whoever reads answers for.
    let isMine: Bool
    let total: Int
    let rows: [Row]
    let all: Address

    /// The most rows that are shown.
    static let most = 5

    /// Why something wants looking at.
    enum Concern: Sendable {
        case overdue, dueSoon, notUpdated, slipped, unanswered, awaitsClosing

        /// As lists name it.
        var standing: StandingFilter.Kind {
            switch self {
            case .overdue: .overdue
            case .dueSoon: .dueSoon
            case .notUpdated: .stale
            case .slipped: .slipped
            case .unanswered: .unanswered
            case .awaitsClosing: .awaitsClosing
            }
        }

        func title(isMine: Bool) -> String {
            switch self {
            case .overdue: isMine ? "Yours, overdue" : "Overdue"
            case .dueSoon: isMine ? "Yours, due in 30 days" : "Due in 30 days"
            case .notUpdated: isMine ? "Yours, not updated this period" : "Not updated this period"
            case .slipped: "Slipped to a later date"
            case .unanswered: "Recommendations never answered"
            case .awaitsClosing: "Reported as ended, to be closed"
            }
        }

        /// What it says where there is nothing.
        func nothing(isMine: Bool) -> String {
            switch self {
            case .overdue: isMine ? "None of yours is overdue." : "Nothing is overdue."
            case .dueSoon: isMine ? "None of yours is due soon." : "Nothing is due soon."
            case .notUpdated:
                isMine ? "You have reported on all of yours." : "All were reported on as often as their plans ask."
            case .slipped: "No date was put off."
            case .unanswered: "Every recommendation has an answer."
            case .awaitsClosing: "Nothing waits to be closed."
            }
        }

        /// How many there are, by the counts of all that may be read.
        func count(_ tallies: [Tally]) -> Int {
            tallies.reduce(0) { sum, tally in
                guard self == .unanswered ? tally.kind == .recommendation : tally.kind.isPromise else { return sum }
                return switch self {
                case .overdue: sum + tally.overdue
                case .dueSoon: sum + tally.dueSoon
                case .notUpdated: sum + tally.stale
                case .slipped: sum + tally.slipped
                case .unanswered: sum + tally.unanswered
                // No tally counts them: they are few, and a list finds them.
                case .awaitsClosing: sum
                }
            }
        }

        /// The list that shows exactly them.
        func list(owner: Reference?, asAt: String?) -> Address {
            let query = [("standing", standing.rawValue), ("owner", owner?.description), ("as-at", asAt)]
            return self == .unanswered ? .to(.recommendations, query: query) : .list(.action, query: query)
        }
    }

    /// The first of a concern in all that may be read, by the counts of each kind. How many there are the counts say, so that a statement ends with the
    /// last row that is shown; one for each kind, since an index has them in order.
    init(_ concern: Concern, _ tallies: [Tally], _ visit: Visit, in reader: any LedgerReader) throws {
        var query = Self.query(concern, visit)
        query.wantsTotal = false
        var found: [Row] = []
        for tally in tallies where query.kinds.contains(tally.kind) && concern.count([tally]) > 0 {
            var ofKind = query
            ofKind.kinds = [tally.kind]
            found += try reader.list(ofKind).rows
        }
        if query.order == .due { found.sort(by: Self.isDueSooner) }
        total = concern.count(tallies)
        rows = Array(found.prefix(Self.most))
        (self.concern, isMine) = (concern, false)
        all = concern.list(owner: nil, asAt: visit.asAtText)
    }

    private static func isDueSooner(_ one: Row, _ other: Row) -> Bool {
        guard let day = one.due, let otherDay = other.due else { return one.due != nil && other.due == nil }
        return day < otherDay
    }

    /// The first of a concern in what somebody answers for.
    init(_ concern: Concern, of owner: HomePage.Owner, _ visit: Visit, in reader: any LedgerReader) throws {
        var query = Self.query(concern, visit)
        query.owners = owner.parties
        let page = try reader.list(query)
        (self.concern, isMine, total, rows) = (concern, true, page.total, page.rows)
        all = concern.list(owner: owner.reference, asAt: visit.asAtText)
    }

    /// What waits for an officer to close it.
    static func closing(_ visit: Visit, in reader: any LedgerReader) throws -> Attention? {
        let page = try reader.list(query(.awaitsClosing, visit))
        guard page.total > 0 else { return nil }
        return Attention(
            concern: .awaitsClosing, isMine: false, total: page.total, rows: page.rows,
            all: Concern.awaitsClosing.list(owner: nil, asAt: visit.asAtText))
    }

    private init(concern: Concern, isMine: Bool, total: Int, rows: [Row], all: Address) {
        (self.concern, self.isMine, self.total, self.rows, self.all) = (concern, isMine, total, rows, all)
    }

    private static func query(_ concern: Concern, _ visit: Visit) -> Query {
        var query = Query(kinds: concern == .unanswered ? [.recommendation] : RecordKind.promises)
        (query.asAt, query.limit) = (visit.asAt, most)
        query.standing = StandingFilter(concern.standing, on: visit.day)
        // What was kept first has been without a word, or an answer, for longest.
        query.order = [.unanswered, .notUpdated].contains(concern) ? .reference : .due
        return query
    }

    // MARK: On the page

    func write(to html: inout HTML, _ names: RecordNames, today: Day, asAt: String?) {
        html(.section, .class("attention")) { html in
            html(.h2) { html in
                html.text(concern.title(isMine: isMine))
                if total > 0 {
                    html.text(" ")
                    html(.a, .class("count"), .href(all)) { html in
                        html.text(total)
                        html(.span, .class("unseen"), text: " in the list")
                    }
                }
            }
            guard !rows.isEmpty else {
                html(.p, .class("hint"), text: concern.nothing(isMine: isMine))
                return
            }
            html(.ul, .class("plain-list")) { html in
                for row in rows {
                    html(.li) { html in
                        html(.a, .href(.to(row.reference, asAt: asAt)), text: row.title.clipped(to: 120))
                        html(.p, .class("meta")) { write(row, names, today, to: &$0) }
                    }
                }
            }
        }
    }

    private func write(_ row: Row, _ names: RecordNames, _ today: Day, to html: inout HTML) {
        html.text(row.reference.description)
        if concern == .slipped, let first = row.originalDue {
            html.text(" · first ")
            html.day(first)
        }
        if let due = row.due {
            html.text(concern == .slipped ? ", now " : " · due ")
            html.day(due)
            if due < today, !row.isFinished { html.text(", \(due.length(until: today)) late") }
        }
        if concern == .notUpdated {
            html.text(row.lastSaid.map { " · last said \($0.shortWords)" } ?? " · nothing said yet")
        }
        let people = isMine ? [] : names.people(row.owners)
        if !people.isEmpty { html.text(" · " + people.map(\.title).joined(separator: ", ")) }
    }
}

extension RecordKind {
    /// What "promises" means in lists and counts.
    static let promises = RecordKind.allCases.filter(\.isPromise)
}
