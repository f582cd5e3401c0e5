import Access
import Hummingbird

// What the forms of the account's page do.
extension AccountPage {
    static func changePassword(_ visit: Visit) async throws -> Response {
        do {
            try await visit.access.changePassword(
                of: try visit.signedIn().session, from: visit.form.verbatim("current-password") ?? "",
                to: visit.form.verbatim("new-password") ?? "", client: visit.client)
            return Pages.go(.to(.account, query: [("done", "password")]))
        } catch AccessError.passwordRefused(let problems) {
            return try await again(visit, problems.map { ("new-password", "\($0)") }, status: .badRequest)
        } catch let error as AccessError {
            return try await again(visit, [problem(error, "current-password")], status: SigningIn.status(error))
        }
    }

    static func endSession(_ visit: Visit) async throws -> Response {
        guard let id = SessionID(visit.part("session")),
            try await visit.access.endSession(id, of: try visit.signedIn().account.id)
        else { throw Refusal.notFound("You have no such session: it may have ended meanwhile.") }
        return Pages.go(.to(.account, query: [("done", "session")]))
    }

    static func endOtherSessions(_ visit: Visit) async throws -> Response {
        let session = try visit.signedIn().session
        _ = try await visit.access.endSessions(of: session.account.id, except: session.id)
        return Pages.go(.to(.account, query: [("done", "sessions")]))
    }

    /// The page with what is wrong.
    static func again(
        _ visit: Visit, _ problems: [(field: String, words: String)], status: HTTPResponse.Status
    ) async throws -> Response {
        var page = try await read(visit)
        page.problems = problems
        return Pages.page(page.html, status: status)
    }

    /// What is wrong with a password that is asked for once more. The address is known here, so only the password can be
    /// wrong.
    static func problem(_ error: AccessError, _ field: String) -> (field: String, words: String) {
        (field, error == .wrongCredentials ? "This is not your password" : "\(error)")
    }
}
