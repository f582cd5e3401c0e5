import HTTPTypes
import Hummingbird

/// Headers by which browsers guard those who use the site.
enum Guards {
    /// The cookie that holds a session's token.
    static let cookie = "goldthread"

    /// Nothing but the site's own pages, style and script; no frame, no plug-in, no form that leads elsewhere.
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    static func add(to response: inout Response, site: Site, endpoint: Endpoint?) {
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers.set("Referrer-Policy", to: "same-origin")
        response.headers.set("X-Frame-Options", to: "DENY")
        response.headers.set("Cross-Origin-Opener-Policy", to: "same-origin")
        if site.settings.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        // Public pages are the same for everybody: nobody who asks for one is known to it.
        if endpoint?.needs == .publicPages, response.status == .ok {
            response.headers[.cacheControl] = "public, max-age=300"
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
    /// Sets a header for which the framework has no name.
    fileprivate mutating func set(_ name: String, to value: String) {
        if let name = HTTPField.Name(name) { self[name] = value }
    }

    /// Where the page stands that sent a request, as browsers say it: "same-origin", "cross-site", "none".
    var fetchSite: String? { HTTPField.Name("Sec-Fetch-Site").flatMap { self[$0] } }
}
