import Access
import Ledger
import Markup
import Register

/// What an administrator keeps, with how much there is of each.
struct KeepingPage {
    let visit: Visit
    let accounts: [Account]
    let counts: [RecordKind: Int]

    static func read(_ visit: Visit) async throws -> KeepingPage {
        let accounts = try await visit.access.accounts().filter { visit.mayKnow($0) }
        return KeepingPage(
            visit: visit, accounts: accounts,
            counts: try await visit.read { reader in
                var counts: [RecordKind: Int] = [:]
                for kind in [RecordKind.council, .body, .person, .post, .plan] {
                    var query = Query(kinds: [kind])
                    query.wantsTotal = false
                    counts[kind] = try reader.list(query).rows.count { $0.mergedInto == nil }
                }
                return counts
            })
    }

    var html: HTML {
        Frame(title: "Administration", section: .keeping).page(for: visit) { html in
            html.heading("Administration")
            html(.ul, .class("plain-list")) { html in
                let waiting = accounts.filter { !$0.hasPassword && !$0.details.isDisabled }.count
                let invited = waiting == 0 ? "" : "; \(waiting) invited and not yet here"
                item(&html, .accounts, "Accounts", "\(accounts.count.words("account", "accounts"))\(invited)")
                item(&html, .councils, "Councils and bodies", "\(count(.council)), \(count(.body))")
                item(&html, .people, "People and posts", "\(count(.person)), \(count(.post))")
                item(&html, .keptPlans, "Plans and their statuses", count(.plan))
                if visit.rights.canAdminister {
                    item(
                        &html, .settings, "Settings of the partnership",
                        visit.site.hasPublicPages ? "public pages are on" : "public pages are off")
                }
            }
        }
    }

    private func count(_ kind: RecordKind) -> String {
        let count = counts[kind] ?? 0
        return "\(count) \(kind.name(count: count))"
    }

    private func item(_ html: inout HTML, _ endpoint: Endpoint, _ title: String, _ words: String) {
        html(.li) { html in
            html(.p) { $0(.a, .href(.to(endpoint)), text: title) }
            html(.p, .class("meta"), text: words)
        }
    }
}
