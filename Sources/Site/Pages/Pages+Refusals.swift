import HTTPTypes
import Hummingbird
import Markup
import NIOCore

// What cannot be done, in words; with what was typed, so that it is not lost.
extension Pages {
    /// The page of the form that was refused as it was sent, with the reason; nil where the form has no page to come back to.
    static func sentBack(_ refusal: Refusal, _ visit: Visit?) async -> Response? {
        guard let visit, visit.endpoint == .upload, refusal.isOfSending,
            var page = try? await ImportsPage.read(visit)
        else { return nil }
        page.problems = [("paper", refusal.words)]
        var response = Pages.page(page.html, status: refusal.status)
        response.headers[.retryAfter] = refusal.retryAfter.map { "\($0)" }
        return response
    }

    /// - Parameter typed: What was typed into the form that is refused.
    static func refuse(_ refusal: Refusal, _ visit: Visit?, _ typed: TypedForm?) -> Response {
        guard let visit else { return plain(refusal.status, refusal.words) }
        switch (refusal, typed) {
        case (.signInNeeded(let address), nil):
            return go(.to(.signIn, query: [("to", address == "/" ? nil : address)]))
        case (.signInNeeded, let typed?): return page(SignInPage(visit: visit, typed: typed).html, status: .forbidden)
        case (.codeNeeded, nil): return go(.to(.secondFactor))
        case (.codeNeeded, let typed?): return page(CodePage(visit: visit, typed: typed).html, status: .forbidden)
        default: break
        }
        let html = Frame(title: refusal.title).page(for: visit) { html in
            html.heading(refusal.title)
            html(.p, refusal.words)
            if case .conflict(let reference, _) = refusal {
                html(.p) { $0(.a, .href(.to(reference)), text: "See \(reference) as it stands now") }
            }
            if refusal.canBeSentAgain { typed?.write(to: &html, for: visit) } else { typed?.words(&html) }
        }
        var response = page(html, status: refusal.status)
        response.headers[.retryAfter] = refusal.retryAfter.map { "\($0)" }
        return response
    }

    /// What was typed before somebody signed in, for them to look at and send.
    static func sendAgain(_ typed: TypedForm, _ visit: Visit) -> Response {
        let title = "You are signed in again"
        return page(
            Frame(title: title).page(for: visit) { html in
                html.heading(title)
                html(
                    .p, "What you wrote before is still here, and nothing of it is saved yet. Look at it, and send it.")
                typed.write(to: &html, for: visit)
            })
    }

    /// Something that should not have happened; the log has the details under the same id.
    static func fail(_ id: String, _: Void, _ visit: Visit?, _ typed: TypedForm?) -> Response {
        let words =
            "Something went wrong on our side. Nothing was changed. If it happens again, tell whoever keeps this site: \(id)."
        guard let visit else { return plain(.internalServerError, words) }
        let title = "Something went wrong"
        return page(
            Frame(title: title).page(for: visit) { html in
                html.heading(title)
                html(.p, words)
                typed?.write(to: &html, for: visit)
            }, status: .internalServerError)
    }

    private static func plain(_ status: HTTPResponse.Status, _ words: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
    }
}
