import Access
import Hummingbird
import Markup
import Register

/// Signing in and out.
enum SigningIn {
    static func enter(_ visit: Visit) async throws -> Response {
        do {
            let signIn = try await visit.access.signIn(
                address: visit.form["address"] ?? "", password: visit.form.verbatim("password") ?? "",
                client: visit.client, origin: visit.browser)
            var response = onward(visit, signIn)
            response.setCookie(Guards.cookie(signIn.token.text, site: visit.site))
            return response
        } catch {
            let page = SignInPage(visit: visit, problem: "\(error)", typed: TypedForm(broughtBy: visit))
            return refused(page.html, error, visit)
        }
    }

    static func passSecondFactor(_ visit: Visit) async throws -> Response {
        let visitor = try visit.signedIn()
        do {
            let signIn = try await visit.access.passSecondFactor(
                visitor.token, code: visit.form["code"] ?? "", client: visit.client)
            var response = onward(visit, signIn)
            response.setCookie(Guards.cookie(signIn.token.text, site: visit.site))
            return response
        } catch {
            let page = CodePage(visit: visit, problem: "\(error)", typed: TypedForm(broughtBy: visit))
            return refused(page.html, error, visit)
        }
    }

    /// A form that is shown again, with the time at which it may be tried again where there is waiting to do.
    private static func refused(_ html: HTML, _ error: AccessError, _ visit: Visit) -> Response {
        var response = Pages.page(html, status: status(error))
        if case .lockedOut(let until) = error {
            let wait = (until.microseconds - visit.site.clock().microseconds) / 1_000_000 + 1
            response.headers[.retryAfter] = "\(max(1, wait))"
        }
        return response
    }

    static func signOut(_ visit: Visit) async throws -> Response {
        if let visitor = visit.visitor { try await visit.access.signOut(visitor.token) }
        var response = Pages.go(.to(.signIn, query: [("out", "1")]))
        response.setCookie(Guards.noCookie(site: visit.site))
        return response
    }

    /// The link that an address names.
    static func link(_ visit: Visit) async throws -> OneTimeLink {
        guard let token = SecretToken(visit.part("token")) else { throw AccessError.linkUnknown }
        return try await visit.access.link(token)
    }

    static func accept(_ visit: Visit) async throws -> Response {
        let link = try await link(visit)
        do {
            let account = try await accepted(visit, link)
            // Whoever sets a password has shown that the link reached them; the second factor is still asked for.
            let signIn = try await visit.access.signIn(
                address: account.details.address.text, password: visit.form.verbatim("password") ?? "",
                client: visit.client, origin: visit.browser)
            var response = Pages.go(signIn.session.stage == .pending ? .to(.secondFactor) : .to(.home))
            response.setCookie(Guards.cookie(signIn.token.text, site: visit.site))
            return response
        } catch {
            let page = WelcomePage(visit: visit, link: link, problems: problems(error))
            return Pages.page(page.html, status: status(error))
        }
    }

    /// The account that a link makes, or whose password it sets.
    private static func accepted(_ visit: Visit, _ link: OneTimeLink) async throws(AccessError) -> Account {
        guard let token = SecretToken(visit.part("token")) else { throw AccessError.linkUnknown }
        let password = visit.form.verbatim("password") ?? ""
        guard link.purpose == .setUp else { return try await visit.access.setPassword(password, by: token) }
        let name = visit.form["name"] ?? ""
        guard let address = MailAddress(visit.form["address"] ?? "") else { throw AccessError.wrongCredentials }
        return try await visit.access.setUp(token, address: address, name: name, password: password)
    }

    /// What is wrong with the form of a one-time link, by field.
    private static func problems(_ error: AccessError) -> [(field: String, words: String)] {
        switch error {
        case .passwordRefused(let problems): problems.map { ("password", "\($0)") }
        case .nameMalformed: [("name", "\(error)")]
        case .wrongCredentials: [("address", "Write the e-mail address in full, such as name@example.gov.uk.")]
        default: [("password", "\(error)")]
        }
    }

    /// Where somebody wanted to go before they were asked to sign in, with what they had typed; only ever a page of this site.
    private static func onward(_ visit: Visit, _ signIn: SignIn) -> Response {
        let typed = TypedForm(broughtBy: visit)
        var visit = visit
        // Their rights in single records are judged when what they typed is sent.
        visit.visitor = Visitor(session: signIn.session, rights: signIn.session.rights(), token: signIn.token)
        if signIn.session.stage == .pending {
            return typed.map { Pages.page(CodePage(visit: visit, typed: $0).html) } ?? Pages.go(.to(.secondFactor))
        }
        if let typed { return Pages.sendAgain(typed, visit) }
        guard let (path, query) = visit.form["to"].flatMap(Address.parts) else { return Pages.go(.to(.home)) }
        return Pages.go(Address(path: path, query: query))
    }

    /// How a form is answered that could not be carried out.
    static func status(_ error: AccessError) -> HTTPResponse.Status {
        switch error {
        case .lockedOut, .tooBusy: .tooManyRequests
        default: .badRequest
        }
    }
}
