import Access
import Ledger
import Markup
import Register

/// Councils, and the bodies that meet and decide.
struct CouncilsPage {
    let visit: Visit
    let councils: [Row]
    let bodies: [Row]

    static func read(_ visit: Visit) async throws -> CouncilsPage {
        try await visit.read { reader in
            func rows(_ kind: RecordKind) throws -> [Row] {
                var query = Query(kinds: [kind])
                (query.order, query.wantsTotal) = (.reference, false)
                return try reader.list(query).rows.filter { $0.mergedInto == nil }
            }
            return CouncilsPage(visit: visit, councils: try rows(.council), bodies: try rows(.body))
        }
    }

    var html: HTML {
        Frame(title: "Councils and bodies", section: .keeping).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping))])
            html.heading("Councils and bodies")
            html.done(visit.query["done"].map { "\($0) is saved." })
            LikelySame(councils, for: visit).write(to: &html)
            section(&html, .council, "Councils", councils, canAdd: visit.rights.canAdminister)
            section(&html, .body, "Bodies", bodies, canAdd: true)
        }
    }

    private func section(_ html: inout HTML, _ kind: RecordKind, _ title: String, _ rows: [Row], canAdd: Bool) {
        html(.h2, title)
        if rows.isEmpty { html(.p, .class("hint"), text: "There are none yet.") }
        html(.ul, .class("plain-list")) { html in
            for row in rows {
                html(.li) { html in
                    html(.a, .href(.to(.keptName, row.reference.description)), text: row.title)
                    html(.span, .class("meta"), text: " \(row.reference)")
                }
            }
        }
        if canAdd {
            html(.p) { html in
                html(
                    .a, .class("button quiet"), .href(.to(.newName, kind.rawValue)),
                    text: "Add a \(kind.name(count: 1))")
            }
        }
    }
}
