import Access
import Hummingbird
import Markup

/// Where people sign in.
struct SignInPage {
    let visit: Visit
    var problem: String?
    /// What somebody sent after they had been signed out.
    var typed: TypedForm?

    var html: HTML {
        Frame(title: "Sign in").page(for: visit) { html in
            html.problems(problem.map { [(field: "address", words: $0)] } ?? [])
            html.heading("Sign in")
            if visit.query["out"] != nil { html.done("You have signed out.") }
            if typed != nil {
                html(
                    .p, .class("warning"),
                    text:
                        "You were signed out before you sent this, so nothing is saved yet. What you wrote is kept on this page: sign in to send it."
                )
            }
            html(
                .form, .class("narrow"), .method(.post), .enctype("multipart/form-data"), .action(.to(.enter))
            ) { html in
                let isSent = visit.endpoint == .enter
                if let typed {
                    typed.bring(&html)
                } else if let to = isSent ? visit.form["to"] : visit.query["to"] {
                    html(.input, .type("hidden"), .name("to"), .value(to))
                }
                html.field("address", "E-mail address", value: isSent ? visit.form["address"] : nil) {
                    $0.type = "email"
                    $0.autocomplete = "username"
                }
                html.field("password", "Password") {
                    $0.type = "password"
                    $0.autocomplete = "current-password"
                }
                html(.button, .type("submit"), text: "Sign in")
            }
            typed?.words(&html)
            if visit.site.hasPublicPages {
                html(.p) { html in
                    html.text("You do not have to sign in to ")
                    html(.a, .href(.to(.publicPlans)), text: "read what we promised, and what became of it")
                    html.text(".")
                }
            }
            html(
                .p, .class("hint"),
                text: "If you have lost your password, ask whoever keeps accounts in your council for a new link.")
        }
    }
}

/// Where the one-time password is asked for.
struct CodePage {
    let visit: Visit
    var problem: String?
    /// What somebody sent after they had been signed out.
    var typed: TypedForm?

    var html: HTML {
        Frame(title: "Enter your code").page(for: visit) { html in
            html.problems(problem.map { [(field: "code", words: $0)] } ?? [])
            html.heading("Enter your code")
            html(
                .form, .class("narrow"), .method(.post), .enctype("multipart/form-data"),
                .action(.to(.passSecondFactor))
            ) { html in
                html.token(visit)
                typed?.bring(&html)
                html.field(
                    "code", "Code", hint: "Six digits from your authenticator app, or one of your recovery codes."
                ) {
                    ($0.autocomplete, $0.problem) = ("one-time-code", problem)
                }
                html(.button, .type("submit"), text: "Go on")
            }
        }
    }
}

/// Where a one-time link leads: the first administrator is made, or a password set.
struct WelcomePage {
    let visit: Visit
    let link: OneTimeLink
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> WelcomePage {
        WelcomePage(visit: visit, link: try await SigningIn.link(visit))
    }

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    private var title: String {
        link.purpose == .setUp ? "Set up this site" : link.purpose == .reset ? "Set a new password" : "Welcome"
    }

    var html: HTML {
        Frame(title: title).page(for: visit) { html in
            html.problems(problems)
            html.heading(title)
            html(
                .p,
                link.purpose == .setUp
                    ? "You are the first here. Make the account of the administrator, who then invites everybody else."
                    : "Choose a password for \(link.account?.details.address.text ?? "your account").")
            html(
                .form, .class("narrow"), .method(.post), .action(.to(.acceptInvitation, visit.part("token")))
            ) { html in
                if link.purpose == .setUp {
                    html.field("name", "Your name", value: visit.form["name"]) {
                        ($0.autocomplete, $0.problem) = ("name", problem("name"))
                    }
                    html.field("address", "E-mail address", value: visit.form["address"]) {
                        ($0.type, $0.autocomplete, $0.problem) = ("email", "username", problem("address"))
                    }
                }
                html.field(
                    "password", "Password",
                    hint: "At least 12 characters. Three words that have nothing to do with each other are good."
                ) {
                    ($0.type, $0.autocomplete, $0.problem) = ("password", "new-password", problem("password"))
                }
                html(.button, .type("submit"), text: link.purpose == .setUp ? "Make the account" : "Set the password")
            }
        }
    }
}
