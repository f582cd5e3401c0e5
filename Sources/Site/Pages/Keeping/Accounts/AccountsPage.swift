import Access
import Ledger
import Markup
import Register

extension Visit {
    /// Whether an account is shown to an administrator: one of a council sees whoever has a role there.
    func mayKnow(_ account: Account) -> Bool {
        rights.canAdminister || account.details.grants.contains(where: rights.canGive)
    }

    /// Whether an account may be changed.
    func mayKeep(_ account: Account) -> Bool { rights.canKeepAccount(grants: account.details.grants) }
}

/// Who may sign in, and as what.
struct AccountsPage {
    let visit: Visit
    let accounts: [Account]
    let lastSeen: [AccountID: Timestamp]
    let lockedOut: [AccountID: Timestamp]
    let names: RecordNames

    static func read(_ visit: Visit) async throws -> AccountsPage {
        let accounts = try await visit.access.accounts().filter { visit.mayKnow($0) }
        return AccountsPage(
            visit: visit, accounts: accounts, lastSeen: try await visit.access.lastSeen(),
            lockedOut: try await visit.access.lockedOut(),
            names: try await visit.read { reader in
                try RecordNames(accounts.flatMap { $0.details.grants.compactMap(\.council) }, in: reader, .now)
            })
    }

    var html: HTML {
        Frame(title: "Accounts", section: .keeping, isWide: true).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping))])
            html.heading("Accounts")
            html.done(visit.query["done"].map { _ in "The account is saved." })
            html(.p, .class("buttons")) { $0(.a, .class("button"), .href(.to(.invite)), text: "Invite somebody") }
            html(.p, .class("total"), text: accounts.count.words("account", "accounts"))
            let idle = accounts.count { $0.seesNothing }
            if idle > 0 { html.withoutRole(idle.words("account has", "accounts have")) }
            html(.div, .class("table-box"), .role("region"), .aria("label", "Accounts"), .tabindex(0)) { html in
                html(.table, .class("records")) { html in
                    html(.caption, .class("unseen"), text: "Accounts")
                    html(.thead) { html in
                        html(.tr) { html in
                            for title in ["Name", "E-mail address", "Roles", "Last seen", "State"] {
                                html(.th, .scope(.col), text: title)
                            }
                        }
                    }
                    html(.tbody) { html in for account in accounts { write(account, to: &html) } }
                }
            }
        }
    }

    private func write(_ account: Account, to html: inout HTML) {
        html(.tr) { html in
            html(.th, .scope(.row)) { html in
                if visit.mayKeep(account) {
                    html(.a, .href(.to(.keptAccount, account.id.description)), text: account.details.name)
                } else {
                    html.text(account.details.name)
                }
            }
            html(.td, .data("title", "E-mail"), text: account.details.address.text)
            html(.td, .data("title", "Roles")) { html in
                let lines = GrantWords.lines(account.details.grants, names)
                if lines.isEmpty { html.status("None: sees nothing", tone: .caution, sign: "▲") }
                html.text(lines.joined(separator: "; "))
            }
            html(.td, .data("title", "Last seen")) { html in
                if let seen = lastSeen[account.id] { html.text(LondonTime.words(seen)) }
            }
            html(.td, .data("title", "State")) { html in
                if let end = lockedOut[account.id] {
                    html.status("Locked out until \(LondonTime.words(end))", tone: .bad, sign: "■")
                } else {
                    html.text(account.state)
                }
            }
        }
    }
}

extension HTML {
    /// Says of accounts that can do nothing what that means, and what helps.
    mutating func withoutRole(_ which: String) {
        self(.div, .class("warning")) { html in
            html(
                .p,
                "\(which) no role at any council: whoever signs in with it sees no record, and no page but that they may not. Give a role, or disable it."
            )
        }
    }
}

extension Account {
    /// Whether somebody can sign in with it and then see nothing at all.
    var seesNothing: Bool { details.grants.isEmpty && !details.isDisabled }

    /// In words whether somebody can sign in with it.
    var state: String {
        if details.isDisabled { return "Disabled" }
        if !hasPassword { return "Invited" }
        return hasSecondFactor ? "Signs in with codes" : "Signs in"
    }
}
