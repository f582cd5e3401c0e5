import Access
import Hummingbird
import Ledger
import Markup
import Register

/// An account as an administrator keeps it.
struct KeptAccountPage {
    /// As it stands.
    let account: Account
    var form: AccountForm
    /// Whether somebody else has changed it since the form was opened.
    var isStale = false
    let names: RecordNames
    /// When they may try to sign in again, where they have failed too often.
    let lockedUntil: Timestamp?

    private var visit: Visit { form.visit }

    /// The account that the path names, if the visitor may keep it.
    /// - Throws: `Refusal.notFound` or `.forbidden`.
    static func account(_ visit: Visit) async throws -> Account {
        guard let id = AccountID(visit.part("account")), let account = try await visit.access.account(id) else {
            throw Refusal.notFound("There is no account \(visit.part("account")). Somebody may have removed it.")
        }
        guard visit.mayKeep(account) else { throw Refusal.forbidden }
        return account
    }

    static func read(_ visit: Visit) async throws -> KeptAccountPage {
        let account = try await account(visit)
        let details = account.details
        return KeptAccountPage(
            account: account, form: try await AccountForm.read(visit, of: account),
            names: try await visit.read { reader in
                try RecordNames(
                    details.grants.compactMap(\.council) + [details.person].compactMap { $0 }, in: reader, .now)
            }, lockedUntil: try await visit.access.lockedOut(account))
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        guard let details = try page.form.take(over: page.account) else {
            return Pages.page(page.html, status: .badRequest)
        }
        do {
            _ = try await visit.access.change(
                page.account.id, seen: visit.form["seen"].flatMap { Int($0) } ?? 0, to: details)
            return Pages.go(.to(.accounts, query: [("done", "1")]))
        } catch {
            if case .accountMovedOn = error {
                page.isStale = true
                return Pages.page(page.html, status: .conflict)
            }
            guard let problem = AccountForm.problem(error) else { throw error }
            page.form.problems = [problem]
            return Pages.page(page.html, status: .badRequest)
        }
    }

    // MARK: The page

    var html: HTML {
        Frame(title: account.details.name, section: .keeping).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping)), ("Accounts", .to(.accounts))])
            html.problems(form.problems)
            html.heading(account.details.name, over: "Account, \(account.state.lowercased())")
            html.done(visit.query["done"].flatMap { Self.done[$0] })
            if isStale { conflict(&html) }
            if account.seesNothing { html.withoutRole("This account has") }
            lockOut(&html)
            html(.form, .method(.post), .action(.to(.changeAccount, account.id.description))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(account.version)"))
                form.write(to: &html)
                html.tick(
                    "disabled", "This account may not sign in any more",
                    hint: "What it did stays in the ledger under its name.", isTicked: form.isDisabled)
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Save")
                    html(.a, .href(.to(.accounts)), text: "Cancel")
                }
            }
            help(&html)
        }
    }

    private static let done = [
        "unlock": "They can try to sign in again at once.",
        "second-factor": "They sign in with their password alone, and can set up codes anew.",
    ]

    /// Both versions: theirs here, the visitor's in the fields below.
    private func conflict(_ html: inout HTML) {
        let details = account.details
        html(.div, .class("warning"), .role("alert")) { html in
            html(
                .p,
                "Somebody else has changed this account since you opened it. What you wrote is still below: save it again if it still holds."
            )
            html(.p) { $0(.strong, "As it stands now:") }
            html.summary([
                ("Name", { $0.text(details.name) }), ("E-mail address", { $0.text(details.address.text) }),
                ("In the ledger", { $0.text(names[details.person]?.title ?? "nobody") }),
                ("Roles", { $0.text(GrantWords.lines(details.grants, names).joined(separator: "; ")) }),
                ("May sign in", { $0.text(details.isDisabled ? "no" : "yes") }),
            ])
        }
    }

    /// What helps somebody who cannot get in.
    private func help(_ html: inout HTML) {
        guard !account.details.isDisabled else { return }
        html(.h2, "When they cannot get in")
        act(&html, .newLink, account.hasPassword ? "Make a link for a new password" : "Make a new link")
        if account.hasSecondFactor { act(&html, .removeSecondFactor, "Turn codes off: the telephone is lost") }
    }

    /// Says that they cannot try to sign in now, and lets them.
    private func lockOut(_ html: inout HTML) {
        guard let lockedUntil else { return }
        html(.div, .class("warning")) { html in
            html(
                .p,
                "They are locked out until \(LondonTime.words(lockedUntil)): the password or the code was wrong too often. If it was them, let them try again now."
            )
            act(&html, .forgetFailures, "Let them try again at once")
        }
    }

    private func act(_ html: inout HTML, _ endpoint: Endpoint, _ words: String) {
        html(.form, .class("buttons"), .method(.post), .action(.to(endpoint, account.id.description))) { html in
            html.token(visit)
            html(.button, .type("submit"), .class("button quiet"), text: words)
        }
    }
}

/// What an administrator does for somebody who cannot get in.
enum AccountHelp {
    static func makeLink(_ visit: Visit) async throws -> Response {
        let account = try await KeptAccountPage.account(visit)
        let link = try await visit.access.makeLink(for: account.id)
        return Pages.page(LinkPage(visit: visit, account: account, link: link).html)
    }

    static func forgetFailures(_ visit: Visit) async throws -> Response {
        let account = try await KeptAccountPage.account(visit)
        try await visit.access.forgetFailures(of: account.id)
        return Pages.go(.to(.keptAccount, account.id.description, query: [("done", "unlock")]))
    }

    static func removeSecondFactor(_ visit: Visit) async throws -> Response {
        let account = try await KeptAccountPage.account(visit)
        try await visit.access.removeSecondFactor(of: account.id)
        return Pages.go(.to(.keptAccount, account.id.description, query: [("done", "second-factor")]))
    }
}
