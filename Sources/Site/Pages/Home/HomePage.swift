import Access
import Ledger
import Markup
import Register

/// What somebody who signs in should look at first.
struct HomePage {
    let visit: Visit
    let today: Day
    let plans: [PlanProgress]
    /// Lists of promises that somebody should look at, in the order of their urgency.
    let lists: [Attention]
    let names: RecordNames
    let changes: [Change]

    /// A short list with a way to all of it.
    struct Attention {
        var title: String
        var total: Int
        var rows: [Row]
        var all: Address
        /// What it says where there is nothing.
        var nothing: String
    }

    /// An entry of the last days.
    struct Change {
        var row: Row
        var entry: Entry
    }

    static func read(_ visit: Visit) async throws -> HomePage {
        let (asAt, day) = (visit.asAt, visit.day)
        let mine = visit.rights.parties
        return try await visit.read { reader in
            let tallies = try reader.tally(TallyQuestion(on: day, asAt: asAt))
            let lists = try HomePage.lists(reader, asAt, day, mine: mine, asAtText: visit.asAtText)
            let changes = try HomePage.changes(reader, asAt)
            let rows = lists.flatMap(\.rows) + changes.map(\.row)
            let plans = tallies.compactMap(\.plan)
            let names = try RecordNames(
                plans + rows.flatMap { [$0.plan, $0.parent].compactMap { $0 } + $0.owners }, in: reader, asAt)
            return HomePage(
                visit: visit, today: day, plans: PlanProgress.all(tallies, names), lists: lists, names: names,
                changes: changes)
        }
    }

    private static func lists(
        _ reader: any LedgerReader, _ asAt: AsAt, _ day: Day, mine: Set<RecordID>, asAtText: String?
    ) throws -> [Attention] {
        func list(
            _ title: String, _ kind: RecordKind, _ standing: StandingFilter.Kind, nothing: String, isMine: Bool = false
        ) throws -> Attention {
            var query = Query(kinds: kind == .action ? [.action, .undertaking, .project] : [kind])
            (query.asAt, query.limit) = (asAt, 5)
            query.standing = StandingFilter(standing, on: day)
            query.order = standing == .unanswered ? .reference : .due
            if isMine { query.owners = Array(mine) }
            let page = try reader.list(query)
            let all: Address =
                isMine
                ? .to(.myPromises, query: [("as-at", asAtText)])
                : .list(kind, query: [("standing", standing.rawValue), ("as-at", asAtText)])
            return Attention(title: title, total: page.total, rows: page.rows, all: all, nothing: nothing)
        }
        var lists: [Attention] = []
        if !mine.isEmpty {
            lists.append(
                try list("My overdue promises", .action, .overdue, nothing: "None of yours is overdue.", isMine: true))
        }
        lists.append(try list("Overdue", .action, .overdue, nothing: "Nothing is overdue."))
        lists.append(try list("Due in the next 30 days", .action, .dueSoon, nothing: "Nothing is due soon."))
        lists.append(try list("Slipped", .action, .slipped, nothing: "No date was put off."))
        lists.append(
            try list(
                "Nothing said for a quarter", .action, .stale,
                nothing: "Everything was reported on in the last quarter."))
        lists.append(
            try list(
                "Recommendations without an answer", .recommendation, .unanswered,
                nothing: "Every recommendation has an answer."))
        return lists
    }

    /// The last entries that people care for: no links, no parts of an import.
    private static func changes(_ reader: any LedgerReader, _ asAt: AsAt) throws -> [Change] {
        var query = Query(kinds: [.import, .update, .action, .recommendation, .risk, .plan, .decision, .saving])
        (query.asAt, query.order, query.limit, query.wantsTotal) = (asAt, .changed, 40, false)
        var changes: [Change] = []
        var commits: Set<Int> = []
        for row in try reader.list(query).rows where changes.count < 8 {
            guard let entry = try reader.entry(row.id, asAt), commits.insert(entry.commit).inserted else { continue }
            changes.append(Change(row: row, entry: entry))
        }
        return changes
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Home", section: .home, isWide: true).page(for: visit) { html in
            html.heading("How our promises stand", over: today.words)
            guard !plans.isEmpty else {
                let nothing =
                    visit.asAt == .now
                    ? "No promises are kept yet. They come out of papers: bring in an action plan, a review or a committee report."
                    : "The ledger held no promises yet on \(today.words). Papers that are older than that may have been brought in later."
                html(.p, nothing)
                return
            }
            figures(&html)
            html(.div, .class("columns")) { html in
                html(.div) { html in for list in lists.prefix(3) { attention(&html, list) } }
                html(.div) { html in
                    for list in lists.dropFirst(3) { attention(&html, list) }
                }
            }
            progress(&html)
            latest(&html)
        }
    }

    private func figures(_ html: inout HTML) {
        let all = plans.reduce(into: Tally(kind: .action)) { $0.add($1.counts) }
        let asAt = visit.asAtText
        let figures: [(Int, String, StandingFilter.Kind?, String)] = [
            (all.count, "promises", nil, "plain"), (all.finished, "finished", .finished, "good"),
            (all.overdue, "overdue", .overdue, "bad"), (all.dueSoon, "due in 30 days", .dueSoon, "caution"),
            (all.slipped, "slipped", .slipped, "caution"), (all.noOwner, "without owner", .noOwner, "plain"),
            (all.noDate, "without date", .noDate, "plain"),
        ]
        html(.ul, .class("figures")) { html in
            for (count, words, standing, tone) in figures {
                html(.li, .class("figure figure-\(tone)")) { html in
                    html(.a, .href(.list(.action, query: [("standing", standing?.rawValue), ("as-at", asAt)]))) {
                        html in
                        html(.strong, "\(count)")
                        html.text(" ")
                        html(.span, words)
                    }
                }
            }
        }
    }

    private func attention(_ html: inout HTML, _ list: Attention) {
        html(.section, .class("attention")) { html in
            html(.h2) { html in
                html.text(list.title)
                if list.total > 0 { html(.span, .class("count"), text: "\(list.total)") }
            }
            guard !list.rows.isEmpty else {
                html(.p, .class("hint"), text: list.nothing)
                return
            }
            html(.ul, .class("plain-list")) { html in
                for row in list.rows {
                    html(.li) { html in
                        html(.a, .href(.to(row.reference, asAt: visit.asAtText)), text: row.title.clipped(to: 120))
                        html(.p, .class("meta")) { html in
                            html.text(row.reference.description)
                            if let due = row.due {
                                html.text(" · due ")
                                html.day(due)
                                if due < today, !row.isFinished {
                                    html.text(", \(due.length(until: today)) late")
                                }
                            }
                            let people = names.people(row.owners)
                            if !people.isEmpty { html.text(" · " + people.map(\.title).joined(separator: ", ")) }
                        }
                    }
                }
            }
            if list.total > list.rows.count {
                html(.p) { $0(.a, .href(list.all), text: "All \(list.total)") }
            }
        }
    }

    private func progress(_ html: inout HTML) {
        html(.section) { html in
            html(.h2, "Progress by plan")
            ProgressChart(plans: plans, asAt: visit.asAtText).write(to: &html)
        }
    }

    private func latest(_ html: inout HTML) {
        guard !changes.isEmpty else { return }
        html(.section) { html in
            html(.h2, "What changed last")
            html(.ul, .class("plain-list")) { html in
                for change in changes {
                    html(.li) { html in
                        let about =
                            change.row.reference.kind == .update ? names[change.row.parent] ?? change.row : change.row
                        html(.a, .href(.to(about.reference, asAt: visit.asAtText)), text: about.title.clipped(to: 140))
                        html(.p, .class("meta")) { html in
                            html.text("\(about.reference) · ")
                            html.day(LondonTime.day(of: change.entry.at))
                            html.text(" · \(change.entry.actor) · \(change.entry.reason)")
                        }
                    }
                }
            }
        }
    }
}
