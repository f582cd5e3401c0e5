import HTTPTypes
import Hummingbird

/// Headers by which browsers guard those who use the site.
enum Guards {
    /// The cookie that holds a session's token.
    static let cookie = "goldthread"

    /// Nothing but the site's own pages, style and script; no frame, no plug-in, no form that leads elsewhere.
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// Headers for which the framework has no name.
    private static let others: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    static func add(to response: inout Response, site: Site, endpoint: Endpoint?) {
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in others { response.headers[name] = value }
        if site.settings.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        // Public pages are the same for everybody: nobody who asks for one is known to it.
        if endpoint?.needs == .publicPages, response.status == .ok {
            response.headers[.cacheControl] = "no-cache"
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }

    /// The cookie of a new session. Other sites' forms and pictures are sent without it; a link in a letter brings it.
    static func cookie(_ token: String, site: Site) -> Cookie {
        Cookie(
            name: cookie, value: token, path: "/", secure: site.settings.isSecure, httpOnly: true, sameSite: .lax)
    }

    /// What takes the cookie away.
    static func noCookie(site: Site) -> Cookie {
        Cookie(
            name: cookie, value: "", maxAge: 0, path: "/", secure: site.settings.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}

extension HTTPFields {
    /// Where the page stands that sent a request, as browsers say it: "same-origin", "cross-site", "none".
    var fetchSite: String? { HTTPFields.fetchSiteName.flatMap { self[$0] } }

    private static let fetchSiteName = HTTPField.Name("Sec-Fetch-Site")
}

extension Request {
    /// Whether the form that sent it stands on the site, as far as the browser says so: what was typed elsewhere is not shown.
    /// Browsers that do not name the kind of site, as over plain HTTP, name the site itself.
    func isFromItsSite(_ ownOrigin: String) -> Bool {
        if let site = headers.fetchSite { return site == "same-origin" }
        guard let origin = headers[.origin] else { return true }
        return origin == ownOrigin || head.authority.map { origin.hasSuffix("://" + $0) } ?? false
    }
}
