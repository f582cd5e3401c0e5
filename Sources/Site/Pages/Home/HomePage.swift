import Access
import Ledger
import Markup
import Register

/// What somebody who signs in should look at first: what they answer for; where they edit the registers, what waits there;
/// where they do neither, as councillors, what is late, what slipped and what was never answered.
struct HomePage {
    let visit: Visit
    let returned: ReturnedImports
    let tallies: [Tally]
    let plans: [PlanProgress]
    let lists: [Attention]
    let names: RecordNames
    let week: WeekChanges

    /// Somebody who answers for promises.
    struct Owner: Sendable {
        /// The person's own record, by which lists are narrowed to what is theirs.
        var reference: Reference
        /// That record and those that stand for the same person.
        var parties: [RecordID]
    }

    static func read(_ visit: Visit) async throws -> HomePage {
        let returned = try await ReturnedImports(visit)
        return try await visit.read { reader in
            let tallies = try reader.tally(TallyQuestion(on: visit.day, asAt: visit.asAt))
            let lists = try lists(visit, tallies, reader)
            let plans = Set(tallies.compactMap(\.plan))
            let names = try RecordNames(
                plans.union(lists.flatMap { $0.rows.flatMap(\.owners) }), in: reader, visit.asAt)
            return HomePage(
                visit: visit, returned: returned, tallies: tallies, plans: PlanProgress.all(tallies, names),
                lists: lists, names: names, week: try WeekChanges(before: visit.day, asAt: visit.asAt, in: reader))
        }
    }

    private static func lists(
        _ visit: Visit, _ tallies: [Tally], _ reader: any LedgerReader
    ) throws -> [Attention] {
        if let owner = try owner(visit, reader) {
            return try [.overdue, .dueSoon, .notUpdated].map { try Attention($0, of: owner, visit, in: reader) }
        }
        let concerns: [Attention.Concern] =
            visit.may(.editing) ? [.overdue, .dueSoon, .notUpdated] : [.overdue, .slipped, .unanswered]
        return try concerns.map { try Attention($0, tallies, visit, in: reader) }
    }

    /// Whoever asks, where they answer for any promise that is not finished.
    private static func owner(_ visit: Visit, _ reader: any LedgerReader) throws -> Owner? {
        guard let person = visit.visitor?.account.details.person,
            let row = try reader.rows([person], visit.asAt)[person]
        else { return nil }
        let owner = Owner(reference: row.reference, parties: try reader.identities(of: person, visit.asAt))
        var open = Query(kinds: RecordKind.promises)
        (open.asAt, open.owners, open.limit, open.wantsTotal) = (visit.asAt, owner.parties, 1, false)
        open.standing = StandingFilter(.open, on: visit.day)
        return try reader.list(open).rows.isEmpty ? nil : owner
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Home", section: .home, isWide: true).page(for: visit) { html in
            html.heading("How our promises stand", over: visit.day.words)
            guard !plans.isEmpty else {
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
            week.write(to: &html, asAt: visit.asAtText)
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
        let all = tallies.reduce(into: Tally(kind: .action)) { if $1.kind.isPromise { $0.add($1) } }
        let asAt = visit.asAtText
        func list(_ standing: StandingFilter.Kind?) -> Address {
            .list(.action, query: [("standing", standing?.rawValue), ("as-at", asAt)])
        }
        func concern(_ concern: Attention.Concern, _ words: String, _ tone: String) -> (Int, String, String, Address) {
            (concern.count(tallies), words, tone, concern.list(owner: nil, asAt: asAt))
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

    /// The most plans that are drawn; of more, those with most that is overdue.
    private static let mostPlans = 12

    private func progress(_ html: inout HTML) {
        html(.section) { html in
            html(.h2, "Progress by plan")
            ProgressChart(plans: shown, asAt: visit.asAtText).write(to: &html)
            if plans.count > shown.count {
                let all = plans.count { $0.plan != nil }
                html(.p) { html in
                    html.text("These have most that is overdue. ")
                    html(.a, .href(.to(.plans, query: [("as-at", visit.asAtText)])), text: "All \(all) plans")
                }
            }
        }
    }

    private var shown: [PlanProgress] {
        guard plans.count > Self.mostPlans else { return plans }
        return Array(plans.sorted { $0.counts.overdue > $1.counts.overdue }.prefix(Self.mostPlans))
    }
}
