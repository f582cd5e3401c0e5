import Access
import Ledger
import Markup
import Register

/// What somebody who signs in should look at first: what they answer for; where they edit the registers, what waits there;
/// where they do neither, as councillors, what is late, what slipped and what was never answered.
struct HomePage {
    let visit: Visit
    let returned: ReturnedImports
    let overview: Overview
    let lists: [Attention]
    /// Whom the lists name.
    let names: RecordNames

    /// Somebody who answers for promises.
    struct Owner: Sendable {
        /// The record that stands for the person, by which lists are narrowed to what is theirs.
        var reference: Reference
        /// That record and those that were merged into it.
        var parties: [RecordID]
    }

    static func read(_ visit: Visit) async throws -> HomePage {
        let returned = try await ReturnedImports(visit)
        return try await visit.read { reader in
            let overview = try Overview.read(visit, reader)
            let lists = try lists(visit, overview.tallies, reader)
            let names = try RecordNames(lists.flatMap { $0.rows.flatMap(\.owners) }, in: reader, visit.asAt)
            return HomePage(visit: visit, returned: returned, overview: overview, lists: lists, names: names)
        }
    }

    private static func lists(
        _ visit: Visit, _ tallies: [Tally], _ reader: any LedgerReader
    ) throws -> [Attention] {
        let closing = visit.may(.editing) ? try Attention.closing(visit, in: reader) : nil
        let first = [closing].compactMap(\.self)
        if let owner = try owner(visit, reader) {
            return try first
                + [.overdue, .dueSoon, .notUpdated].map { try Attention($0, of: owner, visit, in: reader) }
        }
        let concerns: [Attention.Concern] =
            visit.may(.editing) ? [.overdue, .dueSoon, .notUpdated] : [.overdue, .slipped, .unanswered]
        return try first + concerns.map { try Attention($0, tallies, visit, in: reader) }
    }

    /// Whoever asks, where they answer for any promise that is not finished.
    private static func owner(_ visit: Visit, _ reader: any LedgerReader) throws -> Owner? {
        guard let person = visit.visitor?.account.details.person else { return nil }
        let parties = try reader.identities(of: person, visit.asAt)
        guard let row = try parties.first.flatMap({ try reader.rows([$0], visit.asAt)[$0] }) else { return nil }
        let owner = Owner(reference: row.reference, parties: parties)
        var open = Query(kinds: RecordKind.promises)
        (open.asAt, open.owners, open.limit, open.wantsTotal) = (visit.asAt, owner.parties, 1, false)
        open.standing = StandingFilter(.open, on: visit.day)
        return try reader.list(open).rows.isEmpty ? nil : owner
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Home", section: .home, isWide: true).page(for: visit) { html in
            html.heading("How our promises stand", over: visit.day.words)
            guard !overview.plans.isEmpty else {
                nothing(&html)
                returned.write(to: &html)
                return
            }
            figures(&html)
            html(.div, .class("columns")) { html in
                returned.write(to: &html)
                for list in lists { list.write(to: &html, names, today: visit.day, asAt: visit.asAtText) }
            }
            progress(&html)
            overview.week.write(to: &html, asAt: visit.asAtText)
            pastDay(&html)
        }
    }

    /// The way to how things stood.
    private func pastDay(_ html: inout HTML) {
        html(.form, .class("filters inline"), .method(.get), .action(.to(.home))) { html in
            html(.label, .for("as-at"), text: "All of this as at another day")
            html(.div, .class("field")) { html in
                html(.input, .id("as-at"), .name("as-at"), .type("date"), .value(visit.asAtText))
            }
            html(.button, .type("submit"), text: "Show")
        }
    }

    private func nothing(_ html: inout HTML) {
        guard visit.asAt == .now else {
            html(
                .p,
                "The ledger held no promises yet on \(visit.day.words). Papers that are older than that may have been brought in later."
            )
            return
        }
        html(
            .p,
            "No promises are kept yet. They come out of papers: an action plan, a review, a committee report.")
        if visit.may(.editing) {
            html(.p) { $0(.a, .class("button"), .href(.to(.imports)), text: "Bring in a paper") }
        }
    }

    private func figures(_ html: inout HTML) {
        let all = overview.tallies.reduce(into: Tally(kind: .action)) { if $1.kind.isPromise { $0.add($1) } }
        let asAt = visit.asAtText
        func list(_ standing: StandingFilter.Kind?) -> Address {
            .list(.action, query: [("standing", standing?.rawValue), ("as-at", asAt)])
        }
        func concern(_ concern: Attention.Concern, _ words: String, _ tone: String) -> (Int, String, String, Address) {
            (concern.count(overview.tallies), words, tone, concern.list(owner: nil, asAt: asAt))
        }
        let figures = [
            (all.count, "promises", "plain", list(nil)), (all.finished, "finished", "good", list(.finished)),
            concern(.overdue, "overdue", "bad"), concern(.dueSoon, "due in 30 days", "caution"),
            concern(.notUpdated, "not updated", "caution"), concern(.slipped, "slipped", "caution"),
            concern(.unanswered, "never answered", "bad"),
        ]
        html(.ul, .class("figures")) { html in
            for (count, words, tone, address) in figures {
                html(.li, .class("figure figure-\(tone)")) { html in
                    html(.a, .href(address)) { html in
                        html(.strong, "\(count)")
                        html.text(" ")
                        html(.span, words)
                    }
                }
            }
        }
    }

    private func progress(_ html: inout HTML) {
        html(.section) { html in
            html(.h2, "Progress by plan")
            ProgressChart(plans: overview.plans, address: { .to($0.reference, asAt: visit.asAtText) }).write(to: &html)
            if overview.planCount > overview.plans.count {
                html(.p) { html in
                    html.text("These have most that is overdue. ")
                    html(
                        .a, .href(.to(.plans, query: [("as-at", visit.asAtText)])),
                        text: "All \(overview.planCount) plans")
                }
            }
        }
    }
}
