import Access
import Hummingbird
import Markup

// The second factor on the page of the account: on or off, and what can be done about it.
extension AccountPage {
    func secondFactor(_ html: inout HTML) {
        html(.h2, "Codes from your telephone")
        guard visitor.account.hasSecondFactor else {
            html(
                .p,
                "Off. With them, whoever learns your password still cannot sign in: an app on your telephone shows a code that is asked for too."
            )
            html(.form, .class("narrow"), .method(.post), .action(.to(.beginSecondFactor))) { html in
                html.token(visit)
                html.password("begin-password", "Your password", problem: problem("begin-password"))
                html(.button, .type("submit"), text: "Set up codes")
            }
            return
        }
        html(.p) { html in
            html.text("On. ")
            html.text(codesLeft.words("recovery code is", "recovery codes are"))
            html.text(" left, for when your telephone is lost.")
        }
        html(.details, .open(problem("codes-password") != nil)) { html in
            html(.summary, "Get new recovery codes")
            html(.form, .class("narrow"), .method(.post), .action(.to(.renewRecoveryCodes))) { html in
                html.token(visit)
                html.password(
                    "codes-password", "Your password", hint: "The codes that you have will not work any more.",
                    problem: problem("codes-password"))
                html(.button, .type("submit"), text: "Get new codes")
            }
        }
        html(.details, .open(problem("end-password") != nil)) { html in
            html(.summary, "Turn codes off")
            html(.form, .class("narrow"), .method(.post), .action(.to(.endSecondFactor))) { html in
                html.token(visit)
                html.password(
                    "end-password", "Your password", hint: "You will be signed out everywhere else.",
                    problem: problem("end-password"))
                html(.button, .type("submit"), text: "Turn codes off")
            }
        }
    }

    static func beginSecondFactor(_ visit: Visit) async throws -> Response {
        if let refused = try await refusedPassword("begin-password", visit) { return refused }
        _ = try await visit.access.offerSecondFactor(to: try visit.signedIn().account.id)
        return Pages.go(.to(.secondFactorSetUp))
    }

    static func endSecondFactor(_ visit: Visit) async throws -> Response {
        if let refused = try await refusedPassword("end-password", visit) { return refused }
        let session = try visit.signedIn().session
        try await visit.access.removeSecondFactor(of: session.account.id, keeping: session.id)
        return Pages.go(.to(.account, query: [("done", "second-factor")]))
    }

    static func renewRecoveryCodes(_ visit: Visit) async throws -> Response {
        if let refused = try await refusedPassword("codes-password", visit) { return refused }
        let codes = try await visit.access.renewRecoveryCodes(of: try visit.signedIn().account.id)
        return Pages.page(RecoveryCodesPage(visit: visit, codes: codes).html)
    }

    /// The page again where the password that is asked for once more is not right; nil where it is.
    private static func refusedPassword(_ field: String, _ visit: Visit) async throws -> Response? {
        do {
            try await visit.access.confirmPassword(
                visit.form.verbatim(field) ?? "", of: try visit.signedIn().session, client: visit.client)
            return nil
        } catch let error as AccessError {
            return try await again(visit, [problem(error, field)], status: SigningIn.status(error))
        }
    }
}
