import Access
import Ledger
import Markup
import Register

/// What whoever has signed in answers for, the most urgent first, each two clicks from its update.
struct MyPromisesPage {
    let visit: Visit
    let rows: [Row]
    /// What they have reported as ended, and an officer is to close.
    let reported: Set<RecordID>
    let names: RecordNames

    static func read(_ visit: Visit) async throws -> MyPromisesPage {
        let mine = visit.rights.parties
        guard !mine.isEmpty else { return MyPromisesPage(visit: visit, rows: [], reported: [], names: RecordNames()) }
        let asAt = visit.asAt
        return try await visit.read { reader in
            var query = Query(kinds: RecordKind.allCases.filter(\.isTracked))
            (query.asAt, query.owners, query.order, query.wantsTotal) = (asAt, Array(mine), .due, false)
            let rows = try reader.list(query).rows
            query.standing = StandingFilter(.awaitsClosing, on: visit.day)
            let reported = Set(try reader.list(query).rows.map(\.id))
            return MyPromisesPage(
                visit: visit, rows: rows, reported: reported, names: try RecordNames(for: rows, in: reader, asAt))
        }
    }

    /// The rows for spreadsheets and programs.
    var facts: [RecordFacts] { rows.map { RecordFacts($0, today: visit.day) { names[$0] } } }

    var html: HTML {
        Frame(title: "My promises", section: .promises).page(for: visit) { html in
            html.heading("My promises")
            html.done(visit.query["done"].map { "Saved: \($0) is up to date." })
            guard !visit.rights.parties.isEmpty else {
                html(
                    .p,
                    "Your account is not tied to a person of the ledger yet, so nobody knows which promises are yours. Whoever keeps accounts can say who you are."
                )
                return
            }
            let open = rows.filter { !$0.isFinished && !reported.contains($0.id) }
            let groups: [(String, [Row])] = [
                ("Overdue", open.filter { $0.standing(on: visit.day) == .overdue }),
                ("Due in the next 30 days", open.filter { $0.standing(on: visit.day) == .dueSoon }),
                (
                    "Later, or without a day",
                    open.filter { ![.overdue, .dueSoon].contains($0.standing(on: visit.day)) }
                ),
                ("Reported as ended, for an officer to close", rows.filter { reported.contains($0.id) }),
            ]
            if open.isEmpty { html(.p, "You have no open promises.") }
            for (title, rows) in groups where !rows.isEmpty {
                html(.section) { html in
                    html(.h2) { html in
                        html.text(title)
                        html(.span, .class("count"), text: "\(rows.count)")
                    }
                    html(.ul, .class("plain-list promises")) { html in
                        for row in rows { html(.li) { write(row, to: &$0) } }
                    }
                }
            }
            if !rows.isEmpty { html.files(visit) }
            let finished = rows.count { $0.isFinished }
            if finished > 0 {
                html(
                    .p, .class("hint"),
                    text: "\(finished.words("promise of yours is", "promises of yours are")) finished.")
            }
        }
    }

    private func write(_ row: Row, to html: inout HTML) {
        html(.div, .class("promise")) { html in
            html(.div) { html in
                html(.a, .href(.to(row.reference)), text: row.title.clipped(to: 200))
                html(.p, .class("meta")) { html in
                    html.text("\(row.reference)")
                    if let plan = names[row.plan] { html.text(" · \(plan.title)") }
                    if let due = row.due {
                        html.text(" · due ")
                        html.day(due)
                    }
                    html.text(row.lastSaid.map { " · last said \($0.shortWords)" } ?? " · nothing said yet")
                }
            }
            html(.div, .class("promise-side")) { html in
                html.status(row.status, scheme: nil)
                html(
                    .a, .class("button small"),
                    .href(.to(.update, row.reference.description, query: [("from", "mine")]))
                ) { html in
                    html.text("Update")
                    html(.span, .class("unseen"), text: " \(row.reference)")
                }
            }
        }
    }
}
