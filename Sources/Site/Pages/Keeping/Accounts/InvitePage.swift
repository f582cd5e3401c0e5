import Access
import Hummingbird
import Markup
import Register

/// Lets somebody in: makes their account, and the link by which they set its password.
struct InvitePage {
    var form: AccountForm

    private var visit: Visit { form.visit }

    static func read(_ visit: Visit) async throws -> InvitePage {
        InvitePage(form: try await AccountForm.read(visit))
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        guard let details = try page.form.take(over: nil) else { return Pages.page(page.html, status: .badRequest) }
        do {
            let (account, link) = try await visit.access.invite(details)
            return Pages.page(LinkPage(visit: visit, account: account, link: link).html)
        } catch {
            guard let problem = AccountForm.problem(error) else { throw error }
            page.form.problems = [problem]
            return Pages.page(page.html, status: .badRequest)
        }
    }

    var html: HTML {
        Frame(title: "Invite somebody", section: .keeping).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping)), ("Accounts", .to(.accounts))])
            html.problems(form.problems)
            html.heading("Invite somebody")
            html(.form, .method(.post), .action(.to(.sendInvitation))) { html in
                html.token(visit)
                form.write(to: &html)
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Make the account")
                    html(.a, .href(.to(.accounts)), text: "Cancel")
                }
            }
        }
    }
}

/// A one-time link, shown this once, for handing over.
struct LinkPage {
    let visit: Visit
    let account: Account
    let link: IssuedLink

    var html: HTML {
        let name = account.details.name
        return Frame(title: "A link for \(name)", section: .keeping).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping)), ("Accounts", .to(.accounts))])
            html.heading("A link for \(name)")
            html(
                .p,
                "Hand this link to \(name), and to nobody else: whoever opens it sets the password. It works once, until \(LondonTime.words(link.ends)), and cannot be shown again."
            )
            html(.p, .class("printed-lines")) { html in
                html(
                    .code, .id("link"), .class("secret"),
                    text: visit.site.settings.origin + Address.to(.invitation, link.token.text).text)
            }
            if account.seesNothing { html.withoutRole("This account has") }
            html(.p) { $0(.a, .href(.to(.accounts)), text: "Back to all accounts") }
        }
    }
}
