import Ledger
import Markup
import Register

/// All recommendations of all reviews: what answers each, what it repeats, how far it has come.
struct RecommendationsPage {
    let visit: Visit
    let filters: Filters
    let page: Page
    let names: RecordNames
    let choices: FilterChoices
    /// What is linked to each recommendation.
    let links: [RecordID: [Linked]]

    /// A record at the other end of a link.
    struct Linked: Sendable {
        var role: String
        var row: Row
    }

    static func read(_ visit: Visit) async throws -> RecommendationsPage {
        let filters = Filters(visit.query)
        let asAt = visit.asAt
        return try await visit.read { reader in
            let query = try filters.query([.recommendation], on: visit.day, asAt: asAt, in: reader)
            let page = try reader.list(query)
            var links: [RecordID: [Linked]] = [:]
            for row in page.rows where !visit.wantsFile {
                let found = try reader.links(row.id, asAt)
                let rows = try reader.rows(Set(found.map { $0.from == row.id ? $0.to : $0.from }), asAt)
                links[row.id] = found.compactMap { link in
                    let isForward = link.from == row.id
                    return rows[isForward ? link.to : link.from].map {
                        Linked(role: isForward ? link.role.words : link.role.reversed, row: $0)
                    }
                }
            }
            return RecommendationsPage(
                visit: visit, filters: filters, page: page, names: try RecordNames(for: page.rows, in: reader, asAt),
                choices: try FilterChoices.ofEverything(visit, in: reader), links: links)
        }
    }

    /// The rows for spreadsheets and programs.
    var facts: [RecordFacts] { page.rows.map { RecordFacts($0, today: visit.day) { names[$0] } } }

    var html: HTML {
        Frame(title: "Recommendations", section: .recommendations, isWide: true).page(for: visit) { html in
            html.heading("Recommendations")
            html(.p, .class("lead"), text: "What reviews, auditors and scrutiny have asked for, and what became of it.")
            FilterForm(
                visit: visit, filters: filters, kinds: [.recommendation], choices: choices, columns: [],
                action: .to(.recommendations)
            ).write(to: &html)
            html(.p, .class("total"), .role("status"), text: "\(page.total) \(filters.areSet ? "match" : "in all")")
            if page.rows.isEmpty {
                html(
                    .p, .class("hint"),
                    text: filters.areSet ? "Nothing matches. Clear a filter to see more." : "There are none yet.")
            } else {
                table(&html)
            }
            html.pages(visit, page: filters.page, of: (page.total + Filters.pageSize - 1) / Filters.pageSize)
            html.files(visit)
        }
    }

    private func table(_ html: inout HTML) {
        html(.div, .class("table-box"), .role("region"), .aria("label", "Recommendations"), .tabindex(0)) { html in
            html(.table, .class("records")) { html in
                html(.caption, .class("unseen"), text: "Recommendations with what answers them")
                html(.thead) { html in
                    html(.tr) { html in
                        for title in ["Ref", "Recommendation", "Review", "Answered by", "Reported"] {
                            html(.th, .scope(.col), text: title)
                        }
                    }
                }
                html(.tbody) { html in for row in page.rows { write(row, to: &html) } }
            }
        }
    }

    private func write(_ row: Row, to html: inout HTML) {
        let links = links[row.id] ?? []
        html(.tr) { html in
            html(.td, .class("ref"), text: row.reference.description)
            html(.th, .scope(.row), .class("what")) { html in
                html(.a, .href(.to(row.reference, asAt: visit.asAtText)), text: row.title.clipped(to: 280))
                for link in links where link.role.hasPrefix("repeat") {
                    html(.p, .class("meta")) { html in
                        html.text(link.role + " ")
                        html(
                            .a, .href(.to(link.row.reference, asAt: visit.asAtText)),
                            text: link.row.reference.description)
                    }
                }
            }
            html(.td, .data("title", "Review")) { html in
                if let plan = names[row.plan] {
                    html(.a, .href(.to(plan.reference, asAt: visit.asAtText)), text: plan.title)
                }
            }
            html(.td, .data("title", "Answered by")) { html in
                let answers = links.filter { $0.role == "answered by" || $0.role == "delivered by" }
                if answers.isEmpty, row.updates == 0 { html(.span, .class("none"), text: "nothing") }
                for answer in answers.prefix(4) {
                    html(.p) { html in
                        html(
                            .a, .href(.to(answer.row.reference, asAt: visit.asAtText)),
                            text: answer.row.reference.description)
                        html.text(" ")
                        if answer.row.reference.kind.isPromise { html.standing(answer.row.standing(on: visit.day)) }
                    }
                }
                if answers.count > 4 { html(.p, .class("hint"), text: "and \(answers.count - 4) more") }
                if answers.isEmpty, row.updates > 0 { html.text(row.updates.words("update", "updates")) }
            }
            html(.td, .data("title", "Reported")) { html in
                html.reported(row, level: row.status.flatMap { StatusScheme.level(for: $0, in: nil) })
            }
        }
    }
}
